import type { Handlers } from '#db/shared/contract';
import type { conditionsContract } from './conditions.contract.ts';

export const conditionsService = {} as Handlers<typeof conditionsContract>;
