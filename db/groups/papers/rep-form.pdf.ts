import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { GROUP_KIND_WORDS, type GroupKind } from '../groups.contract.ts';

/** The registration of a block, street or village representative (DOC-23); every value empty on a blank form. */
export const RepFormValues = z.object({
  ...PaperFrame.shape,
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  kind: z.string(),
  areas: z.string(),
  patch: z.string(),
  startedOn: z.string(),
  /** Version and day of the code accepted before; empty when it is to be signed on this form. */
  code: z.string(),
});
export type RepFormValues = z.infer<typeof RepFormValues>;

const KINDS: readonly GroupKind[] = ['block-rep', 'street-rep', 'village-rep'];

/** Draws the registration, blank or filled with what is on record. */
export function drawRepForm(fonts: PaperFonts, values: RepFormValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Registration of a block, street or village representative',
    template: 'Registration of a representative, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      'A representative speaks for the people of a small area, tells them what the council says and the council what they say, joins walkabouts, reports repairs and brings neighbours together.',
    );
    paper.heading('About you');
    answer(paper, 'Name', values.name);
    answer(paper, 'Address', values.address, 2);
    answer(paper, 'Phone', values.phone);
    answer(paper, 'E-mail', values.email);
    paper.neverSplit(() => {
      paper.heading('Whom you speak for');
      paper.checkBoxes(
        KINDS.map((kind) => ({ text: GROUP_KIND_WORDS[kind], ticked: values.kind === kind })),
      );
    });
    answer(paper, 'Area or estate', values.areas);
    answer(paper, 'Homes, from and to', values.patch, 2);
    answer(paper, 'Representative since', values.startedOn);
    if (values.code !== '') answer(paper, 'Code of conduct accepted', values.code);
    writeAgreement(paper, values);
  });
}

function writeAgreement(paper: PaperWriter, values: RepFormValues): void {
  paper.neverSplit(() => {
    paper.heading('Please tick and sign');
    paper.checkBoxes([
      {
        text: 'As far as I know, no tenants’ and residents’ association covers these homes (street and village representatives).',
      },
      { text: 'I accept the code of conduct and was given a copy.', ticked: values.code !== '' },
      { text: 'My name may be told to the people I speak for.' },
      { text: 'My phone number or address may be given to them.' },
    ]);
    paper.signatureBlock([
      { role: 'Representative', ...(values.name === '' ? {} : { name: values.name }) },
      { role: 'For the council' },
    ]);
  });
}

/** A line to write on, or what is known already in its place. */
export function answer(paper: PaperWriter, label: string, value: string, lines = 1): void {
  if (value === '') paper.writingLines(label, lines);
  else paper.fieldGrid([{ label, value }]);
}
