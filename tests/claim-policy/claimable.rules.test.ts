import { describe, expect, it } from 'vitest';
import {
  type ClaimantKind,
  CostKind,
  type GeneralPolicy,
  type KindPolicy,
} from '#db/claim-policy/claim-policy.contract';
import type {
  PricedLine,
  PricingActivity,
  PricingLine,
  PricingStop,
} from '#db/claim-policy/pricing.contract';
import { priceClaim } from '#db/claim-policy/pricing.rules';
import { mustExist } from '#db/shared/domain-error';
import { pence } from '#db/shared/money';
import {
  aGeneralPolicy,
  aKindPolicy,
  aPolicy,
  aPricingActivity,
  aPricingInput,
  aPricingLine,
} from '../support/builders/claim-policy.ts';

type Case = {
  readonly kind?: KindPolicy['kind'];
  readonly policy?: Partial<KindPolicy>;
  readonly general?: Partial<GeneralPolicy>;
  readonly activity?: Partial<PricingActivity>;
  readonly line?: Partial<PricingLine>;
  readonly claimantKind?: ClaimantKind;
};

function priced(given: Case): PricedLine {
  const kind = given.kind ?? 'bus';
  const { lines } = priceClaim(
    aPricingInput({
      claimantKind: given.claimantKind ?? 'person',
      lines: [aPricingLine({ kind, activity: aPricingActivity(given.activity), ...given.line })],
      policyOn: aPolicy([aKindPolicy(kind, given.policy)], aGeneralPolicy(given.general)),
    }),
  );
  return mustExist(lines[0], 'one line was given');
}

const codes = (given: Case): readonly string[] => priced(given).stops.map((stop) => stop.code);

describe('A cost that the rules do not pay', () => {
  const cases: readonly [string, PricingStop['code'], string, Case, Case][] = [
    [
      'childcare at a meeting that a group leads (EXP-01)',
      'not-council-led',
      'EXP-01',
      {
        kind: 'childcare',
        policy: { needsCouncilLed: true },
        activity: { isCouncilLed: false },
        line: { children: 1 },
      },
      { kind: 'childcare', policy: { needsCouncilLed: true }, line: { children: 1 } },
    ],
    [
      'travel to a meeting that a group leads, where only council-led ones count (EXP-13)',
      'not-council-led',
      'EXP-13',
      { policy: { needsCouncilLed: true }, activity: { isCouncilLed: false } },
      { policy: { needsCouncilLed: true } },
    ],
    [
      'a kind of activity that is not on the list (EXP-13)',
      'activity-not-eligible',
      'EXP-13',
      { general: { eligibleActivityKinds: ['meeting'] }, activity: { kind: 'training' } },
      { general: { eligibleActivityKinds: ['Meeting'] } },
    ],
    [
      'lunch at an event of less than a full day (EXP-08)',
      'not-full-day',
      'EXP-08',
      { kind: 'lunch', policy: { needsFullDayWithoutLunch: true } },
      { kind: 'lunch', policy: { needsFullDayWithoutLunch: true }, activity: { isFullDay: true } },
    ],
    [
      'lunch where lunch was provided (EXP-08)',
      'lunch-provided',
      'EXP-08',
      {
        kind: 'lunch',
        policy: { needsFullDayWithoutLunch: true },
        activity: { isFullDay: true, isLunchProvided: true },
      },
      { kind: 'lunch', policy: { needsFullDayWithoutLunch: true }, activity: { isFullDay: true } },
    ],
    [
      'a conference for which nobody is funded (EXP-09)',
      'not-funded',
      'EXP-09',
      { kind: 'conference', policy: { needsFunded: true } },
      { kind: 'conference', policy: { needsFunded: true }, activity: { isFunded: true } },
    ],
    [
      'lunch claimed by a group (EXP-15)',
      'not-for-claimant',
      'EXP-15',
      { kind: 'lunch', policy: { allowedFor: ['person'] }, claimantKind: 'group' },
      { kind: 'lunch', policy: { allowedFor: ['person'] } },
    ],
    [
      'travel of staff where only people and groups may claim it (EXP-14)',
      'not-for-claimant',
      'EXP-15',
      { policy: { allowedFor: ['person', 'group'] }, claimantKind: 'staff' },
      { policy: { allowedFor: ['person', 'group', 'staff'] }, claimantKind: 'staff' },
    ],
  ];

  it.each(cases)(
    'is stopped with its rule, and nothing is payable: %s',
    (_, code, rule, refused) => {
      const line = priced(refused);
      expect(line.stops).toMatchObject([{ code, canBeMended: false }]);
      expect(line).toMatchObject({ payablePence: 0, cuts: [{ pence: 1000, rule }], capKeys: [] });
      expect(line.cuts[0]?.sentence).toBe(line.stops[0]?.words);
    },
  );

  it.each(cases)('is the only one that is stopped: %s', (...given) => {
    expect(priced(given[4])).toMatchObject({ payablePence: 1000, stops: [], cuts: [] });
  });

  it('is one that the policy does not name', () => {
    const { lines } = priceClaim(
      aPricingInput({ lines: [aPricingLine({ kind: 'train' })], policyOn: aPolicy([]) }),
    );
    expect(lines).toMatchObject([
      { payablePence: 0, stops: [{ code: 'not-in-policy' }], policyVersion: null },
    ]);
  });

  it('leaves nobody out of pocket by a cap, so that no such warning is given', () => {
    expect(priced({ policy: { allowedFor: [] } }).warnings).toEqual([]);
  });
});

