import type { DomainError } from '#db/shared/domain-error';
import { findOutOfRange } from '#db/shared/entry-range';
import { addDays, dateOf, minutesBetween, timeOf, timesOnClock } from '#db/shared/local-date';
import { bookingErrors } from './bookings.errors.ts';
import type { Span } from './bookings.rules.ts';
import type { AskedTime, RoomFacts } from './judge.rules.ts';

/** The centre's own limits (BOOK-24); a figure left blank is no rule. */
export function refusalsOfLimits(facts: RoomFacts, { wanted, use }: AskedTime): DomainError[] {
  const { facility, now } = facts;
  const refusals: DomainError[] = [];
  const minutes = minutesBetween(use.from, use.until);
  if (facility.longestMinutes !== null && minutes > facility.longestMinutes)
    refusals.push(
      bookingErrors.error('booking.longer-than-allowed', {
        facilityName: facility.name,
        longestMinutes: facility.longestMinutes,
        minutes,
      }),
    );
  const today = dateOf(now);
  const range = findOutOfRange(wanted.date, today);
  if (facility.daysAhead !== null && wanted.date > addDays(today, facility.daysAhead))
    refusals.push(
      bookingErrors.error('booking.too-far-ahead', {
        facilityName: facility.name,
        daysAhead: facility.daysAhead,
        lastDate: addDays(today, facility.daysAhead),
      }),
    );
  else if (range?.kind === 'too-far-ahead')
    refusals.push(bookingErrors.error('booking.beyond-the-diary', { date: wanted.date, ...range }));
  const hold = wanted.hold ?? null;
  if (hold !== null && (hold.lapsesOn < today || hold.lapsesOn > wanted.date))
    refusals.push(bookingErrors.error('booking.hold-out-of-range', { today, date: wanted.date }));
  return refusals;
}

/** A time that the clock skips in March (it comes after an end at 01:00, which is the moment of the change). */
export function refusalsOfClock(use: Span): readonly DomainError[] {
  const isEndMissing = timesOnClock(use.until) === 0 && timeOf(use.until) !== '01:00';
  const isStartMissing = timesOnClock(use.from) === 0;
  if (!isStartMissing && !isEndMissing) return [];
  return [
    bookingErrors.error(
      'booking.hour-left-out',
      { date: dateOf(use.from), isEnd: !isStartMissing },
      { field: isStartMissing ? 'from' : 'until' },
    ),
  ];
}
