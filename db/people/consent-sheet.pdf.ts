import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { CONSENT_PURPOSE_WORDS, ConsentPurpose } from './consents.contract.ts';

/** The sheet on which a person agrees to be named or contacted by others (DOC-29), blank or for one person. */
export const ConsentSheetValues = z.object({
  ...PaperFrame.shape,
  /** Empty on a blank sheet. */
  name: z.string(),
  isUnder18: z.boolean(),
  guardianName: z.string(),
  /** What holds today, so that the person sees what they have agreed to. */
  standing: z
    .array(
      z.object({
        purpose: ConsentPurpose,
        what: z.string(),
        withWhom: z.string(),
        givenOn: LocalDate,
        until: LocalDate.nullable(),
      }),
    )
    .readonly(),
});
export type ConsentSheetValues = z.infer<typeof ConsentSheetValues>;

export function drawConsentSheet(fonts: PaperFonts, values: ConsentSheetValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Consent to share details or be named',
    template: 'Consent sheet, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      'We give nobody your phone number, address or name, and show no picture of you, unless you tick it here and sign. You may take it back at any time: tell us, and we stop from that day.',
    );
    if (values.name === '') paper.writingLines('Your name');
    else paper.fieldGrid([{ label: 'Name', value: values.name }]);
    writeStanding(paper, values.standing);
    writeWishes(paper);
    writeSignatures(paper, values);
    paper.neverSplit(() => {
      paper.heading('To take it back');
      paper.writingLines('Taken back on');
      paper.signatureBlock([{ role: 'Resident' }]);
    });
  });
}

function writeStanding(paper: PaperWriter, standing: ConsentSheetValues['standing']): void {
  if (standing.length === 0) return;
  paper.heading('What you agree to today');
  paper.list(
    standing.map(({ purpose, what, withWhom, givenOn, until }) => {
      const details = [what, withWhom === '' ? '' : `with ${withWhom}`].filter(
        (part) => part !== '',
      );
      const end = until === null ? 'until you take it back' : `until ${formatDateNoWeekday(until)}`;
      return `${[CONSENT_PURPOSE_WORDS[purpose], ...details].join(', ')}: since ${formatDateNoWeekday(givenOn)}, ${end}`;
    }),
  );
}

function writeWishes(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('I agree to this');
    paper.checkBoxes(
      ConsentPurpose.options.map((purpose) => ({ text: CONSENT_PURPOSE_WORDS[purpose] })),
    );
  });
  paper.writingLines('What exactly');
  paper.writingLines('With whom');
  paper.writingLines('For how long', 1);
}

function writeSignatures(paper: PaperWriter, values: ConsentSheetValues): void {
  paper.neverSplit(() => {
    paper.heading('Signed');
    paper.signatureBlock([
      { role: 'Resident', ...(values.name === '' ? {} : { name: values.name }) },
    ]);
    if (values.name === '' || values.isUnder18) {
      paper.paragraph('Under 18: a parent or guardian signs too.', { keepWithNext: true });
      paper.signatureBlock([
        {
          role: 'Parent or guardian',
          ...(values.guardianName === '' ? {} : { name: values.guardianName }),
        },
      ]);
    }
  });
}
