import type { PricingStop } from '#db/claim-policy/pricing.contract';
import { addPence, formatPenceShort, pence } from '#db/shared/money';
import { holdsUpSigning } from '../checks/warnings.rules.ts';
import type { ClaimFacts, LineFacts } from '../claim-facts.ts';
import type { Warning } from '../claims.contract.ts';
import type { Forecast } from '../filing.contract.ts';
import { isJourney } from '../journey.rules.ts';

export type Missing = Forecast['missing'][number];

/** Beside which field of the form each thing that stands in the way of a price is said. */
const FIELD_OF: Readonly<Record<PricingStop['code'], string>> = {
  'not-in-policy': 'kind',
  'not-for-claimant': 'kind',
  'activity-missing': 'activityId',
  'activity-not-eligible': 'activityId',
  'not-council-led': 'activityId',
  'not-funded': 'activityId',
  'not-full-day': 'activityId',
  'lunch-provided': 'kind',
  'receipt-missing': 'receiptIds',
  'prevented-attendance-missing': 'preventedAttendance',
  'reason-missing': 'reason',
  'miles-missing': 'milesTenths',
  'hours-missing': 'minutes',
  'amount-missing': 'claimedPence',
  'children-missing': 'children',
  'override-without-receipt': 'receiptIds',
};

/** Warnings that say what the price of the line says already, beside its field. */
const SAID_BY_THE_PRICE: readonly string[] = [
  'not-in-policy',
  'not-for-claimant',
  'not-eligible-activity',
  'not-council-led',
  'not-funded',
  'not-full-day',
  'lunch-provided',
  'no-receipt',
  'no-prevented',
  'no-reason',
];

/**
 * What has to be mended before a claim can be signed, in the order of its lines; nothing, and it can be. Only open lines
 * count. `isHandedOver`: at such a screen nobody can give reasons for what staff look at, so these wait for staff.
 */
export function missingIn(
  facts: ClaimFacts,
  warnings: readonly Warning[],
  isHandedOver: boolean,
): readonly Missing[] {
  const open = facts.lines.filter(({ state }) => state === 'open');
  if (open.length === 0)
    return [{ lineId: null, field: 'lines', words: 'Enter at least one cost.' }];
  const ids = new Set<string>(open.map(({ words }) => words.id));
  return [
    ...open.flatMap(missingInLine),
    ...warnings
      .filter((warning) => warning.lineId === null || ids.has(warning.lineId))
      .filter((warning) => isInTheWay(warning, isHandedOver))
      .map((warning) => ({
        lineId: warning.lineId,
        field: 'warning',
        words: `${warning.words} ${warning.wayOn}`.trim(),
      })),
    ...missingForPayment(facts),
  ];
}

function isInTheWay(warning: Warning, isHandedOver: boolean): boolean {
  if (SAID_BY_THE_PRICE.includes(warning.code) || !holdsUpSigning(warning)) return false;
  return warning.weight === 'stops' || !isHandedOver;
}

function missingInLine({ words, priced }: LineFacts): readonly Missing[] {
  const lineId = words.id;
  const missing: Missing[] = priced.stops.map((stop) => ({
    lineId,
    field: FIELD_OF[stop.code],
    words: stop.words,
  }));
  const asks = (field: string) => missing.some((one) => one.field === field);
  if (isJourney(words.kind) && words.fromPlace === '')
    missing.push({ lineId, field: 'fromPlace', words: 'Enter where the journey began.' });
  if (isJourney(words.kind) && words.toPlace === '')
    missing.push({ lineId, field: 'toPlace', words: 'Enter where the journey went.' });
  if (words.claimedPence === 0 && priced.claimedPence === 0 && !asks('claimedPence'))
    missing.push({ lineId, field: 'claimedPence', words: 'Enter what it cost.' });
  if (words.overridePence !== null && words.overrideWhy === '')
    missing.push({ lineId, field: 'overrideWhy', words: 'Say why this amount is allowed.' });
  return missing;
}

/** Cash at the desk is paid up to so much (EXP-18). */
function missingForPayment({
  method,
  policyOn,
  receivedOn,
  lines,
}: ClaimFacts): readonly Missing[] {
  const limit = policyOn(receivedOn).general.cashLimitPence;
  const payable = addPence(...lines.map(({ priced }) => priced.payablePence ?? pence(0)));
  if (method !== 'cash' || limit === null || payable <= limit) return [];
  return [
    {
      lineId: null,
      field: 'method',
      words: `Cash is paid up to ${formatPenceShort(limit)}. Choose another way to be paid.`,
    },
  ];
}
