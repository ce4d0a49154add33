import { createHash } from 'node:crypto';
import type { BoardMember } from '#db/people/board.contract';
import { listAllWhoAgree, listBoard, listBoardByIds } from '#db/people/board.service';
import type { PersonId } from '#db/people/people.contract';
import { listBarredPeople } from '#db/restrictions/restrictions.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Choice,
  ChannelCounts,
  Chosen,
  LeftOut,
  LeftOutByHand,
  LeftOutReason,
  Selection,
} from './mailings.contract.ts';
import { LeftOutReason as Reasons } from './mailings.contract.ts';
import * as mailings from './mailings.repository.ts';
import { type Candidate, judgeRecipient, keepLongestLeftInPeace } from './recipients.rules.ts';

/** What a restriction has to name, so that its person gets no mailing; 'everything' names it too. */
const ACTIVITY = { kind: 'activity', activity: 'Sounding Board' } as const;

export type Chooses = {
  readonly chosen: readonly Chosen[];
  readonly leftOut: readonly LeftOut[];
};

/** Everybody who fits a selection: who is asked how, and who is left out and why. Both in alphabetical order. */
export async function chooseFor(
  ctx: Ctx,
  selection: Selection,
  byHand: readonly LeftOutByHand[],
): Promise<Chooses> {
  const members = (await listBoard(ctx, selection)).filter(
    ({ channels }) =>
      selection.channels.length === 0 ||
      (channels[0] !== undefined && selection.channels.includes(channels[0])),
  );
  const lastAsked = await mailings.listLastAsked(ctx);
  const asCandidate = await readCandidates(ctx, { byHand, lastAsked });
  const rule = { asked: selection.asked, today: todayOf(ctx) };
  const judged = members.map((member) => {
    const candidate = asCandidate(member);
    return { member, candidate, verdict: judgeRecipient(candidate, rule) };
  });
  const kept = keepLongestLeftInPeace(
    judged.flatMap(({ candidate, verdict }) => ('gets' in verdict ? [candidate] : [])),
    selection.atMost,
  );
  const chosen: Chosen[] = [];
  const leftOut: LeftOut[] = [];
  for (const { member, candidate, verdict } of judged) {
    const { id: personId, name, kind, areaName } = member;
    if ('leftOut' in verdict)
      leftOut.push({ personId, name, areaName, reason: verdict.leftOut, detail: verdict.detail });
    else if (!kept.has(personId))
      leftOut.push({ personId, name, areaName, reason: 'enough-others', detail: '' });
    else
      chosen.push({
        personId,
        name,
        kind,
        areaName,
        channel: verdict.gets,
        format: member.formatNeed,
        language: member.languageNeed,
        isMadeByHand: verdict.isMadeByHand,
        lastAskedOn: candidate.lastAskedOn,
      });
  }
  return { chosen, leftOut };
}

/** These people as they are today, and what now stands in the way of each. */
export async function readAgain(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, { readonly member: BoardMember; readonly candidate: Candidate }>> {
  const asCandidate = await readCandidates(ctx, { byHand: [], lastAsked: new Map() });
  return new Map(
    (await listBoardByIds(ctx, ids)).map((member) => [
      member.id,
      { member, candidate: asCandidate(member) },
    ]),
  );
}

async function readCandidates(
  ctx: Ctx,
  given: {
    readonly byHand: readonly LeftOutByHand[];
    readonly lastAsked: ReadonlyMap<PersonId, LocalDate>;
  },
): Promise<(member: BoardMember) => Candidate> {
  const today = todayOf(ctx);
  const agree = await listAllWhoAgree(ctx, 'mailing-sms-email', today);
  const barred = await listBarredPeople(ctx, ACTIVITY, today);
  const why = new Map(given.byHand.map((one) => [one.personId, one.why]));
  return (member) => ({
    ...member,
    lastAskedOn: laterOf(member.lastContactedOn, given.lastAsked.get(member.id) ?? null),
    agreesToMessages: agree.has(member.id),
    isBarred: barred.has(member.id),
    leftOutWhy: why.get(member.id),
  });
}

const laterOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other > one) ? other : one;

/** A choice as a screen shows it: so many rows, with the number of all. */
export function summed({ chosen, leftOut }: Chooses, limit: number): Choice {
  const reasons = Map.groupBy(leftOut, ({ reason }) => reason);
  return {
    chosen: chosen.slice(0, limit),
    leftOut: leftOut.slice(0, limit),
    total: chosen.length,
    totalLeftOut: leftOut.length,
    byChannel: countChannels(chosen),
    byReason: Reasons.options.flatMap((reason: LeftOutReason) => {
      const people = reasons.get(reason)?.length ?? 0;
      return people === 0 ? [] : [{ reason, people }];
    }),
    madeByHand: chosen.filter(({ isMadeByHand }) => isMadeByHand).length,
    inOtherLanguages: chosen.filter(({ language }) => language !== '').length,
    mark: markOf(chosen),
  };
}

function countChannels(chosen: readonly Chosen[]): ChannelCounts {
  const counts = { letter: 0, email: 0, text: 0, phone: 0 };
  for (const { channel } of chosen) counts[channel] += 1;
  return counts;
}

/** The same people by the same channels give the same mark. */
export const markOf = (chosen: readonly Chosen[]): string =>
  createHash('sha256')
    .update(chosen.map(({ personId, channel }) => `${personId} ${channel}`).join('\n'))
    .digest('hex')
    .slice(0, 32);
