import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ColumnChoices, ImportPlan, ImportRow } from '#db/imports/imports.contract';
import { countOf } from '#db/shared/plain-words';
import { DataTable } from '../shared/DataTable.tsx';
import { SaveFileButton } from '../shared/SaveFileButton.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { type FileToImport, problemRows } from './imports.queries.ts';
import { FIELD_WORDS, rowsInOrder } from './plan-rows.ts';

type Props = {
  readonly file: FileToImport;
  readonly plan: ImportPlan;
  /** Other columns were chosen: the file is looked at again. */
  readonly onColumns: (columns: ColumnChoices) => void;
};

const OUTCOMES: Readonly<
  Record<ImportRow['outcome'], { tone: 'good' | 'bad' | 'quiet'; words: string }>
> = {
  add: { tone: 'good', words: 'Will be added' },
  problem: { tone: 'bad', words: 'Cannot be added' },
  skip: { tone: 'quiet', words: 'Left out' },
};

/** More rows than this are not drawn at once; the problems are always shown first. */
const ROWS_SHOWN = 200;

/** Exactly what an import would do, row by row, with the rows that need mending first. */
export function PlanTable({ file, plan, onColumns }: Props) {
  const [onlyProblems, setOnlyProblems] = useState(false);
  const rows = rowsInOrder(plan.rows, onlyProblems && plan.problems + plan.skips > 0);
  return (
    <Box component="section" aria-label="What the import would do">
      <Typography variant="h2" sx={{ mb: 1 }} aria-live="polite">
        {[
          `${countOf(plan.adds, 'row')} will be added`,
          ...(plan.problems === 0 ? [] : [`${plan.problems} cannot be added`]),
          ...(plan.skips === 0 ? [] : [`${plan.skips} left out`]),
        ].join(', ')}
      </Typography>
      {plan.headings.length > 0 && <Columns plan={plan} onColumns={onColumns} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        {plan.problems + plan.skips > 0 && (
          <FormControlLabel
            label="Show only rows that will not be added"
            control={<Switch checked={onlyProblems} onChange={(_, on) => setOnlyProblems(on)} />}
          />
        )}
        {plan.problems > 0 && (
          <SaveFileButton
            words="Save these rows as a file to mend"
            isLong
            load={problemRows({ ...file, columns: plan.columns })}
          />
        )}
      </Box>
      <DataTable
        label="Rows of the file"
        rows={rows.slice(0, ROWS_SHOWN)}
        keyOf={(row) => String(row.line)}
        minWidth="44rem"
        countWords={
          rows.length > ROWS_SHOWN
            ? `The first ${ROWS_SHOWN} of ${countOf(rows.length, 'row')}.`
            : countOf(rows.length, 'row')
        }
        columns={[
          { heading: 'Line', cell: (row) => row.line, isFigure: true, width: '4rem' },
          {
            heading: 'What happens',
            isShort: true,
            cell: (row) => (
              <StatusWord tone={OUTCOMES[row.outcome].tone} words={OUTCOMES[row.outcome].words} />
            ),
          },
          { heading: 'Booking', cell: (row) => row.words, isPersonal: true },
          {
            heading: 'Why, and what else it makes',
            isPersonal: true,
            cell: (row) => [row.why, ...row.alsoMakes].filter((part) => part !== '').join('. '),
          },
        ]}
      />
    </Box>
  );
}

function Columns({ plan, onColumns }: Pick<Props, 'plan' | 'onColumns'>) {
  const id = useId();
  return (
    <Box component="details" sx={{ mb: 1 }} open={plan.adds === 0}>
      <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 0.5 }}>
        Which column holds what
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1 }}>
        {Object.entries(FIELD_WORDS).map(([field, words]) => (
          <FormControl key={field}>
            <FormLabel htmlFor={`${id}-${field}`}>{words}</FormLabel>
            <NativeSelect
              value={plan.columns[field] ?? ''}
              onChange={(event) => onColumns({ ...plan.columns, [field]: event.target.value })}
              input={<OutlinedInput />}
              inputProps={{ id: `${id}-${field}` }}
            >
              <option value="">No column</option>
              {plan.headings.map((heading) => (
                <option key={heading} value={heading}>
                  {heading}
                </option>
              ))}
            </NativeSelect>
          </FormControl>
        ))}
      </Box>
    </Box>
  );
}
