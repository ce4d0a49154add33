import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Officer } from '#db/officers/officers.contract';
import { postWords } from '#db/officers/officers.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';

type Props = {
  readonly officers: readonly Officer[];
  readonly mayChange: boolean;
  readonly onChange: (officer: Officer) => void;
  readonly onNotify: (officer: Officer) => void;
  readonly onInducted: (officer: Officer) => void;
};

/** Who holds which post, from when to when, with a vote or without, and how to reach them where they agreed to it. */
export function OfficersTable({ officers, mayChange, ...on }: Props) {
  return (
    <DataTable
      label="Officers"
      rows={officers}
      keyOf={(one) => one.id}
      minWidth="44rem"
      columns={[
        { heading: 'Post', cell: (one) => postWords(one.post) },
        {
          heading: 'Name',
          isPersonal: true,
          cell: (one) => (
            <Link component={RouterLink} to={pathTo.person(one.personId)}>
              {one.personName}
            </Link>
          ),
        },
        {
          heading: 'Phone',
          isPersonal: true,
          isShort: true,
          cell: (one) =>
            one.phone === null ? 'Not shared' : one.phone === '' ? 'None' : one.phone,
        },
        { heading: 'First day', cell: (one) => formatDateNoWeekday(one.from) },
        {
          heading: 'Last day',
          cell: (one) => (one.until === null ? 'Not set' : formatDateNoWeekday(one.until)),
        },
        { heading: 'Vote', isShort: true, cell: (one) => (one.isVoting ? 'Yes' : 'No') },
        {
          heading: 'Do',
          cell: (one) => (
            <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
              {mayChange && (
                <Button
                  size="small"
                  aria-label={`Change or end the term: ${nameOf(one)}`}
                  onClick={() => on.onChange(one)}
                >
                  Change or end
                </Button>
              )}
              <Button
                size="small"
                aria-label={`Print the notification: ${nameOf(one)}`}
                onClick={() => on.onNotify(one)}
              >
                Notification
              </Button>
              {one.needsInduction && one.inductionDoneOn === null && (
                <>
                  <StatusWord tone="info" words="Induction to come" />
                  {mayChange && (
                    <Button
                      size="small"
                      aria-label={`Induction done today: ${nameOf(one)}`}
                      onClick={() => on.onInducted(one)}
                    >
                      Done today
                    </Button>
                  )}
                </>
              )}
            </Box>
          ),
        },
      ]}
    />
  );
}

const nameOf = (one: Officer): string => `${postWords(one.post)} ${one.personName}`;
