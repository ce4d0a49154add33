import { isAuditor } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import { MASKED } from '#db/people/people.rules';
import type { Booking, BookingCard } from './bookings.contract.ts';

/** The auditor sees rooms, times and groups, not who the people are or what they need. */
export function maskBooking(booking: Booking, actor: Actor): Booking {
  if (!isAuditor(actor)) return booking;
  const isPerson = booking.booker.kind === 'person';
  return {
    ...booking,
    bookerName: isPerson ? MASKED : booking.bookerName,
    bookerPhone: MASKED,
    responsibleName: MASKED,
    responsiblePhone: MASKED,
    needs: booking.needs === '' ? '' : MASKED,
    notes: booking.notes === '' ? '' : MASKED,
    accessNeeds: [],
    keyholder: booking.keyholder === '' ? '' : MASKED,
  };
}

/** Cards do not say whether a group or a person booked, so the auditor reads only the reference. */
export function maskCard(card: BookingCard, actor: Actor): BookingCard {
  return isAuditor(actor)
    ? { ...card, bookerName: card.reference, needs: card.needs === '' ? '' : MASKED }
    : card;
}

/** Sentences of the program that may name somebody, such as who has a room. */
export function maskWords(words: string, actor: Actor): string {
  return isAuditor(actor) && words !== '' ? MASKED : words;
}
