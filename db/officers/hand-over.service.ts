import { recordAudit } from '#db/audit/record';
import type { Group } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Change } from './committee.rules.ts';
import type { HandOverSource } from './hand-over-source.ts';
import * as handOvers from './hand-over.repository.ts';
import { linesOfPost, placeOfKeeper, placeOfPerson } from './hand-over.rules.ts';
import { withoutNames } from './officer-mask.rules.ts';
import type { officersContract } from './officers-api.contract.ts';
import type { CommitteeId, HandOver, Term } from './officers.contract.ts';
import { officerErrors } from './officers.errors.ts';

export const handOverService: Pick<Handlers<typeof officersContract>, 'handOvers' | 'markLine'> = {
  async handOvers(ctx, { groupId }) {
    const found = await handOvers.listOfGroup(ctx, groupId);
    return isAuditor(ctx.actor) ? found.map(withoutNames) : [...found];
  },

  async markLine(ctx, { id, isDone }) {
    const before = await handOvers.findByLine(ctx, id);
    if (before === undefined) throw officerErrors.error('officer.hand-over-not-found', { id });
    await handOvers.setLineDone(ctx, id, isDone ? todayOf(ctx) : null);
    const after = await getHandOver(ctx, before.id);
    await recordAudit(ctx, {
      action: isDone ? 'hand-over.ticked' : 'hand-over.put-back',
      objectType: 'group',
      objectId: after.groupId,
      after: { post: after.post, line: after.lines.find((line) => line.id === id)?.words ?? '' },
    });
    return after;
  },
};

/** One hand-over, unmasked; refused when there is none of that id. */
export async function getHandOver(ctx: Ctx, id: string): Promise<HandOver> {
  const found = await handOvers.findById(ctx, id);
  if (found === undefined) throw officerErrors.error('officer.hand-over-not-found', { id });
  return found;
}

/**
 * Gathers what has to be handed over in these changes and keeps it as lists to tick. What a person holds and what the
 * group has open stands once, however many posts change. A member who goes and has nothing to give back gets no list.
 */
export async function makeHandOvers(
  ctx: Ctx,
  sources: readonly HandOverSource[],
  of: {
    readonly group: Pick<Group, 'id'>;
    readonly committeeId: CommitteeId | null;
    readonly on: LocalDate;
    readonly changes: readonly Change[];
  },
): Promise<void> {
  const { group, committeeId, on, changes } = of;
  const lines: string[][] = changes.map((change) => [...linesOfPost(change.post)]);
  const put = (place: number, words: readonly string[]) => lines[place]?.push(...words);
  for (const source of sources) {
    if (source.about === 'post')
      for (const [place, { post }] of changes.entries())
        put(place, await source.lines(ctx, { groupId: group.id, post, on }));
    else if (source.about === 'group')
      put(
        placeOfKeeper(changes, source.keptBy),
        await source.lines(ctx, { groupId: group.id, on }),
      );
    else
      for (const personId of peopleOn(changes, source.about))
        put(
          placeOfPerson(changes, source.about, personId),
          await source.lines(ctx, { groupId: group.id, personId, on }),
        );
  }
  for (const [place, change] of changes.entries()) {
    const ofChange = lines[place] ?? [];
    // A new committee keeps lists of its own, so that they go when it is taken back.
    const waiting = committeeId === null ? await findWaiting(ctx, group.id, change) : undefined;
    if (waiting !== undefined && change.incoming !== null)
      await handOvers.addIncoming(ctx, waiting, change.incoming, ofChange);
    else if (waiting === undefined && ofChange.length > 0)
      await handOvers.insert(ctx, {
        groupId: group.id,
        committeeId,
        post: change.post,
        outgoing: change.outgoing,
        incoming: change.incoming,
        on,
        lines: ofChange,
      });
  }
}

/** The list of an officer who went before anybody followed; it is kept up when somebody does. */
async function findWaiting(
  ctx: Ctx,
  groupId: Group['id'],
  { post, outgoing }: Pick<Change, 'post' | 'outgoing'>,
): Promise<HandOver | undefined> {
  return (await handOvers.listOfGroup(ctx, groupId)).find(
    (one) =>
      one.post === post &&
      one.incoming === null &&
      one.outgoing !== null &&
      one.outgoing.personId === outgoing,
  );
}

/** Takes the list of an officer who was to go, and does not, off the record; one already begun stays. */
export async function forgetWaiting(
  ctx: Ctx,
  term: Pick<Term, 'groupId' | 'post' | 'personId'>,
): Promise<void> {
  const waiting = await findWaiting(ctx, term.groupId, {
    post: term.post,
    outgoing: term.personId,
  });
  if (waiting?.lines.every((line) => line.doneOn === null)) await handOvers.remove(ctx, waiting.id);
}

const peopleOn = (
  changes: readonly Change[],
  side: 'outgoing' | 'incoming',
): ReadonlySet<PersonId> =>
  new Set(changes.map((change) => change[side]).filter((id) => id !== null));
