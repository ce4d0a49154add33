import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  AskedWhen,
  EvidenceState,
  Item,
  ItemId,
  RecognitionReturn,
  RecognitionReturnId,
} from './recognition.contract.ts';
import {
  type RecognitionEvidenceRow,
  recognitionEvidenceTable,
  type RecognitionItemRow,
  recognitionItemTable,
  type RecognitionReturnRow,
  recognitionReturnTable,
} from './recognition.table.ts';

/** A return as it is stored; what is asked in it comes from the council's list. */
export type StoredReturn = Omit<RecognitionReturn, 'items' | 'missing' | 'completeOn'>;

/** What is on record about one thing that is asked in a return. */
export type Evidence = {
  readonly itemId: ItemId;
  readonly words: string;
  readonly state: EvidenceState;
  readonly receivedOn: LocalDate | null;
  readonly evidence: string;
  readonly enteredBy: string;
};

const toReturn = (row: RecognitionReturnRow): StoredReturn => ({
  id: row.id as RecognitionReturnId,
  groupId: row.group_id as GroupId,
  kind: row.kind as StoredReturn['kind'],
  openedOn: row.opened_on as LocalDate,
  dueOn: row.due_on as LocalDate | null,
  closedOn: row.closed_on as LocalDate | null,
});

export async function findReturn(ctx: Ctx, id: string): Promise<StoredReturn | undefined> {
  const rows: readonly RecognitionReturnRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_return WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toReturn(rows[0]);
}

/** The return in which things of a group come in now; undefined while none is open. */
export async function findOpenReturn(
  ctx: Ctx,
  groupId: GroupId,
): Promise<StoredReturn | undefined> {
  const rows: readonly RecognitionReturnRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_return WHERE group_id = ? AND closed_on IS NULL',
    [groupId],
  );
  return rows[0] === undefined ? undefined : toReturn(rows[0]);
}

export async function insertReturn(ctx: Ctx, wanted: StoredReturn): Promise<void> {
  await ctx.tx.insert(recognitionReturnTable, {
    id: wanted.id,
    group_id: wanted.groupId,
    kind: wanted.kind,
    opened_on: wanted.openedOn,
    due_on: wanted.dueOn,
    closed_on: wanted.closedOn,
  });
}

/** Closes a return on a day, or opens it again. */
export async function closeReturn(
  ctx: Ctx,
  id: RecognitionReturnId,
  on: LocalDate | null,
): Promise<void> {
  await ctx.tx.update(recognitionReturnTable, { id }, { closed_on: on });
}

/** Keeps by when a return was due. */
export async function setDue(
  ctx: Ctx,
  id: RecognitionReturnId,
  dueOn: LocalDate | null,
): Promise<void> {
  await ctx.tx.update(recognitionReturnTable, { id }, { due_on: dueOn });
}

/** Takes a return off the record in which nothing was entered; decisions that were taken back let go of it. */
export async function removeReturn(ctx: Ctx, id: RecognitionReturnId): Promise<void> {
  await ctx.tx.query('UPDATE recognition_decision SET return_id = NULL WHERE return_id = ?', [id]);
  await ctx.tx.delete(recognitionEvidenceTable, { return_id: id });
  await ctx.tx.delete(recognitionReturnTable, { id });
}

export async function listEvidence(
  ctx: Ctx,
  returnId: RecognitionReturnId,
): Promise<readonly Evidence[]> {
  const rows: readonly RecognitionEvidenceRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_evidence WHERE return_id = ? ORDER BY rowid',
    [returnId],
  );
  return rows.map((row) => ({
    itemId: row.item_id as ItemId,
    words: row.words,
    state: row.state as EvidenceState,
    receivedOn: row.received_on as LocalDate | null,
    evidence: row.evidence,
    enteredBy: row.entered_by,
  }));
}

export async function saveEvidence(
  ctx: Ctx,
  returnId: RecognitionReturnId,
  evidence: Evidence,
): Promise<void> {
  await ctx.tx.delete(recognitionEvidenceTable, { return_id: returnId, item_id: evidence.itemId });
  await ctx.tx.insert(recognitionEvidenceTable, {
    return_id: returnId,
    item_id: evidence.itemId,
    words: evidence.words,
    state: evidence.state,
    received_on: evidence.receivedOn,
    evidence: evidence.evidence,
    entered_by: evidence.enteredBy,
    recorded_at: ctx.now(),
  });
}

/** What a manager set about the lines of the council's lists. */
export async function listItems(ctx: Ctx): Promise<readonly Item[]> {
  const rows: readonly RecognitionItemRow[] = await ctx.tx.query('SELECT * FROM recognition_item');
  return rows.map((row) => ({
    id: row.id as ItemId,
    kind: row.kind as Item['kind'],
    words: row.words,
    asked: row.asked as AskedWhen,
    ifAmended: row.if_amended === 1,
  }));
}

/** Puts a whole list in place of the one before; evidence keeps the words under which it was asked. */
export async function saveItems(
  ctx: Ctx,
  kind: Item['kind'],
  items: readonly Item[],
): Promise<void> {
  await ctx.tx.delete(recognitionItemTable, { kind });
  for (const item of items)
    await ctx.tx.insert(recognitionItemTable, {
      id: item.id,
      kind,
      words: item.words,
      asked: item.asked,
      if_amended: item.ifAmended ? 1 : 0,
    });
}

/** A yearly return that waits, of a group in use, with the day by which it is due. */
export type WaitingReturn = StoredReturn & {
  readonly groupName: string;
  readonly dueOn: LocalDate;
};

/** Every yearly return that is open and has a day, the soonest first; the group's own dates say the day. */
export async function listWaiting(ctx: Ctx): Promise<readonly WaitingReturn[]> {
  const rows: readonly (RecognitionReturnRow & {
    readonly name: string;
    readonly next_due_on: string;
  })[] = await ctx.tx.query(
    `SELECT r.*, g.name, u.next_due_on FROM recognition_return r
     JOIN tenant_group g ON g.id = r.group_id
     JOIN group_duty u ON u.group_id = r.group_id AND u.kind = 'recognition'
     WHERE r.closed_on IS NULL AND r.kind = 'yearly' AND u.next_due_on IS NOT NULL AND g.is_active = 1
     ORDER BY u.next_due_on, g.folded_name`,
  );
  return rows.map((row) => ({
    ...toReturn(row),
    groupName: row.name,
    dueOn: row.next_due_on as LocalDate,
  }));
}