describe('What is still missing on a line', () => {
  const cases: readonly [string, PricingStop['code'], Case][] = [
    ['the activity (EXP-13)', 'activity-missing', { line: { activity: null } }],
    [
      'the receipt (EXP-09)',
      'receipt-missing',
      { policy: { receipt: 'needed' }, line: { receipts: 0 } },
    ],
    [
      'the receipt even with a reason, where each cost needs one (EXP-09)',
      'receipt-missing',
      { policy: { receipt: 'needed' }, line: { receipts: 0, noReceiptWhy: 'Lost it' } },
    ],
    [
      'the receipt or why there is none',
      'receipt-missing',
      { policy: { receipt: 'needed-or-reason' }, line: { receipts: 0 } },
    ],
    [
      'the claimant’s word that the cost would have kept them away (EXP-01)',
      'prevented-attendance-missing',
      {
        kind: 'childcare',
        policy: { needsPreventedAttendance: true },
        line: { children: 1, preventedAttendance: false },
      },
    ],
    [
      'why no tenant room would do (EXP-10)',
      'reason-missing',
      { kind: 'room-hire', policy: { needsReason: true } },
    ],
    ['how many children', 'children-missing', { kind: 'childcare' }],
  ];

  it.each(cases)('is asked for while the line is priced: %s', (_, code, given) => {
    const line = priced(given);
    expect(line.stops).toMatchObject([{ code, canBeMended: true }]);
    expect(line.payablePence).toBe(1000);
  });

  it.each([
    [
      'miles',
      'miles-missing',
      { kind: 'car', policy: { basis: 'per-mile', ratePence: pence(45) } },
    ],
    ['hours', 'hours-missing', { policy: { basis: 'per-hour', ratePence: pence(700) } }],
    ['the amount', 'amount-missing', { line: { claimedPence: null } }],
  ] as const)('is asked for, and is worth nothing until then: %s', (_, code, given) => {
    expect(codes(given)).toEqual([code]);
    expect(priced(given).payablePence).toBe(0);
  });

  it('is no receipt where a reason is enough, which then stands as a warning', () => {
    const line = priced({
      policy: { receipt: 'needed-or-reason' },
      line: { receipts: 0, noReceiptWhy: 'The machine gave none' },
    });
    expect(line.stops).toEqual([]);
    expect(line.warnings).toEqual([
      { code: 'no-receipt', words: 'No receipt: The machine gave none' },
    ]);
  });

  it('is no receipt for mileage where the council says so, and only for mileage (EXP-09)', () => {
    const general = { mileageExemptFromReceipt: true };
    const line = { receipts: 0, milesTenths: 10, claimedPence: pence(100) };
    const miles = { basis: 'per-mile', ratePence: pence(45), receipt: 'needed' } as const;
    expect(priced({ kind: 'car', policy: miles, line }).stops).toMatchObject([
      { code: 'receipt-missing', words: expect.stringContaining('until a manager enters that') },
    ]);
    expect(codes({ kind: 'car', policy: miles, line, general })).toEqual([]);
    expect(codes({ policy: { receipt: 'needed' }, line, general })).toEqual(['receipt-missing']);
  });
});

it('knows no refreshments: they are supplied and not claimed (EXP-16)', () => {
  expect(CostKind.options.filter((kind) => kind.includes('refresh'))).toEqual([]);
  expect(CostKind.safeParse('refreshments').success).toBe(false);
});
