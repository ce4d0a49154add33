import { useFormContext, useWatch } from 'react-hook-form';
import type { ActivityPage } from '#db/activities/activities.contract';
import { LocalDate, timeOf } from '#db/shared/local-date';
import { formatTimeRange } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import {
  useActivityKinds,
  useAddActivity,
  useBookingsOn,
  useChangeActivity,
} from './activities.queries.ts';
import {
  ActivityFormSchema,
  type ActivityFormValues,
  COUNCIL,
  GROUP,
  newActivityValues,
  valuesOf,
} from './activity-form-values.ts';

type Closing = {
  readonly onSaved: (saved: ActivityPage) => void;
  readonly onClose: () => void;
};

/** Enters an activity that people may attend. */
export function NewActivityDialog(closing: Closing) {
  const today = useToday();
  return (
    <FormDialog title="New activity" onClose={closing.onClose}>
      <ActivityForm values={newActivityValues(today)} {...closing} />
    </FormDialog>
  );
}

/** Changes what an activity is, when and where. */
export function ChangeActivityDialog({
  activity,
  ...closing
}: Closing & { readonly activity: ActivityPage }) {
  return (
    <FormDialog title={`Change ${activity.reference}`} onClose={closing.onClose}>
      <ActivityForm activity={activity} values={valuesOf(activity)} {...closing} />
    </FormDialog>
  );
}

const LEADERS = [
  { value: COUNCIL, words: 'The council' },
  { value: GROUP, words: 'A group' },
];

function ActivityForm(
  props: Closing & { readonly values: ActivityFormValues; readonly activity?: ActivityPage },
) {
  const { activity, values, onSaved, onClose } = props;
  const add = useAddActivity();
  const change = useChangeActivity();
  const form = useContractForm(ActivityFormSchema, values, {
    draftKey:
      activity === undefined ? 'activity.new' : `activity.${activity.id}.${activity.version}`,
    onSubmit: async (details) =>
      onSaved(
        activity === undefined
          ? await add.mutateAsync(details)
          : await change.mutateAsync({ ...details, id: activity.id, version: activity.version }),
      ),
  });
  return (
    <ContractFormBody form={form} label="Activity">
      <TextField name="title" label="What is it called?" takesFocus={activity === undefined} />
      <FieldRow>
        <KindField own={values.kind} />
        <SelectField name="ledBy" label="Who leads it?" options={LEADERS} />
      </FieldRow>
      <WhichGroup />
      <LocalDateField name="on" label="Which day?" />
      <BookingField activity={activity} />
      <TimeAndPlace />
      <WhatClaimsGoBy />
      <TextField name="notes" label="Notes" lines={2} isOptional isPersonal />
      <FormButtons
        saveWords={activity === undefined ? 'Enter the activity' : 'Save the changes'}
        closeWords="Close without saving"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

/** The council's kinds; one that has left the list since stays with the activity that has it. */
function KindField({ own }: { readonly own: string }) {
  const kinds = useActivityKinds().data ?? [];
  const all = own === '' || kinds.includes(own) ? kinds : [...kinds, own];
  return (
    <SelectField
      name="kind"
      label="What kind is it?"
      emptyWords="Choose the kind"
      options={all.map((kind) => ({ value: kind, words: kind }))}
    />
  );
}

function WhichGroup() {
  const ledBy: unknown = useWatch({ name: 'ledBy' });
  if (ledBy !== GROUP) return null;
  return (
    <WhoField
      name="group"
      label="Which group?"
      hint="Type two letters of the group’s name"
      from="groups"
    />
  );
}

/** Bookings of the chosen day: the day, time and room of the activity are then those of the booking, also once it is moved. */
function BookingField({ activity }: { readonly activity: ActivityPage | undefined }) {
  const { control } = useFormContext();
  const on = LocalDate.safeParse(useWatch({ control, name: 'on' })).data ?? null;
  const day = useBookingsOn(on).data;
  const rooms = new Map(day?.facilities.map((room) => [room.id, room.name]));
  const listed = (day?.bookings ?? []).map((booking) => ({
    value: booking.id as string,
    words: `${rooms.get(booking.facilityId) ?? 'Room'}, ${formatTimeRange(
      timeOf(booking.startsAt),
      timeOf(booking.endsAt),
    )}: ${booking.bookerName}`,
  }));
  // A booking that was cancelled since is no longer among those of the day.
  const own =
    activity?.booking == null || listed.some(({ value }) => value === activity.bookingId)
      ? []
      : [{ value: activity.bookingId ?? '', words: activity.booking.reference }];
  const chosen: unknown = useWatch({ control, name: 'bookingId' });
  if (listed.length + own.length === 0 && chosen === '') return null;
  return (
    <SelectField
      name="bookingId"
      label="Is a room here booked for it?"
      hint="Then its day, time and place are those of the booking, also when that is moved"
      emptyWords="No, I enter when and where"
      options={[...listed, ...own]}
    />
  );
}

function TimeAndPlace() {
  const bookingId: unknown = useWatch({ name: 'bookingId' });
  if (bookingId !== '') return null;
  return (
    <>
      <FieldRow>
        <TimeField name="startsAt" label="From when?" endName="endsAt" isOptional />
        <TimeField name="endsAt" label="Until when?" startName="startsAt" isOptional />
      </FieldRow>
      <TextField name="venue" label="Where is it?" isOptional />
    </>
  );
}

/** What decides, with the council’s rules, for what somebody who attends may claim. */
function WhatClaimsGoBy() {
  const { id, error } = useFieldState('facts');
  return (
    <FieldFrame
      label="What claims go by"
      hint="Lunch is paid on a full day without lunch, for instance; the council’s rules say what for"
      id={id}
      error={error}
      isGroup
    >
      <CheckField name="isFullDay" label="It takes the full day" />
      <br />
      <CheckField name="isLunchProvided" label="Lunch is provided" />
      <br />
      <CheckField name="isTransportProvided" label="Transport is provided" />
      <br />
      <CheckField name="isFunded" label="Individuals are funded to attend it" />
    </FieldFrame>
  );
}
