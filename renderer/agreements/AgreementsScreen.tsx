import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import {
  AGREEMENT_KIND_WORDS,
  AGREEMENT_STATE_WORDS,
  AgreementKind,
  AgreementState,
} from '#db/agreements/agreements.contract';
import { DESK_ROLES } from '#db/shared/access';
import { MenuButton } from '../app/MenuButton.tsx';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { PlainSelect } from '../people/PlainSelect.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperMenu, type ShownPaper } from '../shared/PaperMenu.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { NewAgreementDialog } from './AgreementForm.tsx';
import {
  agreementPaper,
  EVERY_AGREEMENT,
  exportAgreements,
  useAgreements,
} from './agreements.queries.ts';
import { AgreementsTable } from './AgreementsTable.tsx';

const KINDS = AgreementKind.options.map((value) => ({ value, words: AGREEMENT_KIND_WORDS[value] }));
const STATES = AgreementState.options.map((value) => ({
  value,
  words: AGREEMENT_STATE_WORDS[value],
}));

const BLANK_PAPERS: readonly ShownPaper[] = [
  { title: 'Blank Local Compact', load: agreementPaper.compact(null, true) },
  { title: 'Blank Compact', load: agreementPaper.compact(null, false) },
  { title: 'Blank confidentiality agreement', load: agreementPaper.confidentiality(null) },
];

/** Compacts, codes adopted and promises of confidentiality, narrowed by kind and state. */
export function AgreementsScreen() {
  const [filter, setFilter] = useState(EVERY_AGREEMENT);
  const [adding, setAdding] = useState<AgreementKind | null>(null);
  const agreements = useAgreements(filter);
  const mayChange = useCan(DESK_ROLES);
  const navigate = useNavigate();
  const { say } = useToast();
  return (
    <>
      <PageHeader title="Agreements" actions={mayChange && <AddMenu onChoose={setAdding} />} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end', mb: 2 }}>
        <PlainSelect
          label="Kind"
          value={filter.kind ?? ''}
          options={KINDS}
          emptyWords="Every kind"
          onChoose={(value) =>
            setFilter({ ...filter, kind: AgreementKind.safeParse(value).data ?? null })
          }
        />
        <PlainSelect
          label="State"
          value={filter.state ?? ''}
          options={STATES}
          emptyWords="Every state"
          onChoose={(value) =>
            setFilter({ ...filter, state: AgreementState.safeParse(value).data ?? null })
          }
        />
        <PaperMenu words="Print a blank form" papers={BLANK_PAPERS} />
        {mayChange && <SaveAsMenu tables={[{ load: exportAgreements(filter) }]} />}
        <Button component={RouterLink} to={pathTo.codeOfConduct()} variant="outlined">
          Who is on which code
        </Button>
      </Box>
      {agreements.isError ? (
        <ProblemPanel
          error={agreements.error}
          what="The list of agreements"
          onTryAgain={() => void agreements.refetch()}
        />
      ) : agreements.data === undefined ? (
        <LoadingShape lines={6} />
      ) : agreements.data.length > 0 ? (
        <AgreementsTable agreements={agreements.data} />
      ) : filter.kind !== null || filter.state !== null ? (
        <EmptyState
          words="No agreement fits all of this."
          action={
            <Button variant="outlined" onClick={() => setFilter(EVERY_AGREEMENT)}>
              Show all agreements
            </Button>
          }
        />
      ) : (
        <EmptyState words="There are no agreements yet. Compacts, codes that groups adopted and promises of confidentiality stand here." />
      )}
      {adding !== null && (
        <NewAgreementDialog
          start={{ kind: adding, group: null, person: null }}
          onSaved={(saved) => {
            setAdding(null);
            say({ words: `${saved.reference} is entered as a draft.` });
            void navigate(pathTo.agreement(saved.id));
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}

/** Asks first which kind: each has its own questions. */
export function AddMenu(props: {
  readonly kinds?: readonly AgreementKind[];
  readonly onChoose: (kind: AgreementKind) => void;
}) {
  return (
    <MenuButton words="Add an agreement" icon={<AddIcon />} variant="contained">
      {(close) =>
        (props.kinds ?? AgreementKind.options).map((kind) => (
          <MenuItem
            key={kind}
            onClick={() => {
              close();
              props.onChoose(kind);
            }}
          >
            {AGREEMENT_KIND_WORDS[kind]}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}
