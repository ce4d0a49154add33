import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { RegisterLine } from '#db/groups/groups-api.contract';
import { GROUP_KIND_WORDS } from '#db/groups/groups.contract';
import { STATE_WORDS } from '#db/groups/register-words.rules';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToday } from '../app/session-context.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';

/** More than this on one page is read by nobody and drawn slowly. */
const SHOWN_AT_MOST = 200;

/** The groups of a register, each leading to its page. */
export function RegisterTable({ lines }: { readonly lines: readonly RegisterLine[] }) {
  const today = useToday();
  const count = countOf(lines.length, 'group');
  return (
    <DataTable
      label="Groups"
      rows={lines.slice(0, SHOWN_AT_MOST)}
      keyOf={(line) => line.id}
      minWidth="46rem"
      countWords={
        lines.length > SHOWN_AT_MOST
          ? `The first ${SHOWN_AT_MOST} of ${count}. Type more of the name to find the others.`
          : count
      }
      columns={[
        {
          heading: 'Name',
          cell: (line) => (
            <>
              <Link component={RouterLink} to={pathTo.group(line.id)}>
                {line.name}
              </Link>
              {line.endedOn !== null && (
                <Box component="span" sx={{ display: 'block', fontWeight: 400 }}>
                  Ended on {formatDateNoWeekday(line.endedOn)}
                </Box>
              )}
            </>
          ),
        },
        { heading: 'Kind', cell: (line) => GROUP_KIND_WORDS[line.kind] },
        { heading: 'Area', cell: (line) => line.areaNames.join(', ') },
        {
          heading: 'Recognition',
          cell: (line) => (line.state === 'none' ? '' : STATE_WORDS[line.state]),
        },
        {
          heading: 'Due next',
          cell: (line) =>
            line.nextDueOn !== null && (
              <>
                {line.nextDueWords}, {formatDateNoWeekday(line.nextDueOn)}
                {line.nextDueOn < today && (
                  <Box component="span" sx={{ display: 'block' }}>
                    <StatusWord tone="bad" words="Overdue" />
                  </Box>
                )}
              </>
            ),
        },
        { heading: 'Phone', cell: (line) => line.phone, isPersonal: true, isShort: true },
      ]}
    />
  );
}
