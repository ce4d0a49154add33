import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { joinWords } from '#db/shared/plain-words';
import { isNewOfficer } from './committee.rules.ts';
import type { HandOverSource } from './hand-over-source.ts';
import { forgetWaiting, makeHandOvers } from './hand-over.service.ts';
import { forgetInduction, inductionRule, putInductionTask } from './inductions.service.ts';
import type { officersContract } from './officers-api.contract.ts';
import { getTerm, listWarnings, mediaContactsAllowed } from './officers-on.service.ts';
import type { Term, TermDetails, TermId } from './officers.contract.ts';
import { officerErrors } from './officers.errors.ts';
import * as terms from './officers.repository.ts';
import { findMediaContactClash, isSinglePost, parsePost } from './officers.rules.ts';
import { putVacancyTasks } from './vacancies.service.ts';

/** Of a term that began longer ago nobody asks any more what was handed over, nor for an induction. */
const RECENT_DAYS = 92;

/** The last day of the calendar, which stands for one that never comes: whoever stays until then hands nothing over. */
const NEVER = '9999-12-31' as LocalDate;

const lastDayOf = ({ until }: Pick<Term, 'until'>): LocalDate | null =>
  until === NEVER ? null : until;

type TermVerb = 'addTerm' | 'changeTerm' | 'withdrawTerm';

/** One term at a time: entered as it was or will be, put right, ended, taken off again. */
export function termsService(
  sources: readonly HandOverSource[],
): Pick<Handlers<typeof officersContract>, TermVerb> {
  return {
    async addTerm(ctx, { groupId, ...typed }) {
      const group = await getGroup(ctx, groupId);
      await getPerson(ctx, typed.personId);
      const wanted = { ...typed, post: parsePost(typed.post) };
      checkDays(wanted);
      const others = await terms.listOfGroup(ctx, groupId);
      await checkMediaContact(ctx, others, wanted);
      const today = todayOf(ctx);
      const isOver = wanted.until !== null && wanted.until < today;
      const isRecent = !isOver && wanted.from >= addDays(today, -RECENT_DAYS);
      const id = ctx.newId() as TermId;
      await terms.insert(
        ctx,
        {
          ...wanted,
          id,
          groupId,
          needsInduction:
            isRecent &&
            (await inductionRule(ctx, wanted.from)) !== '' &&
            isNewOfficer(others, wanted.personId, wanted.from),
          inductionDoneOn: null,
          version: 1,
        },
        null,
      );
      const term = await getTerm(ctx, id);
      await putInductionTask(ctx, term);
      const before = isRecent ? predecessorOf(others, wanted) : undefined;
      if (before !== undefined)
        await makeHandOvers(ctx, sources, {
          group,
          committeeId: null,
          on: wanted.from,
          changes: [{ post: wanted.post, outgoing: before.personId, incoming: wanted.personId }],
        });
      await recordAudit(ctx, {
        action: 'officers.term-added',
        objectType: 'group',
        objectId: groupId,
        after: facts(term),
      });
      return settle(ctx, term);
    },

    async changeTerm(ctx, { id, version, ...wanted }) {
      const before = await getTerm(ctx, id);
      const after = { ...before, ...wanted };
      checkDays(after);
      const group = await getGroup(ctx, before.groupId);
      const others = (await terms.listOfGroup(ctx, before.groupId)).filter((one) => one.id !== id);
      await checkMediaContact(ctx, others, after);
      const saved = await save(ctx, before, after, version);
      const [wasUntil, isUntil] = [lastDayOf(before), lastDayOf(after)];
      if (isUntil === null) await forgetWaiting(ctx, before);
      else if (wasUntil === null)
        await makeHandOvers(ctx, sources, {
          group,
          committeeId: null,
          on: addDays(isUntil, 1),
          changes: [{ post: before.post, outgoing: before.personId, incoming: null }],
        });
      return saved;
    },

    async withdrawTerm(ctx, { id, version }) {
      const before = await getTerm(ctx, id);
      if (before.version !== version)
        throw officerErrors.error('officer.changed-by-someone-else', { person: before.personName });
      await forgetInduction(ctx, before);
      await terms.remove(ctx, id);
      await recordAudit(ctx, {
        action: 'officers.term-withdrawn',
        objectType: 'group',
        objectId: before.groupId,
        before: facts(before),
      });
      await settle(ctx, before);
      return before;
    },
  };
}

async function save(
  ctx: Ctx,
  before: Term,
  wanted: Term,
  version: number,
): Promise<{ term: Term; warnings: string[] }> {
  if (!(await terms.update(ctx, wanted, version)))
    throw officerErrors.error('officer.changed-by-someone-else', { person: before.personName });
  const after = await getTerm(ctx, before.id);
  await recordAudit(ctx, {
    action: 'officers.term-changed',
    objectType: 'group',
    objectId: after.groupId,
    before: facts(before),
    after: facts(after),
  });
  return settle(ctx, after);
}

/** After any change of terms: the list of vacancies follows, and what to look at is said. */
async function settle(ctx: Ctx, term: Term): Promise<{ term: Term; warnings: string[] }> {
  const group = await getGroup(ctx, term.groupId);
  await putVacancyTasks(ctx, group, 'stays-ticked');
  const on = term.from > todayOf(ctx) ? term.from : todayOf(ctx);
  return { term, warnings: [...(await listWarnings(ctx, group, on))] };
}

function checkDays({ from, until }: Pick<TermDetails, 'from' | 'until'>): void {
  if (until !== null && until < from)
    throw officerErrors.error('officer.ends-before-it-starts', { from });
}

/**
 * A council that wants one media contact for each group gets no second live one (GRP-08). What is over is history, so
 * only days from today on are looked at, by the figure that holds on the first of them.
 */
export async function checkMediaContact(
  ctx: Ctx,
  others: readonly Term[],
  wanted: Pick<TermDetails, 'post' | 'from' | 'until'>,
): Promise<void> {
  const today = todayOf(ctx);
  const from = wanted.from < today ? today : wanted.from;
  const allowed = await mediaContactsAllowed(ctx, from);
  const clash = findMediaContactClash(others, allowed, { ...wanted, from });
  if (clash !== undefined && allowed !== null)
    throw officerErrors.error('officer.media-contact-taken', {
      holder: joinWords(clash.holders.map((term) => term.personName)),
      on: clash.on,
      allowed,
    });
}

/** Whose post a new term takes over: the last holder before it. The terms come the latest first. */
function predecessorOf(
  others: readonly Term[],
  wanted: { readonly post: string; readonly personId: string; readonly from: LocalDate },
): Term | undefined {
  if (!isSinglePost(wanted.post) && wanted.post !== 'media-contact') return undefined;
  const last = others.find((term) => term.post === wanted.post && term.from < wanted.from);
  return last?.personId === wanted.personId ? undefined : last;
}

/** What the audit trail keeps of a term; the name is sealed under the officer's key. */
export const facts = (term: Term): AuditFacts => ({
  post: term.post,
  person: personal(term.personId, term.personName),
  from: term.from,
  until: term.until ?? '',
  isVoting: term.isVoting,
  meeting: term.meetingThatDecided,
});
