import { addDays, daysBetween, type LocalDate } from '#db/shared/local-date';
import { addPence, formatPenceShort, type Pence, pence, shareOf } from '#db/shared/money';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import {
  CAP_UNIT_WORDS,
  type Cap,
  type CapUnit,
  COST_KIND_WORDS,
  type GeneralPolicy,
  type KindPolicy,
} from './claim-policy.contract.ts';
import {
  isRateAwaited,
  receiptNeeded,
  ruleOfKind,
  type Stopped,
  stopsOf,
} from './claimable.rules.ts';
import type {
  Cut,
  Policy,
  PricedClaim,
  PricedLine,
  PricingInput,
  PricingLine,
  PricingWarning,
  UsedCap,
} from './pricing.contract.ts';

/** In which order caps are used up, as screens and papers say it. */
export const CAP_ORDER_WORDS =
  'A limit is used up by earlier claims first, then by the lines of this claim in the order of their days, and on one day from the top of the claim to the bottom.';

const NOTHING = pence(0);

/** An amount on its way through the rules: what is asked, what is left of it, what was cut. Null while no rate is set. */
type Amount = {
  readonly claimed: Pence | null;
  readonly payable: Pence | null;
  readonly cuts: readonly Cut[];
};

/** What is used up of each cap so far, by kind, unit and key. */
type Ledger = Map<string, Pence>;

/**
 * Works out a claim by the policy of each line’s day: what is claimed, what is payable, and why each penny between
 * them is cut. Caps are used up as CAP_ORDER_WORDS says; an amount is rounded once per line, half a penny up.
 */
export function priceClaim(input: PricingInput): PricedClaim {
  const ledger = ledgerOf(input);
  const priced = new Map<string, PricedLine>();
  for (const line of inOrderOfUse(input.lines)) priced.set(line.id, priceLine(line, input, ledger));
  const lines = input.lines.flatMap((line) => priced.get(line.id) ?? []);
  const claimedPence = sumOf(lines, (line) => line.claimedPence ?? NOTHING);
  return {
    lines,
    claimedPence,
    payablePence: sumOf(lines, (line) => line.payablePence ?? NOTHING),
    cutPence: sumOf(lines, (line) => addPence(...line.cuts.map((cut) => cut.pence))),
    isPriced: lines.every((line) => line.payablePence !== null),
    outOfPocketPence: sumOf(lines, outOfPocketOf),
  };
}

/** Of which meeting, day, child or household a line uses up a cap; a line without an activity goes by its day. */
export function capKeyOf(line: PricingLine, unit: CapUnit): string {
  const meeting = line.activity?.id ?? line.day;
  switch (unit) {
    case 'line':
      return line.id;
    case 'day':
      return line.day;
    case 'claim':
      return 'this claim';
    case 'household':
      return `${line.householdKey ?? 'own'} ${meeting}`;
    case 'child':
      return [meeting, agesOf(line).join(',')].join(' ').trim();
    case 'meeting':
      return meeting;
  }
}

const agesOf = ({ ages = [] }: PricingLine): readonly string[] => [...new Set(ages)].toSorted();

/** The last day on which a claim for that day is in time: a limit of 90 days lets the ninetieth day after the journey in. */
export function lastDayToClaim(day: LocalDate, timeLimitDays: number): LocalDate {
  return addDays(day, timeLimitDays);
}

/** By how many days a claim is too late; 0 when it is in time or there is no limit (EXP-18). */
export function daysOutOfTime(
  day: LocalDate,
  receivedOn: LocalDate,
  timeLimitDays: number | null,
): number {
  if (timeLimitDays === null) return 0;
  return Math.max(0, daysBetween(lastDayToClaim(day, timeLimitDays), receivedOn));
}

