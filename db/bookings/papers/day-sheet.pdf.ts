import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { DrawnPaper, PaperSize } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Column } from '#db/shared/pdf/table';
import { type PaperText, type Span, unbroken } from '#db/shared/pdf/text';
import { countOf, formatDate, formatTime, formatTimeRange } from '#db/shared/plain-words';

/** One booking as the day sheet shows it. */
export const DaySheetBooking = z.object({
  reference: z.string(),
  from: LocalTime,
  until: LocalEndTime,
  /** The group, or the person who books for themselves. */
  bookedFor: z.string(),
  responsibleName: z.string(),
  responsiblePhone: z.string(),
  purpose: z.string(),
  expectedNumber: z.int().nullable(),
  isOutOfHours: z.boolean(),
  needs: z.string(),
  notes: z.string(),
  /** What stands ready and when the room is made ready, a line each: layout, equipment, set-up time, time given up. */
  setUp: z.array(z.string()).readonly().default([]),
  /** In words: "Confirmed", "Cancelled". */
  status: z.string(),
  /** What is known of the day so far; what is null is written by hand. */
  attendance: z
    .object({
      inAt: LocalTime.nullable(),
      outAt: LocalTime.nullable(),
      people: z.int().nullable(),
      isNoShow: z.boolean(),
    })
    .default({ inAt: null, outAt: null, people: null, isNoShow: false }),
});
export type DaySheetBooking = z.infer<typeof DaySheetBooking>;

/** The diary of one day, on paper at the desk (DOC-06). */
export const DaySheetValues = z.object({
  ...PaperFrame.shape,
  date: LocalDate,
  facilities: z
    .array(
      z.object({
        name: z.string(),
        /** Why the facility is closed that day; null when it is open. */
        closed: z.string().nullable(),
        /** Hours that differ from the usual ones, and why; empty on an ordinary day. */
        note: z.string().default(''),
        bookings: z.array(DaySheetBooking).readonly(),
      }),
    )
    .readonly(),
  /** The newest entry of the record of changes; on paper, nobody can alter it unseen. */
  auditAnchor: z.object({ seq: z.int(), hash: z.string() }).nullable(),
});
export type DaySheetValues = z.infer<typeof DaySheetValues>;

/** Longer notes than this would make rows of half a page in a column of the usual width. */
const LONG_NOTES = 120;

/** Where somebody's needs and notes are long, the other columns give them what room they can. */
const columnsFor = (isWordy: boolean): readonly Column[] => [
  { heading: 'Time', share: isWordy ? 12 : 15, leastEms: 8.5, namesRow: true },
  { heading: 'Booked for', share: isWordy ? 20 : 27, leastEms: 9 },
  { heading: 'People expected', share: 9, leastEms: 5 },
  { heading: 'Needs and set-up', share: isWordy ? 50 : 21, leastEms: 9 },
  { heading: 'Status', share: isWordy ? 9 : 11, leastEms: 5.5 },
  { heading: 'What happened', share: isWordy ? 12 : 18, leastEms: 11 },
];

/** Draws the day sheet: a table for each facility, with space for the true times and numbers. */
export function drawDaySheet(fonts: PaperFonts, values: DaySheetValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Day sheet',
    reference: formatDate(values.date),
    template: 'Day sheet, version 4',
    // Large print turns the rows into lists, and these want a tall page.
    landscape: values.size === 'normal',
  };
  return drawPaper(fonts, options, (paper) => {
    const booked = values.facilities.filter((one) => one.bookings.length > 0);
    const quiet = quietLines(values.facilities.filter((one) => one.bookings.length === 0));
    if (values.facilities.length === 0) paper.paragraph('No rooms or facilities are set up.');
    // Below a table that fills its page the record check would need a page to itself.
    if (quiet.length === 0) writeAnchor(paper, values);
    for (const facility of booked) writeFacility(paper, facility, values.size);
    if (quiet.length === 0) return;
    paper.neverSplit(() => {
      paper.space(0.5);
      for (const line of quiet) paper.paragraph(line);
      writeAnchor(paper, values);
    });
  });
}

