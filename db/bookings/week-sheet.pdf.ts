import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { PaperText, Span } from '#db/shared/pdf/text';
import {
  formatDate,
  formatDateNoWeekday,
  formatShortDate,
  formatTimeRange,
} from '#db/shared/plain-words';

/** One booking as the week sheet shows it. */
export const WeekSheetBooking = z.object({
  from: LocalTime,
  until: LocalEndTime,
  /** Who it is for; on a public sheet only with leave, else 'Booked'. */
  words: z.string(),
  /** What else the desk needs to see, a line each; empty on a public sheet. */
  lines: z.array(z.string()).readonly(),
});
export type WeekSheetBooking = z.infer<typeof WeekSheetBooking>;

/** One room on one day. */
export const WeekSheetDay = z.object({
  /** Why it is closed; empty without a reason; null when it is open. */
  closed: z.string().nullable(),
  bookings: z.array(WeekSheetBooking).readonly(),
});
export type WeekSheetDay = z.infer<typeof WeekSheetDay>;

/** The diary of one week, for the desk or for the public (DOC-06). */
export const WeekSheetValues = z.object({
  ...PaperFrame.shape,
  audience: z.enum(['desk', 'public']),
  /** The days shown, in order. */
  dates: z.array(LocalDate).min(1).readonly(),
  facilities: z
    .array(
      z.object({
        name: z.string(),
        /** One for each of `dates`. */
        days: z.array(WeekSheetDay).readonly(),
      }),
    )
    .readonly(),
});
export type WeekSheetValues = z.infer<typeof WeekSheetValues>;

/** Draws the week: rooms down, days across; in large print day by day. */
export function drawWeekSheet(fonts: PaperFonts, values: WeekSheetValues): DrawnPaper {
  const isGrid = values.size === 'normal';
  const first = values.dates[0];
  const options = {
    frame: values,
    title: values.audience === 'public' ? 'Our rooms' : 'Week sheet',
    ...(first === undefined ? {} : { reference: `Week of ${formatDateNoWeekday(first)}` }),
    template: 'Week sheet, version 1',
    landscape: isGrid,
  };
  return drawPaper(fonts, options, (paper) => {
    if (values.facilities.length === 0) paper.paragraph('No rooms or facilities are set up.');
    else if (isGrid) writeGrid(paper, values);
    else values.dates.forEach((date, i) => writeDay(paper, values, date, i));
  });
}

function writeGrid(paper: PaperWriter, { dates, facilities }: WeekSheetValues): void {
  paper.table({
    columns: [
      { heading: 'Room', share: 8, leastEms: 5, namesRow: true },
      ...dates.map((date) => ({ heading: formatShortDate(date), share: 10, leastEms: 5 })),
    ],
    rows: facilities.map((facility) => [facility.name, ...facility.days.map(cellOf)]),
    ruled: true,
  });
}

function cellOf(day: WeekSheetDay): PaperText {
  const closed = closedWords(day);
  const spans = day.bookings.flatMap((booking, i): Span[] => [
    { text: `${i === 0 ? '' : '\n\n'}${timesOf(booking)}\n`, face: 'semibold' },
    { text: [booking.words, ...booking.lines].join('\n') },
  ]);
  if (closed === '') return spans.length === 0 ? 'Free' : spans;
  return [{ text: spans.length === 0 ? closed : `${closed}\n` }, ...spans];
}

const timesOf = (booking: WeekSheetBooking): string => formatTimeRange(booking.from, booking.until);

const closedWords = ({ closed }: WeekSheetDay): string =>
  closed === null ? '' : closed === '' ? 'Closed' : `Closed: ${closed}`;

function writeDay(paper: PaperWriter, values: WeekSheetValues, date: LocalDate, i: number): void {
  paper.heading(formatDate(date));
  for (const { name, days } of values.facilities) {
    const day = days[i];
    if (day === undefined) continue;
    const closed = closedWords(day);
    const lines: PaperText[] = day.bookings.map((booking) => [
      { text: `${timesOf(booking)} `, face: 'semibold' },
      { text: [booking.words, ...booking.lines].join('\n') },
    ]);
    paper.paragraph(
      [
        { text: name, face: 'semibold' },
        { text: closed !== '' ? ` · ${closed}` : lines.length === 0 ? ' · Free' : '' },
      ],
      { keepWithNext: lines.length > 0 },
    );
    if (lines.length > 0) paper.list(lines);
  }
}
