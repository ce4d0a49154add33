import type { Series, SeriesChange, SeriesScope } from '#db/bookings/series/series.contract';
import { dateOf, type LocalTime, timeOf, weekdayOf } from '#db/shared/local-date';
import { endTimeOf } from '../bookings/booking-form-values.ts';
import type { SeriesMove } from '../diary/places.ts';

/**
 * Whether the other dates can follow where this one was let go: to another day only in a series that
 * goes by days of the week. Daily, picked and numbered dates move one by one.
 */
export function canOthersFollow({ booking, to }: SeriesMove, { repeat }: Series): boolean {
  const isSameDay = to.date === dateOf(booking.startsAt);
  return isSameDay || repeat.kind === 'weekly' || repeat.kind === 'monthly-by-weekday';
}

/** Only what the drag changed; the rest stays as each date has it. */
export function seriesChangeOf(
  { booking, to }: SeriesMove,
  series: Series,
  scope: SeriesScope,
): SeriesChange {
  const weekday = weekdayOf(to.date);
  return {
    seriesId: series.id,
    scope,
    fromBookingId: booking.id,
    from: to.from === timeOf(booking.startsAt) ? null : (to.from as LocalTime),
    until: to.until === endTimeOf(booking) ? null : to.until,
    facilityId: to.facilityId === booking.facilityId ? null : to.facilityId,
    weekday: weekday === weekdayOf(dateOf(booking.startsAt)) ? null : weekday,
    purpose: null,
    responsiblePersonId: null,
    expectedNumber: null,
    choices: [],
    version: series.version,
  };
}
