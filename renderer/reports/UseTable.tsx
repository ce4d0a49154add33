import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { UseRow } from '#db/reports/reports.contract';
import { DataTable } from '../shared/DataTable.tsx';
import { headsOf, hoursOf, shareOf } from './use-figures.ts';

type Props = {
  readonly title: string;
  /** Heading of the first column: 'Room', 'Group'. */
  readonly of: string;
  readonly rows: readonly UseRow[];
  /** Hours open stand only where they mean something: by room and by month. */
  readonly withOpen?: boolean;
  readonly isPersonal?: boolean;
};

/** The figures of the use report by room, group, purpose or month. */
export function UseTable({ title, of, rows, withOpen = false, isPersonal = false }: Props) {
  return (
    <Box component="section" aria-label={title} sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <DataTable
        label={title}
        rows={rows}
        keyOf={(row) => row.key}
        minWidth="52rem"
        columns={[
          { heading: of, cell: (row) => row.words, isPersonal },
          { heading: 'Bookings', isFigure: true, cell: (row) => row.bookings },
          { heading: 'Hours used', isFigure: true, cell: (row) => hoursOf(row.usedMinutes) },
          ...(withOpen
            ? [
                {
                  heading: 'Hours open',
                  isFigure: true,
                  cell: (row: UseRow) =>
                    row.openMinutes === null ? 'not entered' : hoursOf(row.openMinutes),
                },
                { heading: 'Used of open', isFigure: true, cell: (row: UseRow) => shareOf(row) },
              ]
            : []),
          {
            heading: 'Out of office hours',
            isFigure: true,
            cell: (row) => hoursOf(row.outOfHoursMinutes),
          },
          { heading: 'Nobody came', isFigure: true, cell: (row) => row.noShows },
          { heading: 'Cancelled', isFigure: true, cell: (row) => row.cancelled },
          { heading: 'Of these late', isFigure: true, cell: (row) => row.lateCancelled },
          { heading: 'People', isFigure: true, cell: (row) => headsOf(row) },
        ]}
      />
    </Box>
  );
}
