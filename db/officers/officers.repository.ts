import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Term, TermId, Vacancy } from './officers.contract.ts';
import { type TermRow, termTable, vacancyTable } from './officers.table.ts';

type RowWithNames = TermRow & { readonly group_name: string; readonly person_name: string };

const WITH_NAMES = `
  SELECT t.*, g.name AS group_name, p.name AS person_name
  FROM officer_term t
  JOIN tenant_group g ON g.id = t.group_id
  JOIN person p ON p.id = t.person_id`;

/** The latest first, so that what holds now stands on top. */
const LATEST_FIRST = 'ORDER BY t.from_date DESC, t.recorded_at DESC, t.id';

const toTerm = (row: RowWithNames): Term => ({
  id: row.id as TermId,
  groupId: row.group_id as GroupId,
  groupName: row.group_name,
  post: row.post,
  personId: row.person_id as PersonId,
  personName: row.person_name,
  from: row.from_date as LocalDate,
  until: row.until_date as LocalDate | null,
  isVoting: row.is_voting === 1,
  meetingThatDecided: row.meeting_that_decided,
  needsInduction: row.needs_induction === 1,
  inductionDoneOn: row.induction_done_on as LocalDate | null,
  version: row.version,
});

async function listWhere(ctx: Ctx, where: string, id: string): Promise<readonly Term[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE ${where} = ? ${LATEST_FIRST}`,
    [id],
  );
  return rows.map(toTerm);
}

/** Every term of a group, the latest first. */
export const listOfGroup = (ctx: Ctx, groupId: GroupId): Promise<readonly Term[]> =>
  listWhere(ctx, 't.group_id', groupId);

/** Every term of a person, the latest first. */
export const listOfPerson = (ctx: Ctx, personId: PersonId): Promise<readonly Term[]> =>
  listWhere(ctx, 't.person_id', personId);

/** Terms that a change of the committee began. */
export const listStartedBy = (ctx: Ctx, committeeId: string): Promise<readonly Term[]> =>
  listWhere(ctx, 't.started_by_id', committeeId);

/** Terms that a change of the committee ended. */
export const listEndedBy = (ctx: Ctx, committeeId: string): Promise<readonly Term[]> =>
  listWhere(ctx, 't.ended_by_id', committeeId);

/** Every term that runs on a day, group by group. */
export async function listRunning(ctx: Ctx, on: LocalDate): Promise<readonly Term[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE t.from_date <= ? AND (t.until_date IS NULL OR t.until_date >= ?)
     AND g.is_active = 1 ORDER BY g.folded_name, g.id, t.from_date, t.id`,
    [on, on],
  );
  return rows.map(toTerm);
}

/** Groups of which any officer was ever entered. */
export async function listGroupsWithTerms(ctx: Ctx): Promise<readonly GroupId[]> {
  const rows: readonly { group_id: string }[] = await ctx.tx.query(
    'SELECT DISTINCT group_id FROM officer_term ORDER BY group_id',
  );
  return rows.map((row) => row.group_id as GroupId);
}

export async function findById(ctx: Ctx, id: string): Promise<Term | undefined> {
  return (await listWhere(ctx, 't.id', id))[0];
}

/** What of a term a row holds; the names are looked up beside it. */
export type StoredTerm = Omit<Term, 'groupName' | 'personName'>;

export async function insert(
  ctx: Ctx,
  term: StoredTerm,
  startedById: string | null,
): Promise<void> {
  await ctx.tx.insert(termTable, {
    id: term.id,
    group_id: term.groupId,
    post: term.post,
    person_id: term.personId,
    from_date: term.from,
    until_date: term.until,
    is_voting: term.isVoting ? 1 : 0,
    meeting_that_decided: term.meetingThatDecided,
    needs_induction: term.needsInduction ? 1 : 0,
    induction_done_on: term.inductionDoneOn,
    started_by_id: startedById,
    ended_by_id: null,
    until_before: null,
    recorded_at: ctx.now(),
    version: term.version,
  });
}

/** Writes what may change if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, term: StoredTerm, seenVersion: number): Promise<boolean> {
  const result = await ctx.tx.update(
    termTable,
    { id: term.id, version: seenVersion },
    {
      from_date: term.from,
      until_date: term.until,
      is_voting: term.isVoting ? 1 : 0,
      meeting_that_decided: term.meetingThatDecided,
      induction_done_on: term.inductionDoneOn,
      version: seenVersion + 1,
    },
  );
  return result.affected === 1;
}

/** Ends a term by a change of the committee, and keeps the last day that stood before. */
export async function endBy(
  ctx: Ctx,
  term: Term,
  until: LocalDate,
  committeeId: string,
): Promise<void> {
  await ctx.tx.update(
    termTable,
    { id: term.id },
    {
      until_date: until,
      until_before: term.until,
      ended_by_id: committeeId,
      version: term.version + 1,
    },
  );
}

/** Gives the terms that a change of the committee ended the last days back that stood before. */
export async function restoreEndedBy(ctx: Ctx, committeeId: string): Promise<void> {
  await ctx.tx.query(
    `UPDATE officer_term SET until_date = until_before, until_before = NULL, ended_by_id = NULL, version = version + 1
     WHERE ended_by_id = ?`,
    [committeeId],
  );
}

export async function remove(ctx: Ctx, id: TermId): Promise<void> {
  await ctx.tx.delete(termTable, { id });
}

/** The days by which vacant posts of a group should be filled, by post. */
export async function listDeadlines(
  ctx: Ctx,
  groupId: GroupId,
): Promise<ReadonlyMap<Vacancy['post'], LocalDate>> {
  const rows = await ctx.tx.findBy(vacancyTable, { group_id: groupId });
  return new Map(rows.map((row) => [row.post, row.fill_by as LocalDate]));
}

/** Sets the day by which a vacant post should be filled; null takes it away. */
export async function saveDeadline(
  ctx: Ctx,
  groupId: GroupId,
  post: Vacancy['post'],
  fillBy: LocalDate | null,
): Promise<void> {
  await ctx.tx.delete(vacancyTable, { group_id: groupId, post });
  if (fillBy !== null)
    await ctx.tx.insert(vacancyTable, { group_id: groupId, post, fill_by: fillBy });
}
