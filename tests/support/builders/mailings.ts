import type { InputOf } from '#db/shared/contract';
import type { mailingsContract } from '#db/mailings/mailings-api.contract';
import type { ConsentPurpose } from '#db/people/consents.contract';
import type { PersonRecordChanges } from '#db/people/person-record.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { TestCore } from '../open-test-core.ts';
import { aPerson } from './people.ts';

type Contract = typeof mailingsContract;

/** A member of the Sounding Board who has an address; what is given comes on top. */
export async function aMember(
  core: Pick<TestCore, 'as'>,
  name: string,
  part: { readonly [K in keyof PersonRecordChanges]?: unknown } & {
    readonly phone?: string;
    readonly agrees?: boolean;
  } = {},
) {
  const { phone = '07700 900123', agrees = false, ...given } = part;
  const record = given as Partial<Omit<PersonRecordChanges, 'id' | 'version'>>;
  const person = await aPerson(core, { name, phone });
  const changed = await core.as('desk').call('people.changeRecord', {
    id: person.id,
    version: person.version,
    isOnRegister: true,
    address: `${name.length} Elm House\nAsh Street`,
    postcode: 'ZZ1 1AA',
    ...record,
  });
  if (agrees)
    await core.as('desk').call('people.giveConsent', {
      personId: person.id,
      purpose: 'mailing-sms-email' satisfies ConsentPurpose,
      what: '',
      withWhom: '',
      givenOn: '2027-01-01',
      until: null,
      how: 'form',
    });
  return changed;
}

/** The words of a mailing as they are typed. */
export const MAILING_WORDS = {
  subject: 'Repairs survey',
  askedBy: 'Olu Bright',
  letterOn: '2027-01-05' as LocalDate,
  body: 'We would like to hear how your last repair went.\n\nPlease come on Tuesday, {name}.',
} as const;

/** A mailing to whoever fits, made as the desk makes it: looked at first, then made. */
export async function aMailing(
  core: Pick<TestCore, 'as'>,
  part: Partial<InputOf<Contract['create']>> = {},
) {
  const desk = core.as('desk');
  const selection = part.selection ?? {};
  const byHand = part.byHand ?? [];
  const { mark } = await desk.call('mailings.choice', { selection, byHand });
  return desk.call('mailings.create', { ...MAILING_WORDS, selection, byHand, mark, ...part });
}
