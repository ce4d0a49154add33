import type { Handlers } from '#db/shared/contract';
import type { reportsContract } from './reports.contract.ts';

export const reportsService = {} as Handlers<typeof reportsContract>;
