import type { Handlers } from '#db/shared/contract';
import type { bookingsContract } from './bookings-api.contract.ts';

export const calendarViews = {} as Pick<
  Handlers<typeof bookingsContract>,
  'onWeek' | 'inMonth' | 'findFree'
>;
