import type { Element } from './document.ts';
import type { Piece } from './flow.ts';
import { drawText, linesOf, type Sheet, setText } from './sheet.ts';
import { HAIRLINE, QUIET_INK } from './style.ts';
import type { Table } from './table.ts';
import type { PaperText } from './text.ts';

export type Field = { readonly label: string; readonly value: PaperText };

/** Labels take this part of the width, so that grids and writing lines of one paper align. */
const LABEL_SHARE = 0.3;
/** Narrower than this many ems, a label would break into too many lines beside its value. */
const LEAST_LABEL_EMS = 8;

/** Where labels end and values begin; undefined when labels must go above their values. */
export function valueIndent(sheet: Sheet): number | undefined {
  const indent = sheet.width * LABEL_SHARE;
  return indent >= LEAST_LABEL_EMS * sheet.style.body ? indent : undefined;
}

/** Labels with their values: a table of two columns for reading programs, quiet lines for eyes. */
export function fieldPieces(sheet: Sheet, parent: Element, fields: readonly Field[]): Piece[] {
  const { document, left, width, style } = sheet;
  const table = document.element(parent, 'Table');
  const indent = valueIndent(sheet);
  return fields.flatMap((field, i) => {
    const row = document.element(table, 'TR');
    const labelElement = document.element(row, 'TH', { scope: 'Row' });
    const valueElement = document.element(row, 'TD');
    const labelWidth = indent === undefined ? width : indent - style.padding * 2;
    const label = setText(sheet, field.label, labelWidth, { face: 'semibold', colour: QUIET_INK });
    const value = setText(sheet, field.value, width - (indent ?? 0));
    const first = Math.min(value.lines.length, 6);
    const head = linesOf(value, 0, first);
    const valueTop = indent === undefined ? label.height : 0;
    const isWhole = first === value.lines.length;
    const rule = (y: number) =>
      document.artifact(() =>
        document.stroke(
          [
            [left, y],
            [left + width, y],
          ],
          0.5,
          HAIRLINE,
        ),
      );
    const headHeight = Math.max(label.height, valueTop + head.height) + style.padding * 2;
    const pieces: Piece[] = [
      {
        height: headHeight,
        gap: i === 0 ? style.gap : 0,
        draw: (y) => {
          document.content(labelElement, () =>
            drawText(sheet, label, { x: left, y: y + style.padding }),
          );
          document.content(valueElement, () =>
            drawText(sheet, head, { x: left + (indent ?? 0), y: y + style.padding + valueTop }),
          );
          if (isWhole) rule(y + headHeight);
        },
      },
    ];
    // A long value goes on line by line, so that it may cross to the next page.
    for (let line = first; line < value.lines.length; line++) {
      const isLast = line === value.lines.length - 1;
      const part = linesOf(value, line, 1);
      pieces.push({
        height: part.height + (isLast ? style.padding : 0),
        gap: line === first ? -style.padding : 0,
        draw: (y) => {
          document.content(valueElement, () =>
            drawText(sheet, part, { x: left + (indent ?? 0), y: y }),
          );
          if (isLast) rule(y + part.height + style.padding);
        },
      });
    }
    return pieces;
  });
}

/** The rows of a table that is too wide for the paper, each as a list of labels and values. */
export function rowsAsFields(table: Table): Field[][] {
  return table.rows.map((row) =>
    table.columns.map((column, i) => {
      const value = row[i] ?? '';
      const isName = column.namesRow === true && typeof value === 'string';
      return { label: column.heading, value: isName ? [{ text: value, face: 'semibold' }] : value };
    }),
  );
}
