import type { HoursSpan, WeekHours } from '#db/settings/settings.contract';
import {
  compareText,
  type LocalEndTime,
  type LocalTime,
  type Weekday,
} from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { parseTypedEndTime, parseTypedTime } from '#db/shared/typed-time';

export const WEEKDAY_NAMES: readonly { readonly weekday: Weekday; readonly name: string }[] = [
  { weekday: 1, name: 'Monday' },
  { weekday: 2, name: 'Tuesday' },
  { weekday: 3, name: 'Wednesday' },
  { weekday: 4, name: 'Thursday' },
  { weekday: 5, name: 'Friday' },
  { weekday: 6, name: 'Saturday' },
  { weekday: 7, name: 'Sunday' },
];

/** One stretch of opening as it was typed; `key` only keeps rows apart while they are edited. */
export type SpanDraft = { readonly key: number; readonly from: string; readonly until: string };

/**
 * A week of hours while somebody types it. `isKnown` false stands for null: nobody has said.
 * A day without spans is closed.
 */
export type WeekHoursDraft = {
  readonly isKnown: boolean;
  readonly days: Readonly<Record<Weekday, readonly SpanDraft[]>>;
};

/** What is wrong with one day, in words, and at which box. */
export type HoursProblem = {
  readonly weekday: Weekday;
  readonly key: number | undefined;
  readonly message: string;
};

/** A bare 7 as the opening time of a building means the morning; a bare 2 still means the afternoon. */
const EARLIEST_USUAL_OPENING = '06:00' as LocalTime;

const NO_SPANS: WeekHoursDraft['days'] = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

/** Hours as boxes to type in, times written the way people read them. */
export function draftOfWeekHours(hours: WeekHours | null): WeekHoursDraft {
  if (hours === null) return { isKnown: false, days: NO_SPANS };
  const days = { ...NO_SPANS };
  const inOrder = hours.toSorted((a, b) => compareText(a.opensAt, b.opensAt));
  for (const span of inOrder) {
    const key = days[span.weekday].length;
    days[span.weekday] = [
      ...days[span.weekday],
      { key, from: formatTime(span.opensAt), until: formatTime(span.closesAt) },
    ];
  }
  return { isKnown: true, days };
}

/** The week that was typed, or what is wrong with it; `hours` is undefined while something is wrong. */
export function readWeekHours(draft: WeekHoursDraft): {
  readonly hours: WeekHours | null | undefined;
  readonly problems: readonly HoursProblem[];
} {
  if (!draft.isKnown) return { hours: null, problems: [] };
  const hours: HoursSpan[] = [];
  const problems: HoursProblem[] = [];
  for (const { weekday, name } of WEEKDAY_NAMES) {
    let closedUntil: LocalEndTime | undefined;
    for (const typed of draft.days[weekday]) {
      const span = readSpan(typed);
      const message =
        typeof span === 'string'
          ? `${name}: ${span}`
          : closedUntil !== undefined && span.opensAt <= closedUntil
            ? `${name}: the second opening must start after ${formatTime(closedUntil)}. Enter a later time, or make one opening of both.`
            : undefined;
      if (message !== undefined) problems.push({ weekday, key: typed.key, message });
      if (typeof span === 'string') continue;
      closedUntil = span.closesAt;
      hours.push({ weekday, ...span });
    }
  }
  if (problems.length === 0 && hours.length === 0) {
    problems.push({
      weekday: 1,
      key: undefined,
      message: 'Enter the hours of at least one day, or say that they are not known yet.',
    });
  }
  return { hours: problems.length === 0 ? hours : undefined, problems };
}

/** The two times of one row, or what to do about them. */
export function readSpan(typed: SpanDraft): Omit<HoursSpan, 'weekday'> | string {
  const opensAt = parseTypedTime(typed.from, { opensAt: EARLIEST_USUAL_OPENING });
  if (opensAt === undefined) return 'enter the time it opens, like 9am.';
  const closesAt = parseTypedEndTime(typed.until, opensAt);
  if (closesAt === undefined) return `enter the time it closes, later than ${formatTime(opensAt)}.`;
  return { opensAt, closesAt };
}

/** A day with one more row to type in; the first one comes filled with usual hours. */
export function withSpanAdded(draft: WeekHoursDraft, weekday: Weekday): WeekHoursDraft {
  const spans = draft.days[weekday];
  const key = Math.max(-1, ...spans.map((span) => span.key)) + 1;
  const added =
    spans.length === 0 ? { key, from: '9am', until: '5pm' } : { key, from: '', until: '' };
  return withDay(draft, weekday, [...spans, added]);
}

/** A day with other rows. */
export function withDay(
  draft: WeekHoursDraft,
  weekday: Weekday,
  spans: readonly SpanDraft[],
): WeekHoursDraft {
  return { ...draft, days: { ...draft.days, [weekday]: spans } };
}

/** Monday's rows on Tuesday to Friday as well. */
export function withMondayOnWeekdays(draft: WeekHoursDraft): WeekHoursDraft {
  const monday = draft.days[1];
  return { ...draft, days: { ...draft.days, 2: monday, 3: monday, 4: monday, 5: monday } };
}
