import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  ConsentDetails,
  ConsentId,
  ConsentPurpose,
  PersonConsent,
} from './consents.contract.ts';
import type { PersonFacts } from './person-record.contract.ts';
import * as consents from './consents.repository.ts';
import { hasConsent } from './consents.rules.ts';
import type { peopleContract } from './people-api.contract.ts';
import type { PersonId } from './people.contract.ts';
import { personErrors } from './people.errors.ts';
import * as people from './people.repository.ts';
import * as records from './person-record.repository.ts';
import { hasGuardianAgreed } from './person-record.rules.ts';
import { getPersonRecord } from './person-record.service.ts';

export const consentsService: Pick<
  Handlers<typeof peopleContract>,
  'consents' | 'giveConsent' | 'withdrawConsent'
> = {
  async consents(ctx, { personId }) {
    return [...(await listConsents(ctx, personId))];
  },

  async giveConsent(ctx, wanted) {
    const person = await getPersonRecord(ctx, wanted.personId);
    checkConsent(person, wanted, todayOf(ctx));

    const consent: PersonConsent = {
      ...wanted,
      id: ctx.newId() as ConsentId,
      withdrawnOn: null,
    };
    await consents.insert(ctx, consent);
    await recordAudit(ctx, {
      action: 'person.consent-given',
      objectType: 'person',
      objectId: consent.personId,
      after: consentFacts(consent),
    });
    return consent;
  },

  async withdrawConsent(ctx, { id }) {
    const before = await consents.findById(ctx, id);
    if (before === undefined) throw personErrors.error('person.consent-not-found', { id });
    const today = todayOf(ctx);
    if (!(await consents.withdraw(ctx, id, today)))
      throw personErrors.error('person.consent-withdrawn-before', {
        on: before.withdrawnOn ?? today,
      });
    const after = { ...before, withdrawnOn: today };
    await recordAudit(ctx, {
      action: 'person.consent-withdrawn',
      objectType: 'person',
      objectId: before.personId,
      before: consentFacts(before),
      after: consentFacts(after),
    });
    return after;
  },
};

/** Refuses a consent that is still to come, ends before it begins, is not written where it must be, or lacks a guardian's word. */
export function checkConsent(
  person: PersonFacts,
  wanted: Pick<ConsentDetails, 'purpose' | 'givenOn' | 'until' | 'how'>,
  today: LocalDate,
): void {
  if (wanted.givenOn > today) throw personErrors.error('person.consent-not-yet', { today });
  if (wanted.until !== null && wanted.until < wanted.givenOn)
    throw personErrors.error('person.consent-ends-before', { from: wanted.givenOn });
  if (wanted.purpose === 'share-contact' && wanted.how === 'spoken')
    throw personErrors.error('person.consent-not-written', {});
  if (!hasGuardianAgreed(person)) throw personErrors.error('person.guardian-missing', {});
}

/** What a person agreed to, the latest first, also what was withdrawn. */
export async function listConsents(
  ctx: Ctx,
  personId: PersonId,
): Promise<readonly PersonConsent[]> {
  if ((await people.findById(ctx, personId)) === undefined)
    throw personErrors.error('person.not-found', { id: personId });
  return consents.listOfPeople(ctx, [personId]);
}

/** Whether a person's name may stand on a paper or list that others see, on a day (PPL-10). */
export async function mayName(ctx: Ctx, personId: PersonId, on: LocalDate): Promise<boolean> {
  return (await listWhoAgree(ctx, [personId], 'be-named', on)).has(personId);
}

/** Whether a person's phone or address may be given to others, on a day; only on written consent (PPL-10). */
export async function mayGivePhone(ctx: Ctx, personId: PersonId, on: LocalDate): Promise<boolean> {
  return (await listWhoAgree(ctx, [personId], 'share-contact', on)).has(personId);
}

/**
 * Those of these people who agree to something on a day: one question for a whole list. What somebody under 18 agreed
 * to counts only with the grown-up who answers for them, also where it was entered before their age was known.
 */
export async function listWhoAgree(
  ctx: Ctx,
  personIds: readonly PersonId[],
  purpose: ConsentPurpose,
  on: LocalDate,
): Promise<ReadonlySet<PersonId>> {
  const byPerson = Map.groupBy(
    await consents.listOfPeople(ctx, personIds),
    (consent) => consent.personId,
  );
  const withoutGuardian = await records.listWithoutGuardian(ctx, personIds);
  return new Set(
    personIds.filter(
      (id) => !withoutGuardian.has(id) && hasConsent(byPerson.get(id) ?? [], purpose, on),
    ),
  );
}

/** What the audit trail keeps of a consent. */
export function consentFacts(consent: PersonConsent): AuditFacts {
  return {
    purpose: consent.purpose,
    what: personal(consent.personId, consent.what),
    withWhom: personal(consent.personId, consent.withWhom),
    givenOn: consent.givenOn,
    until: consent.until ?? '',
    how: consent.how,
    withdrawnOn: consent.withdrawnOn ?? '',
  };
}
