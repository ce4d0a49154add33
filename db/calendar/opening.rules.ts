// [browser-safe]
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';
import {
  atTime,
  type LocalDate,
  type LocalTime,
  minutesOfTime,
  timeOfMinutes,
  type Weekday,
  weekdayOf,
} from '#db/shared/local-date';
import { findBankHoliday } from './bank-holidays.rules.ts';
import type { ClosureDetails, OpenDay } from './calendar.contract.ts';

/** Minutes since midnight of one day; `until` itself is no longer part of it. */
type Stretch = { readonly from: number; readonly until: number };

const WHOLE_DAY: Stretch = { from: 0, until: 1440 };

/**
 * A closure as it is laid over the week. One room closed closes what it is joined to as well: the hall of which it is
 * a half, the halves of which it is made.
 */
export type ClosureInForce = ClosureDetails & { readonly alsoCloses?: readonly FacilityId[] };

/** As much of a facility as its opening depends on. */
export type WithHours = { readonly id: FacilityId; readonly hours: WeekHours | null };

/**
 * When a facility is open on a day. Its week comes first; a bank holiday closes the whole centre; then each closure and
 * extra open day is laid over that in the order in which they were entered, so that the later word counts. An extra
 * open day without times has the facility's own hours of that weekday.
 */
export function openSpans(
  facility: WithHours,
  date: LocalDate,
  closures: readonly ClosureInForce[],
): OpenDay {
  const usual =
    facility.hours === null ? [WHOLE_DAY] : stretchesOn(facility.hours, weekdayOf(date));
  const { open, why } = afterSpecialDays(
    usual,
    date,
    closures.filter((one) => concerns(one, facility.id)),
    // An extra open day is open at the times it gives, whatever the week says.
    (opened) => [opened],
  );
  const isUnsaid = facility.hours === null && open.length === 1 && isSame(open[0], WHOLE_DAY);
  return {
    facilityId: facility.id,
    date,
    spans: isUnsaid
      ? null
      : open.map(({ from, until }) => ({
          from: atTime(date, timeOfMinutes(from)),
          until: atTime(date, timeOfMinutes(until)),
        })),
    why,
  };
}

/**
 * The office hours of the unit on a day, as spans of that weekday (BOOK-04): none on a bank holiday or a day on which
 * the whole centre is closed. An extra open day brings the weekday's own office hours back, as far as it reaches; it
 * makes none where the week has none, because nobody has said that the desk is staffed.
 */
export function officeSpans(
  officeHours: WeekHours,
  date: LocalDate,
  closures: readonly ClosureDetails[],
): WeekHours {
  const weekday = weekdayOf(date);
  const usual = stretchesOn(officeHours, weekday);
  const { open } = afterSpecialDays(
    usual,
    date,
    closures.filter((one) => one.facilityId === null),
    (opened) => usual.flatMap((one) => within(one, opened)),
  );
  return open.map(({ from, until }) => ({
    weekday,
    // A stretch starts before it ends, so it never starts at 24:00.
    opensAt: timeOfMinutes(from) as LocalTime,
    closesAt: timeOfMinutes(until),
  }));
}

function afterSpecialDays(
  usual: readonly Stretch[],
  date: LocalDate,
  closures: readonly ClosureDetails[],
  whenOpened: (opened: Stretch) => readonly Stretch[],
): { readonly open: readonly Stretch[]; readonly why: string } {
  const holiday = findBankHoliday(date);
  const reasons = holiday === undefined ? [] : [holiday.name];
  let open = holiday === undefined ? usual : [];
  for (const one of closures) {
    if (!coversDay(one, date)) continue;
    reasons.push(one.name);
    const stretch = stretchOf(one);
    if (one.effect === 'closed') open = open.flatMap((span) => without(span, stretch));
    else open = joined([...open, ...(isWholeDay(one) ? usual : whenOpened(stretch))]);
  }
  return { open, why: [...new Set(reasons)].join('; ') };
}

function concerns(closure: ClosureInForce, id: FacilityId): boolean {
  if (closure.facilityId === null || closure.facilityId === id) return true;
  return closure.effect === 'closed' && (closure.alsoCloses ?? []).includes(id);
}

export function coversDay(
  closure: Pick<ClosureDetails, 'firstDate' | 'lastDate'>,
  date: LocalDate,
): boolean {
  return closure.firstDate <= date && date <= closure.lastDate;
}

const isWholeDay = (closure: Pick<ClosureDetails, 'from' | 'until'>): boolean =>
  closure.from === null || closure.until === null;

function stretchOf({ from, until }: Pick<ClosureDetails, 'from' | 'until'>): Stretch {
  return from === null || until === null
    ? WHOLE_DAY
    : { from: minutesOfTime(from), until: minutesOfTime(until) };
}

function stretchesOn(hours: WeekHours, weekday: Weekday): readonly Stretch[] {
  return hours
    .filter((span) => span.weekday === weekday)
    .map((span) => ({ from: minutesOfTime(span.opensAt), until: minutesOfTime(span.closesAt) }));
}

const isSame = (a: Stretch | undefined, b: Stretch): boolean =>
  a !== undefined && a.from === b.from && a.until === b.until;

function without(span: Stretch, cut: Stretch): readonly Stretch[] {
  return [
    { from: span.from, until: Math.min(span.until, cut.from) },
    { from: Math.max(span.from, cut.until), until: span.until },
  ].filter(({ from, until }) => from < until);
}

function within(span: Stretch, limit: Stretch): readonly Stretch[] {
  const both = {
    from: Math.max(span.from, limit.from),
    until: Math.min(span.until, limit.until),
  };
  return both.from < both.until ? [both] : [];
}

/** The same time in as few stretches as it takes, in order; those that touch become one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || next.from > last.until) result.push(next);
    else result.splice(-1, 1, { from: last.from, until: Math.max(last.until, next.until) });
  }
  return result;
}
