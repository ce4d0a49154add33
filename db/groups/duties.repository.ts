import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { GroupDutyRow } from './group-parts.table.ts';
import type { DutyDates, DutyKind } from './group-record.contract.ts';
import type { GroupId } from './groups.contract.ts';

/** A day by which a group in use owes something. */
export type DutyDue = {
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly kind: DutyKind;
  readonly nextDueOn: LocalDate;
};

export async function datesOf(ctx: Ctx, id: GroupId): Promise<ReadonlyMap<DutyKind, DutyDates>> {
  const rows: readonly GroupDutyRow[] = await ctx.tx.query(
    'SELECT * FROM group_duty WHERE group_id = ?',
    [id],
  );
  return new Map(
    rows.map((row) => [
      row.kind as DutyKind,
      {
        lastOn: row.last_on as LocalDate | null,
        nextDueOn: row.next_due_on as LocalDate | null,
      },
    ]),
  );
}

/** What groups in use owe by some day, the soonest first; of one group when it is named. */
export async function listDue(ctx: Ctx, id: GroupId | null): Promise<readonly DutyDue[]> {
  const rows: readonly (GroupDutyRow & { readonly name: string })[] = await ctx.tx.query(
    `SELECT d.*, g.name FROM group_duty d JOIN tenant_group g ON g.id = d.group_id
     WHERE d.next_due_on IS NOT NULL AND g.is_active = 1 AND (? IS NULL OR g.id = ?)
     ORDER BY d.next_due_on, g.folded_name, d.kind`,
    [id, id],
  );
  return rows.map((row) => ({
    groupId: row.group_id as GroupId,
    groupName: row.name,
    kind: row.kind as DutyKind,
    nextDueOn: row.next_due_on as LocalDate,
  }));
}

export async function save(ctx: Ctx, id: GroupId, kind: DutyKind, dates: DutyDates): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO group_duty (group_id, kind, last_on, next_due_on) VALUES (?, ?, ?, ?)
     ON CONFLICT (group_id, kind) DO UPDATE SET last_on = excluded.last_on, next_due_on = excluded.next_due_on`,
    [id, kind, dates.lastOn, dates.nextDueOn],
  );
}
