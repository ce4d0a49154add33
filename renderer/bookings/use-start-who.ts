import type { BookingFormValues } from './booking-form-values.ts';
import { askFor } from '../officers/acts-for.ts';
import { useNameOf } from '../diary/calendar.queries.ts';
import type { StartWho } from '../diary/use-bookings-address.ts';

/** What the form starts with when it was opened from words; undefined while the name is being read. */
export function useStartWho(
  who: StartWho,
): Partial<Pick<BookingFormValues, 'booker' | 'actsFor' | 'expectedNumber'>> | undefined {
  const name = useNameOf(who);
  const isNamed = who.groupId !== undefined || who.personId !== undefined;
  if (isNamed && name.isPending) return undefined;
  const people = who.people === undefined ? {} : { expectedNumber: who.people };
  // A group that is gone since leaves the field to be filled in.
  if (!name.data) return people;
  const id = who.groupId === undefined ? `person:${who.personId}` : `group:${who.groupId}`;
  const booker = { id, title: name.data };
  return { ...people, booker, actsFor: askFor(booker) };
}
