import Box from '@mui/material/Box';
import { type KeyboardEvent, type Ref, useImperativeHandle, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue/queue.contract';
import type { NewSeries } from '#db/bookings/series/series.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { timeOf } from '#db/shared/local-date';
import { ApiError } from '../app/api-client.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { AllowanceWords } from './AllowanceWords.tsx';
import { BookerField } from './BookerField.tsx';
import {
  BookingFormSchema,
  type BookingFormValues,
  type BookingWish,
  PURPOSE_OPTIONS,
  type SavedBooking,
} from './booking-form-values.ts';
import { BookingMore } from './BookingMore.tsx';
import { BookingPreviewPanel } from './BookingPreviewPanel.tsx';
import { ChangedByOther } from './ChangedByOther.tsx';
import { ConditionsToGive } from '../check-in/ConditionsToGive.tsx';
import { LastTimeLine } from './LastTimeLine.tsx';
import { OverrideFields } from './OverrideFields.tsx';
import { useAddWaiting } from '../queue/queue.queries.ts';
import { RepeatFields } from '../series/RepeatFields.tsx';
import { ResponsibleField } from './ResponsibleField.tsx';
import { SaveBar } from './SaveBar.tsx';
import { type StartPlace, useBookingForm } from './use-booking-form.ts';
import { WhoAskedField } from '../queue/WhoAskedField.tsx';
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
  readonly onSaved: (saved: SavedBooking) => void;
  /** A booking that repeats goes on to its list of dates. */
  readonly onSeries: (wanted: NewSeries) => void;
  /** The wish went onto the waiting list instead. */
  readonly onWaiting: (waiting: Waiting) => void;
  readonly onClose: () => void;
};

/** One booking as a sentence: who, when, where, what for, how many. Made for a phone call of forty seconds. */
export function BookingForm({ ref, ...props }: BookingFormProps) {
  const { booking, facilities } = props;
  const state = useBookingForm({
    start: props.start,
    place: props.place ?? {},
    booking,
    onSaved: props.onSaved,
    onSeries: props.onSeries,
  });
  const { contractForm, day, preview } = state;
  const { isDirty } = contractForm.form.formState;
  const { control, setValue } = contractForm.form;
  const [repeatKind, lapsesOn, date, from, until, facilityId] = useWatch({
    control,
    name: ['repeat.kind', 'lapsesOn', 'date', 'from', 'until', 'facilityId'],
  });
  const addWaiting = useWaitInstead(contractForm.form, props.onWaiting);
  useImperativeHandle(ref, () => ({
    hasTyped: () => isDirty,
    discard: contractForm.startAgain,
  }));

  const isMoved =
    booking !== undefined &&
    (booking.facilityId !== facilityId ||
      booking.startsAt !== `${date}T${from}` ||
      timeOf(booking.endsAt) !== (until === '24:00' ? '00:00' : until));
  // After a refusal they stand under the summary, where the focus is; before it, under the day.
  const isRefused = contractForm.problems.length > 0;
  const waysOut = (
    <WaysOutButtons
      changed={booking}
      waysOut={state.waysOut}
      onTakeTime={state.takeTime}
      onTakeRoom={state.takeRoom}
      onOverride={(override) => setValue(`${override}.isOn`, true, { shouldDirty: true })}
      onWait={addWaiting.run}
    />
  );
  const inTheWay = state.lines.find((line) => line.kind === 'problem');

  return (
    <ContractFormBody form={contractForm} label={booking ? 'Change the booking' : 'Book a room'}>
      {isRefused && waysOut}
      <ErrorSummary
        errors={addWaiting.refusal === '' ? [] : [{ field: null, message: addWaiting.refusal }]}
      />
      <ChangedByOther fields={state.merged} onUseTheirs={state.takeTheirs} />
      <Box onKeyDown={keepEnterInChooser}>
        <BookerField takesFocus={booking === undefined} />
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          '& > *': { flex: '1 1 8rem' },
          '& > :last-of-type': { flex: '2 1 14rem' },
        }}
      >
        <TimeField
          name="from"
          endName="until"
          label="From"
          hint="Like 6, 18:30 or 6-8"
          opensAt={opensAt(day, preview?.facility)}
        />
        <TimeField name="until" startName="from" label="Until" hint="Like 8 or 2h" />
        <LocalDateField name="date" label="Which day?" hint="Like 24/11, tue or tomorrow" />
      </Box>
      <SelectField
        name="facilityId"
        label="Where?"
        options={facilities.map(roomOption)}
        emptyWords="Choose a room"
      />
      {preview?.facility !== undefined && preview.facility.units > 1 && (
        <NumberField
          name="units"
          label={`How many ${unitWords(preview.facility)}?`}
          {...(typeof state.forecast?.freeUnits === 'number'
            ? { hint: `${state.forecast.freeUnits} free over the whole time` }
            : {})}
        />
      )}
      {day !== undefined && preview !== undefined && (
        <BookingPreviewPanel day={day} preview={preview} lines={state.lines} exceptId={booking?.id}>
          {!isRefused && waysOut}
        </BookingPreviewPanel>
      )}
      <OverrideFields />
      {isMoved && booking.status === 'confirmed' && <WhoAskedField />}
      <SelectField
        name="purpose"
        label="What is it for?"
        options={PURPOSE_OPTIONS}
        emptyWords="Choose what it is for"
      />
      <Box onKeyDown={keepEnterInChooser}>
        <ResponsibleField />
      </Box>
      {state.last !== null && <LastTimeLine last={state.last} onTake={state.takeAll} />}
      <ConditionsToGive />
      <AllowanceWords />
      <NumberField name="expectedNumber" label="How many people?" unit="people" isOptional />
      <TextField
        name="needs"
        label="What do they need?"
        hint="Tea, hearing loop, interpreter, help to set up"
        isOptional
        isPersonal
      />
      {booking === undefined && <RepeatFields />}
      <BookingMore facility={preview?.facility} canHold={booking === undefined} />
      <SaveBar
        saveWords={saveWordsOf({
          isNew: booking === undefined,
          isRepeating: repeatKind !== 'never',
          isHeld: lapsesOn !== '',
          needsApproval: state.forecast?.needsApproval ?? false,
        })}
        closeWords={booking === undefined ? 'Close without booking' : 'Close without saving'}
        inTheWay={isRefused ? undefined : inTheWay?.words}
        isSending={contractForm.isSending}
        onClose={props.onClose}
      />
    </ContractFormBody>
  );
}

