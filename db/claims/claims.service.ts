import type { Handlers } from '#db/shared/contract';
import type { claimsContract } from './claims-api.contract.ts';
import { batchesService } from './batches/batches.service.ts';
import { decidingService } from './deciding/deciding.service.ts';
import { filingService } from './filing/filing.service.ts';
import { travelPlansService } from './plans/travel-plans.service.ts';

/** What is not written yet answers with a fault of its own. */
const pending = (): never => {
  throw new Error('This part of claims is not built.');
};

const waiting = Object.fromEntries(
  [
    'printForm',
    'printSheet',
    'printDecision',
    'report',
    'register',
    'exportRegister',
    'printRegister',
  ].map((verb) => [verb, pending]),
) as unknown as Handlers<typeof claimsContract>;

/** Expense claims at every step. */
export const claimsService: Handlers<typeof claimsContract> = {
  ...waiting,
  ...filingService,
  ...travelPlansService,
  ...batchesService,
  ...decidingService,
};
