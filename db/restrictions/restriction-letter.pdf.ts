import { z } from 'zod';
import { LocalDate, LocalDateTime } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { closeDecisionLetter, openLetter } from '#db/shared/pdf/letter';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { unbroken } from '#db/shared/pdf/text';
import { formatDateNoWeekday, formatDateTime } from '#db/shared/plain-words';

/** A booking that the letter names. */
export const LetterBooking = z.object({
  reference: z.string(),
  facility: z.string(),
  startsAt: LocalDateTime,
  isCancelled: z.boolean(),
});
export type LetterBooking = z.infer<typeof LetterBooking>;

/** The letter that tells a group or person which service is removed, why, and how to appeal (DOC-09). */
export const RestrictionLetterValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  /** The day the letter is written. */
  date: LocalDate,
  to: z.string(),
  /** What is taken away: 'Meeting Room', 'all rooms and equipment'. */
  scope: z.string(),
  /** True: nothing else is taken away (BOOK-12). */
  isOneService: z.boolean(),
  reason: z.string(),
  incidentOn: LocalDate.nullable(),
  from: LocalDate,
  until: LocalDate.nullable(),
  /** Null while it stands. */
  lifted: z.object({ on: LocalDate, why: z.string() }).nullable(),
  decidedBy: z.string(),
  bookings: z.array(LetterBooking).readonly(),
  /** How to appeal (CON-24); empty when nobody has said. */
  appeal: z.string(),
});
export type RestrictionLetterValues = z.infer<typeof RestrictionLetterValues>;

/** Draws the letter on the removal of a service. */
export function drawRestrictionLetter(
  fonts: PaperFonts,
  values: RestrictionLetterValues,
): DrawnPaper {
  const options = {
    frame: values,
    title: 'Removal of a service',
    reference: values.reference,
    template: 'Removal of a service, version 2',
  };
  return drawPaper(fonts, options, (paper) => {
    writeDecision(paper, values);
    writeBookings(paper, values.bookings);
    closeDecisionLetter(paper, values);
  });
}

function writeDecision(paper: PaperWriter, values: RestrictionLetterValues): void {
  openLetter(paper, values);
  if (values.lifted !== null)
    paper.panel(
      [
        'LIFTED',
        `This decision was lifted on ${formatDateNoWeekday(values.lifted.on)}.`,
        `Reason: ${values.lifted.why}`,
      ],
      'alert',
    );
  paper.paragraph(
    `We write to tell you that you may not use the service named here, from ${formatDateNoWeekday(values.from)} ${
      values.until === null
        ? 'until we tell you otherwise'
        : `to ${formatDateNoWeekday(values.until)}`
    }.${values.isOneService ? ' Everything else at the centre stays open to you.' : ''}`,
  );
  paper.fieldGrid([
    { label: 'Service removed', value: values.scope },
    { label: 'From', value: formatDateNoWeekday(values.from) },
    {
      label: 'Until',
      value:
        values.until === null
          ? 'No end date has been set'
          : `${formatDateNoWeekday(values.until)}, that day included`,
    },
    { label: 'Reason', value: values.reason },
    ...(values.incidentOn === null
      ? []
      : [{ label: 'It happened on', value: formatDateNoWeekday(values.incidentOn) }]),
    { label: 'Decided by', value: values.decidedBy },
  ]);
}

function writeBookings(paper: PaperWriter, bookings: readonly LetterBooking[]): void {
  paper.heading('Your bookings');
  if (bookings.length === 0) {
    paper.paragraph('You have no booking that this touches.');
    return;
  }
  paper.paragraph(
    'This decision touches these bookings. One that is not cancelled yet cannot go ahead as it stands; we will speak to you about it.',
    {
      keepWithNext: true,
    },
  );
  paper.table({
    columns: [
      { heading: 'Booking', share: 6, leastEms: 10, namesRow: true },
      { heading: 'When', share: 5, leastEms: 6.6 },
      { heading: 'Now', share: 4, leastEms: 5.4 },
    ],
    rows: bookings.map((one) => [
      [
        { text: `${one.facility}\n`, face: 'semibold' },
        { text: unbroken(one.reference), face: 'regular' },
      ],
      formatDateTime(one.startsAt),
      one.isCancelled ? 'Cancelled' : 'Not cancelled yet',
    ]),
  });
}
