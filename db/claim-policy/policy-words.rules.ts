import { formatPence, formatPenceShort, type Pence } from '#db/shared/money';
import { countOf, joinWords } from '#db/shared/plain-words';
import {
  CAP_UNIT_WORDS,
  type Cap,
  CLAIMANT_KIND_WORDS,
  type KindPolicy,
} from './claim-policy.contract.ts';
import { isRateAwaited } from './claimable.rules.ts';
import type { GeneralTerms, KindTerms } from './starting-policies.rules.ts';

type Paid = Pick<KindTerms, 'basis' | 'ratePence' | 'isRateAwaited' | 'allowedFor'>;

const formatRate = (rate: Pence): string => (rate < 100 ? `${rate}p` : formatPence(rate));

/** What is paid: '45p a mile', 'What it cost, up to £7.00 an hour', 'Rate not set', 'Cannot be claimed'. */
export function rateWords(terms: Paid): string {
  if (terms.allowedFor.length === 0) return 'Cannot be claimed';
  if (isRateAwaited(terms)) return 'Rate not set';
  if (terms.ratePence === null || terms.basis === 'actual') return 'What it cost';
  return terms.basis === 'per-mile'
    ? `${formatRate(terms.ratePence)} a mile`
    : `What it cost, up to ${formatRate(terms.ratePence)} an hour`;
}

const capWords = (cap: Cap): string =>
  `${formatPenceShort(cap.pence)} for ${CAP_UNIT_WORDS[cap.per]}`;

/** The limits in one line: 'At most £20 for each meeting'; empty where there is none. */
export function capsWords(caps: readonly Cap[]): string {
  return caps.length === 0 ? '' : `At most ${joinWords(caps.map(capWords))}`;
}

const limitWords = (caps: readonly Cap[]): string =>
  caps.length === 0 ? 'none' : joinWords(caps.map(capWords));

/** Who can claim: 'people and groups'; 'nobody' where the list is empty. */
export function whoWords(allowedFor: KindTerms['allowedFor']): string {
  return allowedFor.length === 0
    ? 'nobody'
    : joinWords(allowedFor.map((kind) => CLAIMANT_KIND_WORDS[kind]));
}

const RECEIPT_WORDS: Readonly<Record<KindPolicy['receipt'], string>> = {
  needed: 'A receipt is needed',
  'needed-or-reason': 'A receipt is needed, or why there is none',
  'not-needed': 'No receipt is needed',
};

/** A receipt as the policy asks for it. */
export const receiptWords = (receipt: KindPolicy['receipt']): string => RECEIPT_WORDS[receipt];

/** The conditions under which a cost is paid, each a short sentence; the receipt comes last. */
export function conditionWords(terms: KindTerms, receipt = terms.receipt): readonly string[] {
  const conditions: readonly (readonly [boolean, string])[] = [
    [terms.allowedFor.length < 3, `Only for ${whoWords(terms.allowedFor)}`],
    [terms.needsCouncilLed, 'The council leads the activity'],
    [terms.needsFunded, 'The council funds people to attend the activity'],
    [terms.needsPreventedAttendance, 'The cost would have kept you from attending'],
    [terms.needsFullDayWithoutLunch, 'The event lasts a full day and lunch is not provided'],
    [terms.warnsIfTransportProvided, 'We ask why, where transport was provided'],
    [
      terms.needsReason,
      terms.kind === 'room-hire'
        ? 'You say why no tenant room would do'
        : 'You say why it was needed',
    ],
    [receipt !== 'not-needed', receiptWords(receipt)],
  ];
  return conditions.flatMap(([holds, words]) => (holds ? [words] : []));
}

/** Both ends of a change: 'Paid: 45p a mile becomes 50p a mile'. */
const change = (what: string, before: string, after: string): readonly string[] =>
  before === after ? [] : [`${what}: ${before || 'nothing'} becomes ${after || 'nothing'}.`];

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** What is different between two policies for a kind of cost, in words; empty where nothing is. */
export function kindChanges(before: KindTerms, after: KindTerms): readonly string[] {
  return [
    ...change('Paid', rateWords(before), rateWords(after)),
    ...change('Limit', limitWords(before.caps), limitWords(after.caps)),
    ...change('Who can claim', whoWords(before.allowedFor), whoWords(after.allowedFor)),
    ...change('Receipt', receiptWords(before.receipt), receiptWords(after.receipt)),
    ...change('Led by the council', yesNo(before.needsCouncilLed), yesNo(after.needsCouncilLed)),
    ...change('Activity is funded', yesNo(before.needsFunded), yesNo(after.needsFunded)),
    ...change(
      'Would have kept the claimant away',
      yesNo(before.needsPreventedAttendance),
      yesNo(after.needsPreventedAttendance),
    ),
    ...change(
      'Full day without lunch',
      yesNo(before.needsFullDayWithoutLunch),
      yesNo(after.needsFullDayWithoutLunch),
    ),
    ...change(
      'Warns where transport was provided',
      yesNo(before.warnsIfTransportProvided),
      yesNo(after.warnsIfTransportProvided),
    ),
    ...change('Reason needed', yesNo(before.needsReason), yesNo(after.needsReason)),
    ...change('Sentence', before.sentence, after.sentence),
    ...change('Source', before.source, after.source),
  ];
}

const pounds = (amount: Pence | null): string =>
  amount === null ? 'no limit' : formatPenceShort(amount);
const days = (count: number | null, word: string): string =>
  count === null ? 'no limit' : countOf(count, word);

/** What is different between two sets of general limits, in words; empty where nothing is. */
export function generalChanges(before: GeneralTerms, after: GeneralTerms): readonly string[] {
  const kinds = (terms: GeneralTerms): string =>
    terms.eligibleActivityKinds === null ? 'every kind' : terms.eligibleActivityKinds.join(', ');
  return [
    ...change('Activities that count', kinds(before), kinds(after)),
    ...change('Time to claim', days(before.timeLimitDays, 'day'), days(after.timeLimitDays, 'day')),
    ...change('Most in a month', pounds(before.monthLimitPence), pounds(after.monthLimitPence)),
    ...change('Most in a year', pounds(before.yearLimitPence), pounds(after.yearLimitPence)),
    ...change(
      'Mileage without a receipt',
      yesNo(before.mileageExemptFromReceipt),
      yesNo(after.mileageExemptFromReceipt),
    ),
    ...change(
      'Second approver above',
      pounds(before.secondApproverAbovePence),
      pounds(after.secondApproverAbovePence),
    ),
    ...change(
      'Promised time to decide',
      days(before.promisedWorkingDays, 'working day'),
      days(after.promisedWorkingDays, 'working day'),
    ),
    ...change(
      'Whoever entered a claim may check it',
      yesNo(before.entererMayVerify),
      yesNo(after.entererMayVerify),
    ),
    ...change('Principle', before.principle, after.principle),
    ...change('Most in cash', pounds(before.cashLimitPence), pounds(after.cashLimitPence)),
    ...change('Source', before.source, after.source),
  ];
}

/** Whether the council pays something for it, but nobody has entered how much (EXP-05). */
export const isAwaited = (policy: KindPolicy): boolean =>
  policy.allowedFor.length > 0 && isRateAwaited(policy);
