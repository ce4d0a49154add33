import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Activity,
  ActivityId,
  ActivityOfPerson,
  AttendanceFound,
} from './activities.contract.ts';
import { activityErrors } from './activities.errors.ts';
import * as activities from './activities.repository.ts';
import * as register from './register.repository.ts';

/** Days of the calendar, the first and the last included. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate };

/** One activity, a cancelled one too; refused when there is none of that id. */
export async function getActivity(ctx: Ctx, id: ActivityId): Promise<Activity> {
  const found = await activities.findById(ctx, id);
  if (found === undefined) throw activityErrors.error('activity.not-found', { id });
  return found;
}

/** Activities of these days, the latest first; cancelled ones too. */
export async function listActivities(
  ctx: Ctx,
  { from, until }: Days,
): Promise<readonly Activity[]> {
  return activities.list(ctx, { from, until, kind: null, groupId: null });
}

/**
 * Activities of these days on whose register a person stands, as expected, come or with apologies, the latest first;
 * cancelled ones too.
 */
export async function activitiesOfPerson(
  ctx: Ctx,
  personId: PersonId,
  { from, until }: Days,
): Promise<readonly ActivityOfPerson[]> {
  return activities.listOfPerson(ctx, personId, { from, until });
}

/** What the register of an activity says of each of these people; every one of them is in the answer (EXP-19). */
export async function attendanceOf(
  ctx: Ctx,
  activityId: ActivityId,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, AttendanceFound>> {
  const standings = await register.standingsOf(ctx, activityId);
  return new Map(
    personIds.map((id): [PersonId, AttendanceFound] => {
      const standing = standings.get(id);
      return [id, standing === undefined || standing === 'expected' ? 'not-on-sheet' : standing];
    }),
  );
}
