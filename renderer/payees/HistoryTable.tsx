import Typography from '@mui/material/Typography';
import type { Details } from '#db/payees/payees.contract';
import { CAME_BY_WORDS } from '#db/payees/payees.contract';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { callWords, closedWords, maskedWords, stateOf, versionWords } from './details-words.ts';

/** Every version of the details, the newest first: who entered it, who checked it, and what became of it. */
export function HistoryTable({ history }: { readonly history: readonly Details[] }) {
  return (
    <DataTable
      label="Versions of the bank details"
      rows={history}
      keyOf={(each) => each.id}
      minWidth="46rem"
      countWords={countOf(history.length, 'version')}
      columns={[
        {
          heading: 'Details',
          isPersonal: true,
          cell: (each) => (
            <>
              {maskedWords(each)}
              <Typography variant="body2" color="textSecondary">
                {versionWords(each)}
              </Typography>
            </>
          ),
        },
        {
          heading: 'State',
          isShort: true,
          cell: (each) => <StatusWord {...stateOf(each)} />,
        },
        {
          heading: 'Entered',
          isPersonal: true,
          cell: (each) => (
            <>
              {`${formatDateNoWeekday(each.enteredOn)}, ${each.enteredBy}`}
              <Typography variant="body2" color="textSecondary">
                {`${CAME_BY_WORDS[each.cameBy]}: ${each.why}`}
              </Typography>
            </>
          ),
        },
        {
          heading: 'Checked, ended',
          isPersonal: true,
          cell: (each) => (
            <>
              {callWords(each)}
              {each.closed !== null && (
                <Typography variant="body2" color="textSecondary">
                  {closedWords(each)}
                </Typography>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
