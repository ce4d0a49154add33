import type { LocalDate } from '../local-date.ts';
import { formatDateNoWeekday } from '../plain-words.ts';
import type { PaperWriter } from './paper-writer.ts';

/** The day a letter is written, and whom it goes to. */
export function openLetter(
  paper: PaperWriter,
  letter: { readonly date: LocalDate; readonly to: string },
): void {
  paper.paragraph(formatDateNoWeekday(letter.date));
  paper.paragraph([{ text: `To ${letter.to}`, face: 'semibold' }]);
}

type AppealWords = {
  readonly heading: string;
  /** What stands there while nobody has said what the council's route is. */
  readonly otherwise: string;
};

const APPEAL: AppealWords = {
  heading: 'How to appeal',
  otherwise:
    'You can appeal against this decision. Ask us at the centre how, or use the council’s complaints procedure.',
};

/** The end of a letter on a decision: how to appeal against it (CON-24), and who signs it. */
export function closeDecisionLetter(
  paper: PaperWriter,
  letter: { readonly appeal: string; readonly decidedBy: string },
  words = APPEAL,
): void {
  paper.neverSplit(() => {
    paper.heading(words.heading);
    paper.paragraph(letter.appeal === '' ? words.otherwise : letter.appeal);
    paper.space(0.5);
    paper.paragraph('Yours sincerely', { keepWithNext: true });
    paper.signatureBlock([{ role: 'For the council', name: letter.decidedBy }]);
  });
}
