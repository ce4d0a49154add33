import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Signatory } from '#db/shared/pdf/signatures';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { SignatureOnPaper } from './claim-form-values.ts';

/** What is declared, the signatures there are, and lines for those still to come. */
export function writeSignatures(
  paper: PaperWriter,
  block: {
    readonly declaration: string;
    readonly signatures: readonly SignatureOnPaper[];
    readonly toSign: readonly Signatory[];
  },
): void {
  paper.neverSplit(() => {
    paper.heading(block.toSign.length > 0 ? 'Please sign' : 'Signed');
    for (const part of block.declaration.split(/\n+/)) if (part !== '') paper.paragraph(part);
    paper.signatureBlock([
      ...block.signatures.map(
        (signature): Signatory => ({
          role: signature.role,
          name: signature.name,
          signed: {
            strokes: signature.strokes,
            instead: signature.instead,
            on: formatDateNoWeekday(signature.on),
          },
        }),
      ),
      ...block.toSign,
    ]);
    const marks = [...new Set(block.signatures.map(({ fingerprint }) => fingerprint))].filter(
      (mark) => mark !== '',
    );
    if (marks.length > 0)
      paper.paragraph(`Fingerprint of what was signed: ${marks.join(', ')}`, { quiet: true });
  });
}
