import type { Handlers } from '#db/shared/contract';
import type { decidingContract } from '../deciding.contract.ts';
import { approveCleanService } from './approve-clean.service.ts';
import { decideService } from './decide.service.ts';
import { openService } from './open.service.ts';
import { payByHandService } from './pay-by-hand.service.ts';
import { queueService } from './queue.service.ts';
import { reasonsService } from './reasons.service.ts';
import { secondService } from './second.service.ts';
import { toDecideService } from './to-decide.service.ts';
import { verifyService } from './verify.service.ts';

type PaperVerbs =
  | 'printDecision'
  | 'printCashReceipt'
  | 'report'
  | 'register'
  | 'exportRegister'
  | 'printRegister';

/** Checking, deciding and paying by hand. */
export const decidingService: Omit<Handlers<typeof decidingContract>, PaperVerbs> = {
  ...queueService,
  ...toDecideService,
  ...openService,
  ...verifyService,
  ...decideService,
  ...approveCleanService,
  ...secondService,
  ...payByHandService,
  ...reasonsService,
};
