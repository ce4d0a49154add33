import { useFormContext, useWatch } from 'react-hook-form';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import type { BookingFormValues } from '../bookings/booking-form-values.ts';

const WHO_ASKED = [
  { value: 'holder', words: 'Those who booked it' },
  { value: 'centre', words: 'The centre' },
];
const HOW_AGREED = [
  { value: 'phone', words: 'On the phone' },
  { value: 'in-person', words: 'In person' },
  { value: 'letter', words: 'By letter' },
  { value: 'email', words: 'By e-mail' },
];

/** Who wanted the move; what the centre wants needs the holder's word, because first come is first served (BOOK-03). */
export function WhoAskedField() {
  const { control } = useFormContext<BookingFormValues>();
  const askedBy = useWatch({ control, name: 'askedBy' });
  return (
    <>
      <SelectField name="askedBy" label="Who asked for the move?" options={WHO_ASKED} />
      {askedBy === 'centre' && (
        <>
          <TextField
            name="agreement.agreedBy"
            label="Who agreed to it?"
            hint="A confirmed booking is moved only when its holder agrees"
            isPersonal
          />
          <SelectField name="agreement.how" label="How did they agree?" options={HOW_AGREED} />
        </>
      )}
    </>
  );
}
