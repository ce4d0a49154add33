import { type AuditFacts, recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { Area, AreaDetails, AreaId, areasContract } from './areas.contract.ts';
import { areaErrors } from './areas.errors.ts';
import * as areas from './areas.repository.ts';
import { findSameName, inTreeOrder, isInsideItself } from './areas.rules.ts';

export const areasService: Handlers<typeof areasContract> = {
  async list(ctx) {
    return [...(await listAreas(ctx))];
  },

  async add(ctx, wanted) {
    return addArea(ctx, wanted);
  },

  async change(ctx, { id, version, ...wanted }) {
    const before = await getArea(ctx, id);
    const all = await areas.listAll(ctx);
    if (isInsideItself(all, id, wanted.parentId))
      throw areaErrors.error('area.inside-itself', { name: before.name });
    if (before.isActive) await checkPlace(ctx, all, wanted, id);
    return save(ctx, { before, after: { ...before, ...wanted }, version, action: 'area.changed' });
  },

  async retire(ctx, { id, version }) {
    const before = await getArea(ctx, id);
    const inside = (await listAreas(ctx)).filter((one) => one.parentId === id && one.isActive);
    if (inside.length > 0)
      throw areaErrors.error('area.has-areas-inside', {
        name: before.name,
        inside: inside.map(({ name }) => name),
      });
    const after = { ...before, isActive: false };
    return save(ctx, { before, after, version, action: 'area.retired' });
  },

  async bringBack(ctx, { id, version }) {
    const before = await getArea(ctx, id);
    await checkPlace(ctx, await areas.listAll(ctx), before, id);
    const after = { ...before, isActive: true };
    return save(ctx, { before, after, version, action: 'area.brought-back' });
  },
};

/** Enters an area; its name must be free in the place where it lies. */
export async function addArea(ctx: Ctx, wanted: AreaDetails): Promise<Area> {
  await checkPlace(ctx, await areas.listAll(ctx), wanted, null);
  const area: Area = { ...wanted, id: ctx.newId() as AreaId, isActive: true, version: 1 };
  await areas.insert(ctx, area);
  await recordAudit(ctx, {
    action: 'area.added',
    objectType: 'area',
    objectId: area.id,
    after: facts(area),
  });
  return area;
}

/** Every area in the order of the tree, also those no longer in use. */
export async function listAreas(ctx: Ctx): Promise<readonly Area[]> {
  return inTreeOrder(await areas.listAll(ctx));
}

/** One area; refused when there is none of that id. */
export async function getArea(ctx: Ctx, id: AreaId): Promise<Area> {
  const found = await areas.findById(ctx, id);
  if (found === undefined) throw areaErrors.error('area.not-found', { id });
  return found;
}

async function checkPlace(
  ctx: Ctx,
  all: readonly Area[],
  wanted: Pick<AreaDetails, 'name' | 'parentId'>,
  ownId: AreaId | null,
): Promise<void> {
  const parent = wanted.parentId === null ? undefined : await getArea(ctx, wanted.parentId);
  if (parent?.isActive === false)
    throw areaErrors.error('area.parent-retired', { name: parent.name });
  const same = findSameName(all, wanted, ownId);
  if (same !== undefined)
    throw areaErrors.error('area.name-taken', { name: same.name, inside: parent?.name ?? '' });
}

async function save(
  ctx: Ctx,
  change: {
    readonly before: Area;
    readonly after: Area;
    readonly version: number;
    readonly action: string;
  },
): Promise<Area> {
  const { before, version } = change;
  const after = { ...change.after, version: version + 1 };
  if (!(await areas.update(ctx, after, version)))
    throw areaErrors.error('area.changed-by-someone-else', { name: before.name });
  await recordAudit(ctx, {
    action: change.action,
    objectType: 'area',
    objectId: after.id,
    before: facts(before),
    after: facts(after),
  });
  return after;
}

function facts(area: Area): AuditFacts {
  return {
    name: area.name,
    kind: area.kind,
    parentId: area.parentId ?? '',
    isActive: area.isActive,
  };
}
