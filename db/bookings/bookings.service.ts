import type { Handlers } from '#db/shared/contract';
import { bookingLife } from './booking-life.service.ts';
import { bookingLookups } from './booking-lookups.service.ts';
import { bookingPapers } from './papers/booking-papers.service.ts';
import { bookingUse } from './use/booking-use.service.ts';
import { bookingViews } from './booking-views.service.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import { calendarViews } from './calendar-views.service.ts';
import type { AskAllowance } from './foresee-lines.service.ts';
import { bookingForecast } from './foresee.service.ts';
import { bookingQueue } from './queue/queue.service.ts';
import { bookingSeries } from './series/series.service.ts';

/** Everything the bookings module is asked for; each part stands in a file of its own. */
export function bookingsService(askAllowance: AskAllowance): Handlers<typeof bookingsContract> {
  return {
    ...bookingViews,
    ...calendarViews,
    ...bookingForecast(askAllowance),
    ...bookingLookups,
    ...bookingLife,
    ...bookingSeries,
    ...bookingQueue,
    ...bookingUse,
    ...bookingPapers,
  };
}
