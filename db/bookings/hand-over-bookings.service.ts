import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, type LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { Booking } from './bookings.contract.ts';
import * as lists from './booking-lists.repository.ts';

/** More lines than this on a hand-over list say less than their number. */
const MOST_LINES = 3;
const MOST_READ = 200;

/** Coming bookings of a group for which an officer who goes is the one responsible: somebody else has to be named. */
export async function bookingsToHandOver(
  ctx: Ctx,
  of: { readonly groupId: GroupId; readonly personId: PersonId; readonly on: LocalDate },
): Promise<readonly string[]> {
  const today = todayOf(ctx);
  const coming = await lists.listComing(ctx, {
    booker: { kind: 'group', groupId: of.groupId },
    from: of.on > today ? of.on : today,
    limit: MOST_READ,
  });
  const theirs = coming.filter((booking) => booking.responsiblePersonId === of.personId);
  const words = ({ reference, startsAt }: Booking) =>
    `${reference} on ${formatDateNoWeekday(dateOf(startsAt))}`;
  const [first] = theirs;
  if (first === undefined) return [];
  return theirs.length <= MOST_LINES
    ? theirs.map((booking) => `Booking ${words(booking)}: name who answers for it`)
    : [`${theirs.length} bookings to come, the first ${words(first)}: name who answers for them`];
}
