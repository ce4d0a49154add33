import { describe, expect, it } from 'vitest';
import type { PricedLine } from '#db/claim-policy/pricing.contract';
import { priceClaim } from '#db/claim-policy/pricing.rules';
import type { ClaimFacts } from '#db/claims/claim-facts';
import type { LineWords, Warning } from '#db/claims/claims.contract';
import { toPricingLine } from '#db/claims/checks/checked-claim.rules';
import { missingIn } from '#db/claims/filing/missing.rules';
import { declarationFor } from '#db/claims/signing/declaration.rules';
import { mustExist } from '#db/shared/domain-error';
import { LocalDate } from '#db/shared/local-date';
import {
  aGeneralPolicy,
  aKindPolicy,
  aPolicy,
  aPricingActivity,
} from '../support/builders/claim-policy.ts';
import { claimLine, drive } from '../support/builders/claims.ts';

const ON = LocalDate.parse('2027-01-04');

/** What is known of a claim of these lines under a policy in which everything is paid as it cost. */
function factsFor(
  lines: readonly LineWords[],
  part: Partial<ClaimFacts> & { readonly cashLimitPence?: number } = {},
): ClaimFacts {
  const { cashLimitPence = null, ...other } = part;
  const policyOn = aPolicy(
    [
      aKindPolicy('bus'),
      aKindPolicy('car', { basis: 'per-mile', ratePence: 45 as never }),
      aKindPolicy('childcare', { needsPreventedAttendance: true, receipt: 'needed' }),
    ],
    aGeneralPolicy({ cashLimitPence: cashLimitPence as never }),
  );
  const pricing = lines.map((line) => ({
    ...toPricingLine(line, undefined, null),
    activity: line.activityId === null ? null : aPricingActivity(),
  }));
  const priced = priceClaim({
    claimantKind: 'person',
    receivedOn: ON,
    lines: pricing,
    policyOn,
    used: [],
  });
  return {
    id: 'claim' as never,
    reference: 'CLM-2027-0001',
    state: 'draft',
    claimant: { kind: 'person', personId: 'pat' as never },
    filerPersonId: null,
    filerGroupId: null,
    payee: { kind: 'person', personId: 'pat' as never },
    method: 'bank-transfer',
    receivedOn: ON,
    lines: lines.map((words, at) => ({
      words,
      state: 'open',
      priced: mustExist<PricedLine>(priced.lines[at], 'each line is priced'),
      policy: policyOn(words.day),
      activity: null,
      attendance: 'no-activity',
      journeyKey: '',
    })),
    policyOn,
    receipts: [],
    answers: [],
    ...other,
  };
}

const atMeeting = { activityId: 'meeting' };
const fieldsOf = (
  ...[facts, warnings = [], isHandedOver = false]: [ClaimFacts, Warning[]?, boolean?]
) => missingIn(facts, warnings, isHandedOver).map(({ field }) => field);

const aWarning = (part: Partial<Warning>): Warning => ({
  lineId: null,
  code: 'double-receipt',
  weight: 'warns',
  words: 'The same ticket is in CLM-2027-0009.',
  wayOn: 'Say why both are right.',
  other: null,
  answer: null,
  ...part,
});

