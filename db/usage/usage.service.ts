import type { Handlers } from '#db/shared/contract';
import type { usageContract } from './usage.contract.ts';

export const usageService = {} as Handlers<typeof usageContract>;
