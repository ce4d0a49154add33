import type { Activity, AttendanceFound } from '#db/activities/activities.contract';
import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import { receiptNeeded, stopsOf } from '#db/claim-policy/claimable.rules';
import type { Policy, PricingStop } from '#db/claim-policy/pricing.contract';
import { daysOutOfTime, lastDayToClaim } from '#db/claim-policy/pricing.rules';
import { formatPenceShort, pence } from '#db/shared/money';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import type { LocalDate } from '#db/shared/local-date';
import type { TravelPlan } from '../claims.contract.ts';
import {
  type CheckedClaim,
  type CheckedLine,
  type Finding,
  toPricingLine,
} from './checked-claim.rules.ts';

/** A line beside the policy of its day and the activity it is for. */
export type LineInPolicy = {
  readonly line: CheckedLine;
  readonly policy: Policy;
  readonly activity: Activity | undefined;
};

/** A finding about one line that leads nowhere else. */
export const findingOf = (
  line: Pick<CheckedLine, 'id'>,
  finding: Omit<Finding, 'lineId' | 'other'>,
): Finding => ({ lineId: line.id, ...finding, other: null });

/** What of the pricing's stops is said here; gaps of the form are said by the form, each beside its field. */
const STOP_CODES: Readonly<Partial<Record<PricingStop['code'], readonly [string, string]>>> = {
  'not-in-policy': ['not-in-policy', 'Take the line off, or have a manager enter the policy.'],
  'not-for-claimant': ['not-for-claimant', 'Take the line off, or change who claims.'],
  'activity-not-eligible': [
    'not-eligible-activity',
    'Choose the activity it was for, or take the line off.',
  ],
  'not-council-led': ['not-council-led', 'Choose the activity it was for, or take the line off.'],
  'not-funded': [
    'not-funded',
    'Have an officer mark the activity as funded, or take the line off.',
  ],
  'not-full-day': ['not-full-day', 'Choose the activity it was for, or take the line off.'],
  'lunch-provided': ['lunch-provided', 'Take the line off.'],
  'receipt-missing': ['no-receipt', 'Attach the receipt.'],
  'prevented-attendance-missing': [
    'no-prevented',
    'Ask the claimant, and tick that the cost would have kept them away.',
  ],
  'reason-missing': ['no-reason', 'Enter the reason in the line.'],
};

/** What the policy of its day stops on a line (EXP-01, EXP-08 to EXP-10, EXP-13 to EXP-15). */
export function stopFindings(
  { line, policy, activity }: LineInPolicy,
  claimantKind: CheckedClaim['claimant']['kind'],
): readonly Finding[] {
  return stopsOf(toPricingLine(line, activity, null), policy, claimantKind).flatMap((stop) => {
    const said = STOP_CODES[stop.code];
    if (said === undefined) return [];
    return [findingOf(line, { code: said[0], weight: 'stops', words: stop.words, wayOn: said[1] })];
  });
}

/** A receipt that is missing with a reason, where the policy allows it (EXP-09). */
export function noReceiptFindings({ line, policy }: LineInPolicy): readonly Finding[] {
  const kind = policy.kinds.get(line.kind);
  const why = line.noReceiptWhy.trim();
  if (kind === undefined || line.receiptIds.length > 0 || why === '') return [];
  if (receiptNeeded(kind, policy.general) !== 'needed-or-reason') return [];
  return [
    findingOf(line, {
      code: 'no-receipt',
      weight: 'warns',
      words: `There is no receipt: ${why}`,
      wayOn: 'Attach the receipt if it turns up.',
    }),
  ];
}

/** A rate that the council has not entered yet, so that nothing can be worked out (EXP-05). */
export function rateFindings({ line }: LineInPolicy): readonly Finding[] {
  if (line.payablePence !== null) return [];
  return [
    findingOf(line, {
      code: 'rate-not-set',
      weight: 'says',
      words: `${COST_KIND_WORDS[line.kind]}: rate not set, will be priced.`,
      wayOn: 'A manager enters the rate; then the claim is priced again.',
    }),
  ];
}

/** Transport that was laid on for the activity (EXP-06). */
export function transportFindings({ line, policy, activity }: LineInPolicy): readonly Finding[] {
  const warns = policy.kinds.get(line.kind)?.warnsIfTransportProvided === true;
  if (!warns || activity?.isTransportProvided !== true) return [];
  return [
    findingOf(line, {
      code: 'transport-provided',
      weight: 'warns',
      words: `Transport was provided for ${activity.title}.`,
      wayOn: 'Ask why the journey was needed, and judge whether it was reasonable.',
    }),
  ];
}

