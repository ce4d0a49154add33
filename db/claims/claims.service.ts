import type { Handlers } from '#db/shared/contract';
import { batchesService } from './batches/batches.service.ts';
import type { claimsContract } from './claims-api.contract.ts';
import { decidingService } from './deciding/deciding.service.ts';
import { filingService } from './filing/filing.service.ts';
import { decisionPapers } from './papers/decision-papers.service.ts';
import { formPapers } from './papers/form-papers.service.ts';
import { travelPlansService } from './plans/travel-plans.service.ts';
import { reportsService } from './reports/reports.service.ts';

/** Expense claims at every step. */
export const claimsService: Handlers<typeof claimsContract> = {
  ...filingService,
  ...travelPlansService,
  ...batchesService,
  ...formPapers,
  ...decidingService,
  ...decisionPapers,
  ...reportsService,
};
