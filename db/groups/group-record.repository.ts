import type { AreaId } from '#db/areas/areas.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { NOTHING_ENTERED } from './empty-record.rules.ts';
import type { GroupAreaRow, GroupRecordRow } from './group-parts.table.ts';
import { groupAreaTable } from './group-parts.table.ts';
import type { GroupLink } from './group-record.contract.ts';
import type { GroupId, GroupKind } from './groups.contract.ts';

/** What a row of the record holds, without name, kind and phone. */
export type GroupFacts = {
  readonly email: string;
  readonly contactId: PersonId | null;
  readonly patch: string;
  readonly parentId: GroupId | null;
  readonly isScheme: boolean;
  readonly remit: string;
  readonly activeMembers: number | null;
  readonly activeMembersAsAt: LocalDate | null;
  readonly quorumWords: string;
  readonly linkOfficer: string;
  readonly startedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly successorId: GroupId | null;
  readonly endReason: string;
  readonly lastConfirmedOn: LocalDate | null;
};

const NOTHING: GroupFacts = {
  ...NOTHING_ENTERED,
  endedOn: null,
  successorId: null,
  endReason: '',
  lastConfirmedOn: null,
};

function toFacts(row: GroupRecordRow): GroupFacts {
  return {
    email: row.email,
    contactId: row.contact_id as PersonId | null,
    patch: row.patch,
    parentId: row.parent_id as GroupId | null,
    isScheme: row.is_scheme === 1,
    remit: row.remit,
    activeMembers: row.active_members,
    activeMembersAsAt: row.active_members_as_at as LocalDate | null,
    quorumWords: row.quorum_words,
    linkOfficer: row.link_officer,
    startedOn: row.started_on as LocalDate | null,
    endedOn: row.ended_on as LocalDate | null,
    successorId: row.successor_id as GroupId | null,
    endReason: row.end_reason,
    lastConfirmedOn: row.last_confirmed_on as LocalDate | null,
  };
}

/** The record of one group; of an unknown one nothing is on record. */
export async function factsOf(ctx: Ctx, id: GroupId): Promise<GroupFacts> {
  const rows: readonly GroupRecordRow[] = await ctx.tx.query(
    'SELECT * FROM group_record WHERE group_id = ?',
    [id],
  );
  return rows[0] === undefined ? NOTHING : toFacts(rows[0]);
}

/** The records of every group that has one. */
export async function listFacts(ctx: Ctx): Promise<ReadonlyMap<GroupId, GroupFacts>> {
  const rows: readonly GroupRecordRow[] = await ctx.tx.query('SELECT * FROM group_record');
  return new Map(rows.map((row) => [row.group_id as GroupId, toFacts(row)]));
}

export const factsIn = (all: ReadonlyMap<GroupId, GroupFacts>, id: GroupId): GroupFacts =>
  all.get(id) ?? NOTHING;

/** Writes the record of a group in place of the one before. */
export async function saveFacts(ctx: Ctx, id: GroupId, facts: GroupFacts): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO group_record (group_id, email, contact_id, patch, parent_id, is_scheme, remit, active_members,
       active_members_as_at, quorum_words, link_officer, started_on, ended_on, successor_id, end_reason, last_confirmed_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (group_id) DO UPDATE SET email = excluded.email, contact_id = excluded.contact_id, patch = excluded.patch,
       parent_id = excluded.parent_id, is_scheme = excluded.is_scheme, remit = excluded.remit,
       active_members = excluded.active_members, active_members_as_at = excluded.active_members_as_at,
       quorum_words = excluded.quorum_words, link_officer = excluded.link_officer, started_on = excluded.started_on,
       ended_on = excluded.ended_on, successor_id = excluded.successor_id, end_reason = excluded.end_reason,
       last_confirmed_on = excluded.last_confirmed_on`,
    [
      id,
      facts.email,
      facts.contactId,
      facts.patch,
      facts.parentId,
      facts.isScheme ? 1 : 0,
      facts.remit,
      facts.activeMembers,
      facts.activeMembersAsAt,
      facts.quorumWords,
      facts.linkOfficer,
      facts.startedOn,
      facts.endedOn,
      facts.successorId,
      facts.endReason,
      facts.lastConfirmedOn,
    ],
  );
}

/** The areas of one group, or of all of them. */
export async function listAreaIds(
  ctx: Ctx,
  id: GroupId | null,
): Promise<ReadonlyMap<GroupId, readonly AreaId[]>> {
  const rows: readonly GroupAreaRow[] = await ctx.tx.query(
    `SELECT * FROM group_area WHERE ? IS NULL OR group_id = ? ORDER BY rowid`,
    [id, id],
  );
  const found = new Map<GroupId, AreaId[]>();
  for (const row of rows) {
    const groupId = row.group_id as GroupId;
    found.set(groupId, [...(found.get(groupId) ?? []), row.area_id as AreaId]);
  }
  return found;
}

/** Writes which areas a group covers in place of those before. */
export async function setAreaIds(ctx: Ctx, id: GroupId, areaIds: readonly AreaId[]): Promise<void> {
  await ctx.tx.query('DELETE FROM group_area WHERE group_id = ?', [id]);
  for (const areaId of areaIds)
    await ctx.tx.insert(groupAreaTable, { group_id: id, area_id: areaId });
}

type LinkRow = { readonly id: string; readonly name: string; readonly kind: string };
const toLink = (row: LinkRow): GroupLink => ({
  id: row.id as GroupId,
  name: row.name,
  kind: row.kind as GroupKind,
});

export async function findLink(ctx: Ctx, id: GroupId | null): Promise<GroupLink | null> {
  const rows: readonly LinkRow[] = await ctx.tx.query(
    'SELECT id, name, kind FROM tenant_group WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? null : toLink(rows[0]);
}

/** The groups in use that are a part of this one, by name. */
export async function listChildren(ctx: Ctx, id: GroupId): Promise<readonly GroupLink[]> {
  const rows: readonly LinkRow[] = await ctx.tx.query(
    `SELECT g.id, g.name, g.kind FROM group_record r JOIN tenant_group g ON g.id = r.group_id
     WHERE r.parent_id = ? AND g.is_active = 1 ORDER BY g.folded_name, g.id`,
    [id],
  );
  return rows.map(toLink);
}
