import type { Handlers } from '#db/shared/contract';
import type { restrictionsContract } from './restrictions.contract.ts';

export const restrictionsService = {} as Handlers<typeof restrictionsContract>;
