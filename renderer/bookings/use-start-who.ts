import type { BookingFormValues } from './booking-form-values.ts';
import { askFor } from '../officers/acts-for.ts';
import { NO_REPEAT } from '../series/repeat-values.ts';
import { useNameOf } from '../diary/calendar.queries.ts';
import type { StartWho } from '../diary/use-bookings-address.ts';

/** What the form starts with when it was opened from words; undefined while the name is being read. */
export function useStartWho(
  who: StartWho,
):
  | Partial<Pick<BookingFormValues, 'booker' | 'actsFor' | 'expectedNumber' | 'repeat'>>
  | undefined {
  const name = useNameOf(who);
  const isNamed = who.groupId !== undefined || who.personId !== undefined;
  if (isNamed && name.isPending) return undefined;
  const said = {
    ...(who.people === undefined ? {} : { expectedNumber: who.people }),
    // The last day fills itself in beside the question whether it repeats.
    ...(who.repeat === undefined ? {} : { repeat: { ...NO_REPEAT, kind: who.repeat } }),
  };
  // A group that is gone since leaves the field to be filled in.
  if (!name.data) return said;
  const id = who.groupId === undefined ? `person:${who.personId}` : `group:${who.groupId}`;
  const booker = { id, title: name.data };
  return { ...said, booker, actsFor: askFor(booker) };
}
