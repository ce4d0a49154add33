import { z } from 'zod';
import type { ActivityId } from '#db/activities/activities.contract';
import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import {
  type AgeBand,
  AgeBand as AgeBands,
  type ClaimReceiptId,
  type LineWords,
} from '#db/claims/claims.contract';
import type { Forecast } from '#db/claims/filing.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';
import { isCare } from './claim-words.ts';
import { numberOf, penceOf } from './typed-figures.ts';

/** What the policy of the line's day asks of its kind. */
export type Asks = NonNullable<Forecast['lines'][number]['asks']>;

const MILEAGE: ReadonlySet<CostKind> = new Set(['car', 'passenger', 'motorcycle', 'bicycle']);

/** What a kind is likely to ask until the policy has answered, so that the first key has a field to go to. */
export function likelyAsks(kind: CostKind): Asks {
  return {
    basis: MILEAGE.has(kind) ? 'per-mile' : 'actual',
    receipt: MILEAGE.has(kind) ? 'not-needed' : 'needed',
    prevented: kind === 'childcare',
    reason: kind === 'room-hire',
  };
}

const count = z
  .number('Enter a whole number, like 2.')
  .int('Enter a whole number, like 2.')
  .min(0)
  .max(12, 'Enter 12 or fewer.')
  .nullable();

/** A line as it is typed; figures are text until they are read. */
export const LineValues = z.object({
  amount: z.string(),
  miles: z.string(),
  hours: z.string(),
  fromPlace: Line.max(120, 'Use 120 characters or fewer.'),
  toPlace: Line.max(120, 'Use 120 characters or fewer.'),
  carer: Line.max(120, 'Use 120 characters or fewer.'),
  ages: z.record(AgeBands, count),
  prevented: z.boolean(),
  reason: Lines.max(500, 'Use 500 characters or fewer.'),
  noReceiptWhy: Line.max(300, 'Use 300 characters or fewer.'),
  activityId: z.string(),
  day: LocalDate,
  receiptIds: z.array(z.string()),
  override: z.string(),
  overrideWhy: Line.max(300, 'Use 300 characters or fewer.'),
});
export type LineValues = z.infer<typeof LineValues>;
/** The same while it is typed: a day may not be one yet. */
type TypedLine = z.input<typeof LineValues>;

/** The form of a kind: what it asks for must be there before the next line; the rest waits for the check. */
export function lineSchema(kind: CostKind, asks: Asks): z.ZodType<LineValues, TypedLine> {
  return LineValues.superRefine((values, ctx) => {
    const miss = (field: keyof LineValues, message: string): void =>
      ctx.addIssue({ code: 'custom', path: [field], message });
    if (asks.basis === 'per-mile' && !isPositive(values.miles) && values.override === '')
      miss('miles', 'Enter the number of miles, like 6 or 6.5.');
    if (asks.basis !== 'per-mile' && !isPositive(values.amount))
      miss('amount', 'Enter what it cost, like 4.80.');
    if (asks.basis === 'per-hour' && !isPositive(values.hours))
      miss('hours', 'Enter for how many hours it was, like 2.5.');
    if (kind === 'childcare' && childrenOf(values).length === 0)
      miss('ages', 'Enter how many children were looked after.');
    if (asks.reason && values.reason.trim() === '') miss('reason', 'Say why it was needed.');
  });
}

const isPositive = (figure: string): boolean => (numberOf(figure) ?? 0) > 0;

export function lineValuesOf(line: LineWords): LineValues {
  return {
    amount: textOf(line.claimedPence),
    miles: textOf(line.milesTenths),
    hours: textOf(line.minutes),
    fromPlace: line.fromPlace,
    toPlace: line.toPlace,
    carer: line.carer,
    ages: agesOf(line.children),
    prevented: line.preventedAttendance,
    reason: line.reason,
    noReceiptWhy: line.noReceiptWhy,
    activityId: line.activityId ?? '',
    day: line.day,
    receiptIds: line.receiptIds,
    override: textOf(line.overridePence),
    overrideWhy: line.overrideWhy,
  };
}

/** The line as far as what is typed can be read; what cannot be read yet is left empty. */
export function lineOf(before: LineWords, values: TypedLine, asks: Asks): LineWords {
  const byMiles = asks.basis === 'per-mile';
  return {
    ...before,
    claimedPence: byMiles ? null : (penceOf(values.amount) ?? null),
    milesTenths: byMiles ? positive(values.miles) : null,
    minutes: asks.basis === 'per-hour' || isCare(before.kind) ? positive(values.hours) : null,
    fromPlace: values.fromPlace.trim(),
    toPlace: values.toPlace.trim(),
    carer: values.carer.trim(),
    children: isCare(before.kind) ? childrenOf(values) : [],
    preventedAttendance: values.prevented,
    reason: values.reason,
    noReceiptWhy: values.receiptIds.length > 0 ? '' : values.noReceiptWhy,
    activityId: values.activityId === '' ? null : (values.activityId as ActivityId),
    day: LocalDate.safeParse(values.day).data ?? before.day,
    receiptIds: values.receiptIds as ClaimReceiptId[],
    overridePence: penceOf(values.override) ?? null,
    overrideWhy: values.overrideWhy,
  };
}

const positive = (figure: string): number | null => {
  const read = numberOf(figure) ?? 0;
  return read > 0 ? read : null;
};

function childrenOf(values: Pick<TypedLine, 'ages'>): AgeBand[] {
  return AgeBands.options.flatMap((band) => {
    const counted = values.ages[band];
    return Array.from({ length: typeof counted === 'number' ? counted : 0 }, () => band);
  });
}

const agesOf = (children: readonly AgeBand[]): LineValues['ages'] => {
  const counted = (band: AgeBand): number | null =>
    children.filter((each) => each === band).length || null;
  return {
    'under-5': counted('under-5'),
    '5-to-10': counted('5-to-10'),
    '11-to-15': counted('11-to-15'),
    '16-to-17': counted('16-to-17'),
  };
};

const textOf = (figure: number | null): string => (figure === null ? '' : String(figure));
