import { z } from 'zod';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { unbroken } from '#db/shared/pdf/text';
import { formatDate, formatDateTime, formatTimeRange } from '#db/shared/plain-words';

/** The booking confirmation that the booker takes away and brings back at check-in (DOC-02). */
export const BookingSlipValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  facility: z.string(),
  date: LocalDate,
  from: LocalTime,
  until: LocalEndTime,
  isOutOfHours: z.boolean(),
  /** The longer time for which the room is kept, when there is set-up or clear-down; null otherwise. */
  held: z.object({ from: LocalTime, until: LocalEndTime }).nullable().default(null),
  /** What a booking that is not plainly confirmed says about itself; null when it is. */
  state: z
    .object({ title: z.string(), line: z.string(), holdsRoom: z.boolean() })
    .nullable()
    .default(null),
  booker: z.string(),
  /** Empty when a person books for themselves. */
  group: z.string(),
  responsibleName: z.string(),
  responsiblePhone: z.string(),
  purpose: z.string(),
  /** People expected; null when not said. */
  expectedNumber: z.int().nullable(),
  needs: z.string(),
  /** What only some bookings have: layout, equipment, series, who opens and locks up. */
  more: z
    .array(z.object({ label: z.string(), value: z.string() }))
    .readonly()
    .default([]),
  notes: z.string(),
  /** What the users agree to, one sentence each, in the words of the settings. */
  conditions: z.array(z.string()).readonly(),
  issuedBy: z.string(),
  issuedAt: LocalDateTime,
  /** Null while the booking stands. */
  cancelled: z.object({ at: LocalDateTime, reason: z.string() }).nullable(),
});
export type BookingSlipValues = z.infer<typeof BookingSlipValues>;

const NOT_SAID = 'Not said';

/** Draws the booking slip: one page of A4 for an ordinary booking in normal print. */
export function drawBookingSlip(fonts: PaperFonts, values: BookingSlipValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Booking slip',
    reference: values.reference,
    template: 'Booking slip, version 2',
  };
  return drawPaper(fonts, options, (paper) => {
    writeWhatIsBooked(paper, values);
    writeDetails(paper, values);
    if (values.conditions.length > 0) {
      paper.heading('What you agree to');
      paper.list(values.conditions);
    }
    const isOver = values.cancelled !== null || values.state?.holdsRoom === false;
    if (!isOver) writeCheckInAndOut(paper);
  });
}

function writeWhatIsBooked(paper: PaperWriter, values: BookingSlipValues): void {
  if (values.cancelled !== null) {
    const { at, reason } = values.cancelled;
    const why = reason === '' ? [] : [`Reason: ${reason}`];
    paper.panel(
      ['CANCELLED', `This booking was cancelled on ${formatDateTime(at)}.`, ...why],
      'alert',
    );
  }
  if (values.state !== null)
    paper.panel([values.state.title.toUpperCase(), values.state.line], 'alert');
  const when = `${formatDate(values.date)}, ${formatTimeRange(values.from, values.until)}`;
  const outOfHours = {
    text: values.isOutOfHours ? ' · Out of office hours' : '',
    face: 'semibold',
  } as const;
  const held =
    values.held === null
      ? []
      : [
          `The room is kept for you ${formatTimeRange(values.held.from, values.held.until)}, with set-up and clear-down.`,
        ];
  paper.panel([values.facility, [{ text: when }, outOfHours], ...held]);
}

function writeDetails(paper: PaperWriter, values: BookingSlipValues): void {
  const phone =
    values.responsiblePhone === '' ? '' : `, phone ${unbroken(values.responsiblePhone)}`;
  const people = values.expectedNumber === null ? NOT_SAID : String(values.expectedNumber);
  paper.fieldGrid([
    ...(values.group === '' ? [] : [{ label: 'Group', value: values.group }]),
    { label: 'Booked by', value: values.booker },
    { label: 'Responsible person', value: `${values.responsibleName}${phone}` },
    { label: 'Purpose', value: values.purpose },
    { label: 'People expected', value: people },
    { label: 'Needs', value: values.needs === '' ? 'None' : values.needs },
    ...values.more,
    ...(values.notes === '' ? [] : [{ label: 'Notes', value: values.notes }]),
    { label: 'Issued', value: `${formatDateTime(values.issuedAt)}, by ${values.issuedBy}` },
  ]);
}

/** Filled in by hand on the day; the tidiness lines follow BOOK-09, BOOK-10 and BOOK-11. */
function writeCheckInAndOut(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('On the day');
    paper.table({
      ruled: true,
      rowWritingLines: 1,
      columns: [
        { heading: 'When', share: 2, leastEms: 6, namesRow: true },
        { heading: 'Time', share: 2, leastEms: 5 },
        { heading: 'People', share: 2, leastEms: 5 },
        { heading: 'Initials', share: 2, leastEms: 5 },
      ],
      rows: [
        ['Check in', '', '', ''],
        ['Check out', '', '', ''],
      ],
    });
    paper.space(0.4);
    paper.checkBoxes([
      { text: 'Room clean and tidy' },
      { text: 'Cups washed and put away' },
      { text: 'All equipment here' },
      { text: 'Nothing left behind' },
    ]);
  });
}