function inOrderOfUse(lines: readonly PricingLine[]): readonly PricingLine[] {
  // Sorting keeps the order of equal days, which is the order on the claim.
  return [...lines].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** A line or claim of before is over, so what it used up of its own cap counts no longer. */
function ledgerOf({ used, usedHere = [] }: Pick<PricingInput, 'used' | 'usedHere'>): Ledger {
  const ledger: Ledger = new Map();
  for (const each of usedHere) if (each.unit !== 'line') addTo(ledger, each);
  for (const each of used) if (each.unit !== 'line' && each.unit !== 'claim') addTo(ledger, each);
  return ledger;
}

const slotOf = (used: Omit<UsedCap, 'pence'>): string => `${used.kind} ${used.unit} ${used.key}`;

function addTo(ledger: Ledger, used: UsedCap): void {
  const slot = slotOf(used);
  ledger.set(slot, addPence(ledger.get(slot) ?? NOTHING, used.pence));
}

function priceLine(line: PricingLine, input: PricingInput, ledger: Ledger): PricedLine {
  const policy = input.policyOn(line.day);
  const kind = policy.kinds.get(line.kind);
  const stops = stopsOf(line, policy, input.claimantKind);
  const refusal = stops.find((stop) => !stop.canBeMended);
  const amount =
    kind === undefined || refusal !== undefined
      ? refusedAmount(line, kind, refusal)
      : underCaps(line, kind, amountOf(line, kind), ledger);
  const capKeys = kind === undefined ? [] : usedBy(line, kind, amount.payable);
  for (const each of capKeys) addTo(ledger, each);
  return {
    lineId: line.id,
    claimedPence: amount.claimed,
    payablePence: amount.payable,
    cuts: [...amount.cuts],
    warnings: [
      ...lateness(line, policy.general, input.receivedOn),
      ...warningsOf(line, policy, amount, refusal !== undefined),
    ],
    stops: stops.map(({ code, words, canBeMended }) => ({ code, words, canBeMended })),
    policyVersion: kind?.id ?? null,
    capKeys: [...capKeys],
  };
}

/** What is asked for: the miles at their rate, or what it cost. Null while mileage has no rate. */
function claimedOf(line: PricingLine, kind: KindPolicy | undefined): Pence | null {
  if (kind?.basis !== 'per-mile') return line.claimedPence ?? NOTHING;
  if (isRateAwaited(kind) || kind.ratePence === null) return null;
  return shareOf(kind.ratePence, line.milesTenths ?? 0, 10);
}

function refusedAmount(
  line: PricingLine,
  kind: KindPolicy | undefined,
  refusal: Stopped | undefined,
): Amount {
  const claimed = claimedOf(line, kind);
  const cut = cutOf(claimed ?? NOTHING, refusal?.rule ?? '', refusal?.words ?? '');
  return { claimed, payable: NOTHING, cuts: cut };
}

/** The amount before any cap: the rate, the cost, or the cost up to so much an hour. */
function amountOf(line: PricingLine, kind: KindPolicy): Amount {
  const claimed = claimedOf(line, kind);
  if (isRateAwaited(kind)) return awaitedAmount(line, kind, claimed);
  if (claimed === null || kind.basis !== 'per-hour' || kind.ratePence === null)
    return { claimed, payable: claimed, cuts: [] };
  const most = shareOf(kind.ratePence, line.minutes ?? 0, 60);
  return lowered(
    { claimed, payable: claimed, cuts: [] },
    most,
    ruleOfKind(kind.kind),
    kind.sentence,
  );
}

/** Without a rate only an officer’s figure for a receipted cost is worth anything, and never more than was asked (EXP-05). */
function awaitedAmount(line: PricingLine, kind: KindPolicy, claimed: Pence | null): Amount {
  if (line.overridePence === null || line.receipts === 0)
    return { claimed, payable: null, cuts: [] };
  const asked = claimed ?? line.overridePence;
  return lowered(
    { claimed: asked, payable: asked, cuts: [] },
    line.overridePence,
    'EXP-05',
    kind.sentence,
  );
}

function underCaps(line: PricingLine, kind: KindPolicy, amount: Amount, ledger: Ledger): Amount {
  return kind.caps.reduce((so: Amount, cap) => {
    const used = usedBefore(line, cap.per, ledger);
    const most = allowanceOf(cap, line);
    const left = pence(Math.max(0, most - used));
    return lowered(so, left, ruleOfKind(kind.kind), capSentence(kind, cap, used));
  }, amount);
}

/**
 * What is used up already of the cap that a line comes under. Children of other ages are other children; those of one
 * age may be the same child with two carers, and what was paid for one of several counts for each.
 */
function usedBefore(line: PricingLine, unit: CapUnit, ledger: Ledger): Pence {
  if (unit !== 'child') return ledger.get(slotOf(slotFor(line, unit))) ?? NOTHING;
  const mine = agesOf(line);
  const meeting = slotOf({ kind: line.kind, unit, key: capKeyOf({ ...line, ages: [] }, unit) });
  const shared = [...ledger].filter(([slot]) => {
    if (slot === meeting || (mine.length === 0 && slot.startsWith(`${meeting} `))) return true;
    const theirs = slot.slice(meeting.length + 1).split(',');
    return slot.startsWith(`${meeting} `) && theirs.some((age) => mine.includes(age));
  });
  return addPence(...shared.map(([, used]) => used));
}

const slotFor = (line: PricingLine, unit: CapUnit): Omit<UsedCap, 'pence'> => ({
  kind: line.kind,
  unit,
  key: capKeyOf(line, unit),
});

const allowanceOf = (cap: Cap, line: PricingLine): number =>
  cap.per === 'child' ? cap.pence * Math.max(1, line.children) : cap.pence;

function capSentence(kind: KindPolicy, cap: Cap, used: Pence): string {
  const limit = `The limit is ${formatPenceShort(cap.pence)} for ${CAP_UNIT_WORDS[cap.per]}`;
  const before = used > 0 ? `, and ${formatPenceShort(used)} of it was used before` : '';
  return `${kind.sentence} ${limit}${before}.`.trim();
}

function lowered(amount: Amount, most: Pence, rule: string, sentence: string): Amount {
  if (amount.payable === null || amount.payable <= most) return amount;
  const cut = cutOf(pence(amount.payable - most), rule, sentence);
  return { ...amount, payable: most, cuts: [...amount.cuts, ...cut] };
}

const cutOf = (amount: Pence, rule: string, sentence: string): readonly Cut[] =>
  amount > 0 ? [{ pence: amount, rule, sentence }] : [];

function usedBy(line: PricingLine, kind: KindPolicy, payable: Pence | null): readonly UsedCap[] {
  if (payable === null || payable === 0) return [];
  const units = new Set(kind.caps.map((cap) => cap.per));
  return [...units].map((unit) => ({ ...slotFor(line, unit), pence: payable }));
}

function warningsOf(
  line: PricingLine,
  policy: Policy,
  amount: Amount,
  isRefused: boolean,
): readonly PricingWarning[] {
  const kind = policy.kinds.get(line.kind);
  const words = COST_KIND_WORDS[line.kind];
  const warnings: PricingWarning[] = [];
  if (kind?.warnsIfTransportProvided === true && line.activity?.isTransportProvided === true)
    warnings.push({
      code: 'transport-provided',
      words: 'Transport was provided for this activity. Ask why the journey was needed.',
    });
  if (kind !== undefined && line.receipts === 0 && line.noReceiptWhy.trim() !== '')
    if (receiptNeeded(kind, policy.general) === 'needed-or-reason')
      warnings.push({ code: 'no-receipt', words: `No receipt: ${line.noReceiptWhy.trim()}` });
  if (amount.payable === null)
    warnings.push({
      code: 'rate-not-set',
      words: `${words}: rate not set, will be priced once the council’s rate is entered.`,
    });
  const unpaid = (amount.claimed ?? 0) - (amount.payable ?? amount.claimed ?? 0);
  if (!isRefused && line.receipts > 0 && unpaid > 0)
    warnings.push({
      code: 'out-of-pocket',
      words: outOfPocketWords(pence(unpaid), policy.general),
    });
  return warnings;
}

function lateness(
  line: PricingLine,
  general: GeneralPolicy,
  receivedOn: LocalDate,
): readonly PricingWarning[] {
  const late = daysOutOfTime(line.day, receivedOn, general.timeLimitDays);
  if (late === 0 || general.timeLimitDays === null) return [];
  const last = formatDateNoWeekday(lastDayToClaim(line.day, general.timeLimitDays));
  return [
    {
      code: 'out-of-time',
      words: `Out of time by ${countOf(late, 'day')}: the last day to claim for ${formatDateNoWeekday(line.day)} was ${last}. A manager decides.`,
    },
  ];
}

function outOfPocketWords(unpaid: Pence, general: GeneralPolicy): string {
  const promise = general.principle === '' ? '' : ` The council’s principle: ${general.principle}.`;
  return `${formatPenceShort(unpaid)} of a cost with a receipt is left unpaid.${promise}`;
}

const outOfPocketOf = (line: PricedLine): Pence =>
  line.warnings.some((warning) => warning.code === 'out-of-pocket') &&
  line.claimedPence !== null &&
  line.payablePence !== null
    ? pence(line.claimedPence - line.payablePence)
    : NOTHING;

const sumOf = (lines: readonly PricedLine[], amount: (line: PricedLine) => Pence): Pence =>
  addPence(...lines.map(amount));
