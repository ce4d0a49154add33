import { personal, recordAudit } from '#db/audit/record';
import { recordContacts, undoContacts } from '#db/people/contacts.service';
import { leaveBoard } from '#db/people/person-record.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { mailingsContract } from './mailings-api.contract.ts';
import { MAILING_CHANNEL_WORDS, OUTCOME_WORDS, type OutcomeId } from './mailings.contract.ts';
import { mailingErrors } from './mailings.errors.ts';
import * as mailings from './mailings.repository.ts';
import * as outcomes from './outcomes.repository.ts';
import { isContact, outcomesOf } from './outcomes.rules.ts';
import { checkStands, getMailing } from './read-mailing.service.ts';

export const outcomesService: Pick<
  Handlers<typeof mailingsContract>,
  'recordOutcome' | 'undoOutcome'
> = {
  async recordOutcome(ctx, { id, personId, outcome, note }) {
    const mailing = await getMailing(ctx, id);
    checkStands(mailing);
    const asked = await mailings.findPerson(ctx, id, personId);
    if (asked === undefined || asked.channel === null)
      throw mailingErrors.error('mailing.not-asked', { reference: mailing.reference });
    if (!outcomesOf(asked.channel).includes(outcome))
      throw mailingErrors.error('mailing.outcome-of-another-channel', {
        outcome: OUTCOME_WORDS[outcome],
        channel: MAILING_CHANNEL_WORDS[asked.channel].toLowerCase(),
      });
    const today = todayOf(ctx);
    const [contact] = isContact(outcome) ? await recordContacts(ctx, [personId], today) : [];
    const recorded = {
      id: ctx.newId() as OutcomeId,
      mailingId: id,
      personId,
      outcome,
      note,
      on: today,
      contactBefore: contact?.before ?? null,
      contactVersion: contact?.version ?? null,
    };
    await outcomes.insert(ctx, recorded);
    await recordAudit(ctx, {
      action: 'mailing.outcome-noted',
      objectType: 'person',
      objectId: personId,
      after: {
        mailing: mailing.reference,
        outcome: OUTCOME_WORDS[outcome],
        note: personal(personId, note),
      },
    });
    if (outcome === 'not-again') await leaveBoard(ctx, personId);
    return { id: recorded.id, outcome, on: today, note };
  },

  async undoOutcome(ctx, { id }) {
    const noted = await outcomes.findStanding(ctx, id);
    if (noted === undefined) throw mailingErrors.error('mailing.outcome-not-found', { id });
    if (noted.outcome === 'not-again') throw mailingErrors.error('mailing.wish-stays', {});
    const { mailingId, personId, contactBefore: before, contactVersion: version } = noted;
    const ofThem = (await outcomes.listStanding(ctx, { personId })).filter(
      (one) => one.mailingId === mailingId,
    );
    if (ofThem[0]?.id !== id) throw mailingErrors.error('mailing.not-the-last-outcome', {});
    const mailing = await getMailing(ctx, mailingId);
    await outcomes.takeBack(ctx, id, todayOf(ctx));
    if (version !== null)
      await undoContacts(ctx, [{ id: personId, before, version, otherwise: null }]);
    await recordAudit(ctx, {
      action: 'mailing.outcome-taken-back',
      objectType: 'person',
      objectId: personId,
      before: { mailing: mailing.reference, outcome: OUTCOME_WORDS[noted.outcome] },
    });
    return {};
  },
};
