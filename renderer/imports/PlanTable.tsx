import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ImportPlan, ImportRow } from '#db/imports/imports.contract';
import { countOf } from '#db/shared/plain-words';
import { DataTable } from '../shared/DataTable.tsx';
import { SaveFileButton } from '../shared/SaveFileButton.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { HowRead } from './HowRead.tsx';
import { type FileToImport, problemRows, type ReadingChoice } from './imports.queries.ts';
import { rowsInOrder, THING_WORDS } from './plan-rows.ts';

type Props = {
  readonly file: FileToImport;
  readonly plan: ImportPlan;
  /** Something of how the file is read was chosen otherwise: it is looked at again. */
  readonly onRead: (choice: ReadingChoice) => void;
  /** Lines that may be on record already and are added all the same. */
  readonly doubles: ReadonlySet<number>;
  readonly onDoubles: (lines: ReadonlySet<number>) => void;
};

const OUTCOMES: Readonly<
  Record<ImportRow['outcome'], { tone: 'good' | 'bad' | 'quiet' | 'warning'; words: string }>
> = {
  add: { tone: 'good', words: 'Will be added' },
  double: { tone: 'warning', words: 'May be here already' },
  problem: { tone: 'bad', words: 'Cannot be added' },
  skip: { tone: 'quiet', words: 'Left out' },
};

/** More rows than this are not drawn at once; the problems are always shown first. */
const ROWS_SHOWN = 200;

/** Exactly what an import would do, row by row, with the rows that need mending first. */
export function PlanTable({ file, plan, onRead, doubles, onDoubles }: Props) {
  const [onlyProblems, setOnlyProblems] = useState(false);
  const notAdded = plan.problems + plan.skips + plan.doubles;
  const rows = rowsInOrder(plan.rows, onlyProblems && notAdded > 0);
  const tick = (line: number, isOn: boolean): void =>
    onDoubles(new Set(isOn ? [...doubles, line] : [...doubles].filter((one) => one !== line)));
  return (
    <Box component="section" aria-label="What the import would do">
      <Typography variant="h2" sx={{ mb: 1 }} aria-live="polite">
        {[
          `${countOf(plan.adds + doubles.size, 'row')} will be added`,
          ...(plan.problems === 0 ? [] : [`${plan.problems} cannot be added`]),
          ...(plan.doubles === doubles.size
            ? []
            : [`${plan.doubles - doubles.size} may be here already`]),
          ...(plan.skips === 0 ? [] : [`${plan.skips} left out`]),
        ].join(', ')}
      </Typography>
      <HowRead file={file} plan={plan} onRead={onRead} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        {notAdded > 0 && (
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
              <>
                <StatusWord tone={OUTCOMES[row.outcome].tone} words={OUTCOMES[row.outcome].words} />
                {row.outcome === 'double' && (
                  <FormControlLabel
                    label="Add it all the same"
                    control={
                      <Checkbox
                        checked={doubles.has(row.line)}
                        onChange={(_, isOn) => tick(row.line, isOn)}
                        slotProps={{
                          input: { 'aria-label': `Add it all the same, line ${row.line}` },
                        }}
                      />
                    }
                  />
                )}
              </>
            ),
          },
          { heading: THING_WORDS[plan.kind].heading, cell: (row) => row.words, isPersonal: true },
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
