import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { unbroken } from '#db/shared/pdf/text';
import { countOf } from '#db/shared/plain-words';
import { Outcome, OUTCOME_WORDS } from './mailings.contract.ts';

/** Whom to ring for a mailing, with boxes for what came of it. */
export const CallSheetValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  subject: z.string(),
  /** What is asked, to be read out. */
  words: z.string(),
  calls: z
    .array(
      z.object({
        name: z.string(),
        phone: z.string(),
        area: z.string(),
        language: z.string(),
        /** What is noted already, the latest first. */
        noted: z.array(Outcome).readonly(),
      }),
    )
    .readonly(),
});
export type CallSheetValues = z.infer<typeof CallSheetValues>;

const ANSWERS: readonly Outcome[] = [
  'will-take-part',
  'will-not',
  'no-answer',
  'call-again',
  'wrong-number',
  'not-again',
];

export function drawCallSheet(fonts: PaperFonts, values: CallSheetValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Call sheet',
    reference: values.reference,
    template: 'Call sheet, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.panel([values.subject, countOf(values.calls.length, 'person to ring', 'people to ring')]);
    paper.heading('What to ask');
    for (const paragraph of values.words.split(/\n{2,}/)) paper.paragraph(paragraph);
    paper.paragraph(
      'Enter what came of each call on the page of the mailing. Whoever does not want to be asked again is not asked again.',
      { quiet: true },
    );
    for (const call of values.calls)
      paper.neverSplit(() => {
        const latest = call.noted[0];
        paper.heading(`${call.name}   ${unbroken(call.phone)}`, 3);
        const facts = [
          call.area,
          call.language === '' ? '' : `likes to speak ${call.language}`,
          latest === undefined ? '' : `noted: ${OUTCOME_WORDS[latest].toLowerCase()}`,
        ].filter((fact) => fact !== '');
        if (facts.length > 0) paper.paragraph(facts.join(' · '));
        paper.checkBoxes(
          ANSWERS.map((outcome) => ({ text: OUTCOME_WORDS[outcome], ticked: latest === outcome })),
        );
        paper.writingLines('Note');
      });
  });
}
