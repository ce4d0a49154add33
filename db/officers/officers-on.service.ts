import { getGroup } from '#db/groups/groups.service';
import type { Group, GroupId } from '#db/groups/groups.contract';
import { listWhoAgree } from '#db/people/consents.service';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { getPersonRecord } from '#db/people/person-record.service';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addMonths, type LocalDate } from '#db/shared/local-date';
import { joinWords } from '#db/shared/plain-words';
import { withoutContact, withoutName } from './officer-mask.rules.ts';
import type { officersContract } from './officers-api.contract.ts';
import type { Capacity, Officer, Term } from './officers.contract.ts';
import { officerErrors } from './officers.errors.ts';
import * as terms from './officers.repository.ts';
import {
  capacitiesOn,
  findingWords,
  gapsAndOverlaps,
  officersOn as runningOn,
  postWords,
  staffWithVote,
} from './officers.rules.ts';
import { listVacancies } from './vacancies.service.ts';

/** A gap or overlap that ended longer ago than this is history, and no longer worth a word. */
const SAID_FOR_MONTHS = 12;

/** The first day with a whole year of the calendar before it. */
const FIRST_YEAR_BEHIND = '0001-01-01' as LocalDate;

type LookVerb = 'list' | 'terms' | 'termsOfPerson' | 'capacities';

/** Who holds which post, asked from the group's side and from the person's. */
export const officersLook: Pick<Handlers<typeof officersContract>, LookVerb> = {
  async list(ctx, { groupId, on }) {
    const group = await getGroup(ctx, groupId);
    const day = on ?? todayOf(ctx);
    const all = await terms.listOfGroup(ctx, groupId);
    const officers = await withContact(ctx, runningOn(all, day), day);
    return {
      on: day,
      officers: isAuditor(ctx.actor) ? officers.map(withoutContact) : [...officers],
      vacancies: [...(await listVacancies(ctx, group, day))],
      warnings: [...(await listWarnings(ctx, group, day))],
      hasTerms: all.length > 0,
    };
  },

  async terms(ctx, { groupId }) {
    await getGroup(ctx, groupId);
    return masked(ctx, await terms.listOfGroup(ctx, groupId));
  },

  async termsOfPerson(ctx, { personId }) {
    return masked(ctx, await termsOfPerson(ctx, personId));
  },

  async capacities(ctx, { personId, on }) {
    return [...(await capacitiesOf(ctx, personId, on ?? todayOf(ctx)))];
  },
};

/** One term with names, unmasked; refused when there is none of that id. */
export async function getTerm(ctx: Ctx, id: string): Promise<Term> {
  const found = await terms.findById(ctx, id);
  if (found === undefined) throw officerErrors.error('officer.not-found', { id });
  return found;
}

/** Who holds which post of a group on a day, in the order of the posts; names unmasked, for other modules. */
export async function officersOn(
  ctx: Ctx,
  groupId: GroupId,
  on: LocalDate,
): Promise<readonly Term[]> {
  return runningOn(await terms.listOfGroup(ctx, groupId), on);
}

/** Every term of a person, past and to come too; names unmasked, for other modules. */
export async function termsOfPerson(ctx: Ctx, personId: PersonId): Promise<readonly Term[]> {
  await getPerson(ctx, personId);
  return terms.listOfPerson(ctx, personId);
}

/** In which capacity somebody may act on a day, group by group; each act asks it once and keeps the answer. */
export async function capacitiesOf(
  ctx: Ctx,
  personId: PersonId,
  on: LocalDate,
): Promise<readonly Capacity[]> {
  return capacitiesOn(await termsOfPerson(ctx, personId), on);
}

/** How many media contacts a group may have on a day; null where the council names no number (GRP-08). */
export async function mediaContactsAllowed(ctx: Ctx, on: LocalDate): Promise<number | null> {
  const value = (await figuresOn(ctx, on)).get('groups.mediaContacts');
  return typeof value === 'number' ? value : null;
}

/** What to look at in a group's posts on a day. Nothing is refused for any of it. */
export async function listWarnings(
  ctx: Ctx,
  group: Group,
  on: LocalDate,
): Promise<readonly string[]> {
  const all = await terms.listOfGroup(ctx, group.id);
  if (all.length === 0 || !group.isActive) return [];
  const since = on < FIRST_YEAR_BEHIND ? on : addMonths(on, -SAID_FOR_MONTHS);
  const running = runningOn(all, on);
  const staff = new Set<PersonId>();
  for (const term of running)
    if (term.isVoting && (await getPersonRecord(ctx, term.personId)).isCouncilStaff)
      staff.add(term.personId);
  const voting = [...new Set(staffWithVote(running, staff).map((term) => postWords(term.post)))];
  const isMediaContactMissing =
    (await mediaContactsAllowed(ctx, on)) !== null &&
    !running.some((term) => term.post === 'media-contact');
  return [
    ...gapsAndOverlaps(all)
      .filter((one) => one.until === null || one.until >= since)
      .map(findingWords),
    ...(isMediaContactMissing ? ['Nobody is media contact of this group.'] : []),
    ...(voting.length === 0
      ? []
      : [
          `${joinWords(voting)}: somebody who works for the council has a vote here. Groups are run by and for residents; take the vote off, or enter somebody else.`,
        ]),
  ];
}

/** The terms with what the officers agreed to share: a phone only on written consent (PPL-10). */
export async function withContact(
  ctx: Ctx,
  running: readonly Term[],
  on: LocalDate,
): Promise<readonly Officer[]> {
  const ids = [...new Set(running.map((term) => term.personId))];
  const named = await listWhoAgree(ctx, ids, 'be-named', on);
  const shared = await listWhoAgree(ctx, ids, 'share-contact', on);
  return Promise.all(
    running.map(async (term) => ({
      ...term,
      mayName: named.has(term.personId),
      phone: shared.has(term.personId) ? (await getPerson(ctx, term.personId)).phone : null,
    })),
  );
}

/** As a screen shows them to whoever asks. */
export const masked = (ctx: Ctx, found: readonly Term[]): Term[] =>
  isAuditor(ctx.actor) ? found.map(withoutName) : [...found];
