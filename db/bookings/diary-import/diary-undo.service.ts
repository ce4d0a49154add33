import { setImmediate as theOthersTurn } from 'node:timers/promises';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup, retireGroup } from '#db/groups/groups.service';
import type { MadeThing, RunName } from '#db/imports/import-source';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { countOf } from '#db/shared/plain-words';
import type { BookingId } from '../bookings.contract.ts';
import * as marks from '../diary-import.repository.ts';
import { getBooking, saveBooking } from '../place-booking.service.ts';

/** Others have their turn after so many bookings or groups: taking back a diary of years must not stop the desk. */
const AT_ONCE = 20;

/**
 * Takes an imported diary back. Bookings that nobody touched since are cancelled with the import as the reason; what
 * somebody changed, used or cancelled since stays as it is and is listed. Groups that only the import used go out of
 * use. Nobody's record is deleted, so people stay. Freed times are not offered by themselves: nobody gave them up.
 */
export async function undoDiary(
  ctx: Ctx,
  made: readonly MadeThing[],
  run: RunName,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const [index, thing] of ofType(made, 'booking').entries()) {
    const why = await undoBooking(ctx, thing, run);
    if (why !== '') kept.push(why);
    if (index % AT_ONCE === 0) await theOthersTurn();
  }
  for (const [index, thing] of ofType(made, 'group').entries()) {
    const why = await undoGroup(ctx, thing, run);
    if (why !== '') kept.push(why);
    if (index % AT_ONCE === 0) await theOthersTurn();
  }
  const people = ofType(made, 'person');
  const changed = [];
  for (const thing of people)
    if ((await getPerson(ctx, thing.objectId as PersonId)).version !== thing.version)
      changed.push(`${thing.words}: the person’s details were changed since.`);
  const untouched = people.length - changed.length;
  return [
    ...kept,
    ...changed,
    ...(untouched === 0
      ? []
      : [
          `${countOf(untouched, 'person', 'people')} entered with the import ${untouched === 1 ? 'stays' : 'stay'} on record.`,
        ]),
  ];
}

const ofType = (made: readonly MadeThing[], type: string): readonly MadeThing[] =>
  made.filter((one) => one.objectType === type);

async function undoBooking(ctx: Ctx, thing: MadeThing, run: RunName): Promise<string> {
  const before = await getBooking(ctx, thing.objectId as BookingId);
  if (before.version !== thing.version) {
    const now = before.status === 'cancelled' ? 'was cancelled since' : 'was changed since';
    return `${before.reference}, line ${thing.line}: ${thing.words} ${now}.`;
  }
  await saveBooking(
    ctx,
    before,
    {
      status: 'cancelled',
      cancelledAt: ctx.now(),
      cancelledByUserId: userIdOf(ctx.actor),
      cancelledFrom: before.status,
      cancelReason: `Import ${run.reference} undone`,
    },
    { action: 'booking.cancelled', reason: `Import ${run.reference} undone` },
  );
  return '';
}

async function undoGroup(ctx: Ctx, thing: MadeThing, run: RunName): Promise<string> {
  const group = await getGroup(ctx, thing.objectId as GroupId);
  if (group.version !== thing.version) return `${thing.words}: the group was changed since.`;
  if (await marks.isGroupUsed(ctx, group.id, run.id))
    return `${thing.words}: the group is used by others since.`;
  await retireGroup(ctx, group.id, `Import ${run.reference} undone`);
  return '';
}
