import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { BookingHit } from '#db/calendar/calendar.contract';
import { getFacility } from '#db/facilities/facilities.service';
import { getGroup } from '#db/groups/groups.service';
import { partyIdOf } from '#db/people/party.rules';
import type { PersonId } from '#db/people/people.contract';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { takeReference, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import type { LetterBooking } from './restriction-letter.pdf.ts';
import { restrictionPapers } from './restriction-papers.service.ts';
import type {
  Asked,
  Restriction,
  RestrictionDetails,
  RestrictionId,
  restrictionsContract,
  Subject,
} from './restrictions.contract.ts';
import { restrictionErrors } from './restrictions.errors.ts';
import * as restrictions from './restrictions.repository.ts';
import { isCovered, isStanding } from './restrictions.rules.ts';

/** What knows the bookings, asked which coming ones a restriction hits; they are listed and never cancelled by themselves. */
export type RestrictionHits = {
  readonly list: (ctx: Ctx, restriction: RestrictionHit) => Promise<readonly BookingHit[]>;
  /** Those that the letter names: also the ones cancelled since the restriction was entered. */
  readonly listForLetter: (
    ctx: Ctx,
    restriction: RestrictionHit,
    since: Instant,
  ) => Promise<readonly LetterBooking[]>;
};

/** As much of a restriction as decides which bookings it hits. */
export type RestrictionHit = Pick<RestrictionDetails, 'subject' | 'scope' | 'from' | 'until'>;

export function restrictionsService(hits: RestrictionHits): Handlers<typeof restrictionsContract> {
  return {
    async list(ctx, { subject, on }) {
      const found = await restrictions.listOn(ctx, subject === null ? null : [subject]);
      return found.filter((one) => on === null || isStanding(one, on)).map((one) => mask(ctx, one));
    },

    async barring(ctx, { subjects, from, on }) {
      const found = await whatBars(ctx, { subjects, asked: from, on });
      return found.map((one) => mask(ctx, one));
    },

    async hitBy(ctx, wanted) {
      checkDays(ctx, wanted);
      return [...(await hits.list(ctx, wanted))];
    },

    async add(ctx, wanted) {
      checkDays(ctx, wanted);
      await checkNamed(ctx, wanted);
      const today = todayOf(ctx);
      const id = ctx.newId() as RestrictionId;
      const reference = await takeReference(ctx, 'RST', Number(today.slice(0, 4)));

      await restrictions.insert(ctx, {
        ...wanted,
        id,
        reference,
        liftedOn: null,
        liftedWhy: '',
        version: 1,
      });
      const restriction = await getRestriction(ctx, id);
      const hit = await hits.list(ctx, wanted);
      await putHitsTask(ctx, restriction, hit);
      await recordAudit(ctx, {
        action: 'restriction.added',
        ...recordOf(restriction),
        after: { ...facts(restriction), bookingsHit: hit.map((one) => one.reference) },
      });
      return { restriction, hits: [...hit] };
    },

    async change(ctx, { id, version, ...wanted }) {
      const before = await getRestriction(ctx, id);
      checkNotLifted(before);
      const after = { ...before, ...wanted };
      checkDays(ctx, after);
      return save(ctx, { before, after, version, action: 'restriction.changed', reason: '' });
    },

    async lift(ctx, { id, on, reason, version }) {
      const before = await getRestriction(ctx, id);
      checkNotLifted(before);
      if (on < before.from || (before.until !== null && on > before.until))
        throw restrictionErrors.error('restriction.lifted-outside', {
          reference: before.reference,
          from: before.from,
          until: before.until,
        });
      const after = { ...before, liftedOn: on, liftedWhy: reason };
      return save(ctx, { before, after, version, action: 'restriction.lifted', reason });
    },

    ...restrictionPapers(hits),
  };

  async function save(
    ctx: Ctx,
    change: {
      readonly before: Restriction;
      readonly after: Restriction;
      readonly version: number;
      readonly action: string;
      readonly reason: string;
    },
  ): Promise<Restriction> {
    const { before, version } = change;
    if (!(await restrictions.update(ctx, change.after, version)))
      throw restrictionErrors.error('restriction.changed-by-someone-else', {
        reference: before.reference,
      });
    const after = await getRestriction(ctx, before.id);
    await putHitsTask(ctx, after, after.liftedOn === null ? await hits.list(ctx, after) : []);
    await recordAudit(ctx, {
      action: change.action,
      ...recordOf(after),
      reason: change.reason,
      before: facts(before),
      after: facts(after),
    });
    return after;
  }
}

/**
 * What stands in the way of these groups and people on a day, and why: restrictions that bar them (BOOK-12, BOOK-13)
 * and flags that only warn (BOOK-14). Asked about a facility made of others, what bars from one of these counts too:
 * whoever has the whole has its parts.
 */
export async function whatBars(
  ctx: Ctx,
  wanted: {
    readonly subjects: readonly Subject[];
    readonly asked: Asked;
    readonly on: LocalDate;
  },
): Promise<readonly Restriction[]> {
  const standing = (await restrictions.listOn(ctx, wanted.subjects)).filter((one) =>
    isStanding(one, wanted.on),
  );
  if (standing.length === 0) return [];
  const asked = await withParts(ctx, wanted.asked);
  return standing.filter((one) => asked.some((each) => isCovered(one.scope, each)));
}

/** The same question for many days and rooms: what is on record about these groups and people is read once. */
export async function readBarring(
  ctx: Ctx,
  subjects: readonly Subject[],
): Promise<(asked: readonly Asked[], on: LocalDate) => readonly Restriction[]> {
  const known = await restrictions.listOn(ctx, subjects);
  return (asked, on) =>
    known.filter((one) => isStanding(one, on) && asked.some((each) => isCovered(one.scope, each)));
}

/** Everybody who is barred from something on a day, for a list of people; flags that only warn bar nobody. */
export async function listBarredPeople(
  ctx: Ctx,
  asked: Exclude<Asked, { readonly kind: 'facility' }>,
  on: LocalDate,
): Promise<ReadonlySet<PersonId>> {
  const standing = (await restrictions.listOn(ctx, null)).filter(
    (one) => one.effect === 'bars' && isStanding(one, on) && isCovered(one.scope, asked),
  );
  return new Set(
    standing.flatMap(({ subject }) => (subject.kind === 'person' ? [subject.personId] : [])),
  );
}

async function withParts(ctx: Ctx, asked: Asked): Promise<readonly Asked[]> {
  if (asked.kind !== 'facility') return [asked];
  const { partIds } = await getFacility(ctx, asked.facilityId);
  return [asked, ...partIds.map((facilityId): Asked => ({ kind: 'facility', facilityId }))];
}

/** One restriction; refused when there is none of that id. */
export async function getRestriction(ctx: Ctx, id: RestrictionId): Promise<Restriction> {
  const found = await restrictions.findById(ctx, id);
  if (found === undefined) throw restrictionErrors.error('restriction.not-found', { id });
  return found;
}

/** One list of bookings to speak about for each restriction; none left, nothing waits. */
async function putHitsTask(
  ctx: Ctx,
  restriction: Restriction,
  hit: readonly BookingHit[],
): Promise<void> {
  const about = { kind: 'restrictions.hits', objectType: 'restriction', objectId: restriction.id };
  const first = hit[0];
  if (first === undefined || restriction.effect === 'warns') return settleTasks(ctx, about);
  await putTask(ctx, {
    ...about,
    words: `${restriction.reference}: ${restriction.subjectName} may not use ${restriction.scopeWords}. Look at ${countOf(hit.length, 'coming booking')}, ${hit.map((one) => one.reference).join(', ')}.`,
    path: '/settings/restrictions',
    role: 'manager',
    dueOn: mustExist(first.startsAt.slice(0, 10), 'a booking starts on a day') as LocalDate,
  });
}

function checkDays(
  ctx: Ctx,
  wanted: Pick<RestrictionDetails, 'from' | 'until' | 'incidentOn'>,
): void {
  if (wanted.until !== null && wanted.until < wanted.from)
    throw restrictionErrors.error('restriction.ends-before-it-starts', { from: wanted.from });
  const today = todayOf(ctx);
  if (wanted.incidentOn !== null && wanted.incidentOn > today)
    throw restrictionErrors.error('restriction.incident-after-start', { today });
}

async function checkNamed(ctx: Ctx, { subject, scope }: RestrictionDetails): Promise<void> {
  if (subject.kind === 'group') await getGroup(ctx, subject.groupId);
  else await getPerson(ctx, subject.personId);
  if (scope.kind === 'facility') await getFacility(ctx, scope.facilityId);
}

function checkNotLifted(restriction: Restriction): void {
  if (restriction.liftedOn !== null)
    throw restrictionErrors.error('restriction.lifted-before', {
      reference: restriction.reference,
      on: restriction.liftedOn,
    });
}

/** The line stands in the history of the group or person from whom something is taken away. */
const recordOf = ({ subject }: Restriction) =>
  subject.kind === 'group'
    ? { objectType: 'group', objectId: subject.groupId }
    : { objectType: 'person', objectId: subject.personId };

/** What the audit trail keeps; what tells about a person is sealed under that person's key. */
function facts(restriction: Restriction): AuditFacts {
  const { subject } = restriction;
  const subjectId = partyIdOf(subject);
  const aboutPerson = (value: string) =>
    subject.kind === 'person' ? personal(subject.personId, value) : value;
  return {
    reference: restriction.reference,
    of: aboutPerson(restriction.subjectName),
    scope: restriction.scopeWords,
    effect: restriction.effect,
    from: restriction.from,
    until: restriction.until ?? '',
    incidentOn: restriction.incidentOn ?? '',
    reason: personal(subjectId, restriction.reason),
    decidedBy: restriction.decidedBy,
    source: restriction.source,
    appeal: personal(subjectId, restriction.appealWords),
    liftedOn: restriction.liftedOn ?? '',
    liftedWhy: personal(subjectId, restriction.liftedWhy),
  };
}

/** The auditor sees that something was decided, by whom and for how long; not about which person, nor why. */
function mask(ctx: Ctx, restriction: Restriction): Restriction {
  if (!isAuditor(ctx.actor)) return restriction;
  return {
    ...restriction,
    subjectName: restriction.subject.kind === 'person' ? MASKED : restriction.subjectName,
    reason: MASKED,
    liftedWhy: restriction.liftedWhy === '' ? '' : MASKED,
  };
}
