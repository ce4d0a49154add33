import type { BookingCard, BookingStatus } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import type { LocalDateTime, LocalEndTime } from '#db/shared/local-date';
import { countOf, formatTimeRange } from '#db/shared/plain-words';

/** '6pm to 8pm'; an end at midnight reads as midnight. */
export function formatSpan(from: LocalDateTime, until: LocalDateTime): string {
  return formatTimeRange(from.slice(11) as LocalEndTime, until.slice(11) as LocalEndTime);
}

/** Short enough for a corner of the calendar: '2 h 15', '45 min', '3 h'. */
export function formatHours(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** BOOK-04; where there is no room for the words, the moon stands for them and they are its description. */
export const OUT_OF_HOURS = 'Out of hours';

/** What a booking is while it is not simply confirmed; the calendar draws each of them with a line of its own. */
const STATUS_WORDS: Readonly<Partial<Record<BookingStatus, string>>> = {
  provisional: 'Provisional',
  requested: 'Waits for approval',
  offered: 'Offered',
};

/** Where its people are, once that is known. */
const ATTENDANCE_WORDS = { expected: '', in: '✓ Here', out: '✓ Left', 'no-show': 'Did not come' };

/** Whether its people came and whether it is settled, in the words that stand beside its shape. */
export function statusWords(booking: BookingCard): readonly string[] {
  return [ATTENDANCE_WORDS[booking.attendance], STATUS_WORDS[booking.status] ?? ''].filter(
    (words) => words !== '',
  );
}

/** Everything about a booking that is out of the ordinary. */
export function stateWords(booking: BookingCard): readonly string[] {
  return [...statusWords(booking), ...(booking.isOutOfHours ? [OUT_OF_HOURS] : [])];
}

/** '3 computers', for a booking of places in a facility that has several; empty for a whole room. */
export function placesWords(booking: BookingCard, facility: Facility | undefined): string {
  if (facility === undefined || facility.units === 1) return '';
  return countOf(booking.units, facility.unitName === '' ? 'place' : facility.unitName);
}

/** Who a booking is for, as one text that is the same for all bookings of that group or person. */
export function bookerKey(booking: BookingCard): string {
  const { booker } = booking;
  return booker.kind === 'group' ? booker.groupId : booker.personId;
}

/** The classes that draw a booking's state: its line, its moon, its tick. */
export function stateClasses(booking: BookingCard): string {
  return [
    ...(booking.status === 'confirmed' ? [] : [booking.status]),
    ...(booking.isOutOfHours ? ['out-of-hours'] : []),
    ...(booking.attendance === 'expected' ? [] : [booking.attendance]),
  ].join(' ');
}
