import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { dateOf, timeOf } from '#db/shared/local-date';
import { formatDate, formatShortDate, formatTime, formatTimeRange } from '#db/shared/plain-words';

const at = (moment: LocalDateTime): string => formatTime(timeOf(moment));
const span = (from: LocalDateTime, until: LocalDateTime): string =>
  formatTimeRange(timeOf(from), timeOf(until));

type Clash = {
  readonly facilityName: string;
  readonly otherId: string;
  readonly otherReference: string;
  readonly otherBookerName: string;
  readonly otherFrom: LocalDateTime;
  readonly otherUntil: LocalDateTime;
  /** First moment from which the room is free for as long as was asked; null when not that day. */
  readonly nextFreeFrom: LocalDateTime | null;
  /** Another room free at the very time asked for; null when there is none. */
  readonly freeRoomId: string | null;
  readonly freeRoomName: string | null;
};

/** Every refusal of the bookings module with the sentence the desk reads. */
export const bookingErrors = defineErrors({
  'booking.clash': {
    field: 'from',
    sentence: (clash: Clash) => {
      const ways = [
        clash.nextFreeFrom === null
          ? 'It has no other free time of that length that day.'
          : `It is free from ${at(clash.nextFreeFrom)}.`,
        ...(clash.freeRoomName === null
          ? []
          : [`${clash.freeRoomName} is free at the time you want.`]),
      ];
      return `${clash.facilityName} is taken ${span(clash.otherFrom, clash.otherUntil)} by ${clash.otherBookerName} (${clash.otherReference}). ${ways.join(' ')}`;
    },
  },
  'booking.in-the-past': {
    field: 'date',
    sentence: (d: { startsAt: LocalDateTime; now: LocalDateTime }) =>
      `${formatDate(dateOf(d.startsAt))}, ${at(d.startsAt)} has passed. Choose a time from now on.`,
  },
  'booking.ends-before-it-starts': {
    field: 'until',
    sentence: (_: Record<string, never>) =>
      'The end is not after the start. Enter an end later than the start.',
  },
  'booking.room-closed': {
    field: 'from',
    sentence: (d: { facilityName: string; date: LocalDate; opens: string }) =>
      d.opens === ''
        ? `${d.facilityName} is closed on ${formatDate(d.date)}. Choose another day.`
        : `${d.facilityName} is open ${d.opens} on ${formatDate(d.date)}. Choose a time inside those hours.`,
  },
  'booking.not-bookable': {
    field: 'facilityId',
    sentence: (d: { facilityName: string }) =>
      `${d.facilityName} is for walking in during office hours and takes no bookings then. Book it outside office hours, or choose another room.`,
  },
  'booking.room-not-in-use': {
    field: 'facilityId',
    sentence: (d: { facilityName: string }) =>
      `${d.facilityName} is no longer in use. Choose another room.`,
  },
  'booking.too-many-people': {
    field: 'expectedNumber',
    sentence: (d: { facilityName: string; capacity: number; expected: number }) =>
      `${d.facilityName} holds ${d.capacity} people and ${d.expected} are expected. Choose a larger room, or lower the number.`,
  },
  'booking.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such booking here. It may belong to another centre; look for it by name or reference.',
  },
  'booking.changed-by-someone-else': {
    sentence: (d: { reference: string; who: string; at: string; changes: readonly string[] }) =>
      `${d.who} changed ${d.reference} at ${d.at}, while you had it open. What you typed is still here. ${d.changes.join(' ')} Check it, then save again.`,
  },
  'booking.already-cancelled': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is cancelled. Take the cancellation back first, or make a new booking.`,
  },
  'booking.not-cancelled': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is not cancelled, so there is nothing to take back.`,
  },
  'booking.slot-gone': {
    sentence: (d: {
      facilityName: string;
      otherBookerName: string;
      otherReference: string;
      otherFrom: LocalDateTime;
      otherUntil: LocalDateTime;
    }) =>
      `The time is no longer free: ${d.otherBookerName} has ${d.facilityName} ${span(d.otherFrom, d.otherUntil)} on ${formatShortDate(dateOf(d.otherFrom))} (${d.otherReference}). Make a new booking at another time.`,
  },
});
