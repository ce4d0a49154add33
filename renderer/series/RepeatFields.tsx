import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { LocalDate } from '#db/shared/local-date';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import type { BookingFormValues } from '../bookings/booking-form-values.ts';
import { PickedDatesField } from './PickedDatesField.tsx';
import { repeatOptions, usualEnd } from './repeat-values.ts';

const ON_CLOSED_DAY = [
  { value: 'skip', words: 'Leave them out and keep them as wanted' },
  { value: 'next-open', words: 'Take the next open day' },
  { value: 'keep', words: 'Book them all the same (a manager’s leave)' },
];

/** Whether the booking comes again: how often, until when, and what becomes of closed days. */
export function RepeatFields() {
  const { control, setValue, getValues } = useFormContext<BookingFormValues>();
  const [dateText, kind, endKind] = useWatch({
    control,
    name: ['date', 'repeat.kind', 'repeat.endKind'],
  });
  const date = LocalDate.safeParse(dateText).data;
  const filledEnd = useRef('');
  const isRepeating = kind !== 'never';

  useEffect(() => {
    if (date === undefined || kind === 'never' || kind === 'picked') return;
    const until = getValues('repeat.until');
    if (until !== '' && until !== filledEnd.current) return;
    filledEnd.current = usualEnd(kind, date);
    setValue('repeat.until', filledEnd.current);
  }, [date, kind, getValues, setValue]);

  useEffect(() => {
    if (date === undefined) return;
    // The last Tuesday may be no last one after the day was changed, and a fifth one is always the last.
    const isOffered = repeatOptions(date).some((option) => option.value === kind);
    if (isOffered) return;
    setValue(
      'repeat.kind',
      kind === 'monthly-last-weekday' ? 'monthly-by-weekday' : 'monthly-last-weekday',
    );
  }, [date, kind, setValue]);

  if (date === undefined) return null;
  return (
    <>
      <SelectField name="repeat.kind" label="Does it repeat?" options={repeatOptions(date)} />
      {kind === 'picked' && <PickedDatesField first={date} />}
      {isRepeating && kind !== 'picked' && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '& > *': { flex: '1 1 12rem' } }}>
          <SelectField
            name="repeat.endKind"
            label="How long?"
            options={[
              { value: 'until', words: 'Until a day' },
              { value: 'count', words: 'A number of times' },
            ]}
          />
          {endKind === 'until' ? (
            <LocalDateField name="repeat.until" label="Last day" hint="Like 31 may or +6m" />
          ) : (
            <NumberField name="repeat.count" label="How many times?" unit="times" />
          )}
        </Box>
      )}
      {isRepeating && (
        <SelectField
          name="repeat.onClosedDay"
          label="Days on which the room is closed"
          options={ON_CLOSED_DAY}
        />
      )}
    </>
  );
}
