import { personal, recordAudit } from '#db/audit/record';
import { MASKED } from '#db/people/people.rules';
import { forgetSearchEntry, saveSearchEntry } from '#db/search/search.service';
import { shortKeysOfName, shortKeysOfPhone } from '#db/search/short-keys.rules';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { groupsContract } from './groups-api.contract.ts';
import {
  GROUP_KIND_WORDS,
  type Group,
  type GroupDetails,
  type GroupId,
} from './groups.contract.ts';
import { listDocuments } from './group-parts.repository.ts';
import { factsOf } from './group-record.repository.ts';
import { groupErrors } from './groups.errors.ts';
import * as groups from './groups.repository.ts';
import { isRepKind } from './kinds.rules.ts';

/** Told after a group's name changed, so that what shows the name can follow; given by `api.ts`. */
export type OnGroupRenamed = (ctx: Ctx, group: Group) => Promise<void>;

/** What lists and choosers ask, and the three things the desk enters first. */
export function groupsService(
  onRenamed: OnGroupRenamed,
): Pick<Handlers<typeof groupsContract>, 'list' | 'get' | 'add' | 'change'> {
  return {
    async list(ctx, { text, limit }) {
      const found = await groups.listByText(ctx, text, limit);
      return { groups: found.groups.map((group) => maskGroup(ctx, group)), total: found.total };
    },

    async get(ctx, { id }) {
      return maskGroup(ctx, await getGroup(ctx, id));
    },

    async add(ctx, wanted) {
      return addGroup(ctx, wanted);
    },

    async change(ctx, { id, version, ...wanted }) {
      const before = await getGroup(ctx, id);
      const after = await saveGroup(ctx, before, { ...before, ...wanted }, version);
      await indexGroup(ctx, after);
      if (after.name !== before.name) await onRenamed(ctx, after);
      await recordAudit(ctx, {
        action: 'group.changed',
        objectType: 'group',
        objectId: id,
        before: facts(before),
        after: facts(after),
      });
      return after;
    },
  };
}

/** The phone of a representative is a person's own, and masked for the auditor as theirs is. */
export function maskGroup<G extends Pick<Group, 'kind' | 'phone'>>(ctx: Ctx, group: G): G {
  return isAuditor(ctx.actor) && isRepKind(group.kind) && group.phone !== ''
    ? { ...group, phone: MASKED }
    : group;
}

/**
 * Writes name, kind, phone and use of a group; refused when someone else was quicker. No two in use bear one name;
 * what is on record about one that ended can be put right, also after its name went to another.
 */
export async function saveGroup(
  ctx: Ctx,
  before: Group,
  wanted: Group,
  seenVersion: number,
): Promise<Group> {
  const sameName = wanted.isActive ? await findKnownByName(ctx, wanted.name) : undefined;
  if (sameName !== undefined && sameName.id !== before.id)
    throw groupErrors.error('group.name-taken', { name: wanted.name });
  const after: Group = { ...wanted, version: seenVersion + 1 };
  if (!(await groups.update(ctx, after, seenVersion)))
    throw groupErrors.error('group.changed-by-someone-else', { name: before.name });
  return after;
}

/** One group; refused when there is none of that id. */
export async function getGroup(ctx: Ctx, id: GroupId): Promise<Group> {
  const found = await groups.findById(ctx, id);
  if (found === undefined) throw groupErrors.error('group.not-found', { id });
  return found;
}

/** Enters a group; one of that name that went out of use is taken back into use under the same id. */
export async function addGroup(ctx: Ctx, wanted: GroupDetails): Promise<Group> {
  const sameName = await findKnownByName(ctx, wanted.name);
  if (sameName?.isActive === true)
    throw groupErrors.error('group.name-taken', { name: wanted.name });
  if (sameName !== undefined)
    return saveUse(ctx, sameName, { ...sameName, ...wanted, isActive: true }, '');

  const group: Group = { ...wanted, id: ctx.newId() as GroupId, isActive: true, version: 1 };
  await groups.insert(ctx, group);
  await indexGroup(ctx, group);
  await recordAudit(ctx, {
    action: 'group.added',
    objectType: 'group',
    objectId: group.id,
    after: facts(group),
  });
  return group;
}

/** Takes a group out of use: it stays on record with everything it did, and is no longer offered or found. */
export async function retireGroup(ctx: Ctx, id: GroupId, reason: string): Promise<Group> {
  const before = await getGroup(ctx, id);
  return saveUse(ctx, before, { ...before, isActive: false }, reason);
}

async function saveUse(ctx: Ctx, before: Group, wanted: Group, reason: string): Promise<Group> {
  const after: Group = { ...wanted, version: before.version + 1 };
  if (!(await groups.update(ctx, after, before.version)))
    throw groupErrors.error('group.changed-by-someone-else', { name: before.name });
  await indexGroup(ctx, after);
  await recordAudit(ctx, {
    action: after.isActive ? 'group.taken-back' : 'group.retired',
    objectType: 'group',
    objectId: after.id,
    reason,
    before: facts(before),
    after: facts(after),
  });
  return after;
}

/** Groups by their names as people write them, by the folded name; those out of use too. */
export async function findGroupsByName(
  ctx: Ctx,
  names: readonly string[],
): Promise<ReadonlyMap<string, Group>> {
  const found = await groups.listByFoldedNames(ctx, names.map(foldForSearch));
  return new Map(found.map((group) => [foldForSearch(group.name), group]));
}

/** Every group in use, by name, for other modules. */
export function listGroupsInUse(ctx: Ctx): Promise<readonly Group[]> {
  return groups.listInUse(ctx);
}

/** How many groups are on record. */
export async function countGroups(ctx: Ctx): Promise<number> {
  return (await groups.listByText(ctx, '', 1)).total;
}

/** The group that bears a name, also one out of use; one that ended has left its name to others (G17). */
async function findKnownByName(ctx: Ctx, name: string): Promise<Group | undefined> {
  const found = await groups.findByName(ctx, name);
  if (found === undefined || found.isActive) return found;
  return (await factsOf(ctx, found.id)).endedOn === null ? found : undefined;
}

/** Puts a group into the search again, with the titles of its documents in force. */
export async function indexGroup(ctx: Ctx, group: Group): Promise<void> {
  if (!group.isActive) return forgetSearchEntry(ctx, 'group', group.id);
  const { email } = await factsOf(ctx, group.id);
  const titles = (await listDocuments(ctx, group.id))
    .filter((document) => document.replacedById === null)
    .map((document) => document.title);
  await saveSearchEntry(ctx, {
    kind: 'group',
    id: group.id,
    title: group.name,
    detail: GROUP_KIND_WORDS[group.kind],
    words: [group.name, GROUP_KIND_WORDS[group.kind], group.phone, email, ...titles],
    shortKeys: [...shortKeysOfName(group.name), ...shortKeysOfPhone(group.phone)],
    sortKey: '',
  });
}

const facts = (group: Group) => ({
  name: group.name,
  kind: group.kind,
  // The phone of a representative is a person’s own.
  phone: isRepKind(group.kind) ? personal(group.id, group.phone) : group.phone,
  ...(group.isActive ? {} : { isActive: false }),
});
