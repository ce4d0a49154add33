import { z } from 'zod';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDate, formatDateTime, formatTimeRange } from '#db/shared/plain-words';

/** What was noted at the end of a booking. */
export const NotedAtCheckOut = z.object({
  at: LocalDateTime,
  /** Each line of the list: in order, not in order, or not looked at (null). */
  tidy: z.boolean().nullable(),
  crockery: z.boolean().nullable(),
  equipment: z.boolean().nullable(),
  nothingLeft: z.boolean().nullable(),
  people: z.int().nullable(),
  damage: z.string(),
  found: z.array(z.string()).readonly(),
  notes: z.string(),
});
export type NotedAtCheckOut = z.infer<typeof NotedAtCheckOut>;

/** The check-out sheet of a booking: to be filled in by hand, or as it was noted (DOC-07). */
export const CheckOutSheetValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  facility: z.string(),
  date: LocalDate,
  from: LocalTime,
  until: LocalEndTime,
  bookedFor: z.string(),
  responsibleName: z.string(),
  /** Null: not checked out yet. */
  noted: NotedAtCheckOut.nullable(),
});
export type CheckOutSheetValues = z.infer<typeof CheckOutSheetValues>;

/** The lines people look at, after BOOK-09, BOOK-10 and BOOK-11. */
const LINES = [
  ['tidy', 'The room and the facilities outside it are clean and tidy'],
  ['crockery', 'Cups and crockery are washed and put away'],
  ['equipment', 'All equipment is here'],
  ['nothingLeft', 'Nothing is left behind'],
] as const;

/** Draws the check-out sheet. */
export function drawCheckOutSheet(fonts: PaperFonts, values: CheckOutSheetValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Check-out sheet',
    reference: values.reference,
    template: 'Check-out sheet, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    const when = `${formatDate(values.date)}, ${formatTimeRange(values.from, values.until)}`;
    paper.panel([values.facility, when]);
    paper.fieldGrid([
      { label: 'Booked for', value: values.bookedFor },
      { label: 'Responsible person', value: values.responsibleName },
    ]);
    if (values.noted === null) writeBlank(paper);
    else writeNoted(paper, values.noted);
    paper.neverSplit(() => {
      paper.heading('Signed');
      paper.signatureBlock([
        {
          role: 'Responsible person',
          ...(values.noted === null ? {} : { name: values.responsibleName }),
        },
        { role: values.letterhead.team === '' ? 'For the centre' : values.letterhead.team },
      ]);
    });
  });
}

function writeBlank(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('How the room was left');
    for (const [, text] of LINES) paper.checkBoxes([{ text }]);
  });
  paper.neverSplit(() => {
    paper.space(0.3);
    paper.writingRow(['Time out', 'How many came']);
    paper.writingLines('Damage', 2);
    paper.writingLines('Found');
    paper.writingLines('Notes');
  });
}

function writeNoted(paper: PaperWriter, noted: NotedAtCheckOut): void {
  paper.neverSplit(() => {
    paper.heading('How the room was left');
    for (const [line, text] of LINES) {
      const value = noted[line];
      const added = value === null ? ' (not looked at)' : value ? '' : ' (not in order)';
      paper.checkBoxes([{ text: `${text}${added}`, ticked: value === true }]);
    }
  });
  paper.fieldGrid([
    { label: 'Checked out', value: formatDateTime(noted.at) },
    { label: 'How many came', value: noted.people === null ? 'Not counted' : String(noted.people) },
    { label: 'Damage', value: noted.damage === '' ? 'None' : noted.damage },
    { label: 'Found', value: noted.found.length === 0 ? 'Nothing' : noted.found.join('\n') },
    { label: 'Notes', value: noted.notes === '' ? 'None' : noted.notes },
  ]);
}
