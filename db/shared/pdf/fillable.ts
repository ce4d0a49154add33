import type { Box, Element } from './document.ts';
import type { Sheet } from './sheet.ts';
import { WRITING_INK } from './style.ts';

/** A place to type in, where the paper is one that is filled in on a screen; otherwise nothing. */
export function textField(
  sheet: Sheet,
  parent: Element,
  box: Box,
  facts: {
    readonly label: string;
    readonly isMultiline?: boolean;
    readonly align?: 'left' | 'right' | 'centre';
  },
): void {
  if (sheet.isFillable !== true) return;
  const { element } = sheet.document.element(parent, 'Form');
  sheet.document.fields.text(element, box, { ...facts, size: sheet.style.body });
}

/** A square to tick on a screen, with its outline; a printed box of the same size stands there otherwise. */
export function checkField(
  sheet: Sheet,
  parent: Element,
  at: { readonly x: number; readonly y: number; readonly side: number },
  facts: { readonly label: string; readonly isTicked: boolean },
): void {
  const { document } = sheet;
  const box = { x: at.x, y: at.y, width: at.side, height: at.side };
  document.artifact(() => document.strokeBox(box, 1, WRITING_INK));
  document.fields.check(document.element(parent, 'Form').element, box, facts);
}
