import { defineErrors } from '#db/shared/domain-error';
import { tooFarAheadWords, tooLongAgoWords } from '#db/shared/entry-range';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { dateOf, timeOf } from '#db/shared/local-date';
import {
  countOf,
  formatDate,
  formatDateNoWeekday,
  formatMinutes,
  formatShortDate,
  formatTime,
  formatTimeRange,
} from '#db/shared/plain-words';

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
  /** The joined room that the other booking is in; absent when it is the room itself. */
  readonly otherFacilityName?: string;
  /** Minutes of the taken time that are set-up or clear-down. */
  readonly minutesAround?: number;
  /** Giving up set-up and clear-down time would make room. */
  readonly canSqueeze?: boolean;
};

/** When a room is open on a day, and why that is not as usual. */
type Closed = {
  readonly facilityName: string;
  readonly date: LocalDate;
  readonly opens: string;
  readonly why?: string;
};

const closedWords = (d: Closed): string => {
  const day = `${formatDate(d.date)}${(d.why ?? '') === '' ? '' : ` (${d.why})`}`;
  return d.opens === ''
    ? `${d.facilityName} is closed on ${day}.`
    : `${d.facilityName} is open ${d.opens} on ${day}.`;
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
        ...(clash.canSqueeze === true
          ? ['An officer or manager can give up set-up and clear-down time to fit it in.']
          : []),
      ];
      const around =
        (clash.minutesAround ?? 0) === 0
          ? ''
          : `, ${formatMinutes(clash.minutesAround ?? 0)} of it to set up and clear,`;
      const where =
        clash.otherFacilityName === undefined ? '' : `, who has ${clash.otherFacilityName}`;
      return `${clash.facilityName} is taken ${span(clash.otherFrom, clash.otherUntil)}${around} by ${clash.otherBookerName} (${clash.otherReference})${where}. ${ways.join(' ')}`;
    },
  },
  'booking.in-the-past': {
    field: 'date',
    sentence: (d: { startsAt: LocalDateTime; now: LocalDateTime }) =>
      `${formatDate(dateOf(d.startsAt))}, ${at(d.startsAt)} has passed. Choose a time from now on, or enter it as a late entry with the reason.`,
  },
  'booking.ends-before-it-starts': {
    field: 'until',
    sentence: (_: Record<string, never>) =>
      'The end is not after the start. Enter an end later than the start.',
  },
  'booking.room-closed': {
    field: 'from',
    sentence: (d: Closed) =>
      `${closedWords(d)} ${d.opens === '' ? 'Choose another day' : 'Choose a time inside those hours'}. A manager can book it all the same, with a keyholder.`,
  },
  'booking.outside-hours-needs-manager': {
    field: 'outsideHours',
    sentence: (d: Closed) =>
      `${closedWords(d)} Only a manager can book it outside these hours, with a keyholder and a reason. Ask a manager, or choose another time.`,
  },
  'booking.longer-than-allowed': {
    field: 'until',
    sentence: (d: { facilityName: string; longestMinutes: number; minutes: number }) =>
      `${d.facilityName} is booked for ${formatMinutes(d.longestMinutes)} at most, and this is ${formatMinutes(d.minutes)}. Choose a shorter time.`,
  },
  'booking.too-far-ahead': {
    field: 'date',
    sentence: (d: { facilityName: string; daysAhead: number; lastDate: LocalDate }) =>
      `${d.facilityName} can be booked ${countOf(d.daysAhead, 'day')} ahead. Choose a day up to ${formatDate(d.lastDate)}.`,
  },
  'booking.beyond-the-diary': {
    field: 'date',
    sentence: (d: { date: LocalDate; lastDay: LocalDate }) => tooFarAheadWords(d.date, d.lastDay),
  },
  'booking.too-long-ago': {
    field: 'date',
    sentence: (d: { date: LocalDate; firstDay: LocalDate }) => tooLongAgoWords(d.date, d.firstDay),
  },
  'booking.hour-left-out': {
    field: 'from',
    sentence: (d: { date: LocalDate; isEnd: boolean }) =>
      `The clocks go forward at 01:00 on ${formatDate(d.date)}, straight to 02:00, so there is no such time to ${d.isEnd ? 'end' : 'start'} that night. Choose a time before 1am or from 2am on.`,
  },
  'booking.hold-out-of-range': {
    field: 'hold',
    sentence: (d: { today: LocalDate; date: LocalDate }) =>
      `A provisional booking lapses between today and the day it is for. Choose a last day from ${formatDate(d.today)} to ${formatDate(d.date)}.`,
  },
  'booking.legal-dispute': {
    field: 'purpose',
    sentence: (_: Record<string, never>) =>
      'The council’s rooms and equipment must not be used for a legal dispute with the council. Choose the purpose it is really for, or do not book.',
  },
  'booking.barred': {
    field: 'booker',
    sentence: (d: {
      who: string;
      scopeWords: string;
      from: LocalDate;
      until: LocalDate | null;
      reason: string;
      reference: string;
      restrictionId: string;
    }) =>
      `${d.who} may not use ${d.scopeWords} from ${formatDateNoWeekday(d.from)}${d.until === null ? ' on' : ` to ${formatDateNoWeekday(d.until)}`} (${d.reference}): ${d.reason} Book something else for them, or ask a manager about lifting or appealing it.`,
  },
  'booking.needs-recognition': {
    field: 'booker',
    sentence: (d: { why: string }) =>
      `${d.why} Free rooms are for recognised groups here. Ask a manager: “Let it go on” on the page of the group allows it with a reason, and then you can book.`,
  },
  'booking.layout-of-another-room': {
    field: 'layoutId',
    sentence: (d: { facilityName: string }) =>
      `${d.facilityName} has no such layout. Choose one of its own, or none.`,
  },
  'booking.too-many-places': {
    field: 'units',
    sentence: (d: { facilityName: string; places: number; outOfOrder: number; wanted: number }) =>
      `${d.facilityName} has ${countOf(d.places, 'place')}${d.outOfOrder === 0 ? '' : `, with ${d.outOfOrder} out of order`}, and ${d.wanted} are asked for. Ask for fewer places.`,
  },
  'booking.no-places': {
    field: 'units',
    sentence: (d: {
      facilityName: string;
      /** '3 free until noon, 8 after' */
      freeWords: string;
      wanted: number;
      freeUnits: number;
      nextFreeFrom: LocalDateTime | null;
    }) =>
      `${d.facilityName} has ${d.freeWords}, and ${countOf(d.wanted, 'place')} ${d.wanted === 1 ? 'is' : 'are'} asked for.${d.freeUnits > 0 ? ` Ask for ${d.freeUnits} or fewer.` : ''}${d.nextFreeFrom === null ? ' Choose another day.' : ` As many are free from ${at(d.nextFreeFrom)}.`}`,
  },
  'booking.squeeze-needs-officer': {
    field: 'squeeze',
    sentence: (_: Record<string, never>) =>
      'Set-up and clear-down time is given up by an officer or a manager. Ask one of them, or choose another time.',
  },
  'booking.agreement-needed': {
    field: 'agreement',
    sentence: (d: { reference: string; bookerName: string }) =>
      `${d.bookerName} asked first and keeps ${d.reference}. Ask them, and enter who agreed to the move and how.`,
  },
  'booking.is-an-offer': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is an offer that waits for an answer. Enter first that it was accepted or declined.`,
  },
  'booking.was-used': {
    sentence: (d: { reference: string }) =>
      `${d.reference} was checked in, or nobody came. Take that back first if it is wrong.`,
  },
  'booking.no-longer-held': {
    sentence: (d: { reference: string; status: string }) =>
      `${d.reference} ${d.status === 'refused' ? 'was refused' : 'has lapsed'} and holds nothing. Make a new booking instead.`,
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
      `${d.facilityName} holds ${countOf(d.capacity, 'person', 'people')} and ${d.expected} are expected. Choose a larger room, or lower the number.`,
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
