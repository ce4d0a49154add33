import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { dateOf, timeOf } from '#db/shared/local-date';
import { formatMinutes, formatShortDate, formatTime } from '#db/shared/plain-words';
import type { Usage } from '#db/usage/usage.contract';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';

type Props = {
  readonly label: string;
  readonly entries: readonly Usage[];
  readonly countWords: string;
  /** Undefined when the person may not take an entry back. */
  readonly onWithdraw?: ((usage: Usage) => void) | undefined;
};

/** Entries of the usage log (DOC-08): who, for whom, what for, how long, how many pages. */
export function UsageTable({ label, entries, countWords, onWithdraw }: Props) {
  return (
    <DataTable
      label={label}
      rows={entries}
      keyOf={(entry) => entry.id}
      minWidth="48rem"
      countWords={countWords}
      columns={[
        {
          heading: 'When',
          isShort: true,
          cell: (entry) =>
            `${formatShortDate(dateOf(entry.startedAt))}, ${formatTime(timeOf(entry.startedAt))}`,
        },
        {
          heading: 'What',
          cell: (entry) => [entry.facilityName, entry.seatName].filter(Boolean).join(', '),
        },
        {
          heading: 'Who',
          isPersonal: true,
          cell: (entry) => (
            <Link component={RouterLink} to={pathTo.person(entry.personId)}>
              {entry.personName}
            </Link>
          ),
        },
        {
          heading: 'For',
          cell: (entry) => (entry.groupName === '' ? 'themselves' : entry.groupName),
        },
        {
          heading: 'What for',
          isPersonal: true,
          cell: (entry) => entry.purpose,
        },
        {
          heading: 'Time',
          isFigure: true,
          cell: (entry) =>
            entry.minutes === null
              ? 'still open'
              : entry.minutes === 0
                ? ''
                : formatMinutes(entry.minutes),
        },
        { heading: 'Pages', isFigure: true, cell: (entry) => entry.copies || '' },
        { heading: 'In colour', isFigure: true, cell: (entry) => entry.colourCopies || '' },
        ...(onWithdraw === undefined
          ? []
          : [
              {
                heading: 'Change',
                cell: (entry: Usage) => (
                  <Button
                    size="small"
                    aria-label={`Take back the entry of ${entry.personName}, ${formatTime(timeOf(entry.startedAt))}`}
                    onClick={() => onWithdraw(entry)}
                  >
                    Take it back
                  </Button>
                ),
              },
            ]),
      ]}
    />
  );
}
