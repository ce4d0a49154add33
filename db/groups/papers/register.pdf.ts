import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperText } from '#db/shared/pdf/text';

/** A register of groups (DOC-18). A contact stands on it only with consent. */
export const RegisterValues = z.object({
  ...PaperFrame.shape,
  title: z.string(),
  /** How the list was narrowed: 'Area: Thornhill'; empty for the whole register. */
  narrowedBy: z.array(z.string()).readonly(),
  lines: z
    .array(
      z.object({
        name: z.string(),
        kind: z.string(),
        areas: z.string(),
        contact: z.string(),
        state: z.string(),
        confirmed: z.string(),
      }),
    )
    .readonly(),
});
export type RegisterValues = z.infer<typeof RegisterValues>;

/** Draws a register as a table, a group to a row. */
export function drawRegister(fonts: PaperFonts, values: RegisterValues): DrawnPaper {
  const options = {
    frame: values,
    title: values.title,
    template: 'Register of groups, version 1',
    landscape: true,
  };
  return drawPaper(fonts, options, (paper) => {
    if (values.narrowedBy.length > 0) paper.paragraph(`${values.narrowedBy.join('. ')}.`);
    if (values.lines.length === 0) {
      paper.paragraph('No group is on this register.');
      return;
    }
    paper.table({
      columns: [
        { heading: 'Group', share: 22, leastEms: 7, namesRow: true },
        { heading: 'Kind', share: 18, leastEms: 6 },
        { heading: 'Area', share: 16, leastEms: 5 },
        { heading: 'Contact', share: 18, leastEms: 6 },
        { heading: 'Recognition', share: 13, leastEms: 5.5 },
        { heading: 'Last confirmed', share: 13, leastEms: 5.5 },
      ],
      rows: values.lines.map((line): PaperText[] => [
        line.name,
        line.kind,
        line.areas,
        line.contact,
        line.state,
        line.confirmed,
      ]),
    });
    paper.space(0.5);
    paper.paragraph(
      'A contact is named, and a phone number given, only where the person agreed to it in writing.',
      { quiet: true },
    );
  });
}