/** What limits and rates take off, and whether that leaves somebody out of pocket (EXP-11). */
export function cutFindings(
  { line, policy, activity }: LineInPolicy,
  claimantKind: CheckedClaim['claimant']['kind'],
): readonly Finding[] {
  const { askedPence, payablePence, cuts } = line;
  if (askedPence === null || payablePence === null || askedPence <= payablePence) return [];
  // A line that is refused whole says so itself.
  const stops = stopsOf(toPricingLine(line, activity, null), policy, claimantKind);
  if (stops.some((stop) => !stop.canBeMended)) return [];
  const unpaid = formatPenceShort(pence(askedPence - payablePence));
  const findings: Finding[] = [
    findingOf(line, {
      code: 'cap-reached',
      weight: 'says',
      words: cuts.map((cut) => `${formatPenceShort(cut.pence)} less: ${cut.sentence}`).join(' '),
      wayOn: '',
    }),
  ];
  const { principle } = policy.general;
  if (line.receiptIds.length > 0)
    findings.push(
      findingOf(line, {
        code: 'out-of-pocket',
        weight: principle === '' ? 'says' : 'warns',
        words: `${unpaid} of a cost with a receipt is left unpaid.${principle === '' ? '' : ` The council’s principle: ${principle.replace(/\.$/, '')}.`}`,
        wayOn: 'Say why it stays so, or decide another amount.',
      }),
    );
  return findings;
}

/** A claim that comes later than the policy lets it; a manager may let it through (EXP-18). */
export function lateFindings(
  { line, policy }: LineInPolicy,
  receivedOn: LocalDate,
): readonly Finding[] {
  const limit = policy.general.timeLimitDays;
  const late = daysOutOfTime(line.day, receivedOn, limit);
  if (limit === null || late === 0) return [];
  const last = formatDateNoWeekday(lastDayToClaim(line.day, limit));
  return [
    findingOf(line, {
      code: 'out-of-time',
      weight: 'stops',
      words: `Out of time by ${countOf(late, 'day')}: the last day to claim for ${formatDateNoWeekday(line.day)} was ${last}.`,
      wayOn: 'A manager may let it through with a reason.',
    }),
  ];
}

/** A day that has not come yet when the claim is received. */
export function futureFindings(line: CheckedLine, receivedOn: LocalDate): readonly Finding[] {
  if (line.day <= receivedOn) return [];
  return [
    findingOf(line, {
      code: 'future-day',
      weight: 'stops',
      words: `${formatDateNoWeekday(line.day)} is after the day on which the claim came in, ${formatDateNoWeekday(receivedOn)}.`,
      wayOn: 'Mend the day, or claim once the day has come.',
    }),
  ];
}

/** Ages at which care is seldom needed; ages are known by band only. */
export function ageFindings(line: CheckedLine): readonly Finding[] {
  if (line.kind !== 'childcare' || !line.children.includes('16-to-17')) return [];
  return [
    findingOf(line, {
      code: 'children-ages',
      weight: 'warns',
      words: 'Care was for a child of 16 or 17.',
      wayOn: 'Ask why care was needed.',
    }),
  ];
}

/** A cost of an activity that did not take place. */
export function cancelledFindings(line: CheckedLine, activity: Activity): readonly Finding[] {
  if (!activity.isCancelled) return [];
  return [
    findingOf(line, {
      code: 'activity-cancelled',
      weight: 'warns',
      words: `${activity.title} was cancelled.`,
      wayOn: 'Ask whether the claimant was told in time.',
    }),
  ];
}

/** The claimant and the register of the activity (EXP-19). */
export function attendanceFindings(
  line: CheckedLine,
  activity: Activity,
  found: AttendanceFound,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (found === 'apologies')
    findings.push(
      findingOf(line, {
        code: 'apologies',
        weight: 'warns',
        words: `The claimant sent apologies for ${activity.title}.`,
        wayOn: 'Ask, and mend the sheet of the activity if they came after all.',
      }),
    );
  if (found === 'not-on-sheet')
    findings.push(
      findingOf(line, {
        code: 'not-on-sheet',
        // A sheet that nobody has filled in says nothing about one person.
        weight: activity.attended > 0 || activity.isSheetClosed ? 'warns' : 'says',
        words:
          activity.attended > 0 || activity.isSheetClosed
            ? `The claimant is not on the sheet of ${activity.title}.`
            : `The sheet of ${activity.title} is not filled in yet.`,
        wayOn: 'Put them on the sheet if they came.',
      }),
    );
  return findings;
}

/** A cost on another day than the activity it is for; the day decides which rates hold. */
export function otherDayFindings(line: CheckedLine, activity: Activity): readonly Finding[] {
  if (line.day === activity.on) return [];
  return [
    findingOf(line, {
      code: 'other-day',
      weight: 'says',
      words: `${activity.title} was on ${formatDateNoWeekday(activity.on)}; the line is for ${formatDateNoWeekday(line.day)}.`,
      wayOn: '',
    }),
  ];
}

/** An agreed way of travelling that covers the line; why it was agreed is not told. */
export function planFindings(
  line: CheckedLine,
  plans: readonly Pick<TravelPlan, 'words' | 'kinds' | 'from' | 'until'>[],
): readonly Finding[] {
  const plan = plans.find(
    (one) =>
      one.kinds.includes(line.kind) &&
      one.from <= line.day &&
      (one.until === null || line.day <= one.until),
  );
  if (plan === undefined) return [];
  return [
    findingOf(line, {
      code: 'plan-covers',
      weight: 'says',
      words: `Covered by an agreed travel plan: ${plan.words}.`,
      wayOn: '',
    }),
  ];
}
