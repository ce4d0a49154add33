import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime, weekdayOf } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { type PaperText, unbroken } from '#db/shared/pdf/text';
import {
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

/** One way to set the grid. */
type Setting = {
  /** Every week is at least this high, in writing lines; at 0 each has what its words need. */
  readonly rowWritingLines: number;
  /** The times of a day run on, instead of one in each line. */
  readonly isRunOn: boolean;
  readonly isPortrait?: boolean;
};

const TIGHT: Setting = { rowWritingLines: 0, isRunOn: false };
/** What is tried, from airy to crowded. */
const SETTINGS: readonly Setting[] = [
  ...[2, 1.75, 1.5, 1.25].map((rowWritingLines) => ({ rowWritingLines, isRunOn: false })),
  TIGHT,
  { rowWritingLines: 0, isRunOn: true },
  { rowWritingLines: 0, isRunOn: true, isPortrait: true },
];

/** Draws the month: weeks down, weekdays across; in large print a line for each day. */
export function drawMonthOverview(fonts: PaperFonts, values: MonthOverviewValues): DrawnPaper {
  if (values.size === 'normal') {
    // It hangs on a notice board: as airy as one page lets it be.
    for (const setting of SETTINGS) {
      const drawn = drawMonth(fonts, values, setting);
      if (drawn.pages === 1) return drawn;
    }
  }
  return drawMonth(fonts, values, TIGHT);
}

function drawMonth(
  fonts: PaperFonts,
  values: MonthOverviewValues,
  { rowWritingLines, isRunOn, isPortrait = false }: Setting,
): DrawnPaper {
  const isGrid = values.size === 'normal';
  const options = {
    frame: values,
    title: values.facility,
    reference: monthWords(values),
    template: 'Month overview, version 2',
    landscape: isGrid && !isPortrait,
  };
  return drawPaper(fonts, options, (paper) => {
    const weekdays = weekdaysShown(values.days);
    const left = isGrid ? WEEKDAY_NAMES.filter((_, i) => !weekdays.includes(i + 1)) : [];
    const closed =
      left.length === 0 ? '' : `Closed on ${joinWords(left.map((name) => `${name}s`))}. `;
    paper.paragraph(
      `The times shown are taken. ${closed}Everything else is free: ask at the desk, first come, first served.`,
    );
    if (isGrid)
      paper.table({
        columns: weekdays.map((weekday) => ({
          heading: WEEKDAY_NAMES[weekday - 1] ?? '',
          share: 1,
        })),
        rows: weeksOf(values.days, weekdays, isRunOn),
        ruled: true,
        rowWritingLines,
      });
    else
      paper.table({
        columns: [
          { heading: 'Day', share: 4, leastEms: 5.5, namesRow: true },
          { heading: 'Taken', share: 9, leastEms: 8 },
        ],
        rows: values.days.map((day) => [formatShortDate(day.date), dayWords(day)]),
      });
  });
}

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
  isRunOn: boolean,
): PaperText[][] {
  const first = days[0];
  const before = first === undefined ? 0 : weekdayOf(first.date) - 1;
  const weeks = Map.groupBy(days, (day) =>
    Math.floor((Number(day.date.slice(8)) - 1 + before) / 7),
  );
  return [...weeks.values()]
    .map((week) => weekdays.map((weekday) => week.find((day) => weekdayOf(day.date) === weekday)))
    .filter((week) => week.some((day) => day !== undefined))
    .map((week) => week.map((day) => (day === undefined ? '' : cellOf(day, isRunOn))));
}

function cellOf(day: MonthOverviewDay, isRunOn: boolean): PaperText {
  const times = day.taken.map((one) => formatTimeRange(one.from, one.until));
  const lines = [
    ...(day.closed === null ? [] : [closedWords(day.closed)]),
    ...(isRunOn ? times : times.map(unbroken)),
  ];
  return [
    { text: `${Number(day.date.slice(8))} `, face: 'semibold' },
    { text: lines.join(isRunOn ? ', ' : '\n') },
  ];
}

function dayWords(day: MonthOverviewDay): string {
  const taken = joinWords(day.taken.map((one) => formatTimeRange(one.from, one.until)));
  if (day.closed === null) return taken === '' ? 'Free' : taken;
  return taken === '' ? closedWords(day.closed) : `${closedWords(day.closed)}; ${taken}`;
}

const closedWords = (why: string): string => (why === '' ? 'Closed' : `Closed: ${why}`);
