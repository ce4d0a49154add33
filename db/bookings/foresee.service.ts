import type { Handlers } from '#db/shared/contract';
import type { bookingsContract } from './bookings-api.contract.ts';

export const bookingForecast = {} as Pick<Handlers<typeof bookingsContract>, 'foresee'>;
