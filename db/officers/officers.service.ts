import type { Handlers } from '#db/shared/contract';
import { committeesService } from './committees.service.ts';
import type { HandOverSource } from './hand-over-source.ts';
import { handOverService } from './hand-over.service.ts';
import { inductionsService } from './inductions.service.ts';
import { officerPapers } from './officer-papers.service.ts';
import { officerTables } from './officer-tables.service.ts';
import type { officersContract } from './officers-api.contract.ts';
import { officersLook } from './officers-on.service.ts';
import { termsService } from './terms.service.ts';
import { vacanciesService } from './vacancies.service.ts';

/** All that screens ask about officers; `sources` know what has to be handed over when one changes. */
export function officersService(
  sources: readonly HandOverSource[],
): Handlers<typeof officersContract> {
  return {
    ...officersLook,
    ...termsService(sources),
    ...committeesService(sources),
    ...vacanciesService,
    ...inductionsService,
    ...handOverService,
    ...officerPapers,
    ...officerTables,
  };
}
