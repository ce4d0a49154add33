import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime, weekdayOf } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperText } from '#db/shared/pdf/text';
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

/** Draws the month: weeks down, Monday to Sunday across; in large print a line for each day. */
export function drawMonthOverview(fonts: PaperFonts, values: MonthOverviewValues): DrawnPaper {
  const isGrid = values.size === 'normal';
  const options = {
    frame: values,
    title: values.facility,
    reference: monthWords(values),
    template: 'Month overview, version 1',
    landscape: isGrid,
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      'The times shown are taken. Everything else is free: ask at the desk, first come, first served.',
    );
    if (isGrid)
      paper.table({
        columns: WEEKDAY_NAMES.map((heading) => ({ heading, share: 1 })),
        rows: weeksOf(values.days),
        ruled: true,
        rowWritingLines: 2,
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

/** Weeks of seven cells; days of other months are empty. */
function weeksOf(days: readonly MonthOverviewDay[]): PaperText[][] {
  const first = days[0];
  const before = first === undefined ? 0 : weekdayOf(first.date) - 1;
  const cells: PaperText[] = [...Array.from({ length: before }, () => ''), ...days.map(cellOf)];
  while (cells.length % 7 !== 0) cells.push('');
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

function cellOf(day: MonthOverviewDay): PaperText {
  const lines = [
    ...(day.closed === null ? [] : [closedWords(day.closed)]),
    ...day.taken.map((one) => formatTimeRange(one.from, one.until)),
  ];
  return [
    { text: String(Number(day.date.slice(8))), face: 'semibold' },
    { text: lines.map((line) => `\n${line}`).join('') },
  ];
}

function dayWords(day: MonthOverviewDay): string {
  const taken = joinWords(day.taken.map((one) => formatTimeRange(one.from, one.until)));
  if (day.closed === null) return taken === '' ? 'Free' : taken;
  return taken === '' ? closedWords(day.closed) : `${closedWords(day.closed)}; ${taken}`;
}

const closedWords = (why: string): string => (why === '' ? 'Closed' : `Closed: ${why}`);
