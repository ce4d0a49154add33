import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { AddIcon, CloseIcon } from '../shared/icons.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

/** Things to stand ready, line by line: one projector, twelve cups. */
export function ThingsWantedField() {
  const { control } = useFormContext<BookingFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'thingsWanted' });
  const { id, error } = useFieldState('thingsWanted');
  return (
    <FieldFrame
      id={id}
      label="What should stand ready?"
      hint="For example: 1 projector, 12 cups. It is kept with the booking and stands on the slip."
      isGroup
      error={error}
    >
      {fields.map((line, place) => (
        <Box
          key={line.id}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'end', mb: 1 }}
        >
          <NumberField name={`thingsWanted.${place}.quantity`} label="How many" />
          <Box sx={{ flex: '1 1 10rem' }}>
            <TextField name={`thingsWanted.${place}.what`} label="What" />
          </Box>
          <Button
            startIcon={<CloseIcon />}
            aria-label={`Take line ${place + 1} off`}
            onClick={() => remove(place)}
          >
            Take off
          </Button>
        </Box>
      ))}
      <Button
        variant="outlined"
        startIcon={<AddIcon />}
        onClick={() => append({ what: '', quantity: 1 })}
      >
        Add a thing
      </Button>
    </FieldFrame>
  );
}
