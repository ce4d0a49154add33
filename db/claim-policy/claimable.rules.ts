import { foldForSearch } from '#db/shared/fold';
import {
  CLAIMANT_KIND_WORDS,
  type ClaimantKind,
  COST_KIND_WORDS,
  type CostKind,
  type GeneralPolicy,
  type KindPolicy,
} from './claim-policy.contract.ts';
import type { Policy, PricingActivity, PricingLine, PricingStop } from './pricing.contract.ts';

/** A stop, with the rule it comes from. */
export type Stopped = PricingStop & { readonly rule: string };

const RULE_OF_KIND: Readonly<Record<CostKind, string>> = {
  car: 'EXP-05',
  passenger: 'EXP-05',
  motorcycle: 'EXP-05',
  bicycle: 'EXP-05',
  bus: 'EXP-05',
  train: 'EXP-05',
  taxi: 'EXP-05',
  parking: 'EXP-05',
  childcare: 'EXP-01',
  'dependant-care': 'EXP-04',
  lunch: 'EXP-08',
  'room-hire': 'EXP-10',
  conference: 'EXP-09',
  other: 'EXP-09',
};

/** Under which rule a kind of cost is paid and cut. */
export function ruleOfKind(kind: CostKind): string {
  return RULE_OF_KIND[kind];
}

/** The receipt that a kind of cost needs; mileage needs none where the council says so (EXP-09). */
export function receiptNeeded(kind: KindPolicy, general: GeneralPolicy): KindPolicy['receipt'] {
  return kind.basis === 'per-mile' && general.mileageExemptFromReceipt
    ? 'not-needed'
    : kind.receipt;
}

/** Whether a kind of activity counts; no list means that every kind does (EXP-13). */
export function isEligibleActivity(general: GeneralPolicy, activityKind: string): boolean {
  const wanted = foldForSearch(activityKind);
  return (
    general.eligibleActivityKinds === null ||
    general.eligibleActivityKinds.some((each) => foldForSearch(each) === wanted)
  );
}

/** Everything that stands in the way of paying a line: what the rules refuse first, then what is still missing. */
export function stopsOf(
  line: PricingLine,
  policy: Policy,
  claimantKind: ClaimantKind,
): readonly Stopped[] {
  const kind = policy.kinds.get(line.kind);
  if (kind === undefined)
    return [
      refused('not-in-policy', 'EXP-13', `${COST_KIND_WORDS[line.kind]} cannot be claimed here.`),
    ];
  return [
    ...claimantStops(kind, claimantKind),
    ...activityStops(line.activity, kind, policy.general),
    ...missing(line, kind, policy.general),
  ];
}

function claimantStops(kind: KindPolicy, claimantKind: ClaimantKind): readonly Stopped[] {
  if (kind.allowedFor.includes(claimantKind)) return [];
  const who = kind.allowedFor.map((each) => CLAIMANT_KIND_WORDS[each]).join(' and ');
  const words = COST_KIND_WORDS[kind.kind];
  return [
    refused(
      'not-for-claimant',
      'EXP-15',
      who === ''
        ? `${words} cannot be claimed here on this day.`
        : `${words} can be claimed by ${who} only.`,
    ),
  ];
}

function activityStops(
  activity: PricingActivity | null,
  kind: KindPolicy,
  general: GeneralPolicy,
): readonly Stopped[] {
  if (activity === null)
    return [lacking('activity-missing', 'EXP-13', 'Say which meeting or activity it was for.')];
  const stops: Stopped[] = [];
  if (!isEligibleActivity(general, activity.kind))
    stops.push(
      refused(
        'activity-not-eligible',
        'EXP-13',
        `Costs are paid for ${(general.eligibleActivityKinds ?? []).join(', ')}; this is entered as ${activity.kind}.`,
      ),
    );
  if (kind.needsCouncilLed && !activity.isCouncilLed)
    stops.push(
      refused(
        'not-council-led',
        kind.kind === 'childcare' ? 'EXP-01' : 'EXP-13',
        `${COST_KIND_WORDS[kind.kind]} is paid for meetings led by the council; this one is led by a group.`,
      ),
    );
  if (kind.needsFunded && !activity.isFunded)
    stops.push(
      refused(
        'not-funded',
        'EXP-09',
        `${COST_KIND_WORDS[kind.kind]} is paid where the council funds people to attend; this activity is not marked as funded.`,
      ),
    );
  if (kind.needsFullDayWithoutLunch && !activity.isFullDay)
    stops.push(refused('not-full-day', 'EXP-08', 'Lunch is paid at events of a full day only.'));
  if (kind.needsFullDayWithoutLunch && activity.isLunchProvided)
    stops.push(
      refused('lunch-provided', 'EXP-08', 'Lunch was provided at this event, so it is not paid.'),
    );
  return stops;
}

function missing(line: PricingLine, kind: KindPolicy, general: GeneralPolicy): readonly Stopped[] {
  const rule = ruleOfKind(kind.kind);
  const stops: Stopped[] = [];
  if (kind.basis === 'per-mile' && line.milesTenths === null)
    stops.push(lacking('miles-missing', rule, 'Enter how many miles it was.'));
  if (kind.basis === 'per-hour' && line.minutes === null)
    stops.push(lacking('hours-missing', rule, 'Enter for how many hours it was.'));
  if (kind.basis !== 'per-mile' && line.claimedPence === null)
    stops.push(lacking('amount-missing', rule, 'Enter what it cost.'));
  if (line.kind === 'childcare' && line.children < 1)
    stops.push(lacking('children-missing', rule, 'Enter how many children were looked after.'));
  if (kind.needsPreventedAttendance && !line.preventedAttendance)
    stops.push(
      lacking(
        'prevented-attendance-missing',
        'EXP-01',
        'The claimant has to say that the cost would have kept them from attending.',
      ),
    );
  if (kind.needsReason && line.reason.trim() === '')
    stops.push(
      lacking(
        'reason-missing',
        rule,
        kind.kind === 'room-hire'
          ? 'Say why no tenant meeting room would do.'
          : 'Say why this cost was needed.',
      ),
    );
  const receipt = receiptNeeded(kind, general);
  if (line.receipts === 0 && receipt === 'needed')
    stops.push(
      lacking(
        'receipt-missing',
        'EXP-09',
        kind.basis === 'per-mile'
          ? 'Attach the receipt: mileage needs one too, until a manager enters that it does not.'
          : 'Attach the receipt: this cost needs one.',
      ),
    );
  if (line.receipts === 0 && receipt === 'needed-or-reason' && line.noReceiptWhy.trim() === '')
    stops.push(
      lacking('receipt-missing', 'EXP-09', 'Attach the receipt, or say why there is none.'),
    );
  if (isRateAwaited(kind) && line.overridePence !== null && line.receipts === 0)
    stops.push(
      lacking(
        'override-without-receipt',
        'EXP-05',
        'While the council’s rate is not entered, only a cost with a receipt can be given an amount.',
      ),
    );
  return stops;
}

/** Whether nothing can be worked out yet, because the council’s figure is not entered (EXP-05). */
export function isRateAwaited(
  kind: Pick<KindPolicy, 'basis' | 'ratePence' | 'isRateAwaited'>,
): boolean {
  return kind.isRateAwaited || (kind.basis !== 'actual' && kind.ratePence === null);
}

const refused = (code: PricingStop['code'], rule: string, words: string): Stopped => ({
  code,
  rule,
  words,
  canBeMended: false,
});

const lacking = (code: PricingStop['code'], rule: string, words: string): Stopped => ({
  code,
  rule,
  words,
  canBeMended: true,
});
