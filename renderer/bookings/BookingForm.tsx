import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type Ref, useImperativeHandle } from 'react';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { weekdayOf } from '#db/shared/local-date';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { BookerField } from './BookerField.tsx';
import { type BookingFormValues, PURPOSE_OPTIONS } from './booking-form-values.ts';
import { BookingPreviewPanel } from './BookingPreviewPanel.tsx';
import { ChangedByOther } from './ChangedByOther.tsx';
import { ResponsibleField } from './ResponsibleField.tsx';
import { type StartPlace, useBookingForm } from './use-booking-form.ts';
import { WaysOutButtons } from './WaysOutButtons.tsx';

/** What the dialog around the form may ask of it. */
export type BookingFormHandle = {
  readonly hasTyped: () => boolean;
  /** Forgets what was typed, the kept draft too. */
  readonly discard: () => void;
};

type BookingFormProps = {
  readonly ref?: Ref<BookingFormHandle>;
  readonly start: BookingFormValues;
  /** What was clicked in the calendar; it wins over a kept draft. */
  readonly place?: StartPlace;
  readonly booking?: Booking;
  readonly facilities: readonly Facility[];
  readonly onSaved: (saved: Booking) => void;
  readonly onClose: () => void;
};

/** One booking as a sentence: who, what for, where, when, how many. Made for a phone call of forty seconds. */
export function BookingForm({
  ref,
  start,
  place = {},
  booking,
  facilities,
  onSaved,
  onClose,
}: BookingFormProps) {
  const state = useBookingForm({ start, place, booking, onSaved });
  const { contractForm, day, preview } = state;
  const { isDirty } = contractForm.form.formState;
  useImperativeHandle(ref, () => ({
    hasTyped: () => isDirty,
    discard: contractForm.startAgain,
  }));

  // After a refusal they stand under the summary, where the focus is; before it, under the day.
  const isRefused = contractForm.problems.length > 0;
  const waysOut = (
    <WaysOutButtons
      waysOut={state.waysOut}
      onTakeTime={state.takeTime}
      onTakeRoom={state.takeRoom}
    />
  );
  const inTheWay = preview?.lines.find((line) => line.kind === 'problem');

  return (
    <ContractFormBody form={contractForm} label={booking ? 'Change the booking' : 'Book a room'}>
      {isRefused && waysOut}
      <ChangedByOther fields={state.merged} onUseTheirs={state.takeTheirs} />
      <Box onKeyDown={keepEnterInChooser} sx={{ display: 'grid', gap: 2.5 }}>
        <BookerField takesFocus={booking === undefined} />
        <ResponsibleField />
      </Box>
      <SelectField
        name="purpose"
        label="What is it for?"
        options={PURPOSE_OPTIONS}
        emptyWords="Choose what it is for"
      />
      <SelectField
        name="facilityId"
        label="Where?"
        options={facilities.map(roomOption)}
        emptyWords="Choose a room"
      />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          '& > *': { flex: '1 1 8rem' },
          '& > :first-of-type': { flex: '2 1 14rem' },
        }}
      >
        <LocalDateField name="date" label="Which day?" hint="Like 24/11, tue or tomorrow" />
        <TimeField
          name="from"
          label="From"
          hint="Like 6 or 18:30"
          opensAt={opensAt(preview?.facility, day?.date)}
        />
        <TimeField name="until" startName="from" label="Until" hint="Like 8 or 2h" />
      </Box>
      {day !== undefined && preview !== undefined && (
        <BookingPreviewPanel day={day} preview={preview} exceptId={booking?.id}>
          {!isRefused && waysOut}
        </BookingPreviewPanel>
      )}
      <NumberField name="expectedNumber" label="How many people?" unit="people" isOptional />
      <TextField
        name="needs"
        label="What do they need?"
        hint="Layout, tea, hearing loop, ramp"
        isOptional
        isPersonal
      />
      <TextField name="notes" label="Notes for the desk" lines={2} isOptional isPersonal />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          paddingBlock: 1.5,
          backgroundColor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
          // In reach while the form scrolls, where there is height for it; the dialog keeps focused fields clear of it.
          '@media (min-width: 40rem) and (min-height: 36rem)': {
            position: 'sticky',
            bottom: '-1.25rem',
            zIndex: 1,
          },
        }}
      >
        {inTheWay !== undefined && !isRefused && (
          <Typography
            variant="body2"
            data-personal=""
            sx={{
              display: 'none',
              flexBasis: '100%',
              color: 'error.main',
              fontWeight: 600,
              '@media (min-width: 40rem) and (min-height: 36rem)': { display: 'block' },
            }}
          >
            {inTheWay.words}
          </Typography>
        )}
        <Button type="submit" variant="contained" disabled={contractForm.isSending}>
          {booking === undefined ? 'Book the room' : 'Save the changes'}
        </Button>
        <Button variant="outlined" onClick={onClose}>
          {booking === undefined ? 'Close without booking' : 'Close without saving'}
        </Button>
      </Box>
    </ContractFormBody>
  );
}

/** Enter in a chooser picks from its list; with nothing to pick it must not send half a booking. */
function keepEnterInChooser(event: KeyboardEvent): void {
  const isChooser = (event.target as HTMLElement).getAttribute('role') === 'combobox';
  if (event.key === 'Enter' && !event.ctrlKey && isChooser) event.preventDefault();
}

function roomOption(facility: Facility) {
  const facts = [
    ...(facility.capacity === null ? [] : [`holds ${facility.capacity}`]),
    ...(facility.isBookable ? [] : ['walk in, booked out of hours only']),
  ];
  return {
    value: facility.id,
    words: facts.length === 0 ? facility.name : `${facility.name} (${facts.join(', ')})`,
  };
}

/** When the room opens that day: it decides whether a bare 7 is morning or evening. */
function opensAt(
  facility: Facility | undefined,
  date: Parameters<typeof weekdayOf>[0] | undefined,
) {
  if (date === undefined) return undefined;
  const weekday = weekdayOf(date);
  return facility?.hours
    ?.filter((span) => span.weekday === weekday)
    .map((span) => span.opensAt)
    .toSorted()[0];
}
