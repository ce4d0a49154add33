import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Instant } from '#db/shared/instant';
import { instantOf, type LocalDateTime } from '#db/shared/local-date';
import { type BookingStatus, HOLDING_STATUSES } from '../bookings.contract.ts';

/** One booking as a calendar shows it, in words that may leave the centre. */
export type CalendarEntry = {
  /** The same for the same booking in every file, so that a calendar replaces what it has. */
  readonly uid: string;
  /** The booking's version; a higher one replaces a lower one. */
  readonly version: number;
  readonly status: BookingStatus;
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
};

/**
 * A calendar file (RFC 5545). Times are written as UTC: every calendar program shows them in its own zone, and no table
 * of clock changes has to travel along. `stamp` is the moment at which the file is made.
 */
export function formatCalendar(
  name: string,
  stamp: Instant,
  entries: readonly CalendarEntry[],
): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'TRC Desk', product: 'TRC Desk', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name,
  });
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.version - 1,
      stamp,
      start: instantOf(entry.startsAt),
      end: instantOf(entry.endsAt),
      summary: entry.summary,
      location: entry.location,
      description: entry.description,
      status: statusOf(entry.status),
    });
  return calendar.toString();
}

/** Confirmed, not certain yet, or off: the three states that calendars know. */
function statusOf(status: BookingStatus): ICalEventStatus {
  if (status === 'confirmed') return ICalEventStatus.CONFIRMED;
  return HOLDING_STATUSES.includes(status) ? ICalEventStatus.TENTATIVE : ICalEventStatus.CANCELLED;
}
