import type { Handlers } from '#db/shared/contract';
import type { bookingUseProcedures } from './booking-use.contract.ts';

export const bookingUse = {} as Handlers<typeof bookingUseProcedures>;
