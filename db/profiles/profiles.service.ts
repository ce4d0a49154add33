import type { Handlers } from '#db/shared/contract';
import { countsService } from './counts.service.ts';
import { profilePapers } from './profile-papers.service.ts';
import type { profilesContract } from './profiles.contract.ts';
import { questionsService } from './questions.service.ts';
import { sheetsService } from './sheets.service.ts';

/** Equality answers: entered one sheet at a time, only ever counted. */
export const profilesService: Handlers<typeof profilesContract> = {
  ...sheetsService,
  ...questionsService,
  ...countsService,
  ...profilePapers,
};
