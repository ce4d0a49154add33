import type { GroupId } from '#db/groups/groups.contract';
import { getGroup, retireGroup } from '#db/groups/groups.service';
import type { MadeThing, RunName } from '#db/imports/import-source';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { tellAndTurn } from '#db/shared/act-turn';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { countOf, progressOf } from '#db/shared/plain-words';
import type { BookingId } from '../bookings.contract.ts';
import * as marks from '../diary-import.repository.ts';
import { getBooking, saveBooking } from '../place-booking.service.ts';

/** After so many bookings or groups the page hears how far it is and may stop it: a diary of years takes seconds. */
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
  const bookings = ofType(made, 'booking');
  for (const [index, thing] of bookings.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(
        ctx,
        progressOf(index, bookings.length, { word: 'booking', did: 'cancelled' }),
      );
    const why = await undoBooking(ctx, thing, run);
    if (why !== '') kept.push(why);
  }
  const groups = ofType(made, 'group');
  for (const [index, thing] of groups.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(ctx, progressOf(index, groups.length, { word: 'group', did: 'looked at' }));
    const why = await undoGroup(ctx, thing, run);
    if (why !== '') kept.push(why);
  }
  const people = ofType(made, 'person');
  const changed = [];
  for (const [index, thing] of people.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(
        ctx,
        progressOf(index, people.length, { word: 'person record', did: 'looked at' }),
      );
    if ((await getPerson(ctx, thing.objectId as PersonId)).version !== thing.version)
      changed.push(`${thing.words}: the person’s details were changed since.`);
  }
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
