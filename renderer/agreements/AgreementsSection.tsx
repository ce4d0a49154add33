import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AgreementKind } from '#db/agreements/agreements.contract';
import type { Group } from '#db/groups/groups.contract';
import type { Person } from '#db/people/people.contract';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { choiceOfGroup, choiceOfPerson } from '../people/who.ts';
import { NewAgreementDialog } from './AgreementForm.tsx';
import { AddMenu } from './AgreementsScreen.tsx';
import { EVERY_AGREEMENT, useAgreements } from './agreements.queries.ts';
import { AgreementsTable } from './AgreementsTable.tsx';

type Props = { readonly group: Group } | { readonly person: Person };

const OF_GROUP: readonly AgreementKind[] = ['local-compact', 'code-adoption'];
const OF_PERSON: readonly AgreementKind[] = ['confidentiality'];

/** What one group or person agreed with the council. */
export function AgreementsSection(props: Props) {
  const isOfGroup = 'group' in props;
  const agreements = useAgreements({
    ...EVERY_AGREEMENT,
    ...(isOfGroup ? { groupId: props.group.id } : { personId: props.person.id }),
  });
  const mayChange = useCan(DESK_ROLES);
  const [adding, setAdding] = useState<AgreementKind | null>(null);
  const navigate = useNavigate();
  const { say } = useToast();
  if (agreements.data === undefined) return null;
  return (
    <Box component="section" aria-label="Agreements" sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">Agreements</Typography>
        {mayChange && (
          <Box sx={{ marginInlineStart: 'auto' }}>
            <AddMenu kinds={isOfGroup ? OF_GROUP : OF_PERSON} onChoose={setAdding} />
          </Box>
        )}
      </Box>
      {agreements.data.length === 0 ? (
        <Typography>
          {isOfGroup
            ? 'No compact and no adopted code is on record.'
            : 'No promise of confidentiality is on record.'}
        </Typography>
      ) : (
        <AgreementsTable agreements={agreements.data} isOfOne />
      )}
      {adding !== null && (
        <NewAgreementDialog
          start={{
            kind: adding,
            group: isOfGroup ? choiceOfGroup(props.group) : null,
            person: isOfGroup ? null : choiceOfPerson(props.person),
          }}
          onSaved={(saved) => {
            setAdding(null);
            say({ words: `${saved.reference} is entered as a draft.` });
            void navigate(pathTo.agreement(saved.id));
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </Box>
  );
}
