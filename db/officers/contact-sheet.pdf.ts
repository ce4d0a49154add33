import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** The officers of a group for people outside the office: only what each agreed to share (PPL-10). */
export const ContactSheetValues = z.object({
  ...PaperFrame.shape,
  group: z.string(),
  on: LocalDate,
  /** The group's own phone; empty when there is none. */
  groupPhone: z.string(),
  officers: z
    .array(
      z.object({
        post: z.string(),
        /** Null where the officer did not agree to be named. */
        name: z.string().nullable(),
        /** Null where the officer did not agree in writing that the phone is given to others. */
        phone: z.string().nullable(),
        from: LocalDate,
      }),
    )
    .readonly(),
  vacant: z.array(z.string()).readonly(),
});
export type ContactSheetValues = z.infer<typeof ContactSheetValues>;

const NOT_SHARED = 'Not shared';

/** Draws the contact sheet of a group. */
export function drawContactSheet(fonts: PaperFonts, values: ContactSheetValues): DrawnPaper {
  const options = {
    frame: values,
    title: `Officers of ${values.group}`,
    template: 'Officer contact sheet, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(`As it is on ${formatDateNoWeekday(values.on)}.`);
    if (values.groupPhone !== '')
      paper.fieldGrid([{ label: 'Phone of the group', value: values.groupPhone }]);
    if (values.officers.length === 0)
      paper.paragraph('Nobody is entered as an officer for this day.');
    else
      paper.table({
        columns: [
          { heading: 'Post', share: 4, leastEms: 7, namesRow: true },
          { heading: 'Name', share: 5, leastEms: 8 },
          { heading: 'Phone', share: 4, leastEms: 7 },
          { heading: 'Since', share: 4, leastEms: 7 },
        ],
        rows: values.officers.map((one) => [
          [{ text: one.post, face: 'semibold' }],
          one.name ?? NOT_SHARED,
          one.phone === null ? NOT_SHARED : one.phone === '' ? 'None' : one.phone,
          formatDateNoWeekday(one.from),
        ]),
      });
    if (values.vacant.length > 0)
      paper.fieldGrid([{ label: 'Vacant', value: values.vacant.join(', ') }]);
    paper.paragraph(
      'A name or number stands here only where the officer agreed to it. Ask the group for anybody whose details are not shared.',
      { quiet: true },
    );
  });
}
