import type { Handlers } from '#db/shared/contract';
import type { tasksContract } from './tasks.contract.ts';

export const tasksService = {} as Handlers<typeof tasksContract>;
