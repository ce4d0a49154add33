import type { ConditionKind } from '#db/conditions/conditions.contract';
import { listUnwritten } from '#db/conditions/conditions.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { countGroups } from '#db/groups/groups.service';
import { officeHoursOn, todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { joinWords } from '#db/shared/plain-words';
import { countSecondPeople } from '#db/users/users.service';
import type { ToDo } from '../booking-views.contract.ts';

/** The council asks for it, and nobody can be given what nobody has entered (BOOK-07, BOOK-08). */
const TEXT_TO_ENTER: Readonly<Record<ConditionKind, ToDo>> = {
  guidelines: {
    code: 'guidelines-missing',
    words: 'Enter the guidelines for the rooms. Until then nobody can be given them.',
    path: '/settings/conditions',
  },
  fire: {
    code: 'fire-missing',
    words: 'Enter the fire procedure. Until then nobody can be given it.',
    path: '/settings/conditions',
  },
};

/** What the desk or the manager still has to settle before the centre runs smoothly. */
export async function listToDo(ctx: Ctx, facilities: readonly Facility[]): Promise<ToDo[]> {
  const isManager = ctx.actor.kind === 'user' && ctx.actor.role === 'manager';
  const toDo: ToDo[] = [];
  const withoutHours = facilities.filter((room) => room.isBookable && room.hours === null);
  if (isManager && withoutHours.length > 0)
    toDo.push({
      code: 'room-hours-missing',
      words: `Enter the opening hours of ${joinWords(withoutHours.map((room) => room.name))}. Until then no time is refused as closed.`,
      path: '/settings/rooms',
    });
  if (isManager && (await officeHoursOn(ctx, todayOf(ctx))).length === 0)
    toDo.push({
      code: 'office-hours-missing',
      words: 'Enter the office hours. Until then no booking is marked out of hours.',
      path: '/settings/hours',
    });
  if (isManager)
    for (const kind of await listUnwritten(ctx, todayOf(ctx))) toDo.push(TEXT_TO_ENTER[kind]);
  if ((await countGroups(ctx)) === 0)
    toDo.push({
      code: 'no-groups',
      words: 'Add the groups that use the centre. You can also add one while booking.',
      path: '/groups',
    });
  if (isManager && (await countSecondPeople(ctx)) === 0)
    toDo.push({
      code: 'lone-manager',
      words: 'Add a second manager. Changes to accounts need two people.',
      path: '/settings/accounts',
    });
  return toDo;
}
