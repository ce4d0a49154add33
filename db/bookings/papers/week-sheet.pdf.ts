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
  joinWords,
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
    template: 'Week sheet, version 2',
    landscape: isGrid,
  };
  return drawPaper(fonts, options, (paper) => {
    const isBooked = ({ days }: Room) => days.some((day) => day.bookings.length > 0);
    const booked = values.facilities.filter(isBooked);
    // A week without any booking is shown as it is, day by day.
    const shown = booked.length === 0 ? values.facilities : booked;
    const folded = values.facilities.filter((room) => !shown.includes(room));
    if (values.facilities.length === 0) paper.paragraph('No rooms or facilities are set up.');
    else if (isGrid) writeGrid(paper, values.dates, shown);
    else values.dates.forEach((date, i) => writeDay(paper, shown, date, i));
    if (folded.length === 0) return;
    paper.space(0.5);
    for (const line of foldedLines(values.dates, folded)) paper.paragraph(line);
  });
}

type Room = WeekSheetValues['facilities'][number];

/** The rooms nobody has booked, those that are free on the same days in one line. */
function foldedLines(dates: readonly LocalDate[], rooms: readonly Room[]): PaperText[] {
  const groups = Map.groupBy(rooms, ({ days }) => JSON.stringify(days.map((day) => day.closed)));
  return [...groups.values()].map((group): PaperText => {
    const days = group[0]?.days ?? [];
    return [
      { text: `${weekWords(dates, days)}: `, face: 'semibold' },
      { text: `${group.map(({ name }) => name).join(', ')}.` },
    ];
  });
}

/** When a room that nobody has booked is free: 'Free all week', or the days on which it is closed. */
function weekWords(dates: readonly LocalDate[], days: readonly WeekSheetDay[]): string {
  const closed = days.flatMap((day, i) => (day.closed === null ? [] : [{ i, why: day.closed }]));
  if (closed.length === 0) return 'Free all week';
  const inBrackets = (why: string): string => (why === '' ? '' : ` (${why})`);
  const whys = [...new Set(closed.map(({ why }) => why))];
  if (closed.length === days.length)
    return `Closed all week${inBrackets(whys.filter((why) => why !== '').join('; '))}`;
  const closedDays = closed.map(({ i, why }) => {
    const date = dates[i];
    return `${date === undefined ? '' : formatShortDate(date)}${inBrackets(why)}`;
  });
  return `Free, but closed on ${joinWords(closedDays)}`;
}

function writeGrid(paper: PaperWriter, dates: readonly LocalDate[], rooms: readonly Room[]): void {
  paper.table({
    columns: [
      { heading: 'Room', share: 8, leastEms: 5, namesRow: true },
      ...dates.map((date) => ({ heading: formatShortDate(date), share: 10, leastEms: 5 })),
    ],
    rows: rooms.flatMap(rowsOf),
    ruled: true,
  });
}

/** Of bookings that say no more than a name, so many stand in one cell. */
const MOST_SHORT_IN_A_CELL = 4;

/**
 * A row for the first booking of each day, one for the second, and so on: a row is never divided, and so a busy room
 * goes on over the page. Each begins with the room's name. Bookings without further lines share a row.
 */
function rowsOf({ name, days }: Room): PaperText[][] {
  const isShort = days.every((day) => day.bookings.every(({ lines }) => lines.length === 0));
  const inACell = isShort ? MOST_SHORT_IN_A_CELL : 1;
  const most = Math.max(1, ...days.map((day) => day.bookings.length));
  return Array.from({ length: Math.ceil(most / inACell) }, (_, nth) => [
    name,
    ...days.map((day) => cellOf(day, nth * inACell, inACell)),
  ]);
}

function cellOf(day: WeekSheetDay, start: number, count: number): PaperText {
  const closed = start === 0 ? closedWords(day) : '';
  const bookings = day.bookings.slice(start, start + count);
  if (bookings.length === 0) return start > 0 ? '' : closed === '' ? 'Free' : closed;
  return [
    { text: closed === '' ? '' : `${closed}\n` },
    ...bookings.flatMap((booking, i): Span[] => [
      { text: `${i === 0 ? '' : '\n'}${timesOf(booking)}\n`, face: 'semibold' },
      { text: [booking.words, ...booking.lines].join('\n') },
    ]),
  ];
}

const timesOf = (booking: WeekSheetBooking): string => formatTimeRange(booking.from, booking.until);

const closedWords = ({ closed }: WeekSheetDay): string =>
  closed === null ? '' : closed === '' ? 'Closed' : `Closed: ${closed}`;

function writeDay(paper: PaperWriter, rooms: readonly Room[], date: LocalDate, i: number): void {
  paper.heading(formatDate(date));
  const quiet = Map.groupBy(
    rooms.filter(({ days }) => days[i]?.bookings.length === 0),
    ({ days }) => days[i]?.closed ?? null,
  );
  for (const { name, days } of rooms) {
    const day = days[i];
    if (day === undefined || day.bookings.length === 0) continue;
    const closed = closedWords(day);
    paper.paragraph(
      [{ text: name, face: 'semibold' }, { text: closed === '' ? '' : ` · ${closed}` }],
      { keepWithNext: true },
    );
    paper.list(
      day.bookings.map((booking) => [
        { text: `${timesOf(booking)} `, face: 'semibold' },
        { text: `${booking.words}${booking.lines.length === 0 ? '' : '\n'}` },
        { text: booking.lines.join(' · ') },
      ]),
    );
  }
  for (const [closed, group] of quiet)
    paper.paragraph([
      { text: group.map(({ name }) => name).join(', '), face: 'semibold' },
      { text: ` · ${closed === null ? 'Free' : closedWords({ closed, bookings: [] })}` },
    ]);
}
