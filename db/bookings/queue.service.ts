import type { Handlers } from '#db/shared/contract';
import type { queueProcedures } from './queue.contract.ts';

export const bookingQueue = {} as Handlers<typeof queueProcedures>;
