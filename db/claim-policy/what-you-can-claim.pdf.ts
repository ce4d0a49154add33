import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** What can be claimed for, how much, and when, from the policy of one day (DOC-45, EXP-17). */
export const WhatYouCanClaimValues = z.object({
  ...PaperFrame.shape,
  on: LocalDate,
  /** What the council has promised; empty where it has not (EXP-11). */
  principle: z.string(),
  sections: z
    .array(
      z.object({
        heading: z.string(),
        costs: z
          .array(
            z.object({
              what: z.string(),
              paid: z.string(),
              /** 'At most £20 for each meeting'; empty where there is no limit. */
              limit: z.string(),
              conditions: z.array(z.string()).readonly(),
              /** The council’s own sentence about it; empty where it stands above the table. */
              sentence: z.string(),
            }),
          )
          .readonly(),
        /** Sentences that hold for several of these costs. */
        sentences: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  /** Costs for which the council pays a rate that nobody has entered yet. */
  awaited: z.array(z.string()).readonly(),
  /** Costs about which the council’s paper does not say anything. */
  silent: z.array(z.string()).readonly(),
  /** What holds for every claim, each a sentence. */
  rules: z.array(z.string()).readonly(),
});
export type WhatYouCanClaimValues = z.infer<typeof WhatYouCanClaimValues>;

/** Draws the sheet that hangs on the wall and goes home with people. */
export function drawWhatYouCanClaim(fonts: PaperFonts, values: WhatYouCanClaimValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'What you can claim',
    template: 'What you can claim, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      `What it costs you to take part should not keep you away. These are the costs you can claim for on ${formatDateNoWeekday(values.on)}; the rate of the day you travelled or attended counts.`,
    );
    if (values.principle !== '') paper.panel(['Our principle', `${values.principle}.`]);
    for (const section of values.sections) {
      paper.heading(section.heading);
      section.sentences.forEach((sentence, place) =>
        paper.paragraph(sentence, { keepWithNext: place === section.sentences.length - 1 }),
      );
      paper.table({
        columns: [
          { heading: 'Cost', share: 3, leastEms: 6, namesRow: true },
          { heading: 'What we pay', share: 6, leastEms: 9 },
          { heading: 'What you need', share: 5, leastEms: 8 },
        ],
        rows: section.costs.map((cost) => [
          [{ text: cost.what, face: 'semibold' }],
          [
            {
              text: [cost.paid, cost.limit].filter((words) => words !== '').join('. '),
              face: 'semibold',
            },
            { text: cost.sentence === '' ? '' : `\n${cost.sentence}` },
          ],
          cost.conditions.length === 0 ? 'Nothing more' : cost.conditions.join('\n'),
        ]),
      });
    }
    if (values.sections.length === 0)
      paper.paragraph('No amounts have been set yet. Ask at the desk before you spend money.');
    if (values.awaited.length > 0) {
      paper.heading('Rates still to come');
      paper.paragraph(
        `The council pays for these at its own rate, which we are waiting for. You can claim now and sign; we work out the amount once we know the rate: ${values.awaited.join(', ')}.`,
      );
    }
    if (values.silent.length > 0) {
      paper.heading('Ask us first');
      paper.paragraph(
        `The council has not said what it pays for these. Ask at the desk before you spend money: ${values.silent.join(', ')}.`,
      );
    }
    paper.heading('How to claim');
    paper.list(values.rules);
  });
}
