import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDateNoWeekday } from '#db/shared/plain-words';

const SheetLine = z.object({
  name: z.string(),
  /** Null where nobody has verified them: they are not printed (DIR-04). */
  details: z
    .object({
      address: z.string(),
      phone: z.string(),
      email: z.string(),
      web: z.string(),
      lastVerifiedOn: LocalDate,
      isOld: z.boolean(),
    })
    .nullable(),
});

/** The useful contacts by kind (DOC-120). */
export const UsefulContactsValues = z.object({
  ...PaperFrame.shape,
  title: z.string(),
  parts: z
    .array(z.object({ kind: z.string(), contacts: z.array(SheetLine).readonly() }))
    .readonly(),
});
export type UsefulContactsValues = z.infer<typeof UsefulContactsValues>;

/** Draws the sheet that is handed over at the desk. */
export function drawUsefulContacts(fonts: PaperFonts, values: UsefulContactsValues): DrawnPaper {
  const options = {
    frame: values,
    title: values.title,
    template: 'Useful contacts, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    if (values.parts.length === 0) {
      paper.paragraph('No contact is on this list. Ask at the desk.');
      return;
    }
    for (const part of values.parts) {
      const [first, ...rest] = part.contacts;
      // A kind is never parted from the first body below it.
      paper.neverSplit(() => {
        paper.heading(part.kind);
        if (first !== undefined) writeContact(paper, first);
      });
      for (const contact of rest) paper.neverSplit(() => writeContact(paper, contact));
    }
  });
}

function writeContact(paper: PaperWriter, { name, details }: z.infer<typeof SheetLine>): void {
  if (details === null) {
    paper.paragraph([
      { text: name, face: 'semibold' },
      { text: ': ask at the desk how to reach them.', face: 'regular' },
    ]);
    return;
  }
  paper.heading(name, 3);
  const fields = [
    { label: 'Address', value: details.address },
    { label: 'Phone', value: details.phone },
    { label: 'E-mail', value: details.email },
    { label: 'Web', value: details.web },
  ].filter(({ value }) => value !== '');
  paper.fieldGrid([
    ...fields,
    {
      label: 'Verified',
      value: `${formatDateNoWeekday(details.lastVerifiedOn)}${details.isOld ? ', more than a year ago: ask at the desk' : ''}`,
    },
  ]);
}
