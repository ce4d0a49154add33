import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { openLetter } from '#db/shared/pdf/letter';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** The letter that asks a group for what is still to come for its recognition. */
export const OutstandingLetterValues = z.object({
  ...PaperFrame.shape,
  date: LocalDate,
  to: z.string(),
  kind: z.enum(['first', 'yearly']),
  missing: z.array(z.string()).min(1).readonly(),
  received: z.array(z.string()).readonly(),
  dueOn: LocalDate.nullable(),
  /** First day without recognition; null while it is recognised or was not yet. */
  lapsedOn: LocalDate.nullable(),
  /** What stops, or will stop, without recognition. */
  stops: z.array(z.string()).readonly(),
});
export type OutstandingLetterValues = z.infer<typeof OutstandingLetterValues>;

/** Draws the letter. */
export function drawOutstandingLetter(
  fonts: PaperFonts,
  values: OutstandingLetterValues,
): DrawnPaper {
  const options = {
    frame: values,
    title: 'Papers still to come',
    template: 'Papers still to come, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    openLetter(paper, values);
    paper.paragraph(
      values.kind === 'first'
        ? 'Thank you for asking the council to recognise your group. Before it can be decided we need what is listed here.'
        : 'For the yearly return of your group’s recognition we still need what is listed here.',
    );
    paper.heading('Still to come');
    paper.list([...values.missing]);
    if (values.lapsedOn !== null)
      paper.panel(
        [
          `Not recognised since ${formatDateNoWeekday(values.lapsedOn)}`,
          'Once everything is here the council can recognise your group again from the day the last paper came.',
        ],
        'alert',
      );
    else if (values.dueOn !== null)
      paper.panel([
        `Please bring or send it by ${formatDateNoWeekday(values.dueOn)}`,
        'It counts from the day we have it.',
      ]);
    if (values.received.length > 0) {
      paper.heading('Already here, thank you');
      paper.list([...values.received]);
    }
    if (values.stops.length > 0)
      paper.neverSplit(() => {
        paper.heading('What needs recognition');
        paper.list([...values.stops]);
      });
    paper.paragraph(
      'If something makes this hard for you, tell us. We help with accounts and papers, and can meet you at the centre.',
    );
    paper.signatureBlock([{ role: 'For the council' }]);
  });
}
