import type { Person } from '#db/people/people.contract';
import type { Party } from '#db/people/party.contract';
import type { NewDetails, Payee } from '#db/payees/payees.contract';
import { mustExist } from '#db/shared/domain-error';
import { LocalDate } from '#db/shared/local-date';
import type { TestCore } from '../open-test-core.ts';
import { aGroup } from './groups.ts';

type At = Pick<TestCore, 'as'>;

/** The phone of the group of the tests, which is on record before any details come. */
export const KNOWN_PHONE = '023 8000 4711';

/** An account that exists nowhere; its figures are looked for wherever they must not be. */
export const ACCOUNT = {
  method: 'bank-transfer',
  accountName: 'Ashdown TRA current',
  sortCode: '20-71-53',
  accountNumber: '48213907',
  buildingReference: '',
} as const;

export const HEARD = { sortCode: '207153', accountNumber: '48213907', buildingReference: '' };

/** A group with a phone, entered at the desk, as a party. */
export async function aPaidGroup(core: At, name = 'Ashdown TRA', phone = KNOWN_PHONE) {
  const group = await aGroup(core, { name, phone });
  return { kind: 'group', groupId: group.id } as const;
}

/** New details as the desk enters them. */
export const newDetails = (
  of: Party,
  part: { readonly [K in keyof NewDetails]?: unknown } = {},
): NewDetails =>
  ({
    of,
    details: ACCOUNT,
    cameBy: 'form',
    why: 'The group opened an account.',
    version: 0,
    ...part,
  }) as NewDetails;

/** Details that the officer has entered and that wait for a second person. */
export async function stagedDetails(
  core: At,
  of: Party,
  part: Parameters<typeof newDetails>[1] = {},
): Promise<Payee> {
  return (await core.as('officer').call('payees.addDetails', newDetails(of, part))).payee;
}

/** The call-back as the manager records it on the same day. */
export const callBack = (payee: Payee, part: Readonly<Record<string, unknown>> = {}) => ({
  id: mustExist(payee.staged, 'details wait').id,
  number: KNOWN_PHONE,
  spokeTo: 'P. Lane',
  on: '2027-01-04',
  heard: HEARD,
  version: payee.version,
  ...part,
});

/** Details that a second person has checked. */
export async function verifiedDetails(
  core: At,
  of: Party,
  part: Parameters<typeof newDetails>[1] = {},
): Promise<Payee> {
  const payee = await stagedDetails(core, of, part);
  return core.as('manager').call('payees.recordCallBack', callBack(payee));
}

/** What is asked about payees when somebody's own bank details were turned down once, checked and looked at, and they sign for a group. */
export async function asksOfPayeesWith(
  core: At,
  person: Pick<Person, 'id' | 'name' | 'phone'>,
): Promise<Record<string, readonly unknown[]>> {
  const [officer, manager] = [core.as('officer'), core.as('manager')];
  const of = { kind: 'person', personId: person.id } as const;
  const details = { ...ACCOUNT, accountName: person.name };
  const refused = await stagedDetails(core, of, { details, why: 'Inheritance' });
  const { version } = await manager.call('payees.rejectDetails', {
    id: mustExist(refused.staged, 'it was entered').id,
    why: 'Swindle',
    version: refused.version,
  });
  const staged = await stagedDetails(core, of, { details, version });
  const number = person.phone;
  const { verified } = await manager.call(
    'payees.recordCallBack',
    callBack(staged, { number, spokeTo: 'Stepsister' }),
  );
  const { id } = mustExist(verified, 'it was checked');
  await officer.call('payees.showInFull', { id, reason: 'Garnishee order' });
  const { groupId } = await aPaidGroup(core);
  await officer.call('payees.changeMandate', {
    groupId,
    toSign: 1,
    signatories: [{ personId: person.id, from: LocalDate.parse('2027-01-04'), until: null }],
    confirmedOn: LocalDate.parse('2027-01-04'),
    version: 0,
  });
  return {
    'payees.ofParty': [{ of }],
    'payees.mandate': [{ groupId }],
    'payees.printForm': [{ of }],
  };
}

/** Where a manager then reads the name, the phone and the words. */
export const PAYEES_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'payees.ofParty': ['name', 'phone', 'paidWhy', 'rungBack', 'turnedDown'],
  'payees.mandate': ['name'],
  'payees.printForm': ['name'],
};
