import { readOpening } from '#db/calendar/opening.service';
import { PURPOSE_WORDS, type Purpose } from '#db/bookings/bookings.contract';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Ctx } from '#db/shared/ctx';
import {
  addDays,
  addMonths,
  compareText,
  dateOf,
  type LocalDate,
  type LocalDateTime,
  localDateTimeOf,
  minutesBetween,
  startOfMonth,
} from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';
import type { UseReport, UseRow } from './reports.contract.ts';
import { reportErrors } from './reports.errors.ts';
import * as figures from './reports.repository.ts';
import { addSums, type Sums, sumsByKey, useRow } from './use.rules.ts';

export type Period = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
};

/** Longest period of one report: more years in one table say less than one table for each. */
const MOST_DAYS = 10 * 366;

export function checkPeriod({ from, until }: Period): void {
  if (until < from) throw reportErrors.error('report.ends-before-it-starts', {});
  if (addDays(from, MOST_DAYS) < until) throw reportErrors.error('report.too-long', {});
}

/**
 * Hours used over hours open. Used is the time of use, without set-up and clear-down, of confirmed bookings that began
 * by now and were not entered as no-shows; of places held one by one each counts. Open is what the calendar leaves of
 * each room's hours until now, times its places.
 */
export async function useReport(ctx: Ctx, period: Period): Promise<UseReport> {
  checkPeriod(period);
  const now = localDateTimeOf(ctx.now());
  const asked = { ...period, now };
  const cells = await figures.sumByRoomPurposeMonth(ctx, asked);
  const byRoom = sumsByKey(cells, (cell) => cell.facilityId);
  const facilities = (await listFacilities(ctx)).filter((facility) =>
    period.facilityId === null
      ? byRoom.has(facility.id) || (facility.isActive && facility.isBookable)
      : facility.id === period.facilityId,
  );
  const open = await openMinutes(ctx, facilities, asked);
  const byMonth = sumsByKey(cells, (cell) => cell.month);
  const byPurpose = sumsByKey(cells, (cell) => cell.purpose);
  return {
    from: period.from,
    until: period.until,
    total: useRow({ key: 'all', words: 'All rooms', openMinutes: open.total }, addSums(cells)),
    byRoom: facilities.map((facility) =>
      useRow(
        {
          key: facility.id,
          words: facility.name,
          openMinutes: open.byRoom.get(facility.id) ?? null,
        },
        byRoom.get(facility.id),
      ),
    ),
    byGroup: await groupRows(ctx, asked),
    byPurpose: mostUsedFirst(
      [...byPurpose].map(([key, sums]) =>
        useRow({ key, words: PURPOSE_WORDS[key as Purpose], openMinutes: null }, sums),
      ),
    ),
    byMonth: monthsOf(period).map((month) =>
      useRow(
        {
          key: month,
          words: monthWords(month),
          openMinutes: open.total === null ? null : (open.byMonth.get(month) ?? 0),
        },
        byMonth.get(month),
      ),
    ),
    walkIns: await figures.sumWalkIns(ctx, period),
  };
}

/** All who booked for themselves stand on one line: a report on groups names no person. */
async function groupRows(ctx: Ctx, asked: figures.Asked): Promise<UseRow[]> {
  const groups = await figures.sumByGroup(ctx, asked);
  return mostUsedFirst(
    groups.map((row: Sums & { readonly groupId: string | null; readonly name: string | null }) =>
      useRow(
        {
          key: row.groupId ?? 'people',
          words: row.name ?? 'People for themselves',
          openMinutes: null,
        },
        row,
      ),
    ),
  );
}

const mostUsedFirst = (rows: readonly UseRow[]): UseRow[] =>
  rows.toSorted((a, b) => b.usedMinutes - a.usedMinutes || compareText(a.words, b.words));

type OpenMinutes = {
  /** Null for a room whose hours nobody entered. */
  readonly byRoom: ReadonlyMap<FacilityId, number | null>;
  readonly byMonth: ReadonlyMap<string, number>;
  readonly total: number | null;
};

/** Minutes open, until now, of each room and in each month. Rooms without hours count in neither. */
async function openMinutes(
  ctx: Ctx,
  facilities: readonly Facility[],
  asked: figures.Asked,
): Promise<OpenMinutes> {
  const last = dateOf(asked.now) < asked.until ? dateOf(asked.now) : asked.until;
  const opening = await readOpening(ctx, asked.from, last);
  const byRoom = new Map<FacilityId, number | null>();
  const byMonth = new Map<string, number>();
  for (const facility of facilities.filter((one) => one.hours !== null)) {
    let sum = 0;
    for (let date = asked.from; date <= last; date = addDays(date, 1)) {
      const minutes = minutesUntil(opening.openOn(facility, date).spans ?? [], asked.now);
      if (minutes === 0) continue;
      const month = date.slice(0, 7);
      sum += minutes * facility.units;
      byMonth.set(month, (byMonth.get(month) ?? 0) + minutes * facility.units);
    }
    byRoom.set(facility.id, sum);
  }
  const known = [...byRoom.values()].flatMap((minutes) => minutes ?? []);
  return {
    byRoom,
    byMonth,
    total: known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0),
  };
}

function minutesUntil(
  spans: readonly { readonly from: LocalDateTime; readonly until: LocalDateTime }[],
  now: LocalDateTime,
): number {
  return spans.reduce((sum, { from, until }) => {
    const end = until < now ? until : now;
    return end > from ? sum + minutesBetween(from, end) : sum;
  }, 0);
}

/** '2027-06' and so on, every month that the period touches. */
function monthsOf({ from, until }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = startOfMonth(from); month <= until; month = addMonths(month, 1))
    months.push(month.slice(0, 7));
  return months;
}

const monthWords = (month: string): string =>
  `${MONTH_NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
