import type { UseRow } from './reports.contract.ts';

/** What is added up of any bookings. Minutes count once for each place held; the rest of a row follows from it. */
export type Sums = {
  readonly bookings: number;
  readonly usedMinutes: number;
  readonly outOfHoursMinutes: number;
  readonly cancelled: number;
  readonly lateCancelled: number;
  readonly noShows: number;
  readonly headcount: number;
  readonly counted: number;
};

const NOTHING: Sums = {
  bookings: 0,
  usedMinutes: 0,
  outOfHoursMinutes: 0,
  cancelled: 0,
  lateCancelled: 0,
  noShows: 0,
  headcount: 0,
  counted: 0,
};

export function addSums(all: readonly Sums[]): Sums {
  return all.reduce(
    (sum, one) => ({
      bookings: sum.bookings + one.bookings,
      usedMinutes: sum.usedMinutes + one.usedMinutes,
      outOfHoursMinutes: sum.outOfHoursMinutes + one.outOfHoursMinutes,
      cancelled: sum.cancelled + one.cancelled,
      lateCancelled: sum.lateCancelled + one.lateCancelled,
      noShows: sum.noShows + one.noShows,
      headcount: sum.headcount + one.headcount,
      counted: sum.counted + one.counted,
    }),
    NOTHING,
  );
}

/** The sums of all that share a key. */
export function sumsByKey<S extends Sums>(
  all: readonly S[],
  keyOf: (one: S) => string,
): ReadonlyMap<string, Sums> {
  const byKey = new Map<string, S[]>();
  for (const one of all) {
    const key = keyOf(one);
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, [one]);
    else there.push(one);
  }
  return new Map([...byKey].map(([key, some]) => [key, addSums(some)]));
}

/** A row of the report. What was not out of hours was in hours. */
export function useRow(
  about: { readonly key: string; readonly words: string; readonly openMinutes: number | null },
  sums: Sums = NOTHING,
): UseRow {
  return {
    ...about,
    ...NOTHING,
    ...sumsOnly(sums),
    inHoursMinutes: sums.usedMinutes - sums.outOfHoursMinutes,
  };
}

const sumsOnly = (sums: Sums): Sums => addSums([sums]);

/** '62%' of the hours open were used; empty where nobody entered hours. */
export function shareWords(row: Pick<UseRow, 'usedMinutes' | 'openMinutes'>): string {
  if (row.openMinutes === null || row.openMinutes === 0) return '';
  return `${Math.round((row.usedMinutes * 100) / row.openMinutes)}%`;
}

/** Hours as a figure of a table, to the tenth: '12', '1,200.5'. */
export function hoursWords(minutes: number): string {
  const tenths = Math.round(minutes / 6);
  const whole = String(Math.trunc(tenths / 10)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
}
