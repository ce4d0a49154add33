import { describe, expect, it } from 'vitest';
import type { KindPolicy } from '#db/claim-policy/claim-policy.contract';
import type { Policy, PricedClaim, PricingLine, UsedCap } from '#db/claim-policy/pricing.contract';
import { capKeyOf, daysOutOfTime, priceClaim } from '#db/claim-policy/pricing.rules';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import {
  aGeneralPolicy,
  aKindPolicy,
  aPolicy,
  aPricingActivity,
  aPricingInput,
  aPricingLine,
} from '../support/builders/claim-policy.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);

const one = (
  kind: KindPolicy,
  line: Partial<PricingLine> = {},
  general = aGeneralPolicy(),
): PricedClaim =>
  priceClaim(
    aPricingInput({
      lines: [aPricingLine({ kind: kind.kind, ...line })],
      policyOn: aPolicy([kind], general),
    }),
  );

describe('A claim over two policies', () => {
  const carA = aKindPolicy('car', { basis: 'per-mile', ratePence: pence(45) });
  const carB = aKindPolicy('car', {
    basis: 'per-mile',
    ratePence: pence(50),
    from: day('2027-04-01'),
  });
  const careA = aKindPolicy('childcare', {
    basis: 'per-hour',
    ratePence: pence(700),
    sentence: 'Childcare is paid up to £7.00 an hour.',
  });
  const careB = aKindPolicy('childcare', {
    basis: 'per-hour',
    ratePence: pence(850),
    from: day('2027-04-01'),
  });
  const policyOn = (on: LocalDate): Policy =>
    aPolicy(on < '2027-04-01' ? [carA, careA] : [carB, careB])(on);
  const car = { kind: 'car', milesTenths: 120, claimedPence: null } as const;
  const care = { kind: 'childcare', minutes: 150, children: 1, claimedPence: pence(2000) } as const;
  const lines = [
    aPricingLine({ ...car, id: 'car A', day: day('2027-03-30') }),
    aPricingLine({ ...car, id: 'car B', day: day('2027-04-06') }),
    aPricingLine({ ...care, id: 'care A', day: day('2027-03-30') }),
    aPricingLine({ ...care, id: 'care B', day: day('2027-04-06') }),
  ];
  const priced = priceClaim(aPricingInput({ lines, policyOn }));

  it('prices each line by the policy of its own day', () => {
    expect(priced.lines.map((line) => line.payablePence)).toEqual([540, 600, 1750, 2000]);
    expect(priced.lines.map((line) => line.policyVersion)).toEqual([
      carA.id,
      carB.id,
      careA.id,
      careB.id,
    ]);
  });

  it('adds up to the penny, and explains what is cut with the policy’s own sentence', () => {
    expect(priced).toMatchObject({ claimedPence: 5140, payablePence: 4890, cutPence: 250 });
    expect(priced.lines.map((line) => line.cuts)).toEqual([
      [],
      [],
      [{ pence: 250, rule: 'EXP-01', sentence: 'Childcare is paid up to £7.00 an hour.' }],
      [],
    ]);
  });

  it('rounds a line once, half a penny up', () => {
    const tariff = aKindPolicy('car', { basis: 'per-mile', ratePence: pence(45) });
    expect(one(tariff, { milesTenths: 3, claimedPence: null }).payablePence).toBe(14);
    expect(one(tariff, { milesTenths: 1, claimedPence: null }).payablePence).toBe(5);
  });
});

