import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useState } from 'react';
import { useController } from 'react-hook-form';
import { compareText, type LocalDate } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';
import { useToday } from '../app/session-context.tsx';
import { describedBy, FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { AddIcon, CloseIcon } from '../shared/icons.tsx';
import { findPickProblem } from './repeat-values.ts';

/** The days beside the first, typed one after the other; Enter adds one and leaves the field for the next. */
export function PickedDatesField({ first }: { readonly first: LocalDate }) {
  const { field } = useController({ name: 'repeat.dates' });
  const { id, error } = useFieldState('repeat.dates');
  const today = useToday();
  const [typed, setTyped] = useState('');
  /** What was wrong with the day when it was to be added; what was typed stays. */
  const [problem, setProblem] = useState<string>();
  const picked = field.value as readonly LocalDate[];
  const read = typed.trim() === '' ? undefined : parseTypedDate(typed, today);

  function add(): void {
    const found = findPickProblem(typed, read, { first, picked, today });
    setProblem(found);
    if (found !== undefined || read === undefined) return;
    field.onChange([...picked, read].toSorted(compareText));
    setTyped('');
  }

  function addOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    add();
  }

  return (
    <FieldFrame
      id={id}
      label="Which other days?"
      hint="Like 24/11, then Enter. The day above is the first of them."
      error={problem ?? error}
      echo={read === undefined ? '' : formatDate(read)}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <OutlinedInput
          id={id}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(undefined);
          }}
          error={problem !== undefined}
          onKeyDown={addOnEnter}
          autoComplete="off"
          slotProps={{
            input: { 'aria-describedby': describedBy(id, { hint: true, error: problem ?? error }) },
          }}
          sx={{ width: '14rem' }}
        />
        <Button variant="outlined" startIcon={<AddIcon />} onClick={add}>
          Add the day
        </Button>
      </Box>
      {picked.length === 0 ? (
        <Typography variant="body2">No other day yet.</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
          {picked
            .filter((date) => date !== first)
            .map((date) => (
              <Box component="li" key={date}>
                <Button
                  startIcon={<CloseIcon />}
                  aria-label={`Take ${formatDate(date)} off`}
                  onClick={() => field.onChange(picked.filter((each) => each !== date))}
                >
                  {formatDate(date)}
                </Button>
              </Box>
            ))}
        </Box>
      )}
    </FieldFrame>
  );
}
