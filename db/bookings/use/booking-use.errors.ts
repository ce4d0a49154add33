import { defineErrors } from '#db/shared/domain-error';
import { dateOf, type LocalDate, type LocalDateTime, timeOf } from '#db/shared/local-date';
import { formatDate, formatTime } from '#db/shared/plain-words';
import type { BookingStatus } from '../bookings.contract.ts';

const STATE_WORDS: Readonly<Record<Exclude<BookingStatus, 'confirmed'>, string>> = {
  provisional: 'is only held. Confirm the hold first',
  requested: 'waits for approval. Have it approved first',
  offered: 'is an offer. Enter that it was accepted first',
  cancelled: 'is cancelled. Take the cancellation back first, or make a new booking',
  refused: 'was refused. Make a new booking',
  lapsed: 'has lapsed. Make a new booking',
};

/** Every refusal about checking in and out, with the sentence the desk reads. */
export const bookingUseErrors = defineErrors({
  'booking.conditions-missing': {
    sentence: (d: { reference: string; missing: readonly { readonly words: string }[] }) =>
      `${d.reference} cannot be checked in yet. ${d.missing.map((one) => one.words).join(' ')} Hand it over, enter here that it was given, then check in.`,
  },
  'booking.not-to-be-used': {
    sentence: (d: { reference: string; status: Exclude<BookingStatus, 'confirmed'> }) =>
      `${d.reference} ${STATE_WORDS[d.status]}.`,
  },
  'booking.not-today': {
    sentence: (d: { reference: string; date: LocalDate }) =>
      `${d.reference} is for ${formatDate(d.date)}. Check it in on that day, or change its day first.`,
  },
  'booking.checked-in-before': {
    sentence: (d: { reference: string; at: LocalDateTime }) =>
      `${d.reference} was checked in at ${formatTime(timeOf(d.at))} on ${formatDate(dateOf(d.at))}.`,
  },
  'booking.checked-out-before': {
    sentence: (d: { reference: string; at: LocalDateTime }) =>
      `${d.reference} was checked out at ${formatTime(timeOf(d.at))} on ${formatDate(dateOf(d.at))}. Take the check-out back first if it is wrong.`,
  },
  'booking.nobody-came-before': {
    sentence: (d: { reference: string }) =>
      `For ${d.reference} it is on record that nobody came. Take that back first if it is wrong.`,
  },
  'booking.not-checked-in': {
    sentence: (d: { reference: string }) => `${d.reference} was not checked in. Check it in first.`,
  },
  'booking.not-begun': {
    sentence: (d: { reference: string; startsAt: LocalDateTime }) =>
      `${d.reference} begins at ${formatTime(timeOf(d.startsAt))} on ${formatDate(dateOf(d.startsAt))}. Whether nobody came is known after that.`,
  },
  'booking.nothing-to-take-back': {
    sentence: (d: { reference: string }) =>
      `${d.reference} was neither checked in nor marked as not used, so there is nothing to take back.`,
  },
  'booking.calendar-days-reversed': {
    field: 'until',
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the first one, ${formatDate(d.from)}. Enter that day or a later one.`,
  },
  'found.not-here': {
    sentence: (_: { id: string }) =>
      'There is no such thing on the list of what was found. Look at the list again.',
  },
  'found.settled-before': {
    sentence: (d: { what: string }) =>
      `Someone else has entered what became of this meanwhile: ${d.what}. Look at the list again.`,
  },
});
