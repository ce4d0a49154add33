import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { CommitteeId, HandOver, HandOverId } from './officers.contract.ts';
import {
  type HandOverLineRow,
  handOverLineTable,
  type HandOverRow,
  handOverTable,
} from './officers.table.ts';

type RowWithNames = HandOverRow & {
  readonly group_name: string;
  readonly outgoing_name: string | null;
  readonly incoming_name: string | null;
};

const WITH_NAMES = `
  SELECT h.*, g.name AS group_name, o.name AS outgoing_name, i.name AS incoming_name
  FROM hand_over h
  JOIN tenant_group g ON g.id = h.group_id
  LEFT JOIN person o ON o.id = h.outgoing_id
  LEFT JOIN person i ON i.id = h.incoming_id`;

const toOfficer = (id: string | null, name: string | null): HandOver['outgoing'] =>
  id === null ? null : { personId: id as PersonId, name: name ?? '' };

async function list(ctx: Ctx, where: string, id: string): Promise<readonly HandOver[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE ${where} = ? ORDER BY h.on_date DESC, h.rowid`,
    [id],
  );
  const lines: readonly HandOverLineRow[] = await ctx.tx.query(
    `SELECT l.* FROM hand_over_line l JOIN hand_over h ON h.id = l.hand_over_id
     WHERE ${where} = ? ORDER BY l.position`,
    [id],
  );
  const byHandOver = Map.groupBy(lines, (line) => line.hand_over_id);
  return rows.map((row) => ({
    id: row.id as HandOverId,
    groupId: row.group_id as GroupId,
    groupName: row.group_name,
    post: row.post,
    outgoing: toOfficer(row.outgoing_id, row.outgoing_name),
    incoming: toOfficer(row.incoming_id, row.incoming_name),
    on: row.on_date as LocalDate,
    lines: (byHandOver.get(row.id) ?? []).map((line) => ({
      id: line.id,
      words: line.words,
      doneOn: line.done_on as LocalDate | null,
    })),
  }));
}

/** What is handed over in a group, the latest first. */
export const listOfGroup = (ctx: Ctx, groupId: GroupId): Promise<readonly HandOver[]> =>
  list(ctx, 'h.group_id', groupId);

/** What one change of the committee hands over, in the order of the posts. */
export const listOfCommittee = (ctx: Ctx, id: CommitteeId): Promise<readonly HandOver[]> =>
  list(ctx, 'h.committee_id', id);

export async function findById(ctx: Ctx, id: string): Promise<HandOver | undefined> {
  return (await list(ctx, 'h.id', id))[0];
}

/** The hand-over that a line belongs to. */
export async function findByLine(ctx: Ctx, lineId: string): Promise<HandOver | undefined> {
  const line = await ctx.tx.findOneBy(handOverLineTable, { id: lineId });
  return line === null ? undefined : findById(ctx, line.hand_over_id);
}

export async function insert(
  ctx: Ctx,
  handOver: {
    readonly groupId: GroupId;
    readonly committeeId: CommitteeId | null;
    readonly post: string;
    readonly outgoing: PersonId | null;
    readonly incoming: PersonId | null;
    readonly on: LocalDate;
    readonly lines: readonly string[];
  },
): Promise<HandOverId> {
  const id = ctx.newId() as HandOverId;
  await ctx.tx.insert(handOverTable, {
    id,
    group_id: handOver.groupId,
    committee_id: handOver.committeeId,
    post: handOver.post,
    outgoing_id: handOver.outgoing,
    incoming_id: handOver.incoming,
    on_date: handOver.on,
    made_at: ctx.now(),
  });
  await insertLines(ctx, id, 0, handOver.lines);
  return id;
}

async function insertLines(
  ctx: Ctx,
  id: HandOverId,
  first: number,
  lines: readonly string[],
): Promise<void> {
  for (const [place, words] of lines.entries())
    await ctx.tx.insert(handOverLineTable, {
      id: ctx.newId(),
      hand_over_id: id,
      position: first + place,
      words,
      done_on: null,
    });
}

/** Names who follows on a list that waited, and adds the lines it does not have yet. */
export async function addIncoming(
  ctx: Ctx,
  waiting: HandOver,
  incoming: PersonId,
  lines: readonly string[],
): Promise<void> {
  await ctx.tx.update(handOverTable, { id: waiting.id }, { incoming_id: incoming });
  const known = new Set(waiting.lines.map((line) => line.words));
  const added = lines.filter((words) => !known.has(words));
  await insertLines(ctx, waiting.id, waiting.lines.length, added);
}

export async function remove(ctx: Ctx, id: HandOverId): Promise<void> {
  await ctx.tx.delete(handOverLineTable, { hand_over_id: id });
  await ctx.tx.delete(handOverTable, { id });
}

export async function setLineDone(ctx: Ctx, id: string, doneOn: LocalDate | null): Promise<void> {
  await ctx.tx.update(handOverLineTable, { id }, { done_on: doneOn });
}

/** Takes what a change of the committee handed over off the record, because the change was taken back. */
export async function removeOfCommittee(ctx: Ctx, id: CommitteeId): Promise<void> {
  await ctx.tx.query(
    'DELETE FROM hand_over_line WHERE hand_over_id IN (SELECT id FROM hand_over WHERE committee_id = ?)',
    [id],
  );
  await ctx.tx.delete(handOverTable, { committee_id: id });
}
