import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { RecognitionState } from './groups-api.contract.ts';
import type { Group, GroupId } from './groups.contract.ts';
import type { OnGroupRenamed } from './groups.service.ts';
import type { SheetSection } from './papers/sheet-section.ts';

/** Recognition of the groups that have any on a day; a group that is not named has none. */
export type RecognitionLook = (
  ctx: Ctx,
  on: LocalDate,
) => Promise<ReadonlyMap<GroupId, RecognitionState>>;

/** What another module says about a group on its record sheet (DOC-17); undefined when it has nothing to say. */
export type SheetSectionOf = (
  ctx: Ctx,
  group: Group,
  on: LocalDate,
) => Promise<SheetSection | undefined>;

/** What modules that know groups are asked and told; given by `api.ts`. */
export type GroupHooks = {
  readonly onRenamed: OnGroupRenamed;
  readonly recognitionOn: RecognitionLook;
  readonly sheetSections: readonly SheetSectionOf[];
};
