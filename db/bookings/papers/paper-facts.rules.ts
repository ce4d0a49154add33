import type { OpenDay } from '#db/calendar/calendar.contract';
import { ACCESS_WORDS } from '#db/facilities/facilities.contract';
import {
  dateOf,
  type LocalEndTime,
  type LocalTime,
  localDateTimeOf,
  timeOf,
} from '#db/shared/local-date';
import {
  countOf,
  formatDateNoWeekday,
  formatDateTime,
  formatMinutes,
  formatTime,
  formatTimeRange,
  joinWords,
} from '#db/shared/plain-words';
import type { Booking, Squeeze } from '../bookings.contract.ts';
import { endOfDayTime } from './public-name.rules.ts';

/** The longer time for which a room is kept; null without set-up and clear-down. */
export function heldOf(booking: Booking): { from: LocalTime; until: LocalEndTime } | null {
  if (booking.heldFrom === booking.startsAt && booking.heldUntil === booking.endsAt) return null;
  return { from: timeOf(booking.heldFrom), until: endOfDayTime(booking.heldUntil) };
}

type StateWords = { title: string; line: string; holdsRoom: boolean };

/** What a slip says first of a booking that is not plainly confirmed. */
export function stateOf(booking: Booking): StateWords | null {
  switch (booking.status) {
    case 'provisional':
      return {
        title: 'Held for you',
        line: `This booking is not confirmed. It lapses${booking.lapsesOn === null ? '' : ` after ${formatDateNoWeekday(booking.lapsesOn)}`} unless you tell us that you want it.`,
        holdsRoom: true,
      };
    case 'requested':
      return {
        title: 'Asked for',
        line: 'This booking is not confirmed. It waits for approval; we will tell you.',
        holdsRoom: true,
      };
    case 'offered':
      return {
        title: 'Offered to you',
        line: `This booking is not confirmed. The offer stands${booking.offerUntil === null ? '' : ` until ${formatDateTime(localDateTimeOf(booking.offerUntil))}`}. Tell us whether you want it.`,
        holdsRoom: true,
      };
    case 'refused':
      return {
        title: 'Refused',
        line: `This booking was refused.${booking.cancelReason === '' ? '' : ` Reason: ${booking.cancelReason}`}`,
        holdsRoom: false,
      };
    case 'lapsed':
      return {
        title: 'Lapsed',
        line: 'This booking has lapsed and holds nothing.',
        holdsRoom: false,
      };
    case 'confirmed':
    case 'cancelled':
      return null;
  }
}

/** What only some bookings have, in the order in which the slip has it. */
export function moreOf(
  booking: Booking,
  beside: { readonly unitName: string; readonly series: string; readonly directions: string },
): { label: string; value: string }[] {
  const fields: readonly (readonly [string, string])[] = [
    ['Places', booking.units === 1 ? '' : placesOf(booking, beside.unitName)],
    ['Layout', booking.layoutName],
    ['Access needs', accessOf(booking)],
    ['Stands ready', thingsOf(booking)],
    ['Crèche', crecheOf(booking)],
    ['Repeats', beside.series],
    ['Opens and locks up', booking.keyholder],
    ['How to get here', beside.directions],
  ];
  return fields.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** What the desk makes ready for a booking, and time it gave up or gained, a line each. */
export function setUpOf(
  booking: Booking,
  beside: { readonly unitName: string; readonly squeezes: readonly Squeeze[] },
): readonly string[] {
  const lines = [
    booking.units === 1 ? '' : placesOf(booking, beside.unitName),
    booking.layoutName === '' ? '' : `Layout: ${booking.layoutName}`,
    booking.heldFrom === booking.startsAt
      ? ''
      : `Set-up from ${formatTime(timeOf(booking.heldFrom))}`,
    booking.heldUntil === booking.endsAt
      ? ''
      : `Clear-down until ${formatTime(endOfDayTime(booking.heldUntil))}`,
    ...beside.squeezes.map((squeeze) => squeezeWords(booking, squeeze)),
    accessOf(booking),
    thingsOf(booking),
    crecheOf(booking) === '' ? '' : `Crèche: ${crecheOf(booking)}`,
    booking.keyholder === '' ? '' : `Opens and locks up: ${booking.keyholder}`,
  ];
  return lines.filter((line) => line !== '');
}

/** 'Gave up 15 minutes of set-up to BKG-2027-0042', on both bookings. */
function squeezeWords(booking: Booking, squeeze: Squeeze): string {
  const what = `${formatMinutes(squeeze.minutes)} of ${squeeze.part === 'setup' ? 'set-up' : 'clear-down'}`;
  if (squeeze.fromBookingId === squeeze.forBookingId) return `Does with ${what} less`;
  return squeeze.fromBookingId === booking.id
    ? `Gave up ${what} to ${squeeze.forReference}`
    : `Got ${what} from ${squeeze.fromReference}`;
}

const placesOf = (booking: Booking, unitName: string): string =>
  countOf(booking.units, unitName === '' ? 'place' : unitName);

const accessOf = (booking: Booking): string =>
  joinWords(booking.accessNeeds.map((need) => ACCESS_WORDS[need]));

const thingsOf = (booking: Booking): string =>
  joinWords(booking.thingsWanted.map(({ what, quantity }) => `${quantity} ${what}`));

const crecheOf = (booking: Booking): string =>
  booking.crechePlaces === 0 ? '' : countOf(booking.crechePlaces, 'child', 'children');

type AttendanceFacts = {
  inAt: LocalTime | null;
  outAt: LocalTime | null;
  people: number | null;
  isNoShow: boolean;
};

/** What is known of a booking's day, for the paper at the desk. */
export function attendanceFacts(booking: Booking): AttendanceFacts {
  const { checkedInAt, checkedOutAt } = booking;
  return {
    inAt: checkedInAt === null ? null : timeOf(localDateTimeOf(checkedInAt)),
    outAt: checkedOutAt === null ? null : timeOf(localDateTimeOf(checkedOutAt)),
    people: booking.headcount,
    isNoShow: booking.attendance === 'no-show',
  };
}

/** Hours of an unusual day and why; empty on an ordinary day and on one that is closed all day. */
export function openingNote(day: OpenDay): string {
  if (day.why === '' || day.spans === null || day.spans.length === 0) return '';
  const spans = day.spans.map((span) =>
    formatTimeRange(
      timeOf(span.from),
      dateOf(span.until) === day.date ? timeOf(span.until) : endOfDayTime(span.until),
    ),
  );
  return `Open ${joinWords(spans)}: ${day.why}`;
}
