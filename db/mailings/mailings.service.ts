import { recordAudit } from '#db/audit/record';
import { listAreas } from '#db/areas/areas.service';
import { listServiceAreas } from '#db/people/board.service';
import { type NotedContact, recordContacts, undoContacts } from '#db/people/contacts.service';
import { SERVICE_AREAS } from '#db/people/person-record.contract';
import type { PersonId } from '#db/people/people.contract';
import { takeReference, todayOf } from '#db/settings/settings.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { progressOf } from '#db/shared/plain-words';
import { chooseFor, markOf, summed } from './choice.service.ts';
import { findUnknownField } from './letter-words.rules.ts';
import { mailingPapers } from './mailing-papers.service.ts';
import type { mailingsContract } from './mailings-api.contract.ts';
import type { Chosen, LeftOut, Mailing, MailingId } from './mailings.contract.ts';
import { mailingErrors } from './mailings.errors.ts';
import * as mailings from './mailings.repository.ts';
import { outcomesService } from './outcomes.service.ts';
import * as outcomes from './outcomes.repository.ts';
import { checkStands, getMailing, readMailingService } from './read-mailing.service.ts';
import { formatSelection } from './selection.rules.ts';
import { parseWish } from './wish.rules.ts';

/** So many people are written at once, between two looks whether the mailing is still wanted. */
const PEOPLE_AT_ONCE = 200;

export const mailingsService: Handlers<typeof mailingsContract> = {
  async wish(ctx, { text }) {
    const areas = (await listAreas(ctx)).filter(({ isActive }) => isActive);
    const serviceAreas = await namedServiceAreas(ctx);
    const { selection, unknown } = parseWish(text, { areas, serviceAreas, today: todayOf(ctx) });
    return { selection, words: formatSelection(selection, areas), unknown: [...unknown] };
  },

  async choice(ctx, { selection, byHand, limit }) {
    return summed(await chooseFor(ctx, selection, byHand), limit);
  },

  async create(ctx, { selection, byHand, mark, act: _, ...words }) {
    const field = findUnknownField(words.body);
    if (field !== undefined) throw mailingErrors.error('mailing.unknown-field', { field });
    const { chosen, leftOut } = await chooseFor(ctx, selection, byHand);
    if (chosen.length === 0) throw mailingErrors.error('mailing.nobody', {});
    if (markOf(chosen) !== mark)
      throw mailingErrors.error('mailing.people-changed', { people: chosen.length });
    const today = todayOf(ctx);
    const made = {
      ...words,
      id: ctx.newId() as MailingId,
      reference: await takeReference(ctx, 'MLG', Number(today.slice(0, 4))),
      selection,
      selectionWords: formatSelection(selection, await listAreas(ctx)),
      madeOn: today,
      madeBy: ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk',
    };
    await mailings.insert(ctx, made);
    await writePeople(ctx, made.id, chosen, leftOut);
    const mailing = await getMailing(ctx, made.id);
    await recordAudit(ctx, {
      action: 'mailing.made',
      objectType: 'mailing',
      objectId: mailing.id,
      after: factsOf(mailing),
    });
    return mailing;
  },

  async undoCreate(ctx, { id, version, act: _ }) {
    const before = await getMailing(ctx, id);
    checkStands(before);
    if (before.answered > 0)
      throw mailingErrors.error('mailing.something-noted', {
        reference: before.reference,
        people: before.answered,
      });
    const today = todayOf(ctx);
    if (!(await mailings.takeBack(ctx, id, today, version)))
      throw mailingErrors.error('mailing.changed-by-someone-else', {
        reference: before.reference,
      });
    await takeContactsBack(ctx, id);
    const after = await getMailing(ctx, id);
    await recordAudit(ctx, {
      action: 'mailing.taken-back',
      objectType: 'mailing',
      objectId: id,
      before: { takenBackOn: '' },
      after: { takenBackOn: today },
    });
    return after;
  },

  async list(ctx) {
    return [...(await mailings.listAll(ctx))];
  },

  async ofPerson(ctx, { personId }) {
    const noted = Map.groupBy(
      await outcomes.listStanding(ctx, { personId }),
      ({ mailingId }) => mailingId,
    );
    return (await mailings.listOfPerson(ctx, personId)).map((one) => ({
      ...one,
      outcomes: (noted.get(one.mailingId) ?? []).map(({ id, outcome, on, note }) => ({
        id,
        outcome,
        on,
        note,
      })),
    }));
  },

  ...readMailingService,
  ...outcomesService,
  ...mailingPapers,
};

