import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { closeDecisionLetter, openLetter } from '#db/shared/pdf/letter';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** The letter that tells a group what is withdrawn from it, why, and how to appeal (DOC-16, GRP-17). */
export const WithdrawalLetterValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  date: LocalDate,
  to: z.string(),
  taken: z.array(z.string()).min(1).readonly(),
  from: LocalDate,
  reason: z.string(),
  codeClauses: z.string(),
  decidedBy: z.string(),
  appeal: z.string(),
});
export type WithdrawalLetterValues = z.infer<typeof WithdrawalLetterValues>;

/** Draws the letter. */
export function drawWithdrawalLetter(
  fonts: PaperFonts,
  values: WithdrawalLetterValues,
): DrawnPaper {
  const options = {
    frame: values,
    title: 'Withdrawal of recognition or support',
    reference: values.reference,
    template: 'Withdrawal of recognition or support, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    openLetter(paper, values);
    paper.paragraph(
      `We write to tell you that the council withdraws the following from ${values.to}, from ${formatDateNoWeekday(values.from)} on.`,
    );
    paper.list([...values.taken]);
    paper.paragraph(
      'Nothing else changes, and people who live in your area may go on using what is offered to them as individuals.',
    );
    paper.fieldGrid([
      { label: 'First day', value: formatDateNoWeekday(values.from) },
      { label: 'Reason', value: values.reason },
      ...(values.codeClauses === ''
        ? []
        : [{ label: 'Clauses of the code of conduct', value: values.codeClauses }]),
      { label: 'Decided by', value: values.decidedBy },
    ]);
    closeDecisionLetter(paper, values);
  });
}
