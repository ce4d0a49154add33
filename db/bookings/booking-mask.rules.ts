import { isAuditor } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import { MASKED } from '#db/people/people.rules';
import type { Booking, BookingCard } from './bookings.contract.ts';

const masked = (text: string): string => (text === '' ? '' : MASKED);

/** The auditor sees rooms, times and groups, not who the people are, what they need, or why somebody acted. */
export function maskBooking(booking: Booking, actor: Actor): Booking {
  if (!isAuditor(actor)) return booking;
  const isPerson = booking.booker.kind === 'person';
  return {
    ...booking,
    bookerName: isPerson ? MASKED : booking.bookerName,
    bookerPhone: MASKED,
    responsibleName: MASKED,
    responsiblePhone: MASKED,
    needs: masked(booking.needs),
    notes: masked(booking.notes),
    accessNeeds: [],
    keyholder: masked(booking.keyholder),
    cancelReason: masked(booking.cancelReason),
    hoursReason: masked(booking.hoursReason),
    lateEntryReason: masked(booking.lateEntryReason),
  };
}

/** Cards do not say whether a group or a person booked, so the auditor reads only the reference. */
export function maskCard(card: BookingCard, actor: Actor): BookingCard {
  return isAuditor(actor)
    ? { ...card, bookerName: card.reference, needs: masked(card.needs) }
    : card;
}

/** Sentences of the program that may name somebody, such as who has a room. */
export function maskWords(words: string, actor: Actor): string {
  return isAuditor(actor) && words !== '' ? MASKED : words;
}
