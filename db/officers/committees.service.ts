import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { Group } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import type { PersonId } from '#db/people/people.contract';
import { addPerson, getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { changesOf, isNewOfficer, meetingWords, termsEnded } from './committee.rules.ts';
import * as committees from './committees.repository.ts';
import type { HandOverSource } from './hand-over-source.ts';
import * as handOvers from './hand-over.repository.ts';
import { makeHandOvers } from './hand-over.service.ts';
import { forgetInduction, inductionRule, putInductionTask } from './inductions.service.ts';
import type { officersContract } from './officers-api.contract.ts';
import { getTerm, listWarnings } from './officers-on.service.ts';
import type {
  Committee,
  CommitteeId,
  NewCommittee,
  NewOfficer,
  Post,
  Term,
  TermId,
} from './officers.contract.ts';
import { officerErrors } from './officers.errors.ts';
import * as terms from './officers.repository.ts';
import { comparePosts, parsePost, postWords } from './officers.rules.ts';
import { checkMediaContact } from './terms.service.ts';
import { putVacancyTasks } from './vacancies.service.ts';

/** A line of the new committee with the person found or entered. */
type Seat = { readonly post: Post; readonly personId: PersonId; readonly isVoting: boolean };

/** What a meeting decides about the posts is one act, and is taken back as one. */
export function committeesService(
  sources: readonly HandOverSource[],
): Pick<Handlers<typeof officersContract>, 'enterCommittee' | 'undoCommittee'> {
  return {
    async enterCommittee(ctx, wanted) {
      const group = await getGroup(ctx, wanted.groupId);
      const from = wanted.from ?? wanted.meetingOn;
      if (from < wanted.meetingOn)
        throw officerErrors.error('officer.committee-too-early', { meetingOn: wanted.meetingOn });
      if (wanted.isWhole) await checkEnteredOnce(ctx, group, from);
      const seats = await findSeats(ctx, wanted);
      await checkSeats(ctx, seats);
      const id = ctx.newId() as CommitteeId;
      await committees.insert(ctx, { ...wanted, id, from });

      const before = await terms.listOfGroup(ctx, group.id);
      const posts = seats.map((seat) => seat.post);
      const ended = termsEnded(before, { ...wanted, from, posts });
      for (const term of ended) await terms.endBy(ctx, term, addDays(from, -1), id);
      const meeting = meetingWords(wanted.decidedAt, wanted.meetingOn);
      for (const seat of seats)
        await startTerm(ctx, { group, seat, from, meeting, committeeId: id, before });
      await makeHandOvers(ctx, sources, {
        group,
        committeeId: id,
        on: from,
        changes: changesOf(ended, seats),
      });
      await putVacancyTasks(ctx, group, 'stays-ticked');
      const committee = await readCommittee(ctx, group, id);
      await record(ctx, 'officers.committee-entered', committee);
      return committee;
    },

    async undoCommittee(ctx, { id }) {
      const stored = await committees.findById(ctx, id);
      if (stored === undefined) throw officerErrors.error('officer.committee-not-found', { id });
      if (stored.isTakenBack)
        throw officerErrors.error('officer.committee-taken-back-before', { id });
      const group = await getGroup(ctx, stored.groupId);
      const committee = await readCommittee(ctx, group, id);
      checkUntouched(committee);
      for (const term of committee.started) {
        await forgetInduction(ctx, term);
        await terms.remove(ctx, term.id);
      }
      await terms.restoreEndedBy(ctx, id);
      await handOvers.removeOfCommittee(ctx, id);
      await committees.markTakenBack(ctx, id);
      // The posts it filled are vacant again, and what settled them was this very change.
      await putVacancyTasks(ctx, group, 'again');
      await record(ctx, 'officers.committee-taken-back', committee);
      return {
        ...committee,
        isTakenBack: true,
        warnings: [...(await listWarnings(ctx, group, todayOf(ctx)))],
      };
    },
  };
}

/** One change of a committee as it stands, names unmasked; refused when there is none of that id. */
export async function getCommittee(ctx: Ctx, id: CommitteeId): Promise<Committee> {
  const stored = await committees.findById(ctx, id);
  if (stored === undefined) throw officerErrors.error('officer.committee-not-found', { id });
  return readCommittee(ctx, await getGroup(ctx, stored.groupId), id);
}

async function readCommittee(ctx: Ctx, group: Group, id: CommitteeId): Promise<Committee> {
  const stored = await committees.findById(ctx, id);
  if (stored === undefined) throw officerErrors.error('officer.committee-not-found', { id });
  const inOrder = (found: readonly Term[]) =>
    found.toSorted((a, b) => comparePosts(a.post, b.post));
  const on = stored.from > todayOf(ctx) ? stored.from : todayOf(ctx);
  return {
    id,
    groupId: group.id,
    meetingThatDecided: meetingWords(stored.decidedAt, stored.meetingOn),
    from: stored.from,
    isTakenBack: stored.isTakenBack,
    started: inOrder(await terms.listStartedBy(ctx, id)),
    ended: inOrder(await terms.listEndedBy(ctx, id)),
    handOvers: [...(await handOvers.listOfCommittee(ctx, id))],
    warnings: [...(await listWarnings(ctx, group, on))],
  };
}

/** The same meeting entered twice would end what it has just begun. */
async function checkEnteredOnce(ctx: Ctx, group: Group, from: LocalDate): Promise<void> {
  const others = await committees.listOfGroup(ctx, group.id);
  if (others.some((one) => one.isWhole && one.from === from))
    throw officerErrors.error('officer.committee-entered-before', { group: group.name, from });
}

/** Everybody who takes a post, in the order of the posts; whoever is new is entered once, however many posts they take. */
async function findSeats(ctx: Ctx, wanted: NewCommittee): Promise<readonly Seat[]> {
  const entered = new Map<string, PersonId>();
  const idOf = async (who: NewOfficer): Promise<PersonId> => {
    if ('personId' in who) return (await getPerson(ctx, who.personId)).id;
    const key = `${foldForSearch(who.name)} ${who.phone.replaceAll(/\D/g, '')}`;
    const known = entered.get(key);
    if (known !== undefined) return known;
    const { id } = await addPerson(ctx, { ...who, kind: 'not-said' });
    entered.set(key, id);
    return id;
  };
  const seats: Seat[] = [];
  for (const { post, who, isVoting } of wanted.posts)
    seats.push({ post: parsePost(post), personId: await idOf(who), isVoting });
  return seats.toSorted((a, b) => comparePosts(a.post, b.post));
}

async function checkSeats(ctx: Ctx, seats: readonly Seat[]): Promise<void> {
  for (const [place, { post, personId }] of seats.entries())
    if (seats.some((one, other) => other < place && one.post === post && one.personId === personId))
      throw officerErrors.error('officer.post-entered-twice', {
        person: (await getPerson(ctx, personId)).name,
        post: postWords(post).toLowerCase(),
      });
}

async function startTerm(
  ctx: Ctx,
  of: {
    readonly group: Group;
    readonly seat: Seat;
    readonly from: LocalDate;
    readonly meeting: string;
    readonly committeeId: CommitteeId;
    /** The terms of the group before this change. */
    readonly before: readonly Term[];
  },
): Promise<void> {
  const { group, seat, from } = of;
  const now = await terms.listOfGroup(ctx, group.id);
  await checkMediaContact(ctx, now, { post: seat.post, from, until: null });
  const id = ctx.newId() as TermId;
  const isInducted = now.some(
    (term) => term.personId === seat.personId && term.from === from && term.needsInduction,
  );
  await terms.insert(
    ctx,
    {
      ...seat,
      id,
      groupId: group.id,
      from,
      until: null,
      meetingThatDecided: of.meeting,
      // Two posts are one new officer, who is shown round once.
      needsInduction:
        !isInducted &&
        isNewOfficer(of.before, seat.personId, from) &&
        (await inductionRule(ctx, from)) !== '',
      inductionDoneOn: null,
      version: 1,
    },
    of.committeeId,
  );
  await putInductionTask(ctx, await getTerm(ctx, id));
}

/** What was begun or ended and changed by hand since has a history of its own. */
function checkUntouched(committee: Committee): void {
  const lastDay = addDays(committee.from, -1);
  const touched =
    committee.started.find((term) => term.version !== 1) ??
    committee.ended.find((term) => term.until !== lastDay);
  if (touched !== undefined)
    throw officerErrors.error('officer.committee-changed-since', {
      person: touched.personName,
      post: postWords(touched.post).toLowerCase(),
    });
}

const record = (ctx: Ctx, action: string, committee: Committee): Promise<void> =>
  recordAudit(ctx, {
    action,
    objectType: 'group',
    objectId: committee.groupId,
    before: facts(committee, committee.ended),
    after: facts(committee, committee.started),
  });

/** Each post with its holder, the name sealed under the holder's key. */
const facts = (committee: Committee, held: readonly Term[]): AuditFacts => ({
  meeting: committee.meetingThatDecided,
  from: committee.from,
  ...Object.fromEntries(
    held.map((term, place) => [
      `${place + 1} ${postWords(term.post)}`,
      personal(term.personId, term.personName),
    ]),
  ),
});
