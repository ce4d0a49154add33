import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import { type DrawnPaper, PaperSize, type TellDrawn } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawMergedLetters } from '#db/shared/pdf/merged-letters';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** The letters of a mailing, each with its own words (PPL-02, PPL-14). */
export const LettersValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  subject: z.string(),
  date: LocalDate,
  askedBy: z.string(),
  onBothSides: z.boolean(),
  letters: z
    .array(
      z.object({
        address: z.array(z.string()).readonly(),
        size: PaperSize,
        /** Paragraphs with an empty line between them; the first is the greeting. */
        words: z.string(),
      }),
    )
    .readonly(),
});
export type LettersValues = z.infer<typeof LettersValues>;

export function drawLetters(fonts: PaperFonts, values: LettersValues, tell: TellDrawn): DrawnPaper {
  const { letterhead } = values;
  const ring = letterhead.phone === '' ? '' : `, or ring ${letterhead.phone}`;
  return drawMergedLetters(
    fonts,
    {
      frame: values,
      title: 'Letters',
      reference: values.reference,
      onBothSides: values.onBothSides,
      letters: values.letters.map(({ address, size, words }) => ({
        address,
        size,
        write: (paper) => {
          paper.paragraph(`${formatDateNoWeekday(values.date)} · ${values.reference}`);
          if (values.practice)
            paper.paragraph('Practice paper. The names are made up, and nothing on it counts.', {
              face: 'semibold',
            });
          const [greeting = '', ...rest] = words.split(/\n{2,}/);
          paper.paragraph(greeting);
          paper.heading(values.subject);
          for (const paragraph of rest) paper.paragraph(paragraph);
          paper.neverSplit(() => {
            paper.space(0.5);
            paper.paragraph('Yours sincerely', { keepWithNext: true });
            paper.space(1.5);
            paper.paragraph(values.askedBy, { face: 'semibold', keepWithNext: true });
            paper.paragraph(letterhead.centre);
          });
          paper.paragraph(
            `You get this letter because you are on our Sounding Board. If you would rather not be asked again, tell us at the centre${ring}: we will respect it.`,
            { quiet: true },
          );
        },
      })),
    },
    tell,
  );
}
