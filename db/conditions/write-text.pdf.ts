import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { readTextLayout } from './text-layout.ts';

/** Sets a typed text: headings stay with their lists. */
export function writeText(paper: PaperWriter, text: string): void {
  for (const block of readTextLayout(text)) {
    if (block.kind === 'list') paper.list(block.items);
    else if (block.kind === 'heading') paper.heading(block.text);
    else paper.paragraph(block.text);
  }
}