describe('A cap', () => {
  const forum = aPricingActivity({ id: 'forum' });
  const board = aPricingActivity({ id: 'board' });
  const capped = (per: KindPolicy['caps'][number]['per'], limit: number) =>
    aKindPolicy('childcare', {
      caps: [{ pence: pence(limit), per }],
      sentence: 'At most £20.',
    });
  const care = (id: string, more: Partial<PricingLine> = {}) =>
    aPricingLine({
      id,
      kind: 'childcare',
      children: 1,
      claimedPence: pence(1500),
      activity: forum,
      ...more,
    });
  const paid = (
    kind: KindPolicy,
    lines: readonly PricingLine[],
    used: readonly UsedCap[] = [],
  ): readonly (number | null)[] =>
    priceClaim(aPricingInput({ lines, used, policyOn: aPolicy([kind]) })).lines.map(
      (line) => line.payablePence,
    );

  it('of a line is whole again for the next line', () => {
    expect(paid(capped('line', 1000), [care('a'), care('b')])).toEqual([1000, 1000]);
  });

  it('of a meeting is used up by the lines for that meeting only (EXP-02)', () => {
    const lines = [care('a'), care('b'), care('c', { activity: board })];
    expect(paid(capped('meeting', 2000), lines)).toEqual([1500, 500, 1500]);
  });

  it('of a day is used up over every meeting of that day', () => {
    const lines = [
      care('a'),
      care('b', { activity: board }),
      care('c', { day: day('2027-04-07') }),
    ];
    expect(paid(capped('day', 2000), lines)).toEqual([1500, 500, 1500]);
  });

  it('of a claim is used up over all its lines, and begins whole in the next claim', () => {
    const before: UsedCap = {
      kind: 'childcare',
      unit: 'claim',
      key: capKeyOf(care('a'), 'claim'),
      pence: pence(2000),
    };
    expect(paid(capped('claim', 2000), [care('a'), care('b')], [before])).toEqual([1500, 500]);
  });

  it('of a child is each child’s own where their ages tell them apart, and one child’s with two carers', () => {
    const ofAges = (id: string, ...ages: readonly string[]) =>
      care(id, { children: ages.length, ages, claimedPence: pence(1500) });
    const paidFor = (...lines: readonly ReturnType<typeof ofAges>[]) =>
      paid(capped('child', 1000), [...lines]);
    expect(paidFor(ofAges('a', 'under-5'), ofAges('b', '5-to-10'))).toEqual([1000, 1000]);
    expect(paidFor(ofAges('a', 'under-5'), ofAges('b', 'under-5'))).toEqual([1000, 0]);
    expect(paidFor(ofAges('a', 'under-5'), ofAges('b', 'under-5', '5-to-10'))).toEqual([
      1000, 1000,
    ]);
    expect(paidFor(ofAges('a', 'under-5', '5-to-10'), ofAges('b', '5-to-10'))).toEqual([1500, 0]);
    expect(paidFor(ofAges('a', '5-to-10', '5-to-10'), ofAges('b', '5-to-10'))).toEqual([1500, 0]);
    expect(paidFor(ofAges('a'), ofAges('b', '5-to-10'), ofAges('c'))).toEqual([1000, 0, 0]);
  });

  it('of a child counts as often as there are children', () => {
    const lines = [care('a', { children: 2, claimedPence: pence(5000) })];
    expect(paid(capped('child', 2000), lines)).toEqual([4000]);
  });

  it('of a household is used up by everybody in it', () => {
    const line = care('a', { householdKey: '1 Elm Street' });
    const before: UsedCap = {
      kind: 'childcare',
      unit: 'household',
      key: capKeyOf(line, 'household'),
      pence: pence(1200),
    };
    expect(paid(capped('household', 2000), [line], [before])).toEqual([800]);
  });

  it('is used up by earlier claims first, and says how much of it was', () => {
    const line = care('a');
    const before: UsedCap = {
      kind: 'childcare',
      unit: 'meeting',
      key: capKeyOf(line, 'meeting'),
      pence: pence(1250),
    };
    const priced = priceClaim(
      aPricingInput({
        lines: [line],
        used: [before],
        policyOn: aPolicy([capped('meeting', 2000)]),
      }),
    );
    expect(priced.lines[0]).toMatchObject({
      payablePence: 750,
      cuts: [
        {
          pence: 750,
          sentence:
            'At most £20. The limit is £20 for each meeting, and £12.50 of it was used before.',
        },
      ],
      capKeys: [{ kind: 'childcare', unit: 'meeting', key: 'forum', pence: 750 }],
    });
  });

  it('is used up by the earlier day first, whatever the order on the claim', () => {
    const lines = [care('late', { day: day('2027-04-07') }), care('early')];
    expect(paid(capped('claim', 2000), lines)).toEqual([500, 1500]);
  });

  it('of another kind of cost is not touched', () => {
    const before: UsedCap = { kind: 'bus', unit: 'meeting', key: 'forum', pence: pence(2000) };
    expect(paid(capped('meeting', 2000), [care('a')], [before])).toEqual([1500]);
  });
});

