import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';

/** The blank equality form (DOC-27). It has no room for a name, a number or a signature. */
export const ProfileFormValues = z.object({
  ...PaperFrame.shape,
  areas: z.array(z.string()).readonly(),
  tenures: z.array(z.string()).readonly(),
  questions: z
    .array(z.object({ words: z.string(), choices: z.array(z.string()).readonly() }))
    .readonly(),
});
export type ProfileFormValues = z.infer<typeof ProfileFormValues>;

export function drawProfileForm(fonts: PaperFonts, values: ProfileFormValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'About you: equality form',
    template: 'Equality form, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.panel([
      'Do not write your name',
      'We count these answers to see whom we do not reach. Every question is yours to leave out. The form is kept apart from everything else about you, and destroyed once it is entered.',
    ]);
    writeQuestion(paper, 'Where do you live?', values.areas, false);
    writeQuestion(paper, 'How do you hold your home?', values.tenures, false);
    writeQuestion(
      paper,
      'Do you take part in a group, panel or the Sounding Board?',
      ['Yes', 'No'],
      false,
    );
    for (const { words, choices } of values.questions) writeQuestion(paper, words, choices, true);
    paper.paragraph(
      'Small numbers are never shown, so that nobody can be told from them. Please put the form into the box or the envelope by itself.',
    );
  });
}

function writeQuestion(
  paper: PaperWriter,
  words: string,
  choices: readonly string[],
  mayRefuse: boolean,
): void {
  if (choices.length === 0) return;
  paper.neverSplit(() => {
    paper.heading(words, 3);
    paper.checkBoxes(
      [...choices, ...(mayRefuse ? ['Prefer not to say'] : [])].map((text) => ({ text })),
    );
  });
}
