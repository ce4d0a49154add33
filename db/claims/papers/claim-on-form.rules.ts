// [browser-safe]
import type { Activity } from '#db/activities/activities.contract';
import { formatPence } from '#db/shared/money';
import { formatDateNoWeekday, formatMinutes, joinWords } from '#db/shared/plain-words';
import {
  AGE_BAND_WORDS,
  type Claim,
  type ClaimLine,
  type ClaimReceipt,
  type Signature,
  type SignatureRole,
} from '../claims.contract.ts';
import type { ClaimOnForm } from './claim-form-values.ts';

type LineOnForm = ClaimOnForm['lines'][number];

/** As whom somebody signed, as papers say it. */
const ROLE_WORDS: Readonly<Record<SignatureRole, string>> = {
  claimant: 'Person claiming',
  filer: 'Who brought it',
  treasurer: 'Treasurer, for the sheet',
  cash: 'Received the money',
};

/** How far a claim is decides what its form has: places to write on, figures to sign, or signatures. */
export function stageOf({ state, isChangedSinceSigned }: Claim): ClaimOnForm['stage'] {
  if (state === 'draft') return isChangedSinceSigned ? 'to-sign' : 'to-fill';
  return state === 'to-sign' || isChangedSinceSigned ? 'to-sign' : 'signed';
}

/** '12 miles', '2 hours 30 minutes', '2 children, under 5 and 5 to 10'. */
export function measureWords({
  milesTenths,
  minutes,
  children,
}: Pick<ClaimLine, 'milesTenths' | 'minutes' | 'children'>): string {
  const ages = [...new Set(children)].map((band) => AGE_BAND_WORDS[band].toLowerCase());
  const parts = [
    milesTenths === null ? '' : `${milesWords(milesTenths)}`,
    minutes === null ? '' : formatMinutes(minutes),
    children.length === 0
      ? ''
      : `${children.length === 1 ? '1 child' : `${children.length} children`}, ${joinWords(ages)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function milesWords(tenths: number): string {
  const whole = Math.floor(tenths / 10);
  const rest = tenths % 10;
  return `${rest === 0 ? whole : `${whole}.${rest}`} ${tenths === 10 ? 'mile' : 'miles'}`;
}

/** Where a journey went, or who was paid. */
export function whereWords({
  fromPlace,
  toPlace,
  carer,
}: Pick<ClaimLine, 'fromPlace' | 'toPlace' | 'carer'>): string {
  const journey = [fromPlace, toPlace].filter((place) => place !== '').join(' to ');
  return [journey, carer].filter((words) => words !== '').join(', ');
}

/** The lines that papers show; one that was withdrawn is no part of a claim that goes on. */
export function linesOf(claim: Claim): readonly ClaimLine[] {
  return claim.lines.filter(({ state }) => claim.state === 'withdrawn' || state !== 'withdrawn');
}

/** What nobody may overlook on a form: that it was withdrawn, or changed since it was signed. */
export function markOf(claim: Claim): ClaimOnForm['mark'] {
  if (claim.state === 'withdrawn')
    return {
      title: 'Withdrawn',
      words: `Nothing is paid for this claim. ${claim.withdrawnWhy}`.trim(),
    };
  if (!claim.isChangedSinceSigned) return null;
  const last = claim.signatures
    .filter(({ role }) => role !== 'cash')
    .map(({ signedOn }) => signedOn)
    .toSorted()
    .at(-1);
  const when = last === undefined ? 'before' : `on ${formatDateNoWeekday(last)}`;
  return {
    title: 'Changed since signed',
    words: `It was signed ${when} and changed after that. It needs a new signature.`,
  };
}

export function lineOnForm(
  line: ClaimLine,
  number: number,
  numberOfReceipt: ReadonlyMap<string, number>,
): LineOnForm {
  return {
    number,
    kind: line.kind,
    day: line.day,
    event: line.activityTitle,
    where: whereWords(line),
    measure: measureWords(line),
    words: [
      line.preventedAttendance ? 'Paying for this would have kept them from coming.' : '',
      line.reason === '' ? '' : `Why: ${line.reason}`,
      line.noReceiptWhy === '' ? '' : `No receipt: ${line.noReceiptWhy}`,
      line.overridePence === null
        ? ''
        : `Taken at ${formatPence(line.overridePence)}: ${line.overrideWhy}`,
    ].filter((words) => words !== ''),
    askedPence: line.askedPence,
    payablePence: line.payablePence,
    cuts: line.cuts.map(({ pence, sentence }) => ({ pence, sentence })),
    receipts: line.receiptIds.flatMap((id) => numberOfReceipt.get(id) ?? []),
  };
}

/** Receipts for costs, numbered from 1 in the order in which they were brought. */
export function numberedReceipts(claim: Claim): ReadonlyMap<string, number> {
  const receipts = claim.receipts.filter(({ kind }) => kind === 'receipt');
  return new Map(receipts.map(({ id }, i) => [id, i + 1]));
}

/** 'Receipt 2: for cost 3, 6 April 2027, £20.00, number 00417' */
export function captionOf(receipt: ClaimReceipt, number: number, claim: Claim): string {
  const costs = linesOf(claim).flatMap(({ id }, i) =>
    receipt.lineIds.includes(id) ? [i + 1] : [],
  );
  const facts = [
    costs.length === 0
      ? 'for no cost yet'
      : `for ${costs.length === 1 ? 'cost' : 'costs'} ${joinWords(costs.map(String))}`,
    receipt.printedOn === null ? '' : formatDateNoWeekday(receipt.printedOn),
    receipt.printedPence === null ? '' : formatPence(receipt.printedPence),
    receipt.printedNumber === '' ? '' : `number ${receipt.printedNumber}`,
  ];
  return `Receipt ${number}: ${facts.filter((fact) => fact !== '').join(', ')}`;
}

/** The first letters of a fingerprint in groups that can be read out: '3f2a 9c1b 77de'. */
export function shortFingerprint(hash: string): string {
  return (hash.slice(0, 12).match(/.{1,4}/g) ?? []).join(' ');
}

export function signatureOnForm(signature: Signature): ClaimOnForm['signatures'][number] {
  return {
    role: ROLE_WORDS[signature.role],
    name: signature.name,
    on: signature.signedOn,
    strokes: signature.strokes,
    instead: signature.way === 'paper' ? 'On paper' : 'Not shown here',
    fingerprint: shortFingerprint(signature.signedHash),
  };
}

/** Each meeting or event once, in the order of the lines. */
export function eventsOf(activities: readonly Activity[]): ClaimOnForm['events'] {
  return activities.map((activity) => ({
    title: activity.title,
    on: activity.on,
    where: activity.venueWords,
    isCouncilLed: activity.ledBy.kind === 'council',
    isFullDay: activity.isFullDay,
    isLunchProvided: activity.isLunchProvided,
    isTransportProvided: activity.isTransportProvided,
  }));
}
