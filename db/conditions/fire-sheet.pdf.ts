import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { writeText } from './write-text.pdf.ts';

/** The fire procedure and the list of those who acknowledged it (DOC-04). */
export const FireSheetValues = z.object({
  ...PaperFrame.shape,
  /** The version that holds; null while nobody has entered one. */
  version: z.object({ number: z.int(), from: LocalDate, text: z.string() }).nullable(),
  /** Who acknowledged it, the latest first. */
  acknowledged: z
    .array(z.object({ name: z.string(), on: LocalDate, number: z.int(), how: z.string() }))
    .readonly(),
});
export type FireSheetValues = z.infer<typeof FireSheetValues>;

const COLUMNS = [
  { heading: 'Name', share: 5, leastEms: 7, namesRow: true },
  { heading: 'Date', share: 3, leastEms: 5 },
  { heading: 'Version', share: 2, leastEms: 4.2 },
  { heading: 'Signature', share: 4, leastEms: 6 },
] as const;

/** Empty rows under the names on record, for people who sign by hand. */
const EMPTY_ROWS = 10;

/** Draws the fire procedure, and after it the list of names on a page of its own. */
export function drawFireSheet(fonts: PaperFonts, values: FireSheetValues): DrawnPaper {
  const { version } = values;
  const options = {
    frame: values,
    title: 'Fire procedure',
    ...(version === null ? {} : { reference: `Version ${version.number}` }),
    template: 'Fire procedure, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    if (version === null)
      paper.paragraph('No fire procedure has been entered yet.', { face: 'semibold' });
    else {
      paper.paragraph(`This procedure holds from ${formatDateNoWeekday(version.from)}.`);
      writeText(paper, version.text);
    }
    if (!/assembly point/i.test(version?.text ?? '')) {
      paper.space(0.5);
      paper.writingLines('Assembly point');
    }
    paper.heading('I have read the fire procedure');
    paper.table({
      columns: COLUMNS,
      ruled: true,
      rowWritingLines: 1,
      rows: [
        ...values.acknowledged.map((one) => [
          one.name,
          formatDateNoWeekday(one.on),
          String(one.number),
          one.how,
        ]),
        ...Array.from({ length: EMPTY_ROWS }, () => ['', '', '', '']),
      ],
    });
  });
}
