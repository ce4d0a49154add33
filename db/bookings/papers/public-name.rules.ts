// [browser-safe]
import { type LocalDateTime, type LocalEndTime, timeOf } from '#db/shared/local-date';
import type { Booking, BookingStatus } from '../bookings.contract.ts';

/**
 * Who stands on papers and files that go round: the name only where the booker agreed (PPL-10). Needs and phones are on
 * none of them.
 */
export function publicName(
  booking: Pick<Booking, 'mayShowName' | 'bookerName' | 'status'>,
): string {
  if (booking.mayShowName) return booking.bookerName;
  return booking.status === 'confirmed' ? 'Booked' : 'Held';
}

/** States in the words of papers. */
export const STATUS_WORDS: Readonly<Record<BookingStatus, string>> = {
  provisional: 'Held',
  requested: 'Waits for approval',
  offered: 'Offered',
  confirmed: 'Confirmed',
  cancelled: 'Cancelled',
  refused: 'Refused',
  lapsed: 'Lapsed',
};

/** The end of a time; midnight is the end of its day and not the beginning of the next. */
export function endOfDayTime(moment: LocalDateTime): LocalEndTime {
  const time = timeOf(moment);
  return time === '00:00' ? ('24:00' as LocalEndTime) : time;
}

/** When the use of a booking ends. */
export function endTimeOf(booking: Pick<Booking, 'endsAt'>): LocalEndTime {
  return endOfDayTime(booking.endsAt);
}
