import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Batch, ClaimSummary } from '#db/claims/claims.contract';
import { formatPence } from '#db/shared/money';
import { pathTo } from '../../app/paths.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { MemberFormDialog } from './MemberFormDialog.tsx';

/** The members on a sheet; each signs for themself or gives a form of their own. */
export function MembersTable({
  batch,
  isOpen,
}: {
  readonly batch: Batch;
  readonly isOpen: boolean;
}) {
  const [attaching, setAttaching] = useState<ClaimSummary | null>(null);
  const unsigned = new Set<string>(batch.unsigned);
  if (batch.claims.length === 0)
    return (
      <EmptyState words="No member stands on this sheet yet. Each one’s claim is added and signed by itself." />
    );
  return (
    <>
      <DataTable
        label="Members on the sheet"
        rows={batch.claims}
        keyOf={({ id }) => id}
        minWidth="40rem"
        columns={[
          {
            heading: 'Member',
            isPersonal: true,
            cell: ({ id, claimantName }) => (
              <Link component={RouterLink} to={pathTo.claimForm(id)}>
                {claimantName}
              </Link>
            ),
          },
          { heading: 'Claim', isShort: true, cell: ({ reference }) => reference },
          { heading: 'Costs', isFigure: true, cell: ({ lines }) => lines },
          {
            heading: 'Payable',
            isFigure: true,
            cell: ({ payablePence }) =>
              payablePence === null ? 'to be priced' : formatPence(payablePence),
          },
          {
            heading: 'Own signature',
            cell: (claim) =>
              unsigned.has(claim.id) ? (
                <StatusWord tone="warning" words="Missing" />
              ) : (
                <StatusWord tone="good" words="Signed" />
              ),
          },
          ...(isOpen
            ? [
                {
                  heading: 'What next',
                  cell: (claim: ClaimSummary) =>
                    unsigned.has(claim.id) && (
                      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
                        <Button
                          component={RouterLink}
                          to={pathTo.claimForm(claim.id)}
                          aria-label={`Fill in and sign the claim of ${claim.claimantName}`}
                        >
                          Fill in and sign
                        </Button>
                        <Button
                          onClick={() => setAttaching(claim)}
                          aria-label={`Take in the form that ${claim.claimantName} signed`}
                        >
                          Take in their form
                        </Button>
                      </Box>
                    ),
                },
              ]
            : []),
        ]}
      />
      {attaching !== null && (
        <MemberFormDialog claim={attaching} onClose={() => setAttaching(null)} />
      )}
    </>
  );
}
