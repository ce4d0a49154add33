import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { writeText } from './write-text.pdf.ts';

/** The guidelines for rooms and equipment, with a slip that says they were received (DOC-03). */
export const GuidelinesValues = z.object({
  ...PaperFrame.shape,
  /** The version that holds; null while nobody has entered one. */
  version: z.object({ number: z.int(), from: LocalDate, text: z.string() }).nullable(),
  /** What the users agree to, one sentence each, in the words of the settings. */
  conditions: z.array(z.string()).readonly(),
});
export type GuidelinesValues = z.infer<typeof GuidelinesValues>;

/** Draws the guidelines. */
export function drawGuidelines(fonts: PaperFonts, values: GuidelinesValues): DrawnPaper {
  const { version } = values;
  const options = {
    frame: values,
    title: 'Guidelines for rooms and equipment',
    ...(version === null ? {} : { reference: `Version ${version.number}` }),
    template: 'Guidelines, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    if (version === null)
      paper.paragraph('No guidelines have been entered yet.', { face: 'semibold' });
    else {
      paper.paragraph(`These guidelines hold from ${formatDateNoWeekday(version.from)}.`);
      writeText(paper, version.text);
    }
    if (values.conditions.length > 0) {
      paper.heading('What you agree to');
      paper.list(values.conditions);
    }
    paper.neverSplit(() => {
      paper.heading('Received');
      paper.paragraph(
        version === null
          ? 'I have been given the guidelines for the rooms and equipment.'
          : `I have been given version ${version.number} of the guidelines for the rooms and equipment.`,
      );
      paper.writingLines('Group, if any');
      paper.signatureBlock([{ role: 'Received by' }, { role: 'Given by' }]);
    });
  });
}
