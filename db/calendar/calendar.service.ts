import type { Handlers } from '#db/shared/contract';
import type { calendarContract } from './calendar.contract.ts';

export const calendarService = {} as Handlers<typeof calendarContract>;
