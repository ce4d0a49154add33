import { z } from 'zod';
import {
  type Booking,
  type Booker,
  CreateBooking,
  PLAIN_BOOKING,
  Purpose,
  PURPOSE_WORDS,
} from '#db/bookings/bookings.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { dateOf, LocalEndTime, LocalTime, timeOf } from '#db/shared/local-date';
import type { Choice } from '../shared/ChooserField.tsx';

const fields = CreateBooking.shape;

/** Something picked from a list, with the words shown for it, so that a kept draft still shows them. */
const Chosen = z.object({ id: z.string(), title: z.string(), detail: z.string().exactOptional() });

const chosen = (sentence: string) =>
  Chosen.nullable()
    .refine((choice) => choice !== null, sentence)
    .transform((choice) => choice?.id ?? '');

/** What the booking form holds while it is typed; it comes out as the contract's CreateBooking. */
export const BookingFormSchema = z
  .object({
    booker: chosen('Choose who the booking is for. Type two letters of the name.'),
    responsiblePersonId: chosen(
      'Choose who is responsible on the day. Type two letters of the name.',
    ),
    purpose: z
      .string()
      .refine((value) => Purpose.safeParse(value).success, 'Choose what the room is for.'),
    facilityId: z.string().min(1, 'Choose a room.'),
    date: fields.date,
    from: LocalTime,
    until: LocalEndTime,
    expectedNumber: fields.expectedNumber,
    needs: fields.needs,
    notes: fields.notes,
  })
  .refine((typed) => typed.from < typed.until, {
    path: ['until'],
    message: 'The end is not after the start. Enter an end later than the start.',
  })
  .transform(
    (typed): CreateBooking => ({
      ...PLAIN_BOOKING,
      ...typed,
      booker: bookerOf(typed.booker),
      responsiblePersonId: typed.responsiblePersonId as PersonId,
      purpose: typed.purpose as Purpose,
      facilityId: typed.facilityId as FacilityId,
    }),
  );
export type BookingFormValues = z.input<typeof BookingFormSchema>;

/** The purposes in the order of the contract, as lines of a list. */
export const PURPOSE_OPTIONS = Purpose.options.map((value) => ({
  value,
  words: PURPOSE_WORDS[value],
}));

/** One list holds groups and people, so their ids carry which they are. */
export function bookerChoiceId(booker: Booker): string {
  return booker.kind === 'group' ? `group:${booker.groupId}` : `person:${booker.personId}`;
}

export function bookerOf(choiceId: string): Booker {
  const at = choiceId.indexOf(':');
  const id = choiceId.slice(at + 1);
  return choiceId.startsWith('group:')
    ? { kind: 'group', groupId: id as GroupId }
    : { kind: 'person', personId: id as PersonId };
}

/** The form before anything is typed, at the place in the calendar it was opened from. */
export function newBookingValues(start: {
  readonly facilityId: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
}): BookingFormValues {
  return {
    booker: null,
    responsiblePersonId: null,
    purpose: 'group-meeting',
    expectedNumber: null,
    needs: '',
    notes: '',
    ...start,
  };
}

/** A booking as the form shows it for changing. */
export function valuesOfBooking(booking: Booking): BookingFormValues {
  return {
    booker: choiceOf(bookerChoiceId(booking.booker), booking.bookerName, booking.bookerPhone),
    responsiblePersonId: choiceOf(
      booking.responsiblePersonId,
      booking.responsibleName,
      booking.responsiblePhone,
    ),
    purpose: booking.purpose,
    facilityId: booking.facilityId,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
  };
}

/** A booking as the contract's command asks for it, for putting an earlier state back. */
export function wantedOfBooking(booking: Booking): CreateBooking {
  return {
    ...PLAIN_BOOKING,
    facilityId: booking.facilityId,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    booker: booking.booker,
    responsiblePersonId: booking.responsiblePersonId,
    purpose: booking.purpose,
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
  };
}

/** Midnight of the next day is written 24:00 of this one. */
function endTimeOf(booking: Booking): LocalEndTime {
  return dateOf(booking.endsAt) === dateOf(booking.startsAt)
    ? timeOf(booking.endsAt)
    : ('24:00' as LocalEndTime);
}

function choiceOf(id: string, title: string, detail: string): Choice {
  return detail === '' ? { id, title } : { id, title, detail };
}
