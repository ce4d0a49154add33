import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ClaimSummary } from '#db/claims/claims.contract';
import type { Group } from '#db/groups/groups.contract';
import type { Party } from '#db/people/party.contract';
import type { Person } from '#db/people/people.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatPence } from '#db/shared/money';
import { formatDayNear } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { stateWord } from './form/claim-state.ts';
import { blankForm, useClaimsOf } from './form/filing.queries.ts';
import { StartSheetForm } from './sheets/StartSheetForm.tsx';

const SHOWN_AT_FIRST = 6;

/** The claims of a person, as who claims or who brought them. */
export function PersonClaims({ person }: { readonly person: Person }) {
  const of: Party = { kind: 'person', personId: person.id };
  return <Claims of={of} newClaim={pathTo.newClaim({ person: person.id })} />;
}

/** The claims of a group, and the sheets that its treasurer brings for members. */
export function GroupClaims({ group }: { readonly group: Group }) {
  const of: Party = { kind: 'group', groupId: group.id };
  return <Claims of={of} newClaim={pathTo.newClaim({ group: group.id })} group={group} />;
}

function Claims(props: { readonly of: Party; readonly newClaim: string; readonly group?: Group }) {
  const { of, group } = props;
  const mayServe = useCan(DESK_ROLES);
  const claims = useClaimsOf(of);
  const [withAll, setWithAll] = useState(false);
  const [open, setOpen] = useState<'sheet' | 'form' | null>(null);
  const found = claims.data ?? [];
  const shown = withAll ? found : found.slice(0, SHOWN_AT_FIRST);
  return (
    <Box sx={{ mt: 3 }}>
      <Card
        component="section"
        title="Expense claims"
        actions={
          mayServe && (
            <>
              <Button onClick={() => setOpen('form')}>Print a claim form</Button>
              {group !== undefined && (
                <Button onClick={() => setOpen('sheet')}>Start a treasurer’s sheet</Button>
              )}
              <Button variant="outlined" component={RouterLink} to={props.newClaim}>
                New claim
              </Button>
            </>
          )
        }
      >
        {claims.isError ? (
          <ProblemPanel
            error={claims.error}
            what="The list of claims"
            onTryAgain={() => void claims.refetch()}
          />
        ) : claims.data === undefined ? (
          <LoadingShape lines={2} />
        ) : found.length === 0 ? (
          <Typography>No claim yet.</Typography>
        ) : (
          <>
            <ClaimsTable claims={shown} />
            {shown.length < found.length && (
              <Button onClick={() => setWithAll(true)}>Show all {found.length} claims</Button>
            )}
          </>
        )}
      </Card>
      {open === 'sheet' && group !== undefined && (
        <StartSheetForm group={group} onClose={() => setOpen(null)} />
      )}
      <PaperDialog
        isOpen={open === 'form'}
        title="Claim form to fill in by hand"
        load={blankForm(of)}
        onClose={() => setOpen(null)}
      />
    </Box>
  );
}

function ClaimsTable({ claims }: { readonly claims: readonly ClaimSummary[] }) {
  const today = useToday();
  return (
    <DataTable
      label="Expense claims"
      rows={claims}
      keyOf={({ id }) => id}
      minWidth="36rem"
      columns={[
        {
          heading: 'Claim',
          isShort: true,
          cell: ({ id, reference, state }) => (
            <Link component={RouterLink} to={addressOf(id, state)}>
              {reference}
            </Link>
          ),
        },
        { heading: 'Who claims', isPersonal: true, cell: ({ claimantName }) => claimantName },
        {
          heading: 'Came in',
          isShort: true,
          cell: ({ receivedOn }) => formatDayNear(receivedOn, today),
        },
        { heading: 'State', cell: ({ state }) => <StatusWord {...stateWord(state)} /> },
        {
          heading: 'Sum',
          isFigure: true,
          cell: ({ decidedPence, payablePence }) => {
            const sum = decidedPence ?? payablePence;
            return sum === null ? 'to be priced' : formatPence(sum);
          },
        },
      ]}
    />
  );
}

/** What is still being filled in opens in its form, everything else on its page. */
const addressOf = (id: ClaimSummary['id'], state: ClaimSummary['state']): string =>
  state === 'draft' || state === 'to-sign' ? pathTo.claimForm(id) : pathTo.claim(id);
