import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  DocumentKind,
  GroupDocument,
  GroupDocumentId,
  Homes,
  HomesId,
  Representation,
  RepresentationId,
  SupportEntry,
  SupportKind,
} from './group-record.contract.ts';
import {
  type GroupDocumentRow,
  groupDocumentTable,
  type GroupHomesRow,
  groupHomesTable,
  type GroupSupportRow,
  groupSupportTable,
  type RepresentationRow,
  representationTable,
} from './group-parts.table.ts';
import type { GroupId } from './groups.contract.ts';

const toHomes = (row: GroupHomesRow): Homes => ({
  id: row.id as HomesId,
  landlord: row.landlord,
  isCouncil: row.is_council === 1,
  properties: row.properties,
  tenancies: row.tenancies,
  asAt: row.as_at as LocalDate,
  source: row.source,
});

/** Every count of homes of a group, in the order of their days and then as they were entered. */
export async function listHomes(ctx: Ctx, id: GroupId): Promise<readonly Homes[]> {
  const rows: readonly GroupHomesRow[] = await ctx.tx.query(
    'SELECT * FROM group_homes WHERE group_id = ? ORDER BY as_at, recorded_at, rowid',
    [id],
  );
  return rows.map(toHomes);
}

export async function insertHomes(ctx: Ctx, id: GroupId, homes: Homes): Promise<void> {
  await ctx.tx.insert(groupHomesTable, {
    id: homes.id,
    group_id: id,
    landlord: homes.landlord,
    is_council: homes.isCouncil ? 1 : 0,
    properties: homes.properties,
    tenancies: homes.tenancies,
    as_at: homes.asAt,
    source: homes.source,
    recorded_at: ctx.now(),
  });
}

export async function removeHomes(ctx: Ctx, id: HomesId): Promise<void> {
  await ctx.tx.query('DELETE FROM group_homes WHERE id = ?', [id]);
}

const toDocument = (row: GroupDocumentRow): GroupDocument => ({
  id: row.id as GroupDocumentId,
  groupId: row.group_id as GroupId,
  kind: row.kind as DocumentKind,
  title: row.title,
  version: row.version,
  datedOn: row.dated_on as LocalDate | null,
  receivedOn: row.received_on as LocalDate,
  expiresOn: row.expires_on as LocalDate | null,
  whereKept: row.where_kept,
  note: row.note,
  replacedById: row.replaced_by_id as GroupDocumentId | null,
});

const documentColumns = (document: GroupDocument) => ({
  kind: document.kind,
  title: document.title,
  version: document.version,
  dated_on: document.datedOn,
  received_on: document.receivedOn,
  expires_on: document.expiresOn,
  where_kept: document.whereKept,
  note: document.note,
  replaced_by_id: document.replacedById,
});

/** The documents of a group, those in force first, each kind with the latest first. */
export async function listDocuments(ctx: Ctx, id: GroupId): Promise<readonly GroupDocument[]> {
  const rows: readonly GroupDocumentRow[] = await ctx.tx.query(
    `SELECT * FROM group_document WHERE group_id = ?
     ORDER BY replaced_by_id IS NOT NULL, kind, received_on DESC, rowid DESC`,
    [id],
  );
  return rows.map(toDocument);
}

