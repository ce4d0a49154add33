import { expect, it } from 'vitest';
import type { ClaimantKind, CostKind, KindPolicy } from '#db/claim-policy/claim-policy.contract';
import type { Policy, PricingInput, PricingLine, UsedCap } from '#db/claim-policy/pricing.contract';
import { priceClaim } from '#db/claim-policy/pricing.rules';
import { addDays, LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import {
  aGeneralPolicy,
  aKindPolicy,
  aPricingActivity,
  aPricingLine,
} from '../support/builders/claim-policy.ts';
import { newChance, type SeededChance } from '../support/builders/chance.ts';

const SECOND_POLICY_FROM = LocalDate.parse('2027-04-01');
const FIRST_DAY = LocalDate.parse('2027-03-28');

/**
 * What is paid, written down as a council would: rate in pence (a mile or an hour) before and from 1 April, cap in
 * pence and over what, who may claim, and the condition. W is a rate that nobody has entered.
 */
const TABLE = [
  // kind, basis, rate before, rate from 1 April, cap, per, who may claim, condition
  ['car', 'mile', 45, 50, 0, '', 'person group staff', ''],
  ['passenger', 'mile', 5, 5, 0, '', 'person group', ''],
  ['motorcycle', 'mile', 24, 27, 900, 'day', 'person', ''],
  ['bicycle', 'mile', 'W', 20, 0, '', 'person staff', ''],
  ['bus', 'cost', 0, 0, 0, '', 'person group staff', ''],
  ['train', 'cost', 'W', 'W', 1500, 'line', 'person group staff', ''],
  ['taxi', 'cost', 0, 0, 2500, 'claim', 'person', ''],
  ['childcare', 'hour', 700, 850, 2000, 'meeting', 'person', 'led by the council'],
  ['dependant-care', 'hour', 911, 911, 1999, 'household', 'person', ''],
  ['lunch', 'cost', 0, 0, 650, 'day', 'person', 'full day without lunch'],
  ['room-hire', 'cost', 0, 0, 4000, 'line', 'group', ''],
  ['conference', 'cost', 0, 0, 3000, 'child', 'person', 'funded'],
] as const;

type Row = (typeof TABLE)[number];

/** The policy of the table, as the engine reads it. */
function toKind(row: Row, isSecond: boolean): KindPolicy {
  const [kind, basis, before, from, cap, per, who, condition] = row;
  const rate = isSecond ? from : before;
  return aKindPolicy(kind, {
    basis: basis === 'mile' ? 'per-mile' : basis === 'hour' ? 'per-hour' : 'actual',
    ratePence: basis === 'cost' || rate === 'W' ? null : pence(rate),
    isRateAwaited: rate === 'W',
    caps: per === '' ? [] : [{ pence: pence(cap), per }],
    allowedFor: who.split(' ') as ClaimantKind[],
    needsCouncilLed: condition === 'led by the council',
    needsFullDayWithoutLunch: condition === 'full day without lunch',
    needsFunded: condition === 'funded',
  });
}

const KINDS = [false, true].map(
  (isSecond) => new Map(TABLE.map((row) => [row[0], toKind(row, isSecond)])),
);

const policyOn = (on: LocalDate): Policy => ({
  on,
  kinds: (on < SECOND_POLICY_FROM ? KINDS[0] : KINDS[1]) ?? new Map<CostKind, KindPolicy>(),
  general: aGeneralPolicy(),
});

/** The same by hand: no part of the engine is used from here to the end of the function. */
function byTheTable(input: PricingInput): (number | null)[] {
  const spent: { kind: string; where: string; pence: number }[] = input.used
    .filter((each) => each.unit !== 'claim' && each.unit !== 'line')
    .map((each) => ({ kind: each.kind, where: `${each.unit}/${each.key}`, pence: each.pence }));
  const answers: (number | null)[] = input.lines.map(() => 0);
  const days = [...new Set(input.lines.map((line) => line.day))].toSorted();
  for (const day of days) {
    for (const [place, line] of input.lines.entries()) {
      if (line.day !== day) continue;
      const row = TABLE.find((each) => each[0] === line.kind);
      if (row === undefined || line.activity === null) throw new Error('The table has every kind.');
      const [, basis, before, from, cap, per, who, condition] = row;
      const rate = day >= '2027-04-01' ? from : before;
      const { isCouncilLed, isFullDay, isLunchProvided, isFunded } = line.activity;

      if (!who.includes(input.claimantKind)) continue;
      if (condition === 'led by the council' && !isCouncilLed) continue;
      if (condition === 'full day without lunch' && (!isFullDay || isLunchProvided)) continue;
      if (condition === 'funded' && !isFunded) continue;

      let due: number;
      const asked = line.claimedPence ?? 0;
      if (rate === 'W') {
        if (line.overridePence === null || line.receipts === 0) {
          answers[place] = null;
          continue;
        }
        due = basis === 'mile' ? line.overridePence : Math.min(asked, line.overridePence);
      } else if (basis === 'mile') due = Math.floor(((line.milesTenths ?? 0) * rate + 5) / 10);
      else if (basis === 'hour')
        due = Math.min(asked, Math.floor(((line.minutes ?? 0) * rate + 30) / 60));
      else due = asked;

      if (per !== '') {
        const where = {
          line: `line/${line.id}`,
          claim: 'claim/',
          day: `day/${day}`,
          meeting: `meeting/${line.activity.id}`,
          child: `child/${line.activity.id}`,
          household: `household/${line.householdKey} ${line.activity.id}`,
        }[per];
        const gone = spent
          .filter((each) => each.kind === line.kind && each.where === where)
          .reduce((sum, each) => sum + each.pence, 0);
        const limit = per === 'child' ? cap * Math.max(line.children, 1) : cap;
        due = Math.max(0, Math.min(due, limit - gone));
        spent.push({ kind: line.kind, where, pence: due });
      }
      answers[place] = due;
    }
  }
  return answers;
}

const isMileage = (kind: CostKind): boolean =>
  TABLE.some((row) => row[0] === kind && row[1] === 'mile');

function randomLine(chance: SeededChance, id: string): PricingLine {
  const kind = chance.pick(TABLE)[0];
  return aPricingLine({
    id,
    kind,
    day: addDays(FIRST_DAY, chance.below(8)),
    activity: aPricingActivity({
      id: chance.pick(['forum', 'board', 'panel']),
      isCouncilLed: chance.percent(80),
      isFullDay: chance.percent(80),
      isLunchProvided: chance.percent(20),
      isFunded: chance.percent(80),
    }),
    milesTenths: isMileage(kind) ? chance.below(1500) : null,
    minutes: chance.below(600),
    children: 1 + chance.below(3),
    householdKey: chance.pick(['1 Elm Street', '2 Elm Street']),
    claimedPence: isMileage(kind) ? null : pence(chance.below(6000)),
    receipts: chance.below(3),
    overridePence: chance.percent(50) ? pence(chance.below(6000)) : null,
  });
}

function randomUsed(chance: SeededChance): UsedCap {
  const unit = chance.pick(['line', 'claim', 'day', 'meeting', 'child', 'household'] as const);
  const meeting = chance.pick(['forum', 'board', 'panel']);
  return {
    kind: chance.pick(TABLE)[0],
    unit,
    key: {
      line: '0',
      claim: 'this claim',
      day: addDays(FIRST_DAY, chance.below(8)),
      meeting,
      child: meeting,
      household: `1 Elm Street ${meeting}`,
    }[unit],
    pence: pence(chance.below(2500)),
  };
}

const randomClaim = (chance: SeededChance): PricingInput => ({
  claimantKind: chance.pick(['person', 'person', 'person', 'group', 'staff'] as const),
  receivedOn: LocalDate.parse('2027-04-08'),
  lines: Array.from({ length: 1 + chance.below(8) }, (_, place) => randomLine(chance, `${place}`)),
  policyOn,
  used: Array.from({ length: chance.below(4) }, () => randomUsed(chance)),
});

it('prices 10,000 claims at random as the plain table does, with no penny between them', () => {
  const chance = newChance('claims priced at random');
  const totals = { payable: 0, cut: 0, unpriced: 0, differences: 0 };
  for (let count = 0; count < 10_000; count++) {
    const input = randomClaim(chance);
    const priced = priceClaim(input);
    const expected = byTheTable(input);
    for (const [place, line] of priced.lines.entries()) {
      const cuts = line.cuts.reduce((sum, cut) => sum + cut.pence, 0);
      const isOutBy =
        line.payablePence !== expected[place] ||
        (line.payablePence !== null && (line.claimedPence ?? 0) - cuts !== line.payablePence);
      if (isOutBy) totals.differences += 1;
      if (line.payablePence === null) totals.unpriced += 1;
    }
    totals.payable += priced.payablePence;
    totals.cut += priced.cutPence;
  }
  expect(totals.differences, `seed ${chance.seed}`).toBe(0);
  // Chance that priced, cut or postponed nothing would compare nothing.
  expect(totals.payable).toBeGreaterThan(1_000_000);
  expect(totals.cut).toBeGreaterThan(1_000_000);
  expect(totals.unpriced).toBeGreaterThan(500);
});