/** What the button does, in the words of what will stand in the diary. */
function saveWordsOf(form: {
  readonly isNew: boolean;
  readonly isRepeating: boolean;
  readonly isHeld: boolean;
  readonly needsApproval: boolean;
}): string {
  if (!form.isNew) return 'Save the changes';
  if (form.isRepeating) return 'See the dates';
  if (form.isHeld) return 'Hold the room';
  return form.needsApproval ? 'Ask for approval' : 'Book the room';
}

/** Instead of a time that is taken: the same wish on the waiting list. */
function useWaitInstead(
  form: UseFormReturn<BookingFormValues, unknown, BookingWish>,
  onWaiting: (waiting: Waiting) => void,
) {
  const addWaiting = useAddWaiting();
  const [refusal, setRefusal] = useState('');

  async function run(): Promise<void> {
    const wish = BookingFormSchema.safeParse(form.getValues()).data?.create;
    if (wish === undefined) return setRefusal('Fill in the rest first, then put them on the list.');
    const { facilityId, date, from, until, units, booker } = wish;
    const { responsiblePersonId, purpose, expectedNumber } = wish;
    try {
      setRefusal('');
      onWaiting(
        await addWaiting.mutateAsync({
          facilityId,
          date,
          from,
          until,
          units: units ?? 1,
          booker,
          responsiblePersonId,
          purpose,
          expectedNumber,
        }),
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
    }
  }
  return { refusal, run: () => void run() };
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
function opensAt(day: DayOfBookings | undefined, facility: Facility | undefined) {
  const open = day?.open.find((each) => each.facilityId === facility?.id);
  const first = open?.spans?.map((span) => span.from).toSorted()[0];
  return first === undefined ? undefined : timeOf(first);
}

function unitWords(facility: Facility): string {
  return facility.unitName === '' ? 'places' : `${facility.unitName}s`;
}