describe('A rate that nobody has entered', () => {
  const bus = aKindPolicy('bus', { isRateAwaited: true });
  const car = aKindPolicy('car', { basis: 'per-mile', isRateAwaited: true });

  it('leaves the line to be priced later, with its miles (EXP-05)', () => {
    const priced = one(car, { milesTenths: 120, claimedPence: null });
    expect(priced).toMatchObject({ isPriced: false, claimedPence: 0, payablePence: 0 });
    expect(priced.lines[0]).toMatchObject({
      claimedPence: null,
      payablePence: null,
      cuts: [],
      stops: [],
      warnings: [{ code: 'rate-not-set' }],
    });
  });

  it('leaves a ticket to be priced later until an officer gives an amount (EXP-05)', () => {
    expect(one(bus).lines[0]).toMatchObject({ claimedPence: 1000, payablePence: null });
    expect(one(bus, { overridePence: pence(1000) })).toMatchObject({
      isPriced: true,
      payablePence: 1000,
    });
    expect(one(bus, { overridePence: pence(400) }).lines[0]).toMatchObject({
      payablePence: 400,
      cuts: [{ pence: 600, rule: 'EXP-05' }],
    });
  });

  it('takes an officer’s amount for a cost with a receipt only, and never above the cost', () => {
    const without = one(bus, { receipts: 0, overridePence: pence(400) }).lines[0];
    expect(without?.payablePence).toBeNull();
    expect(without?.stops).toMatchObject([{ code: 'override-without-receipt', canBeMended: true }]);
    expect(one(bus, { overridePence: pence(5000) }).payablePence).toBe(1000);
  });

  it('counts once it is set; an officer’s amount is then not asked for', () => {
    const set = aKindPolicy('car', { basis: 'per-mile', ratePence: pence(45) });
    const priced = one(set, { milesTenths: 100, claimedPence: null, overridePence: pence(1) });
    expect(priced.payablePence).toBe(450);
  });
});

describe('A claimant', () => {
  it('is warned about when a cap leaves part of a receipted cost unpaid (EXP-11)', () => {
    const taxi = aKindPolicy('taxi', { caps: [{ pence: pence(800), per: 'line' }] });
    const general = aGeneralPolicy({ principle: 'No tenant is out of pocket' });
    const priced = one(taxi, {}, general);
    expect(priced.outOfPocketPence).toBe(200);
    expect(priced.lines[0]?.warnings).toEqual([
      {
        code: 'out-of-pocket',
        words:
          '£2 of a cost with a receipt is left unpaid. The council’s principle: No tenant is out of pocket.',
      },
    ]);
    expect(one(taxi, { receipts: 0 }).outOfPocketPence).toBe(0);
  });

  it('is late from the day after the last one, counted from the journey (EXP-18)', () => {
    expect(daysOutOfTime(day('2027-03-05'), day('2027-06-03'), 90)).toBe(0);
    expect(daysOutOfTime(day('2027-03-05'), day('2027-06-04'), 90)).toBe(1);
    expect(daysOutOfTime(day('2027-03-05'), day('2027-07-08'), null)).toBe(0);
  });

  it('reads by how many days a claim is too late, which a manager decides', () => {
    const priced = priceClaim(
      aPricingInput({
        lines: [aPricingLine({ day: day('2027-03-05') })],
        receivedOn: day('2027-07-08'),
        policyOn: aPolicy([aKindPolicy('bus')], aGeneralPolicy({ timeLimitDays: 90 })),
      }),
    );
    expect(priced.payablePence).toBe(1000);
    expect(priced.lines[0]?.warnings).toEqual([
      {
        code: 'out-of-time',
        words:
          'Out of time by 35 days: the last day to claim for 5 March 2027 was 3 June 2027. A manager decides.',
      },
    ]);
  });

  it('is asked about a journey for which transport was provided (EXP-06)', () => {
    const taxi = aKindPolicy('taxi', { warnsIfTransportProvided: true });
    const activity = aPricingActivity({ isTransportProvided: true });
    expect(one(taxi, { activity }).lines[0]?.warnings).toMatchObject([
      { code: 'transport-provided' },
    ]);
    expect(one(taxi).lines[0]?.warnings).toEqual([]);
    expect(one(aKindPolicy('taxi'), { activity }).lines[0]?.warnings).toEqual([]);
  });
});
