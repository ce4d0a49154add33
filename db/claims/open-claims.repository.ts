import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';

/** How claims of or for a group stand that nobody has settled yet. */
export type OpenOfGroup = {
  readonly state: string;
  readonly claims: number;
  readonly references: string;
};

/** Claims of a group, or brought for it, that wait for anybody or of which money is still to be paid, by state. */
export async function countOpenOfGroup(
  ctx: Ctx,
  groupId: GroupId,
): Promise<readonly OpenOfGroup[]> {
  return ctx.tx.query(
    `SELECT state, count(*) AS claims, group_concat(reference, ', ' ORDER BY reference) AS "references"
     FROM claim
     WHERE (claimant_group_id = ? OR filer_group_id = ?)
       AND (state IN ('draft', 'to-sign', 'filed', 'verified', 'second', 'asked')
         OR (state = 'decided' AND coalesce(decided_pence, 0) > paid_pence))
     GROUP BY state ORDER BY min(received_on), state`,
    [groupId, groupId],
  );
}
