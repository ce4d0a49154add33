import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';

/** The form on which bank details are given: blank, or for a group or person. It never prints a whole number. */
export const BankDetailsFormValues = z.object({
  ...PaperFrame.shape,
  /** Null draws the blank form. */
  payee: z
    .object({
      name: z.string(),
      isGroup: z.boolean(),
      /** How they are paid now, masked; empty while nothing is checked. */
      paidNow: z.string(),
      /** Who may sign for a group's account today. */
      signatories: z.array(z.string()).readonly(),
      toSign: z.int(),
    })
    .nullable(),
});
export type BankDetailsFormValues = z.infer<typeof BankDetailsFormValues>;

export function drawBankDetailsForm(fonts: PaperFonts, values: BankDetailsFormValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'How we pay you',
    template: 'Bank details form, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph('For grants and expenses. Only a building society has a society reference.');
    writeWho(paper, values.payee);
    writeWays(paper);
    paper.panel([
      'How we keep your money safe',
      'We ring you on a number that we had before, and you read this out. Nothing is paid until then. We never ask for a password or a card number.',
    ]);
    writeSignatures(paper, values.payee);
    writeOffice(paper);
  });
}

type Filled = BankDetailsFormValues['payee'];

function writeWho(paper: PaperWriter, payee: Filled): void {
  paper.heading('Who is paid');
  if (payee === null) {
    paper.writingLines('Group or person');
    return;
  }
  paper.fieldGrid([
    { label: payee.isGroup ? 'Group' : 'Name', value: payee.name },
    { label: 'Paid now', value: payee.paidNow === '' ? 'Nothing on record' : payee.paidNow },
  ]);
}

function writeWays(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('Where to pay');
    paper.writingLines('Account name');
    paper.writingRow(['Sort code', 'Account number']);
    paper.writingLines('Society reference');
    paper.writingLines('Or cheque to');
    paper.checkBoxes([{ text: 'Or cash at the desk' }]);
  });
}

function writeSignatures(paper: PaperWriter, payee: Filled): void {
  const isPerson = payee !== null && !payee.isGroup;
  const names = payee?.signatories ?? [];
  const places = isPerson ? 1 : Math.max(payee?.toSign ?? 2, 1);
  paper.neverSplit(() => {
    paper.heading('Signatures');
    paper.paragraph(
      isPerson
        ? 'These details are mine and are right.'
        : `The group decided to be paid like this. ${names.length === 0 ? 'As many sign as its bank asks, mostly two.' : `On our record as signatories: ${names.join(', ')}.`}`,
    );
    paper.signatureBlock(
      Array.from({ length: places }, (_, i) =>
        isPerson ? { role: 'Signed', name: payee.name } : { role: `Signatory ${i + 1}` },
      ),
    );
  });
}

function writeOffice(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.space(0.5);
    paper.writingRow(['Office: entered by, on', 'Rung back by, on']);
    paper.writingRow(['Office: number rung', 'Who spoke']);
  });
}