describe('Before a claim is signed', () => {
  it('nothing is missing of a line that is whole', () => {
    expect(missingIn(factsFor([claimLine(atMeeting)]), [], false)).toEqual([]);
  });

  it('at least one cost is asked for', () => {
    expect(fieldsOf(factsFor([]))).toEqual(['lines']);
  });

  it.each<[string, LineWords, string]>([
    ['which activity it was for', claimLine(), 'activityId'],
    ['where the journey began', claimLine({ ...atMeeting, fromPlace: '' }), 'fromPlace'],
    ['where the journey went', claimLine({ ...atMeeting, toPlace: '' }), 'toPlace'],
    ['the miles', drive(1, { ...atMeeting, milesTenths: null }), 'milesTenths'],
    ['what it cost', claimLine({ ...atMeeting, claimedPence: null }), 'claimedPence'],
    ['an amount above nothing', claimLine({ ...atMeeting, claimedPence: 0 }), 'claimedPence'],
    [
      'why another amount is allowed',
      claimLine({ ...atMeeting, overridePence: 200 }),
      'overrideWhy',
    ],
    ['a kind that can be claimed', claimLine({ ...atMeeting, kind: 'lunch' }), 'kind'],
  ])('a line is asked for %s, beside its field', (_, line, field) => {
    expect(missingIn(factsFor([line]), [], false)).toMatchObject([{ lineId: line.id, field }]);
  });

  it('care is asked for its receipt, the children and the claimant’s word (EXP-01)', () => {
    const care = claimLine({ ...atMeeting, kind: 'childcare', fromPlace: '', toPlace: '' });
    expect(fieldsOf(factsFor([care]))).toEqual(['children', 'preventedAttendance', 'receiptIds']);
  });

  it('lines that are signed already are asked for nothing', () => {
    const facts = factsFor([claimLine(atMeeting), claimLine()]);
    const [one, two] = facts.lines.map((line) => mustExist(line, 'there are two'));
    const lines = [
      mustExist(one, 'first'),
      { ...mustExist(two, 'second'), state: 'waiting' as const },
    ];
    expect(missingIn({ ...facts, lines }, [], false)).toEqual([]);
  });

  it('a double needs its reason from staff, and waits for them where the screen is handed over', () => {
    const facts = factsFor([claimLine(atMeeting)]);
    const double = aWarning({ lineId: facts.lines[0]?.words.id ?? null });
    expect(fieldsOf(facts, [double])).toEqual(['warning']);
    expect(fieldsOf(facts, [double], true)).toEqual([]);
    const answer = { why: 'Halved', by: 'Dee', at: '2027-01-04T09:00:00.000Z' as never };
    expect(fieldsOf(facts, [{ ...double, answer }])).toEqual([]);
  });

  it('what the rules stop is in the way everywhere, what is for a decision is not', () => {
    const facts = factsFor([claimLine(atMeeting)]);
    const barred = aWarning({ code: 'restricted-money', weight: 'stops' });
    expect(fieldsOf(facts, [barred], true)).toEqual(['warning']);
    const late = aWarning({ code: 'out-of-time', weight: 'stops' });
    const absent = aWarning({ code: 'not-on-sheet', weight: 'warns' });
    expect(fieldsOf(facts, [late, absent])).toEqual([]);
  });

  it('cash is paid up to the council’s limit (EXP-18)', () => {
    const line = claimLine({ ...atMeeting, claimedPence: 2001 });
    const cash = { method: 'cash', cashLimitPence: 2000 } as const;
    expect(missingIn(factsFor([line], cash), [], false)).toEqual([
      {
        lineId: null,
        field: 'method',
        words: 'Cash is paid up to £20. Choose another way to be paid.',
      },
    ]);
    expect(fieldsOf(factsFor([claimLine({ ...atMeeting, claimedPence: 2000 })], cash))).toEqual([]);
  });
});

describe('What is declared', () => {
  it('holds the claimant’s word that the cost of care would have kept them away (EXP-01)', () => {
    const care = claimLine({ kind: 'childcare', preventedAttendance: true });
    expect(declarationFor(factsFor([care]))).toContain('kept me from coming');
    expect(declarationFor(factsFor([claimLine()]))).not.toContain('kept me from coming');
  });

  it('is no declaration where somebody only brings what another signed', () => {
    const facts = factsFor([claimLine()]);
    expect(declarationFor(facts, 'filer')).toBe(
      'I bring this claim as the claimant has signed it.',
    );
    const group = { ...facts, claimant: { kind: 'group', groupId: 'elm' as never } as const };
    expect(declarationFor(group, 'filer')).toContain('Our group had these costs');
  });
});
