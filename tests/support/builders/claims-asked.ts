import type { Person } from '#db/people/people.contract';
import type { TestCore } from '../open-test-core.ts';
import { countedId } from '../program-for-tests.ts';
import { anActivity, onRegister } from './activities.ts';
import { aDraft, aPicture, claimLine, enterRates, signClaim } from './claims.ts';
import { aGroup } from './groups.ts';
import { aPerson } from './people.ts';

type Core = Pick<TestCore, 'as'>;

/** Every free text of a claim in which something about a person may stand. */
export const WORDS_ABOUT_CLAIMS = {
  claimNotes: 'Kidney',
  claimNeed: 'Wheelchair',
  claimReason: 'Chemotherapy',
  claimCarer: 'Godmother',
  claimNoReceipt: 'Burgled',
  claimTicket: 'Selfie',
  claimAnswer: 'Halved',
  claimChecked: 'Illegible',
  claimDecided: 'Overcharged',
  claimWithdrawn: 'Remorse',
} as const;

/** What is asked about claims when somebody claims, signs, is decided on, withdraws and is asked about a double. */
export async function asksOfClaimsWith(
  core: Core,
  person: Pick<Person, 'id' | 'name'>,
): Promise<Record<string, readonly unknown[]>> {
  const [desk, officer, finance] = [core.as('desk'), core.as('officer'), core.as('finance')];
  await enterRates(core, ['bus', 'childcare']);
  const activity = await anActivity(core);
  await onRegister(core, activity, { personId: person.id });
  const ticket = (part: Parameters<typeof claimLine>[0] = {}) =>
    claimLine({ activityId: activity.id, ...part });

  const draft = await aDraft(core, person, {
    notes: 'Kidney clinic on the way',
    accessNeedMet: 'Wheelchair',
    lines: [
      ticket({ reason: 'Chemotherapy that week', noReceiptWhy: 'Burgled on the way home' }),
      ticket({
        kind: 'childcare',
        fromPlace: '',
        toPlace: '',
        minutes: 60,
        children: ['under-5'],
        claimedPence: 500,
        carer: 'Godmother',
      }),
    ],
  });
  const { receipt } = await desk.call('claims.attachReceipt', {
    id: draft.id,
    ...aPicture(60, 'Selfie.png'),
  });
  const filed = await signClaim(core, draft);
  const verified = await officer.call('claims.verify', {
    id: filed.id,
    key: countedId(),
    version: filed.version,
    isInOrder: true,
    why: 'Illegible, and read out by them',
  });
  const decided = await finance.call('claims.decide', {
    id: verified.id,
    key: countedId(),
    version: verified.version,
    lines: verified.lines.map(({ id }) => ({
      lineId: id,
      decision: 'other' as const,
      pence: 100 as never,
      why: 'Overcharged by the driver',
    })),
  });

  // A need is named in a report once it is that of five people.
  for (let count = 1; count < 5; count += 1) {
    const other = await aPerson(core, { name: `Rider ${count}` });
    await onRegister(core, activity, { personId: other.id });
    const need = { accessNeedMet: 'Wheelchair', lines: [ticket({ fromPlace: `Home ${count}` })] };
    await signClaim(core, await aDraft(core, other, need));
  }

  const double = await aDraft(core, person, { lines: [ticket()] });
  const answered = await desk.call('claims.answerWarning', {
    id: double.id,
    lineId: double.lines[0]?.id ?? null,
    code: 'double-journey',
    otherId: filed.lines[0]?.id ?? '',
    why: 'Halved between two journeys',
  });
  const doubtful = await aDraft(core, person, { lines: [ticket({ fromPlace: 'Clinic' })] });
  const gone = await desk.call('claims.withdraw', {
    id: doubtful.id,
    version: doubtful.version,
    why: 'Remorse',
  });
  const group = await aGroup(core);
  const sheet = await desk.call('claims.startBatch', {
    id: countedId(),
    groupId: group.id,
    treasurerPersonId: person.id,
    receivedOn: '2027-01-04',
  });
  const waiting = await aDraft(core, person, {
    lines: [ticket({ fromPlace: 'Dentist' })],
    batchId: sheet.id,
  });
  const ids = [decided, answered, gone, waiting].map(({ id }) => ({ id }));
  const of = { kind: 'person', personId: person.id } as const;
  const period = { from: '2027-01-01', until: '2027-12-31' };
  return {
    'claims.get': ids,
    'claims.parked': [{}],
    'claims.ofParty': [{ of }],
    'claims.findByReference': [{ reference: draft.reference }],
    'claims.receipt': [{ id: receipt.id }],
    'claims.batch': [{ id: sheet.id }],
    'claims.batches': [{}],
    'claims.queue': [{ show: 'to-pay' }, { show: 'all-open' }],
    'claims.toDecide': ids,
    'claims.reasons': [{}],
    'claims.report': ['kind', 'access-need'].map((by) => ({ ...period, by })),
    'claims.register': [period],
    'claims.exportRegister': [{ ...period, as: 'csv' }],
    'claims.printRegister': [period],
    'claims.printDecision': [{ id: decided.id }],
    'claims.printCashReceipt': [{ id: decided.id }],
    'claims.printForm': [
      { of: { kind: 'blank' } },
      { of: { kind: 'half-filled', claimant: of, activityId: activity.id } },
      { of: { kind: 'claim', id: decided.id } },
    ],
    'claims.printSheet': [{ id: null }, { id: sheet.id }],
  };
}

/** Where a manager then reads the name and the words. */
export const CLAIMS_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'claims.get': ['name', ...Object.keys(WORDS_ABOUT_CLAIMS)],
  'claims.toDecide': ['name', ...Object.keys(WORDS_ABOUT_CLAIMS)],
  'claims.receipt': ['claimTicket'],
  'claims.parked': ['name'],
  'claims.ofParty': ['name'],
  'claims.batch': ['name'],
  'claims.batches': ['name'],
  'claims.queue': ['name'],
  'claims.report': ['claimNeed'],
  'claims.register': ['name'],
  'claims.exportRegister': ['name', 'claimDecided'],
  'claims.printRegister': ['name'],
  'claims.printDecision': ['name', 'claimCarer', 'claimDecided'],
  'claims.printCashReceipt': ['name'],
  'claims.printForm': ['name', 'claimNotes', 'claimReason', 'claimCarer', 'claimNoReceipt'],
  'claims.printSheet': ['name'],
};
