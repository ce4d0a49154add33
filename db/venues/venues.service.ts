import type { Handlers } from '#db/shared/contract';
import type { venuesContract } from './venues.contract.ts';

export const venuesService = {} as Handlers<typeof venuesContract>;
