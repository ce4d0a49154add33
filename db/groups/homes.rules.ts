import { foldForSearch } from '#db/shared/fold';
import { compareText, type LocalDate } from '#db/shared/local-date';
import type { Homes, HomesDetails } from './group-record.contract.ts';

/** Whose homes they are, however it was typed. */
export const sameLandlord = (a: string, b: string): boolean =>
  foldForSearch(a) === foldForSearch(b);

/** The count of each landlord that is in force on a day: the latest as-at date not after it (GRP-11). Rows come in the order in which they were entered. */
export function homesInForce<H extends HomesDetails>(
  rows: readonly H[],
  on: LocalDate,
): readonly H[] {
  const latest = new Map<string, H>();
  for (const row of rows) {
    if (row.asAt > on) continue;
    const key = foldForSearch(row.landlord);
    const before = latest.get(key);
    if (before === undefined || row.asAt >= before.asAt) latest.set(key, row);
  }
  return [...latest.values()].toSorted(
    (a, b) =>
      Number(b.isCouncil) - Number(a.isCouncil) ||
      compareText(foldForSearch(a.landlord), foldForSearch(b.landlord)),
  );
}

/** The homes a group covers on a day, all landlords together, and the council's own apart (GRP-11, GRP-12). */
export type HomesCount = {
  readonly properties: number;
  readonly tenancies: number;
  readonly councilProperties: number;
  readonly councilTenancies: number;
  /** The oldest of the as-at dates counted; null when nothing is counted. */
  readonly asAt: LocalDate | null;
};

export function countInForce(rows: readonly HomesDetails[], on: LocalDate): HomesCount {
  const inForce = homesInForce(rows, on);
  const council = inForce.filter((row) => row.isCouncil);
  const sum = (of: readonly HomesDetails[], count: (row: HomesDetails) => number | null) =>
    of.reduce((total, row) => total + (count(row) ?? 0), 0);
  return {
    properties: sum(inForce, (row) => row.properties),
    tenancies: sum(inForce, (row) => row.tenancies),
    councilProperties: sum(council, (row) => row.properties),
    councilTenancies: sum(council, (row) => row.tenancies),
    asAt: inForce.map((row) => row.asAt).toSorted(compareText)[0] ?? null,
  };
}

/**
 * The two counts that a change of landlord leaves: none of the old landlord's any more, and the same homes with the
 * new one, beside those it had already. Undefined when the old landlord has no homes here on that day. Nothing else
 * of a group changes (GRP-25).
 */
export function afterLandlordChange(
  rows: readonly Homes[],
  change: {
    readonly fromLandlord: string;
    readonly toLandlord: string;
    readonly isCouncil: boolean;
    readonly on: LocalDate;
    readonly source: string;
  },
): readonly [HomesDetails, HomesDetails] | undefined {
  const inForce = homesInForce(rows, change.on);
  const old = inForce.find((row) => sameLandlord(row.landlord, change.fromLandlord));
  if (old === undefined || ((old.properties ?? 0) === 0 && (old.tenancies ?? 0) === 0))
    return undefined;
  const there = inForce.find((row) => sameLandlord(row.landlord, change.toLandlord));
  const { id: _, ...gone } = old;
  return [
    {
      ...gone,
      properties: old.properties === null ? null : 0,
      tenancies: old.tenancies === null ? null : 0,
      asAt: change.on,
      source: change.source,
    },
    {
      landlord: there?.landlord ?? change.toLandlord,
      isCouncil: change.isCouncil,
      properties: addCounts(there?.properties, old.properties),
      tenancies: addCounts(there?.tenancies, old.tenancies),
      asAt: change.on,
      source: change.source,
    },
  ];
}

const addCounts = (a: number | null | undefined, b: number | null): number | null =>
  (a ?? null) === null && b === null ? null : (a ?? 0) + (b ?? 0);
