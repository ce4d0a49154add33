import { z } from 'zod';
import { formatPence, Pence } from '#db/shared/money';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { SignatureOnPaper } from './claim-form-values.ts';

/** A slip on which somebody signs for money that was paid to them in cash. */
export const CashReceiptValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  payee: z.string(),
  claimant: z.string(),
  pence: Pence,
  /** Null while it is still to be signed. */
  signature: SignatureOnPaper.nullable(),
});
export type CashReceiptValues = z.infer<typeof CashReceiptValues>;

export function drawCashReceipt(fonts: PaperFonts, values: CashReceiptValues): DrawnPaper {
  const { reference, payee, claimant, signature } = values;
  const options = {
    frame: values,
    title: 'Cash for a claim',
    reference,
    template: 'Cash receipt, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.referenceMark({
      reference,
      words: 'Count the money before you sign.',
    });
    paper.announcement(`I have received ${formatPence(values.pence)} in cash.`);
    paper.fieldGrid([
      { label: 'Paid to', value: payee },
      ...(claimant === payee ? [] : [{ label: 'For the claim of', value: claimant }]),
      ...(signature === null
        ? []
        : [{ label: 'Paid on', value: formatDateNoWeekday(signature.on) }]),
    ]);
    paper.signatureBlock([
      signature === null
        ? { role: 'Received by', name: payee }
        : {
            role: 'Received by',
            name: signature.name,
            signed: {
              strokes: signature.strokes,
              instead: signature.instead,
              on: formatDateNoWeekday(signature.on),
            },
          },
      ...(signature === null ? [{ role: 'Paid out by' }] : []),
    ]);
  });
}
