import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Term } from '#db/officers/officers.contract';
import { postWords } from '#db/officers/officers.rules';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToday } from '../app/session-context.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';

type Props = {
  readonly label: string;
  readonly terms: readonly Term[];
  /** Whose page it stands on; the other side is named in the table. */
  readonly of: 'group' | 'person';
};

/** Terms past, present and to come. */
export function TermsTable({ label, terms, of }: Props) {
  const today = useToday();
  return (
    <DataTable
      label={label}
      rows={terms}
      keyOf={(term) => term.id}
      minWidth="36rem"
      columns={[
        of === 'group'
          ? {
              heading: 'Name',
              isPersonal: true,
              cell: (term) => (
                <Link component={RouterLink} to={pathTo.person(term.personId)}>
                  {term.personName}
                </Link>
              ),
            }
          : {
              heading: 'Group',
              cell: (term) => (
                <Link component={RouterLink} to={pathTo.group(term.groupId)}>
                  {term.groupName}
                </Link>
              ),
            },
        { heading: 'Post', cell: (term) => postWords(term.post) },
        { heading: 'From and to', cell: spanWords },
        { heading: 'Vote', isShort: true, cell: (term) => (term.isVoting ? 'Yes' : 'No') },
        { heading: 'Decided at', cell: (term) => term.meetingThatDecided },
        {
          heading: 'State',
          isShort: true,
          cell: (term) => <StatusWord {...stateOf(term, today)} />,
        },
      ]}
    />
  );
}

const spanWords = ({ from, until }: Term): string =>
  until === null
    ? `${formatDateNoWeekday(from)}, no last day`
    : `${formatDateNoWeekday(from)} to ${formatDateNoWeekday(until)}`;

function stateOf({ from, until }: Term, today: LocalDate) {
  if (from > today) return { tone: 'info', words: 'To come' } as const;
  return until !== null && until < today
    ? ({ tone: 'quiet', words: 'Over' } as const)
    : ({ tone: 'good', words: 'Now' } as const);
}
