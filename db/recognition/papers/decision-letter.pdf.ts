import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { closeDecisionLetter, openLetter } from '#db/shared/pdf/letter';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** The letter on a decision, with the checklist that led to it (DOC-15). */
export const DecisionLetterValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  date: LocalDate,
  to: z.string(),
  kind: z.enum(['applied', 'recognised', 'refused', 'continued', 'lapsed', 'restored']),
  from: LocalDate,
  /** By when the next return is due; null where none is asked. */
  nextDueOn: LocalDate.nullable(),
  reason: z.string(),
  conditions: z.string(),
  decidedBy: z.string(),
  isTakenBack: z.boolean(),
  checklist: z
    .array(
      z.object({
        words: z.string(),
        state: z.string(),
        receivedOn: z.string(),
        evidence: z.string(),
      }),
    )
    .readonly(),
  outstanding: z.array(z.string()).readonly(),
  /** Days on which it was not recognised, in words. */
  gaps: z.array(z.string()).readonly(),
  /** What the group may have now, or what waits until it is recognised. */
  support: z.array(z.string()).readonly(),
  appeal: z.string(),
});
export type DecisionLetterValues = z.infer<typeof DecisionLetterValues>;

/** Draws the letter and the checklist. */
export function drawDecisionLetter(fonts: PaperFonts, values: DecisionLetterValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Recognition of your group',
    reference: values.reference,
    template: 'Recognition checklist and decision, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    openLetter(paper, values);
    if (values.isTakenBack)
      paper.panel(['TAKEN BACK', 'This decision was taken back and no longer holds.'], 'alert');
    paper.paragraph(decisionWords(values));
    paper.fieldGrid([
      { label: 'Decision', value: HEADLINES[values.kind] },
      { label: 'From', value: formatDateNoWeekday(values.from) },
      { label: 'Reason', value: values.reason },
      ...(values.conditions === '' ? [] : [{ label: 'Conditions', value: values.conditions }]),
      ...(values.gaps.length === 0
        ? []
        : [{ label: 'Not recognised between', value: values.gaps.join('\n') }]),
      ...(values.nextDueOn === null
        ? []
        : [{ label: 'Next return due by', value: formatDateNoWeekday(values.nextDueOn) }]),
      { label: 'Decided by', value: values.decidedBy },
    ]);
    writeChecklist(paper, values);
    writeSupport(paper, values);
    closeDecisionLetter(paper, values, {
      heading: 'If you do not agree',
      otherwise:
        'Ask us at the centre how to have this looked at again, or use the council’s complaints procedure.',
    });
  });
}

const HEADLINES: Readonly<Record<DecisionLetterValues['kind'], string>> = {
  applied: 'Application received',
  recognised: 'Recognised',
  refused: 'Not recognised',
  continued: 'Recognition goes on',
  lapsed: 'Recognition has lapsed',
  restored: 'Recognised again',
};

function decisionWords(values: DecisionLetterValues): string {
  const from = formatDateNoWeekday(values.from);
  switch (values.kind) {
    case 'applied':
      return `Thank you for asking the council to recognise ${values.to}. We had your application on ${from} and will write when it is decided.`;
    case 'recognised':
      return `We are glad to tell you that the council recognises ${values.to} from ${from}.`;
    case 'refused':
      return `The council cannot recognise ${values.to} at present. We will gladly help you to ask again.`;
    case 'continued':
      return `Thank you for your yearly return. The council goes on recognising ${values.to}.`;
    case 'lapsed':
      return `The council’s recognition of ${values.to} has lapsed; ${from} is the first day without it. It can be restored: send us what is missing, and it counts from the day we have it.`;
    case 'restored':
      return `The council recognises ${values.to} again from ${from}. The days in between stay on record.`;
  }
}

function writeChecklist(paper: PaperWriter, values: DecisionLetterValues): void {
  if (values.checklist.length > 0) {
    paper.heading('What was looked at');
    paper.table({
      columns: [
        { heading: 'Asked for', share: 5, leastEms: 9, namesRow: true },
        { heading: 'Result', share: 3, leastEms: 6 },
        { heading: 'Received', share: 3, leastEms: 7 },
        { heading: 'Evidence', share: 5, leastEms: 8 },
      ],
      rows: values.checklist.map((one) => [one.words, one.state, one.receivedOn, one.evidence]),
    });
  }
  if (values.outstanding.length === 0) return;
  paper.neverSplit(() => {
    paper.heading('Still to come');
    paper.list([...values.outstanding]);
  });
}

function writeSupport(paper: PaperWriter, values: DecisionLetterValues): void {
  if (values.support.length === 0) return;
  paper.neverSplit(() => {
    paper.heading(
      values.kind === 'refused' || values.kind === 'lapsed' || values.kind === 'applied'
        ? 'What waits until the group is recognised'
        : 'What the group may have now',
    );
    paper.list([...values.support]);
  });
}