/** What people may name: the usual service areas, and whatever else somebody is interested in. */
async function namedServiceAreas(ctx: Ctx): Promise<readonly string[]> {
  const names = [...SERVICE_AREAS, ...(await listServiceAreas(ctx))];
  return [...new Map(names.toReversed().map((name) => [foldForSearch(name), name])).values()];
}

/**
 * Keeps who was asked and who was left out, and notes the contact of those to whom something is sent. Whoever is rung
 * counts as contacted once they were reached.
 */
async function writePeople(
  ctx: Ctx,
  id: MailingId,
  chosen: readonly Chosen[],
  leftOut: readonly LeftOut[],
): Promise<void> {
  const today = todayOf(ctx);
  for (let start = 0; start < chosen.length; start += PEOPLE_AT_ONCE) {
    await tellAndTurn(ctx, progressOf(start, chosen.length, { word: 'record', did: 'written' }));
    const part = chosen.slice(start, start + PEOPLE_AT_ONCE);
    const sent = part.filter(({ channel }) => channel !== 'phone');
    const noted = new Map<PersonId, NotedContact>(
      (
        await recordContacts(
          ctx,
          sent.map(({ personId }) => personId),
          today,
        )
      ).map((one) => [one.id, one]),
    );
    await mailings.insertPeople(
      ctx,
      id,
      part.map(({ personId, channel, isMadeByHand }) => ({
        personId,
        channel,
        isMadeByHand,
        leftOut: null,
        detail: '',
        contactBefore: noted.get(personId)?.before ?? null,
        contactVersion: noted.get(personId)?.version ?? null,
      })),
    );
  }
  await mailings.insertPeople(
    ctx,
    id,
    leftOut.map(({ personId, reason, detail }) => ({
      personId,
      channel: null,
      isMadeByHand: false,
      leftOut: reason,
      detail,
      contactBefore: null,
      contactVersion: null,
    })),
  );
}

/** The day of the last contact goes back to what it was, or to a mailing that still stands. */
async function takeContactsBack(ctx: Ctx, id: MailingId): Promise<void> {
  const otherwise = await mailings.listLastAsked(ctx, id);
  const people = (await mailings.listPeople(ctx, id)).flatMap((one) =>
    one.contactVersion === null
      ? []
      : [
          {
            id: one.personId,
            before: one.contactBefore,
            version: one.contactVersion,
            otherwise: otherwise.get(one.personId) ?? null,
          },
        ],
  );
  for (let start = 0; start < people.length; start += PEOPLE_AT_ONCE) {
    await tellAndTurn(ctx, progressOf(start, people.length, { word: 'record', did: 'put back' }));
    await undoContacts(ctx, people.slice(start, start + PEOPLE_AT_ONCE));
  }
}

/** What the audit trail keeps: no names, only how many; who they are stands with the mailing. */
const factsOf = (mailing: Mailing) => ({
  reference: mailing.reference,
  subject: mailing.subject,
  askedBy: mailing.askedBy,
  letterOn: mailing.letterOn,
  who: mailing.selectionWords,
  letters: mailing.byChannel.letter,
  emails: mailing.byChannel.email,
  texts: mailing.byChannel.text,
  calls: mailing.byChannel.phone,
  leftOut: mailing.leftOut,
});
