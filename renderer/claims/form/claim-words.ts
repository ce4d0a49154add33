import type { Activity, ActivityId } from '#db/activities/activities.contract';
import { COST_KIND_WORDS, type CostKind } from '#db/claim-policy/claim-policy.contract';
import type {
  Claim,
  ClaimLineId,
  ClaimReceipt,
  ClaimReceiptId,
  ClaimWords,
  LineWords,
} from '#db/claims/claims.contract';
import { wordsOfClaim } from '#db/claims/claim-words.rules';
import type { claimsContract } from '#db/claims/claims-api.contract';
import { isJourney } from '#db/claims/journey.rules';
import type { OutputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import { milesWords } from './typed-figures.ts';

/** The claim as the form changes it. */
export const wordsOf = (claim: Claim): ClaimWords => wordsOfClaim(claim, claim.lines);

export const isCare = (kind: CostKind): boolean =>
  kind === 'childcare' || kind === 'dependant-care';

/** The rest of what a new line begins with; ids are made up by the page. */
type LineStart = {
  readonly id: ClaimLineId;
  readonly kind: CostKind;
  readonly activity: Pick<Activity, 'id' | 'on' | 'venueWords'> | undefined;
  readonly today: LocalDate;
  readonly receiptIds: readonly ClaimReceiptId[];
};

/** A line as it begins: on the day of its activity, and for a journey from home to where that was. */
export function newLine(start: LineStart): LineWords {
  const travels = isJourney(start.kind);
  return {
    id: start.id,
    kind: start.kind,
    activityId: start.activity?.id ?? null,
    day: start.activity?.on ?? start.today,
    fromPlace: travels ? 'Home' : '',
    toPlace: travels ? (start.activity?.venueWords ?? '') : '',
    milesTenths: null,
    minutes: null,
    children: [],
    carer: '',
    claimedPence: null,
    reason: '',
    noReceiptWhy: '',
    preventedAttendance: false,
    overridePence: null,
    overrideWhy: '',
    receiptIds: [...start.receiptIds],
  };
}

/** A line of another kind keeps its day, its meeting and its receipts, and the amount where both have one. */
export function rekind(
  line: LineWords,
  kind: CostKind,
  activity: LineStart['activity'],
): LineWords {
  const fresh = newLine({
    id: line.id,
    kind,
    activity,
    today: line.day,
    receiptIds: line.receiptIds,
  });
  return {
    ...fresh,
    activityId: line.activityId,
    day: line.day,
    claimedPence: line.claimedPence,
    milesTenths: line.milesTenths,
    noReceiptWhy: line.noReceiptWhy,
  };
}

/** The line takes the place of the one of its id, or stands last when it is new. */
export function withLine(words: ClaimWords, line: LineWords): ClaimWords {
  const isThere = words.lines.some(({ id }) => id === line.id);
  return {
    ...words,
    lines: isThere
      ? words.lines.map((each) => (each.id === line.id ? line : each))
      : [...words.lines, line],
  };
}

export function withoutLine(words: ClaimWords, id: ClaimLineId): ClaimWords {
  return { ...words, lines: words.lines.filter((line) => line.id !== id) };
}

/** Receipts that belong to no line yet, in the order in which they were taken in. */
export function waitingReceipts(
  claim: Pick<Claim, 'receipts'>,
  words: Pick<ClaimWords, 'lines'>,
): readonly ClaimReceipt[] {
  const laid = new Set(words.lines.flatMap((line) => line.receiptIds));
  return receiptsOf(claim).filter(({ id }) => !laid.has(id));
}

/** Receipts of costs, without signed papers. */
export const receiptsOf = (claim: Pick<Claim, 'receipts'>): readonly ClaimReceipt[] =>
  claim.receipts.filter(({ kind }) => kind === 'receipt');

/** 'Receipt 2', by the order in which they were taken in. */
export function receiptWords(claim: Pick<Claim, 'receipts'>, id: ClaimReceiptId): string {
  return `Receipt ${receiptsOf(claim).findIndex((receipt) => receipt.id === id) + 1}`;
}

/** A line in a few words: 'Car, Home to Town Hall, 6.5 miles'. */
export function lineTitle(
  line: Pick<LineWords, 'kind' | 'fromPlace' | 'toPlace' | 'milesTenths'>,
): string {
  return [
    COST_KIND_WORDS[line.kind],
    journeyWords(line),
    line.milesTenths === null ? '' : milesWords(line.milesTenths),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function journeyWords({ fromPlace, toPlace }: Pick<LineWords, 'fromPlace' | 'toPlace'>): string {
  if (fromPlace === '') return toPlace === '' ? '' : `to ${toPlace}`;
  return toPlace === '' ? `from ${fromPlace}` : `${fromPlace} to ${toPlace}`;
}

/** The activity that the lines are for, where the page was not told: that of the last line. */
export function activityOfLines(words: Pick<ClaimWords, 'lines'>): ActivityId | null {
  return words.lines.at(-1)?.activityId ?? null;
}

type Journey = OutputOf<(typeof claimsContract)['choices']>['lastJourneys'][number];

/** The last journey of the claimant that is not on this very claim; undefined where there is none. */
export function journeyBefore(
  choices: { readonly lastJourneys: readonly Journey[] } | undefined,
  words: Pick<ClaimWords, 'lines'>,
): Journey | undefined {
  const here = new Set(words.lines.map(journeyKey));
  return choices?.lastJourneys.find((journey) => !here.has(journeyKey(journey)));
}

const journeyKey = (journey: Pick<LineWords, 'kind' | 'fromPlace' | 'toPlace'>): string =>
  `${journey.kind} ${journey.fromPlace} ${journey.toPlace}`.toLowerCase();