function writeAnchor(paper: PaperWriter, { auditAnchor }: DaySheetValues): void {
  if (auditAnchor === null) return;
  paper.paragraph(`Record check: entry ${auditAnchor.seq}, ${auditAnchor.hash}`, { quiet: true });
}

/** The facilities without bookings, those of which the same is to be said in one line. */
function quietLines(facilities: DaySheetValues['facilities']): PaperText[] {
  const sorted = [...facilities].sort(
    (a, b) => Number(a.closed !== null) - Number(b.closed !== null),
  );
  const groups = Map.groupBy(sorted, ({ closed, note }) => JSON.stringify([closed, note]));
  return [...groups.values()].map((group): PaperText => {
    const { closed = null, note = '' } = group[0] ?? {};
    const why = closed === null || closed === '' ? '' : ` (${closed})`;
    return [
      { text: `${closed === null ? 'Nothing booked' : `Closed${why}`}: `, face: 'semibold' },
      { text: `${group.map(({ name }) => name).join(', ')}.${note === '' ? '' : ` ${note}.`}` },
    ];
  });
}

function writeFacility(
  paper: PaperWriter,
  facility: DaySheetValues['facilities'][number],
  size: PaperSize,
): void {
  const { name, closed, note, bookings } = facility;
  paper.heading(`${name} (${countOf(bookings.length, 'booking')})`);
  if (closed !== null) {
    paper.paragraph(
      [{ text: 'Closed', face: 'semibold' }, { text: closed === '' ? '' : `: ${closed}` }],
      { keepWithNext: true },
    );
  }
  if (note !== '') paper.paragraph(note, { keepWithNext: true });
  const isWordy = bookings.some((booking) => needsOf(booking).length > LONG_NOTES);
  paper.table({
    columns: columnsFor(isWordy),
    rows: bookings.map((booking) => rowOf(booking, size)),
  });
}

/** In large print, where values have the width of the page, what is short shares a line: two bookings fit a page. */
function rowOf(booking: DaySheetBooking, size: PaperSize): PaperText[] {
  const between = size === 'large' ? ' · ' : '\n';
  const people = booking.expectedNumber === null ? 'Not said' : String(booking.expectedNumber);
  const setUp = needsOf(booking);
  const contact = [booking.responsibleName, unbroken(booking.responsiblePhone)].filter(
    (text) => text !== '',
  );
  const outOfHours = booking.isOutOfHours ? `${between}Out of hours` : '';
  return [
    [
      { text: formatTimeRange(booking.from, booking.until), face: 'semibold' },
      {
        text: `${outOfHours}${between}${booking.reference}`,
        face: 'regular',
      },
    ],
    [
      { text: `${booking.bookedFor}\n`, face: 'semibold' },
      { text: [booking.purpose, contact.join(', ')].join('\n') },
    ],
    people,
    setUp === '' ? 'None' : setUp,
    booking.status,
    happened(booking, size),
  ];
}

const needsOf = ({ setUp, needs, notes }: DaySheetBooking): string =>
  [...setUp, needs, notes].filter((text) => text !== '').join('\n');

/** True times and numbers: printed where they are known, else a blank to write on. */
function happened({ attendance }: DaySheetBooking, size: PaperSize): PaperText {
  if (attendance.isNoShow) return 'Nobody came';
  const time = (at: LocalTime | null): Span =>
    at === null ? { blankEms: 3.4 } : { text: formatTime(at), face: 'semibold' };
  const { people } = attendance;
  return [
    { text: 'In ' },
    time(attendance.inAt),
    { text: ' Out ' },
    time(attendance.outAt),
    { text: `${size === 'large' ? ' ' : '\n'}People ` },
    people === null ? { blankEms: 3.4 } : { text: String(people), face: 'semibold' },
  ];
}
