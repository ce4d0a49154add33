import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ClaimState } from '#db/claims/claims.contract';
import type { ToDecide } from '#db/claims/deciding.contract';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { formatPence, type Pence } from '#db/shared/money';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { FactList } from '../../shared/FactList.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { stateWord } from '../form/claim-state.ts';

const amount = (pence: Pence | null): string =>
  pence === null ? 'no rate yet' : formatPence(pence);

/** A claim in one of these can be late, and free of doubts. */
export const UNDECIDED: readonly ClaimState[] = ['filed', 'verified', 'second'];

/** Who claims, what it comes to, and what this claimant was paid in the year before. */
export function ClaimHead({ found }: { readonly found: ToDecide }) {
  const { claim, lastYear, isClean } = found;
  return (
    <Box component="section" aria-label={`Claim ${claim.reference}`}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="h2">
          <Link component={RouterLink} to={pathTo.claim(claim.id)} color="inherit">
            {claim.reference}
          </Link>
        </Typography>
        <StatusWord {...stateWord(claim.state)} />
        {isClean && UNDECIDED.includes(claim.state) && <StatusWord tone="good" words="No doubts" />}
        {claim.isChangedSinceSigned && <StatusWord tone="warning" words="Changed since signed" />}
      </Box>
      <Typography
        sx={{ fontSize: '1.375rem', fontWeight: 650, mt: 0.5, fontVariantNumeric: 'tabular-nums' }}
      >
        {claim.decidedPence === null
          ? `${amount(claim.payablePence)} payable of ${amount(claim.claimedPence)} claimed`
          : `${amount(claim.decidedPence)} decided of ${amount(claim.claimedPence)} claimed`}
      </Typography>
      <FactList
        facts={[
          { label: 'Who claims', value: <Claimant found={found} />, isPersonal: true },
          ...(claim.filerWords === '' || claim.filerWords === claim.claimantName
            ? []
            : [{ label: 'Brought by', value: claim.filerWords, isPersonal: true }]),
          {
            label: 'To be paid to',
            value: `${claim.payeeName}, ${METHOD_WORDS[claim.method].toLowerCase()}`,
            isPersonal: true,
          },
          {
            label: 'Came in',
            value: `${formatDateNoWeekday(claim.receivedOn)}${claim.promisedBy === null ? '' : `, to be decided by ${formatDateNoWeekday(claim.promisedBy)}`}`,
          },
          {
            label: 'In the year before',
            value:
              lastYear.claims === 0
                ? 'Nothing was paid'
                : `${formatPence(lastYear.pence)} in ${countOf(lastYear.claims, 'claim')}`,
          },
          ...(claim.batch === null
            ? []
            : [
                {
                  label: 'On the sheet',
                  value: (
                    <Link component={RouterLink} to={pathTo.claimSheet(claim.batch.id)}>
                      {claim.batch.reference}
                    </Link>
                  ),
                },
              ]),
          ...(claim.notes === '' ? [] : [{ label: 'Notes', value: claim.notes, isPersonal: true }]),
        ]}
      />
    </Box>
  );
}

function Claimant({ found: { claim } }: { readonly found: ToDecide }) {
  const { claimant, claimantName } = claim;
  const to =
    claimant.kind === 'group' ? pathTo.group(claimant.groupId) : pathTo.person(claimant.personId);
  return (
    <Link component={RouterLink} to={to}>
      {claimantName}
      {claimant.kind === 'staff' ? ' (staff)' : ''}
    </Link>
  );
}
