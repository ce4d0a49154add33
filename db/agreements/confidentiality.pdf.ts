import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { Agreement } from './agreements.contract.ts';
import { partySignatory } from './signatory.ts';

/** The promise to keep confidential what one is shown (DOC-28), blank or for one person. */
export const ConfidentialityValues = z.object({
  ...PaperFrame.shape,
  /** Null on a blank one. */
  agreement: Agreement.pick({
    reference: true,
    personName: true,
    groupName: true,
    scope: true,
    parties: true,
    state: true,
    signedOn: true,
    endedOn: true,
  }).nullable(),
});
export type ConfidentialityValues = z.infer<typeof ConfidentialityValues>;

/** What is promised, whatever the papers are about (MTG-21). */
const PROMISES = [
  'I will not tell anybody what is confidential. That includes my partner, my family and my friends.',
  'I will not use it for my own gain, or for anybody else’s.',
  'I will keep papers marked confidential where nobody else can read them, and give them back or destroy them when I am asked.',
  'If I am not sure whether something is confidential, I will ask before I speak about it.',
];

/** Draws the agreement that a participant and an officer sign (PPL-11). */
export function drawConfidentiality(fonts: PaperFonts, values: ConfidentialityValues): DrawnPaper {
  const { agreement } = values;
  const options = {
    frame: values,
    title: 'Confidentiality agreement',
    ...(agreement === null ? {} : { reference: agreement.reference }),
    template: 'Confidentiality agreement, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    writeWho(paper, agreement);
    paper.heading('I promise');
    paper.list(PROMISES, { numbered: true });
    paper.paragraph(
      'The promise goes on after I have left the body, for as long as the matter is confidential.',
    );
    writeSignatures(paper, agreement);
  });
}

function writeWho(paper: PaperWriter, agreement: ConfidentialityValues['agreement']): void {
  if (agreement === null) {
    paper.writingLines('Name');
    paper.writingLines('Group or body');
    paper.writingLines('What is confidential', 3);
    return;
  }
  if (agreement.endedOn !== null)
    paper.panel(['ENDED', `Its last day was ${formatDateNoWeekday(agreement.endedOn)}.`], 'alert');
  paper.fieldGrid(
    [
      { label: 'Name', value: agreement.personName },
      { label: 'Group or body', value: agreement.groupName },
      {
        label: 'Signed',
        value: agreement.signedOn === null ? '' : formatDateNoWeekday(agreement.signedOn),
      },
    ].filter(({ value }) => value !== ''),
  );
  paper.heading('What is confidential');
  if (agreement.scope === '')
    paper.paragraph('Everything that is marked confidential, and what is said about it.');
  for (const line of agreement.scope.split('\n').filter((each) => each !== ''))
    paper.paragraph(line);
}

function writeSignatures(paper: PaperWriter, agreement: ConfidentialityValues['agreement']): void {
  const signatories =
    agreement === null || agreement.parties.length === 0
      ? [{ role: 'Participant' }, { role: 'For the council, officer' }]
      : agreement.parties.map(partySignatory);
  paper.neverSplit(() => {
    paper.heading('Signed');
    paper.signatureBlock(signatories);
  });
}
