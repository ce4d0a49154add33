import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** The certificate that a group is recognised, to hang up or show. */
export const CertificateValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  name: z.string(),
  areas: z.string(),
  from: LocalDate,
  /** By when the next return is due; null where none is asked. */
  nextDueOn: LocalDate.nullable(),
  conditions: z.string(),
  decidedBy: z.string(),
});
export type CertificateValues = z.infer<typeof CertificateValues>;

/** Draws the certificate. */
export function drawCertificate(fonts: PaperFonts, values: CertificateValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Certificate of recognition',
    reference: values.reference,
    template: 'Certificate of recognition, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.announcement(values.name);
    paper.paragraph(
      `${values.letterhead.council} recognises this group from ${formatDateNoWeekday(values.from)}${
        values.nextDueOn === null
          ? '.'
          : `, and asks for its next return by ${formatDateNoWeekday(values.nextDueOn)}.`
      }`,
    );
    paper.fieldGrid([
      ...(values.areas === '' ? [] : [{ label: 'Area', value: values.areas }]),
      ...(values.conditions === '' ? [] : [{ label: 'Conditions', value: values.conditions }]),
      { label: 'Decision', value: values.reference },
    ]);
    paper.space(1);
    paper.signatureBlock([{ role: 'For the council', name: values.decidedBy }]);
  });
}
