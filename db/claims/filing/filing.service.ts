import { paperService } from '../signing/paper.service.ts';
import { priceAgainService } from '../signing/price-again.service.ts';
import { reopenService } from '../signing/reopen.service.ts';
import { signService } from '../signing/sign.service.ts';
import { answerService } from './answer.service.ts';
import { choicesService } from './choices.service.ts';
import { draftService } from './draft.service.ts';
import { foreseeService } from './foresee.service.ts';
import { lookUpService } from './look-up.service.ts';
import { receiptsOfClaims } from './receipts.service.ts';

/** Filling in, signing and handing in. */
export const filingService = {
  ...draftService,
  ...foreseeService,
  ...choicesService,
  ...lookUpService,
  ...receiptsOfClaims,
  ...answerService,
  ...signService,
  ...paperService,
  ...reopenService,
  ...priceAgainService,
};
