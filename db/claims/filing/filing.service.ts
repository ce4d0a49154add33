import { signService } from '../signing/sign.service.ts';
import { choicesService } from './choices.service.ts';
import { draftService } from './draft.service.ts';
import { foreseeService } from './foresee.service.ts';
import { lookUpService } from './look-up.service.ts';

/** Filling in, signing and handing in. */
export const filingService = {
  ...draftService,
  ...foreseeService,
  ...choicesService,
  ...lookUpService,
  ...signService,
};
