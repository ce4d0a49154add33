import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ImportPlan } from '#db/imports/imports.contract';
import { countOf } from '#db/shared/plain-words';
import type { FileToImport, ReadingChoice } from './imports.queries.ts';
import { FIELD_WORDS, leftOutColumns } from './plan-rows.ts';

type Props = {
  readonly file: FileToImport;
  readonly plan: ImportPlan;
  readonly onRead: (choice: ReadingChoice) => void;
};

/** As many lines as headings are looked for in, and the one that holds them. */
const FIRST_LINES = 20;

/** How the file is read: which sheet, which line has the headings, which column holds what, and what becomes of new areas. */
export function HowRead({ file, plan, onRead }: Props) {
  const { headingsOn, sheets, unknownAreas } = plan;
  const leftOut = leftOutColumns(plan.headings, plan.columns);
  if (headingsOn === null) return null;
  const lines = [
    ...new Set([...Array.from({ length: FIRST_LINES }, (_, at) => at + 1), headingsOn]),
  ];
  // What was chosen for another sheet or line names other columns.
  const anew = { columns: {} };
  return (
    <>
      {unknownAreas.length > 0 && (
        <FormControlLabel
          label={`Enter ${countOf(unknownAreas.length, 'area')} that ${unknownAreas.length === 1 ? 'is' : 'are'} not here yet: ${unknownAreas.join(', ')}`}
          control={
            <Switch
              checked={file.makesAreas ?? false}
              onChange={(_, makesAreas) => onRead({ columns: plan.columns, makesAreas })}
            />
          }
        />
      )}
      {leftOut.length > 0 && (
        <Typography sx={{ mb: 1 }}>
          {`${leftOut.length === 1 ? 'This column is' : 'These columns are'} not taken: ${leftOut.join(', ')}. Below you can say what they hold.`}
        </Typography>
      )}
      <Box component="details" sx={{ mb: 1 }} open={plan.adds === 0}>
        <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 0.5 }}>
          Which column holds what
        </Box>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            mt: 1,
            alignItems: 'end',
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 12.5rem), 1fr))',
          }}
        >
          {sheets.length > 1 && (
            <Choice
              label="Sheet"
              value={plan.sheet}
              options={sheets}
              onChoose={(sheet) => onRead({ ...anew, sheet, headingsOn: null })}
            />
          )}
          <Choice
            label="Line with the headings"
            value={String(headingsOn)}
            options={lines.map(String)}
            onChoose={(line) => onRead({ ...anew, sheet: plan.sheet, headingsOn: Number(line) })}
          />
          {Object.entries(FIELD_WORDS[plan.kind]).map(([field, words]) => (
            <Choice
              key={field}
              label={words}
              value={plan.columns[field] ?? ''}
              options={plan.headings}
              emptyWords="No column"
              onChoose={(heading) => onRead({ columns: { ...plan.columns, [field]: heading } })}
            />
          ))}
        </Box>
      </Box>
    </>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly emptyWords?: string;
  readonly onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <FormControl>
      <FormLabel htmlFor={id}>{props.label}</FormLabel>
      <NativeSelect
        value={props.value}
        onChange={(event) => props.onChoose(event.target.value)}
        input={<OutlinedInput />}
        inputProps={{ id }}
      >
        {props.emptyWords !== undefined && <option value="">{props.emptyWords}</option>}
        {props.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </NativeSelect>
    </FormControl>
  );
}
