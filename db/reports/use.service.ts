import { setImmediate as theOthersTurn } from 'node:timers/promises';
import { readOpening } from '#db/calendar/opening.service';
import { PURPOSE_WORDS, type Purpose } from '#db/bookings/bookings.contract';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import { countPeopleAndMemberships } from '#db/officers/officers.rules';
import type { Ctx } from '#db/shared/ctx';
import {
  addDays,
  compareText,
  dateOf,
  lastDayOfMonth,
  type LocalDate,
  type LocalDateTime,
  localDateTimeOf,
  minutesBetween,
} from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';
import type { UseReport, UseRow } from './reports.contract.ts';
import { reportErrors } from './reports.errors.ts';
import * as figures from './reports.repository.ts';
import { newTally, type Sums, useRow } from './use.rules.ts';

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

/** The parts of a period that lie in one month each. */
export function monthsIn({ from, until }: Pick<Period, 'from' | 'until'>): readonly {
  readonly from: LocalDate;
  readonly until: LocalDate;
}[] {
  const months = [];
  for (let start = from; start <= until; ) {
    const last = lastDayOfMonth(start);
    months.push({ from: start, until: last < until ? last : until });
    start = addDays(last, 1);
  }
  return months;
}

/**
 * Hours used over hours open. Used is the time of use, without set-up and clear-down, of confirmed bookings that began
 * by now and were not entered as no-shows; of places held one by one each counts. Open is what the calendar leaves of
 * each room's hours until now, times its places. It reads month by month, so that nobody else waits for a whole year.
 */
export async function useReport(ctx: Ctx, period: Period): Promise<UseReport> {
  checkPeriod(period);
  const now = localDateTimeOf(ctx.now());
  const tally = newTally(now);
  for (const month of monthsIn(period)) {
    const lines = await figures.listUseLines(ctx, { ...month, facilityId: period.facilityId });
    for (const line of lines) tally.add(line);
    await theOthersTurn();
  }
  const facilities = (await listFacilities(ctx)).filter((facility) =>
    period.facilityId === null
      ? tally.byRoom.has(facility.id) || (facility.isActive && facility.isBookable)
      : facility.id === period.facilityId,
  );
  const open = await openMinutes(ctx, facilities, { ...period, now });
  const groupNames = await figures.listGroupNames(ctx);
  return {
    from: period.from,
    until: period.until,
    total: useRow({ key: 'all', words: 'All rooms', openMinutes: open.total }, tally.total),
    byRoom: facilities.map((facility) =>
      useRow(
        {
          key: facility.id,
          words: facility.name,
          openMinutes: open.byRoom.get(facility.id) ?? null,
        },
        tally.byRoom.get(facility.id),
      ),
    ),
    byGroup: rowsBy(tally.byGroup, (key) => groupNames.get(key) ?? 'People for themselves'),
    byPurpose: rowsBy(tally.byPurpose, (key) => PURPOSE_WORDS[key as Purpose]),
    byMonth: monthsIn(period).map(({ from }) => {
      const month = from.slice(0, 7);
      return useRow(
        {
          key: month,
          words: monthWords(month),
          openMinutes: open.total === null ? null : (open.byMonth.get(month) ?? 0),
        },
        tally.byMonth.get(month),
      );
    }),
    walkIns: await figures.sumWalkIns(ctx, period),
    users: countPeopleAndMemberships([
      ...tally.acted.values(),
      ...(await figures.listWhoWalkedIn(ctx, period)),
    ]),
  };
}

const rowsBy = (sums: ReadonlyMap<string, Sums>, wordsOf: (key: string) => string): UseRow[] =>
  mostUsedFirst(
    [...sums].map(([key, one]) => useRow({ key, words: wordsOf(key), openMinutes: null }, one)),
  );

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
  asked: Period & { readonly now: LocalDateTime },
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

const monthWords = (month: string): string =>
  `${MONTH_NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
