import type { Element } from './document.ts';
import { valueIndent } from './fields.ts';
import { checkField, textField } from './fillable.ts';
import { type Piece, unsplit } from './flow.ts';
import { drawText, type Sheet, setText, writingRule } from './sheet.ts';
import { lineHeight, QUIET_INK, WRITING_INK } from './style.ts';
import { type PaperText, plainText } from './text.ts';

export type CheckBox = { readonly text: PaperText; readonly ticked?: boolean };

/** A label with lines to write on beside it, or below it on large print. */
export function writingLinePieces(
  sheet: Sheet,
  parent: Element,
  label: string,
  count: number,
): Piece[] {
  const { document, left, width, style } = sheet;
  const element = document.element(parent, 'P');
  const indent = valueIndent(sheet);
  const labelWidth = indent === undefined ? width : indent - style.padding * 2;
  const text = setText(sheet, label, labelWidth, { face: 'semibold', colour: QUIET_INK });
  const above = indent === undefined ? text.height - style.padding : 0;
  const rule = (foot: number) =>
    document.artifact(() =>
      writingRule(sheet, left + (indent ?? 0), left + width, foot - style.padding),
    );
  const firstRuleAt = above + style.writingLine;
  const drawLabel = (y: number) => {
    const labelTop = indent === undefined ? y : besideLine(sheet, y);
    document.content(element, () => drawText(sheet, text, { x: left, y: labelTop }));
  };
  const field = (foot: number, height: number) => {
    const x = left + (indent ?? 0);
    const box = { x, y: foot - style.padding - height, width: left + width - x, height };
    textField(sheet, element, box, { label, isMultiline: count > 1 });
    return box;
  };
  if (sheet.isFillable === true && count > 1) {
    // What is typed breaks its lines where it likes, so it gets a box and no lines to keep to.
    const boxHeight = style.writingLine * count - style.padding * 2;
    const foot = above + style.writingLine * count;
    const draw = (y: number) => {
      drawLabel(y);
      const box = field(y + foot, boxHeight);
      document.artifact(() => document.strokeBox(box, 0.75, WRITING_INK));
    };
    return [{ height: Math.max(text.height + style.padding, foot), gap: 0, draw }];
  }
  const first: Piece = {
    height: Math.max(text.height + style.padding, firstRuleAt),
    gap: 0,
    draw: (y) => {
      drawLabel(y);
      rule(y + firstRuleAt);
      field(y + firstRuleAt, fieldHeight(sheet));
    },
  };
  // A tall label reaches down beside the second line, which does not move for it.
  const beside = first.height - firstRuleAt;
  const more = Array.from({ length: count - 1 }, (_, i): Piece => {
    const height = i === 0 ? Math.max(0, style.writingLine - beside) : style.writingLine;
    return { height, gap: 0, draw: (y) => rule(y + height) };
  });
  return more.length > 0 && more.length < 8 ? unsplit([first, ...more]) : [first, ...more];
}

/** How high a field of one line is; a little lower than the line, so that fields below each other stand apart. */
export function fieldHeight({ style }: Sheet): number {
  return Math.min(lineHeight(style.body) * 1.25, style.writingLine - style.padding);
}

/** Where a text's top has to be, so that it stands on the first writing line below `y`. */
export function besideLine(sheet: Sheet, y: number): number {
  return y + sheet.style.writingLine - sheet.style.padding - lineHeight(sheet.style.body) * 0.85;
}

/** A shorter blank than this many ems is no room to write in beside a neighbour. */
const LEAST_BLANK_EMS = 5;

/** Several short answers side by side: date, start, finish. */
export function writingRowPieces(
  sheet: Sheet,
  parent: Element,
  labels: readonly string[],
): Piece[] {
  const { document, left, width, style } = sheet;
  const columnGap = style.body;
  const columnWidth = (width - columnGap * (labels.length - 1)) / labels.length;
  const texts = labels.map((label) => ({
    label,
    ...setText(sheet, label, columnWidth, { face: 'semibold', colour: QUIET_INK }),
  }));
  const widestLabel = Math.max(0, ...texts.map((text) => text.width));
  if (columnWidth - widestLabel < LEAST_BLANK_EMS * style.body) {
    return labels.flatMap((label) => writingLinePieces(sheet, parent, label, 1));
  }
  const columns = texts.map((text, i) => ({
    element: document.element(parent, 'P'),
    text,
    x: left + i * (columnWidth + columnGap),
  }));
  const tallest = Math.max(...columns.map((column) => column.text.height));
  return [
    {
      height: Math.max(style.writingLine, tallest + style.padding),
      gap: 0,
      draw: (y) => {
        const foot = y + style.writingLine - style.padding;
        for (const { element, text, x } of columns) {
          document.content(element, () => drawText(sheet, text, { x: x, y: besideLine(sheet, y) }));
          const from = x + text.width + style.padding * 1.5;
          document.artifact(() => writingRule(sheet, from, x + columnWidth, foot));
          const height = fieldHeight(sheet);
          const box = { x: from, y: foot - height, width: x + columnWidth - from, height };
          textField(sheet, element, box, { label: text.label });
        }
      },
    },
  ];
}

/** Boxes to tick, side by side where they have room; ticked ones carry a tick. */
export function checkBoxPieces(sheet: Sheet, parent: Element, boxes: readonly CheckBox[]): Piece[] {
  const { document, left, width, style } = sheet;
  const list = document.element(parent, 'L');
  const indent = style.body * 1.7;
  const columnGap = style.body * 1.5;
  const widest = Math.max(
    ...boxes.map((box) => setText(sheet, box.text, Number.POSITIVE_INFINITY).width),
  );
  const across = Math.floor((width + columnGap) / (widest + indent + columnGap));
  const most = Math.max(1, Math.min(boxes.length, across, 4));
  // As many rows as that takes, evenly filled: four boxes are two and two, not three and one.
  const columns = Math.ceil(boxes.length / Math.ceil(boxes.length / most));
  const columnWidth = (width - columnGap * (columns - 1)) / columns;
  const items = boxes.map((box) => {
    const item = document.element(list, 'LI');
    return {
      box,
      mark: setText(sheet, box.ticked ? '☑' : '☐', indent, { size: style.body * 1.35 }),
      markElement: document.element(item, 'Lbl'),
      text: setText(sheet, box.text, columnWidth - indent),
      textElement: document.element(item, 'LBody'),
    };
  });
  return chunksOf(items, columns).map((row, i) => ({
    height: Math.max(...row.map((item) => item.text.height)) + style.padding,
    gap: i === 0 ? style.gap : 0,
    draw: (y) => {
      row.forEach((item, column) => {
        const x = left + column * (columnWidth + columnGap);
        const lift = (lineHeight(style.body * 1.35) - lineHeight(style.body)) * 0.72;
        if (sheet.isFillable === true) {
          const side = style.body;
          const spot = { x, y: y + (lineHeight(style.body) - side) / 2, side };
          const facts = { label: plainText(item.box.text), isTicked: item.box.ticked === true };
          checkField(sheet, item.markElement, spot, facts);
        } else {
          document.content(item.markElement, () =>
            drawText(sheet, item.mark, { x: x, y: y - lift }),
          );
        }
        document.content(item.textElement, () =>
          drawText(sheet, item.text, { x: x + indent, y: y }),
        );
      });
    },
  }));
}

function chunksOf<T>(things: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let i = 0; i < things.length; i += size) chunks.push(things.slice(i, i + size));
  return chunks;
}
