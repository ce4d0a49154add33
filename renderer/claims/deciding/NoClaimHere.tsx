import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { pathTo } from '../../app/paths.ts';
import { useCan } from '../../app/session-context.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';

/** What to do where a list of claims is empty: look at those that wait elsewhere, or what brings the first one. */
export function NoClaimHere(props: {
  readonly counts: Readonly<Record<string, number>>;
  readonly isMine: boolean;
  readonly onShowAll: () => void;
}) {
  const { counts, isMine } = props;
  const mayServe = useCan(DESK_ROLES);
  const mayApprove = useCan(['finance']);
  const maySetRates = useCan(MANAGER_ONLY);
  const isElsewhere = Object.values(counts).some((count) => count > 0);
  if (isElsewhere)
    return (
      <EmptyState
        words={`No claim waits ${isMine ? 'for you' : 'here'}. Others wait for another step or for somebody else.`}
        action={
          <Button variant="outlined" onClick={props.onShowAll}>
            Show all that are open
          </Button>
        }
      />
    );
  if (mayServe)
    return (
      <EmptyState
        words={`No claim waits. When somebody brings what they spent, take their claim; once it is signed it waits here for its papers to be checked.${
          maySetRates ? ' What is paid for is set under “What can be claimed”.' : ''
        }`}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <Button variant="outlined" component={RouterLink} to={pathTo.newClaim()}>
              Take a claim now
            </Button>
            {maySetRates && (
              <Button variant="outlined" component={RouterLink} to={pathTo.claimPolicy()}>
                Look at what can be claimed
              </Button>
            )}
          </Box>
        }
      />
    );
  return (
    <EmptyState
      words={
        mayApprove
          ? 'No claim waits. The desk takes claims and checks their papers; after that they come here to be decided.'
          : 'No claim is open. What was decided and paid stands in the reports.'
      }
      action={
        <Button variant="outlined" component={RouterLink} to={pathTo.claimReports()}>
          Look at the reports
        </Button>
      }
    />
  );
}
