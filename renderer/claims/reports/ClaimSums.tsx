import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatPence, sumPence } from '#db/shared/money';
import { countOf } from '#db/shared/plain-words';
import { DataTable } from '../../shared/DataTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { type Grouping, type Period, useClaimReport } from './reports.queries.ts';

/** Sums of a time in one way of putting them together, the average time to a decision, and refusals with their reasons. */
export function ClaimSums({ period, by }: { readonly period: Period; readonly by: Grouping }) {
  const report = useClaimReport(period, by);
  if (report.isError)
    return (
      <ProblemPanel
        error={report.error}
        what="The figures"
        onTryAgain={() => void report.refetch()}
      />
    );
  if (report.data === undefined) return <LoadingShape lines={6} />;
  const { rows, averageDaysTenths, refused } = report.data;
  const totalOf = (part: 'claimedPence' | 'decidedPence' | 'paidPence'): string =>
    formatPence(sumPence(...rows.map((row) => row[part])));
  if (rows.length === 0)
    return <EmptyState words="Nothing was claimed in this time. Choose another time above." />;
  return (
    <>
      <Typography sx={{ fontSize: '1.1875rem', fontWeight: 620, mb: 1 }}>
        {averageDaysTenths === null
          ? 'Nothing of it is decided yet.'
          : averageDaysTenths === 0
            ? 'Decided on the day they came in.'
            : `Decided after ${averageDaysTenths / 10} working days on average.`}
      </Typography>
      <DataTable
        label="What was claimed, decided and paid"
        rows={rows}
        keyOf={({ words }) => words}
        minWidth="40rem"
        columns={[
          { heading: 'What', cell: ({ words }) => words, total: 'Together' },
          // One claim may stand in several rows, so that their numbers add up to nothing.
          { heading: 'Claims', cell: ({ claims }) => claims, isFigure: true },
          {
            heading: 'Costs',
            cell: ({ lines }) => lines,
            isFigure: true,
            total: rows.reduce((sum, { lines }) => sum + lines, 0),
          },
          {
            heading: 'Claimed',
            cell: ({ claimedPence }) => formatPence(claimedPence),
            total: totalOf('claimedPence'),
            isFigure: true,
          },
          {
            heading: 'Decided',
            cell: ({ decidedPence }) => formatPence(decidedPence),
            total: totalOf('decidedPence'),
            isFigure: true,
          },
          {
            heading: 'Paid',
            cell: ({ paidPence }) => formatPence(paidPence),
            isFigure: true,
            total: totalOf('paidPence'),
          },
        ]}
      />
      {refused.length > 0 && (
        <Box component="section" aria-labelledby="claims-refused" sx={{ mt: 3 }}>
          <Typography variant="h2" id="claims-refused" sx={{ mb: 1 }}>
            Refused, and why
          </Typography>
          <DataTable
            label="Refused, and why"
            rows={refused}
            keyOf={({ why }) => why}
            columns={[
              { heading: 'Why', cell: ({ why }) => why, isPersonal: true },
              { heading: 'Costs', cell: ({ lines }) => lines, isFigure: true },
              { heading: 'Amount', cell: ({ pence }) => formatPence(pence), isFigure: true },
            ]}
            countWords={countOf(
              refused.reduce((sum, { lines }) => sum + lines, 0),
              'cost',
            )}
          />
        </Box>
      )}
    </>
  );
}
