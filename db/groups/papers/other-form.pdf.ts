import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { GROUP_KIND_WORDS, type GroupKind } from '../groups.contract.ts';
import { answer } from './rep-form.pdf.ts';

/** The registration of a Neighbourhood Watch scheme or another group (DOC-130, GRP-28); every value empty on a blank form. */
export const OtherFormValues = z.object({
  ...PaperFrame.shape,
  name: z.string(),
  kind: z.string(),
  areas: z.string(),
  remit: z.string(),
  contact: z.string(),
  phone: z.string(),
  email: z.string(),
  startedOn: z.string(),
});
export type OtherFormValues = z.infer<typeof OtherFormValues>;

const KINDS: readonly GroupKind[] = [
  'neighbourhood-watch',
  'social-club',
  'voluntary-organisation',
  'other',
];

/** Draws the registration, blank or filled with what is on record. */
export function drawOtherForm(fonts: PaperFonts, values: OtherFormValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Registration of a Neighbourhood Watch or other group',
    template: 'Registration of another group, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph('Groups of this kind need no recognition. We ask so that we can reach you.');
    paper.heading('The group');
    answer(paper, 'Name of the scheme or group', values.name);
    paper.space(0.3);
    paper.checkBoxes(
      KINDS.map((kind) => ({ text: GROUP_KIND_WORDS[kind], ticked: values.kind === kind })),
    );
    answer(paper, 'Area or estate', values.areas);
    answer(paper, 'What the group does', values.remit, 2);
    answer(paper, 'Began on', values.startedOn);
    paper.heading('Who to reach');
    answer(paper, 'Coordinator or contact', values.contact);
    answer(paper, 'Phone', values.phone);
    answer(paper, 'E-mail', values.email);
    paper.neverSplit(() => {
      paper.heading('Please tick and sign');
      paper.checkBoxes([
        { text: 'My name may stand on the register of groups.' },
        { text: 'My phone number may be given to people who ask for the group.' },
      ]);
      paper.signatureBlock([
        {
          role: 'Coordinator or contact',
          ...(values.contact === '' ? {} : { name: values.contact }),
        },
        { role: 'For the council' },
      ]);
    });
  });
}
