import { z } from 'zod';
import { EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Line } from '#db/shared/text';

export const AreaId = z.string().min(1).max(36).brand('AreaId');
export type AreaId = z.infer<typeof AreaId>;

/** What sort of place it is: a part of the district, an estate, a sheltered scheme, a block, a street. */
export const AreaKind = z.enum(['area', 'estate', 'scheme', 'block', 'street']);
export type AreaKind = z.infer<typeof AreaKind>;

export const AREA_KIND_WORDS: Readonly<Record<AreaKind, string>> = {
  area: 'Area',
  estate: 'Estate',
  scheme: 'Sheltered scheme',
  block: 'Block',
  street: 'Street',
};

/** A place where people live and groups work; one may lie inside another. */
export const Area = z.object({
  id: AreaId,
  name: z.string(),
  kind: AreaKind,
  /** The place around it; null for the widest ones. */
  parentId: AreaId.nullable(),
  /** One that is no longer offered stays on the records that name it. */
  isActive: z.boolean(),
  version: z.int(),
});
export type Area = z.infer<typeof Area>;

export const AreaDetails = z
  .object({
    name: Line.min(1, 'Enter the name people use for the place.').max(120),
    kind: AreaKind,
    parentId: AreaId.nullable(),
  })
  .strict();
export type AreaDetails = z.infer<typeof AreaDetails>;

const AreaNow = z.object({ id: AreaId, version: z.int() }).strict();

export const areasContract = {
  list: procedure({
    summary: 'Every area, those inside another right after it, each level in alphabetical order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Area),
  }),
  add: procedure({
    summary: 'Enters an area, estate, scheme, block or street.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['areas'],
    input: AreaDetails,
    output: Area,
  }),
  change: procedure({
    summary: 'Changes an area’s name or kind, or puts it inside another one.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['areas', 'people', 'groups'],
    input: AreaDetails.extend({ id: AreaId, version: z.int() }).strict(),
    output: Area,
  }),
  retire: procedure({
    summary: 'Offers an area no longer; it stays on the records that name it.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['areas'],
    input: AreaNow,
    output: Area,
  }),
  bringBack: procedure({
    summary: 'Offers an area again.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['areas'],
    input: AreaNow,
    output: Area,
  }),
};