export async function findDocument(ctx: Ctx, id: string): Promise<GroupDocument | undefined> {
  const rows: readonly GroupDocumentRow[] = await ctx.tx.query(
    'SELECT * FROM group_document WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toDocument(rows[0]);
}

/** Documents in force that run out, of groups in use; of one group when it is named. Insurance has a date of its own. */
export async function listExpiring(
  ctx: Ctx,
  id: GroupId | null,
): Promise<readonly (GroupDocument & { readonly groupName: string })[]> {
  const rows: readonly (GroupDocumentRow & { readonly group_name: string })[] = await ctx.tx.query(
    `SELECT d.*, g.name AS group_name FROM group_document d JOIN tenant_group g ON g.id = d.group_id
     WHERE d.expires_on IS NOT NULL AND d.replaced_by_id IS NULL AND d.kind <> 'insurance' AND g.is_active = 1 AND (? IS NULL OR g.id = ?)
     ORDER BY d.expires_on, d.rowid`,
    [id, id],
  );
  return rows.map((row) => ({ ...toDocument(row), groupName: row.group_name }));
}

export async function insertDocument(ctx: Ctx, document: GroupDocument): Promise<void> {
  await ctx.tx.insert(groupDocumentTable, {
    id: document.id,
    group_id: document.groupId,
    ...documentColumns(document),
  });
}

export async function updateDocument(ctx: Ctx, document: GroupDocument): Promise<void> {
  await ctx.tx.update(groupDocumentTable, { id: document.id }, documentColumns(document));
}

/** Takes a document off the record; the one it replaced is in force again. */
export async function removeDocument(ctx: Ctx, id: GroupDocumentId): Promise<void> {
  await ctx.tx.query(
    `UPDATE group_document SET replaced_by_id = (SELECT replaced_by_id FROM group_document WHERE id = ?) WHERE replaced_by_id = ?`,
    [id, id],
  );
  await ctx.tx.query('DELETE FROM group_document WHERE id = ?', [id]);
}

type RepresentationNamed = RepresentationRow & {
  readonly group_name: string;
  readonly person_name: string;
  readonly body_name: string;
};

const REPRESENTATION = `
  SELECT r.*, g.name AS group_name, p.name AS person_name, b.name AS body_name FROM representation r
  JOIN tenant_group g ON g.id = r.group_id JOIN person p ON p.id = r.person_id
  JOIN tenant_group b ON b.id = r.body_group_id`;

const toRepresentation = (row: RepresentationNamed): Representation => ({
  id: row.id as RepresentationId,
  groupId: row.group_id as GroupId,
  groupName: row.group_name,
  personId: row.person_id as PersonId,
  personName: row.person_name,
  bodyGroupId: row.body_group_id as GroupId,
  bodyName: row.body_name,
  from: row.from_date as LocalDate,
  until: row.until_date as LocalDate | null,
});

/** Who speaks for a group elsewhere, and who sits on it for others; those who still do first. */
export async function listRepresentation(
  ctx: Ctx,
  id: GroupId,
): Promise<readonly Representation[]> {
  const rows: readonly RepresentationNamed[] = await ctx.tx.query(
    `${REPRESENTATION} WHERE r.group_id = ? OR r.body_group_id = ?
     ORDER BY r.until_date IS NOT NULL, b.folded_name, r.from_date DESC, r.rowid`,
    [id, id],
  );
  return rows.map(toRepresentation);
}

/** Who speaks for which group on which body on a day. */
export async function listRepresentationOn(
  ctx: Ctx,
  on: LocalDate,
): Promise<readonly Representation[]> {
  const rows: readonly RepresentationNamed[] = await ctx.tx.query(
    `${REPRESENTATION} WHERE r.from_date <= ? AND (r.until_date IS NULL OR r.until_date >= ?)
     ORDER BY g.folded_name, b.folded_name, r.rowid`,
    [on, on],
  );
  return rows.map(toRepresentation);
}

/** On which bodies a person speaks for which groups, also in the past. */
export async function listRepresentationBy(
  ctx: Ctx,
  personId: PersonId,
): Promise<readonly Representation[]> {
  const rows: readonly RepresentationNamed[] = await ctx.tx.query(
    `${REPRESENTATION} WHERE r.person_id = ? ORDER BY r.from_date DESC, r.rowid`,
    [personId],
  );
  return rows.map(toRepresentation);
}

export async function findRepresentation(
  ctx: Ctx,
  id: string,
): Promise<Representation | undefined> {
  const rows: readonly RepresentationNamed[] = await ctx.tx.query(
    `${REPRESENTATION} WHERE r.id = ?`,
    [id],
  );
  return rows[0] === undefined ? undefined : toRepresentation(rows[0]);
}

export async function insertRepresentation(
  ctx: Ctx,
  one: Omit<Representation, 'groupName' | 'personName' | 'bodyName'>,
): Promise<void> {
  await ctx.tx.insert(representationTable, {
    id: one.id,
    group_id: one.groupId,
    person_id: one.personId,
    body_group_id: one.bodyGroupId,
    from_date: one.from,
    until_date: one.until,
  });
}

export async function setRepresentationUntil(
  ctx: Ctx,
  id: RepresentationId,
  until: LocalDate | null,
): Promise<void> {
  await ctx.tx.update(representationTable, { id }, { until_date: until });
}

const toSupport = (row: GroupSupportRow): SupportEntry => ({
  id: row.id,
  on: row.on_date as LocalDate,
  kind: row.kind as SupportKind,
  what: row.what,
  by: row.by_whom,
});

/** What was done for a group, the latest first. */
export async function listSupport(ctx: Ctx, id: GroupId): Promise<readonly SupportEntry[]> {
  const rows: readonly GroupSupportRow[] = await ctx.tx.query(
    'SELECT * FROM group_support WHERE group_id = ? ORDER BY on_date DESC, recorded_at DESC, rowid DESC',
    [id],
  );
  return rows.map(toSupport);
}

/** Meetings of groups that staff went to in a year, the latest first. */
export async function listMeetingsAttended(
  ctx: Ctx,
  year: number,
): Promise<readonly { readonly groupId: GroupId; readonly on: LocalDate; readonly by: string }[]> {
  return ctx.tx.query(
    `SELECT group_id AS groupId, on_date AS "on", by_whom AS "by" FROM group_support
     WHERE kind = 'meeting' AND on_date BETWEEN ? AND ? ORDER BY on_date DESC, recorded_at DESC, rowid DESC`,
    [`${year}-01-01`, `${year}-12-31`],
  );
}

export async function insertSupport(ctx: Ctx, id: GroupId, entry: SupportEntry): Promise<void> {
  await ctx.tx.insert(groupSupportTable, {
    id: entry.id,
    group_id: id,
    on_date: entry.on,
    kind: entry.kind,
    what: entry.what,
    by_whom: entry.by,
    recorded_at: ctx.now(),
  });
}

export async function removeSupport(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.query('DELETE FROM group_support WHERE id = ?', [id]);
}
