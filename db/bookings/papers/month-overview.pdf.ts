import { z } from 'zod';
import {
  LocalDate,
  LocalEndTime,
  LocalTime,
  minutesOfTime,
  weekdayOf,
} from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawOnOnePage, drawPaper } from '#db/shared/pdf/paper';
import { type PaperText, unbroken } from '#db/shared/pdf/text';
import {
  countOf,
  formatShortDate,
  formatTimeRange,
  joinWords,
  MONTH_NAMES,
  WEEKDAY_NAMES,
} from '#db/shared/plain-words';

/** One day of the room: the times at which it is taken, and by nobody named. */
export const MonthOverviewDay = z.object({
  date: LocalDate,
  /** Why it is closed; empty without a reason; null when it is open. */
  closed: z.string().nullable(),
  taken: z.array(z.object({ from: LocalTime, until: LocalEndTime })).readonly(),
});
export type MonthOverviewDay = z.infer<typeof MonthOverviewDay>;

/** The month of a room for the notice board, without names (DOC-06). */
export const MonthOverviewValues = z.object({
  ...PaperFrame.shape,
  facility: z.string(),
  /** Every day of the month. */
  days: z.array(MonthOverviewDay).min(28).readonly(),
});
export type MonthOverviewValues = z.infer<typeof MonthOverviewValues>;

/** One way to set the month. */
type Setting = {
  /** Every week is at least this high, in writing lines; at 0 each has what its words need. */
  readonly rowWritingLines: number;
  /** The times of a day run on, instead of one in each line. */
  readonly isRunOn: boolean;
  readonly isPortrait: boolean;
  /** Why a day is closed stands once below the grid, not in each of its cells. */
  readonly isWhyBelow: boolean;
  /** Between two bookings, so few hours are shown as taken. */
  readonly hoursJoined: number;
};

const TIGHT: Setting = {
  rowWritingLines: 0,
  isRunOn: false,
  isPortrait: false,
  isWhyBelow: false,
  hoursJoined: 0,
};
const BOTH = [false, true] as const;
/** What is tried, from airy to crowded; only the fullest of months come to the last. */
const SETTINGS: readonly Setting[] = [
  ...[2, 1.75, 1.5, 1.25].map((rowWritingLines) => ({ ...TIGHT, rowWritingLines })),
  TIGHT,
  ...[0, 1, 2, 4, 24].flatMap((hoursJoined) =>
    BOTH.flatMap((isWhyBelow) =>
      BOTH.map((isPortrait) => ({ ...TIGHT, isRunOn: true, isPortrait, isWhyBelow, hoursJoined })),
    ),
  ),
];

/** Draws the month: weeks down, weekdays across, on one page; in large print a line for each day. */
export function drawMonthOverview(fonts: PaperFonts, values: MonthOverviewValues): DrawnPaper {
  const settings = values.size === 'normal' ? SETTINGS : [TIGHT];
  return drawOnOnePage(settings, (setting) => drawMonth(fonts, values, setting));
}

function drawMonth(fonts: PaperFonts, values: MonthOverviewValues, setting: Setting): DrawnPaper {
  const isGrid = values.size === 'normal';
  const options = {
    frame: values,
    title: values.facility,
    reference: monthWords(values),
    template: 'Month overview, version 3',
    landscape: isGrid && !setting.isPortrait,
  };
  const days = values.days.map((day) => ({
    ...day,
    taken: joinedTimes(day.taken, setting.hoursJoined),
  }));
  return drawPaper(fonts, options, (paper) => {
    const weekdays = weekdaysShown(days);
    const left = isGrid ? WEEKDAY_NAMES.filter((_, i) => !weekdays.includes(i + 1)) : [];
    const closed =
      left.length === 0 ? '' : `Closed on ${joinWords(left.map((name) => `${name}s`))}. `;
    const gaps =
      setting.hoursJoined === 0
        ? ''
        : `Less than ${countOf(setting.hoursJoined, 'hour')} between two bookings is shown as taken. `;
    paper.paragraph(
      `The times shown are taken. ${gaps}${closed}Everything else is free: ask at the desk, first come, first served.`,
    );
    if (!isGrid) {
      paper.table({
        columns: [
          { heading: 'Day', share: 9, leastEms: 5.5, namesRow: true },
          { heading: 'Taken', share: 9, leastEms: 8 },
        ],
        rows: runsOfDays(days),
      });
      return;
    }
    paper.table({
      columns: weekdays.map((weekday) => ({
        heading: WEEKDAY_NAMES[weekday - 1] ?? '',
        share: 1,
      })),
      rows: weeksOf(days, weekdays, setting),
      ruled: true,
      rowWritingLines: setting.rowWritingLines,
    });
    if (setting.isWhyBelow)
      for (const line of closedLines(days, weekdays)) paper.paragraph(line, { keepWithNext: true });
  });
}

type Taken = MonthOverviewDay['taken'];

