import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { CommitteeId } from './officers.contract.ts';
import { type CommitteeRow, committeeTable } from './officers.table.ts';

/** One change of a committee as it is kept. */
export type StoredCommittee = {
  readonly id: CommitteeId;
  readonly groupId: GroupId;
  readonly meetingOn: LocalDate;
  readonly from: LocalDate;
  readonly decidedAt: string;
  /** Whether it was the whole committee, or some posts of it. */
  readonly isWhole: boolean;
  readonly isTakenBack: boolean;
};

const toCommittee = (row: CommitteeRow): StoredCommittee => ({
  id: row.id as CommitteeId,
  groupId: row.group_id as GroupId,
  meetingOn: row.meeting_on as LocalDate,
  from: row.from_date as LocalDate,
  decidedAt: row.decided_at,
  isWhole: row.is_whole === 1,
  isTakenBack: row.taken_back_at !== null,
});

export async function findById(ctx: Ctx, id: string): Promise<StoredCommittee | undefined> {
  const row = await ctx.tx.findOneBy(committeeTable, { id });
  return row === null ? undefined : toCommittee(row);
}

/** Every change of a group's committee that was not taken back. */
export async function listOfGroup(ctx: Ctx, groupId: GroupId): Promise<readonly StoredCommittee[]> {
  const rows = await ctx.tx.findBy(committeeTable, { group_id: groupId });
  return rows.map(toCommittee).filter((one) => !one.isTakenBack);
}

export async function insert(
  ctx: Ctx,
  committee: Omit<StoredCommittee, 'isTakenBack'>,
): Promise<void> {
  await ctx.tx.insert(committeeTable, {
    id: committee.id,
    group_id: committee.groupId,
    meeting_on: committee.meetingOn,
    from_date: committee.from,
    decided_at: committee.decidedAt,
    is_whole: committee.isWhole ? 1 : 0,
    made_at: ctx.now(),
    taken_back_at: null,
  });
}

export async function markTakenBack(ctx: Ctx, id: CommitteeId): Promise<void> {
  await ctx.tx.update(committeeTable, { id }, { taken_back_at: ctx.now() });
}
