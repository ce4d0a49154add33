import { listAreas } from '#db/areas/areas.service';
import { getPerson } from '#db/people/people.service';
import { MASKED } from '#db/people/people.rules';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { repWarnings } from './coverage.rules.ts';
import { readDuties } from './duties.service.ts';
import type { GroupHooks } from './group-hooks.ts';
import * as parts from './group-parts.repository.ts';
import type { GroupDocument, GroupRecord, Representation } from './group-record.contract.ts';
import * as records from './group-record.repository.ts';
import type { GroupId } from './groups.contract.ts';
import * as groups from './groups.repository.ts';
import { getGroup } from './groups.service.ts';
import { isRepKind, papersNeeded } from './kinds.rules.ts';

/** Everything on record about a group, names of people unmasked; for papers and other modules. */
export async function readRecord(
  ctx: Ctx,
  hooks: Pick<GroupHooks, 'recognitionOn'>,
  id: GroupId,
): Promise<GroupRecord> {
  const group = await getGroup(ctx, id);
  const facts = await records.factsOf(ctx, id);
  const areaIds = (await records.listAreaIds(ctx, id)).get(id) ?? [];
  const areas = await listAreas(ctx);
  const representation = await parts.listRepresentation(ctx, id);
  const documents = await parts.listDocuments(ctx, id);
  const { parentId, successorId, contactId, ...plain } = facts;
  return {
    ...group,
    ...plain,
    contactId,
    contactName: contactId === null ? '' : (await getPerson(ctx, contactId)).name,
    areaIds: [...areaIds],
    areaNames: areas.filter((area) => areaIds.includes(area.id)).map((area) => area.name),
    parentId,
    parent: await records.findLink(ctx, parentId),
    children: [...(await records.listChildren(ctx, id))],
    homes: [...(await parts.listHomes(ctx, id))],
    duties: [...(await readDuties(ctx, id))],
    documents: [...documents],
    missingPapers: await missingPapers(ctx, group.kind, documents),
    representation: representation.filter((one) => one.groupId === id),
    represented: representation.filter((one) => one.bodyGroupId === id),
    support: [...(await parts.listSupport(ctx, id))],
    warnings: group.isActive
      ? [...(await warningsFor(ctx, hooks, { id, kind: group.kind, areaIds }))]
      : [],
    successor: await records.findLink(ctx, successorId),
  };
}

/** The same for a screen: the auditor reads no names of people, no free words about them, and no way to reach a representative. */
export async function showRecord(ctx: Ctx, hooks: GroupHooks, id: GroupId): Promise<GroupRecord> {
  const record = await readRecord(ctx, hooks, id);
  if (!isAuditor(ctx.actor)) return record;
  const hidden = (text: string) => (text === '' ? '' : MASKED);
  return {
    ...record,
    contactName: hidden(record.contactName),
    representation: record.representation.map(withoutName),
    represented: record.represented.map(withoutName),
    documents: record.documents.map((one) => ({ ...one, note: hidden(one.note) })),
    support: record.support.map((one) => ({ ...one, what: hidden(one.what) })),
    endReason: hidden(record.endReason),
    ...(isRepKind(record.kind)
      ? { phone: hidden(record.phone), email: hidden(record.email), patch: hidden(record.patch) }
      : {}),
  };
}

/** One representation as a screen shows it to whoever asks. */
export const showRepresentation = (ctx: Ctx, one: Representation): Representation =>
  isAuditor(ctx.actor) ? withoutName(one) : one;

const withoutName = (one: Representation): Representation => ({ ...one, personName: MASKED });

/** What to say about a group of this kind in these areas: GRP-06. */
export async function warningsFor(
  ctx: Ctx,
  hooks: Pick<GroupHooks, 'recognitionOn'>,
  wanted: Parameters<typeof repWarnings>[1],
): Promise<readonly string[]> {
  const states = await hooks.recognitionOn(ctx, todayOf(ctx));
  const covered = await records.listAreaIds(ctx, null);
  const living = await groups.listInUse(ctx);
  return repWarnings(
    await listAreas(ctx),
    wanted,
    living
      .filter((group) => group.kind === 'tra' && states.get(group.id) === 'recognised')
      .map(({ id, name, kind }) => ({ id, name, kind, areaIds: covered.get(id) ?? [] })),
  );
}

async function missingPapers(
  ctx: Ctx,
  kind: GroupRecord['kind'],
  documents: readonly GroupDocument[],
): Promise<string[]> {
  const today = todayOf(ctx);
  const inForce = documents.filter((one) => isInForce(one, today));
  const needed = papersNeeded(kind, await listFigure(ctx, 'groups.papers'));
  return needed
    .filter((paper) => !inForce.some((one) => one.kind === paper.kind))
    .map((paper) => paper.words);
}

/** A document counts until another takes its place or it runs out; its last day is included. */
const isInForce = (document: GroupDocument, on: LocalDate): boolean =>
  document.replacedById === null && (document.expiresOn === null || on <= document.expiresOn);

/** A figure of the council that is a list, as it is today or on another day; empty while nobody has given it. */
export async function listFigure(
  ctx: Ctx,
  name: string,
  on: LocalDate = todayOf(ctx),
): Promise<readonly string[]> {
  const value = (await figuresOn(ctx, on)).get(name);
  if (typeof value === 'string') return value === '' ? [] : value.split(/;\s*/);
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : [];
}