/** The times in order, those that meet or lie nearer together than `hours` as one. */
function joinedTimes(taken: Taken, hours: number): Taken {
  const joined: Taken[number][] = [];
  const start = ({ from }: Taken[number]) => minutesOfTime(from);
  for (const time of taken.toSorted((a, b) => start(a) - start(b))) {
    const last = joined.at(-1);
    const gap = last === undefined ? undefined : start(time) - minutesOfTime(last.until);
    if (last === undefined || gap === undefined || (gap > 0 && gap >= hours * 60))
      joined.push(time);
    else if (minutesOfTime(time.until) > minutesOfTime(last.until))
      joined[joined.length - 1] = { from: last.from, until: time.until };
  }
  return joined;
}

/** Why the room is closed on which days, a line for each reason. */
function closedLines(days: readonly MonthOverviewDay[], weekdays: readonly number[]): PaperText[] {
  const closed = days.filter((day) => day.closed && weekdays.includes(weekdayOf(day.date)));
  return [...Map.groupBy(closed, (day) => day.closed)].map(([why, group]): PaperText => {
    const dates = runsOf(group).map((run) => runWords(run, (day) => String(dayOfMonth(day))));
    return [{ text: `Closed on ${joinWords(dates)}: `, face: 'semibold' }, { text: `${why}` }];
  });
}

/** A row for each day; days on end that are free, or closed for one reason, share theirs. */
function runsOfDays(days: readonly MonthOverviewDay[]): PaperText[][] {
  const isLike = (a: MonthOverviewDay, b: MonthOverviewDay) =>
    a.taken.length === 0 && b.taken.length === 0 && a.closed === b.closed;
  return runsOf(days, isLike).map((run) => [
    runWords(run, (day) => formatShortDate(day.date)),
    run[0] === undefined ? '' : dayWords(run[0]),
  ]);
}

/** The days in runs without a gap, in which each is like the one before. */
function runsOf(
  days: readonly MonthOverviewDay[],
  isLike: (a: MonthOverviewDay, b: MonthOverviewDay) => boolean = () => true,
): MonthOverviewDay[][] {
  const runs: MonthOverviewDay[][] = [];
  for (const day of days) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && dayOfMonth(day) === dayOfMonth(last) + 1 && isLike(last, day))
      runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  return runs;
}

function runWords(
  run: readonly MonthOverviewDay[],
  wordsOf: (day: MonthOverviewDay) => string,
): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? wordsOf(first) : `${wordsOf(first)} to ${wordsOf(last)}`;
}

const dayOfMonth = ({ date }: MonthOverviewDay): number => Number(date.slice(8));

function monthWords({ days }: MonthOverviewValues): string {
  const first = days[0]?.date ?? '';
  return `${MONTH_NAMES[Number(first.slice(5, 7)) - 1] ?? ''} ${first.slice(0, 4)}`;
}

/** Monday is 1. A Saturday or Sunday that is closed all month leaves its room to the other days. */
function weekdaysShown(days: readonly MonthOverviewDay[]): number[] {
  const isNeeded = (weekday: number) =>
    days.some(
      (day) => weekdayOf(day.date) === weekday && (day.closed === null || day.taken.length > 0),
    );
  return WEEKDAY_NAMES.map((_, i) => i + 1).filter((weekday) => weekday < 6 || isNeeded(weekday));
}

/** Weeks with a cell for each weekday shown; days of other months are empty. */
function weeksOf(
  days: readonly MonthOverviewDay[],
  weekdays: readonly number[],
  setting: Setting,
): PaperText[][] {
  const first = days[0];
  const before = first === undefined ? 0 : weekdayOf(first.date) - 1;
  const weeks = Map.groupBy(days, (day) =>
    Math.floor((Number(day.date.slice(8)) - 1 + before) / 7),
  );
  return [...weeks.values()]
    .map((week) => weekdays.map((weekday) => week.find((day) => weekdayOf(day.date) === weekday)))
    .filter((week) => week.some((day) => day !== undefined))
    .map((week) => week.map((day) => (day === undefined ? '' : cellOf(day, setting))));
}

function cellOf(day: MonthOverviewDay, { isRunOn, isWhyBelow }: Setting): PaperText {
  const times = day.taken.map((one) => formatTimeRange(one.from, one.until));
  const lines = [
    ...(day.closed === null ? [] : [closedWords(isWhyBelow ? '' : day.closed)]),
    ...(isRunOn ? times : times.map(unbroken)),
  ];
  return [
    { text: `${dayOfMonth(day)} `, face: 'semibold' },
    { text: lines.join(isRunOn ? ', ' : '\n') },
  ];
}

function dayWords(day: MonthOverviewDay): string {
  const taken = joinWords(day.taken.map((one) => formatTimeRange(one.from, one.until)));
  if (day.closed === null) return taken === '' ? 'Free' : taken;
  return taken === '' ? closedWords(day.closed) : `${closedWords(day.closed)}; ${taken}`;
}

const closedWords = (why: string): string => (why === '' ? 'Closed' : `Closed: ${why}`);
