import type { Handlers } from '#db/shared/contract';
import { documentsService } from './documents.service.ts';
import type { GroupHooks } from './group-hooks.ts';
import { groupRecordService } from './group-record.service.ts';
import type { groupsContract } from './groups-api.contract.ts';
import { groupsService } from './groups.service.ts';
import { homesService } from './homes.service.ts';
import { linkOfficersService } from './link-officers.service.ts';
import { groupPapers } from './papers/group-papers.service.ts';
import { registersService } from './registers.service.ts';
import { representationService } from './representation.service.ts';
import { supportService } from './support.service.ts';

/** All that screens ask about groups; the hooks reach the modules that know groups. */
export function groupsApi(hooks: GroupHooks): Handlers<typeof groupsContract> {
  return {
    ...groupsService(hooks.onRenamed),
    ...groupRecordService(hooks),
    ...homesService(hooks),
    ...documentsService(hooks),
    ...representationService,
    ...supportService(hooks),
    ...registersService(hooks),
    ...linkOfficersService,
    ...groupPapers(hooks),
  };
}
