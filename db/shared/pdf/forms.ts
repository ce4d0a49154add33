import type { Element } from './document.ts';
import { valueIndent } from './fields.ts';
import { type Piece, unsplit } from './flow.ts';
import { drawText, type Sheet, setText, writingRule } from './sheet.ts';
import { lineHeight, QUIET_INK } from './style.ts';
import type { PaperText } from './text.ts';

export type CheckBox = { readonly text: PaperText; readonly ticked?: boolean };

export type Signatory = {
  /** As whom the person signs: "Booked by". */
  readonly role: string;
  /** Printed where the name would be written, when it is known. */
  readonly name?: string;
};

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
  const first: Piece = {
    height: Math.max(text.height + style.padding, firstRuleAt),
    gap: 0,
    draw: (y) => {
      const labelTop = indent === undefined ? y : besideLine(sheet, y);
      document.content(element, () => drawText(sheet, text, { x: left, y: labelTop }));
      rule(y + firstRuleAt);
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

/** Where a text's top has to be, so that it stands on the first writing line below `y`. */
function besideLine(sheet: Sheet, y: number): number {
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
  const texts = labels.map((label) =>
    setText(sheet, label, columnWidth, { face: 'semibold', colour: QUIET_INK }),
  );
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
          document.artifact(() =>
            writingRule(sheet, x + text.width + style.padding * 1.5, x + columnWidth, foot),
          );
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
  const columns = Math.max(1, Math.min(boxes.length, across, 4));
  const columnWidth = (width - columnGap * (columns - 1)) / columns;
  const items = boxes.map((box) => {
    const item = document.element(list, 'LI');
    return {
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
        document.content(item.markElement, () => drawText(sheet, item.mark, { x: x, y: y - lift }));
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

/** For each signatory a line to sign, the name and the date. */
export function signaturePieces(
  sheet: Sheet,
  parent: Element,
  signatories: readonly Signatory[],
): Piece[] {
  return signatories.flatMap((signatory) => signatoryPieces(sheet, parent, signatory));
}

function signatoryPieces(sheet: Sheet, parent: Element, signatory: Signatory): Piece[] {
  const { document, left, style } = sheet;
  const role = setText(sheet, signatory.role, sheet.width, { face: 'semibold' });
  const element = document.element(parent, 'P');
  const rolePiece: Piece = {
    height: role.height,
    gap: style.gap * 1.5,
    withNext: 'always',
    draw: (y) => document.content(element, () => drawText(sheet, role, { x: left, y: y })),
  };
  const captions = ['Signature', 'Name', 'Date'] as const;
  const shares = valueIndent(sheet) === undefined ? undefined : ([0.44, 0.34, 0.22] as const);
  const name = signatory.name ?? '';
  if (!shares) {
    const lines = captions.flatMap((caption) => {
      const known = caption === 'Name' && name !== '' ? `Name: ${name}` : caption;
      return writingLinePieces(sheet, parent, known, 1);
    });
    return [rolePiece, ...lines.map((piece, i) => keepUnlessLast(piece, i, lines.length))];
  }
  let x = left;
  const parts = captions.map((caption, i) => {
    const width = sheet.width * (shares[i] ?? 0);
    const part = {
      x,
      width: width - (i < 2 ? style.body : 0),
      caption: setText(sheet, caption, width - style.body, { colour: QUIET_INK }),
      written: setText(sheet, caption === 'Name' ? name : '', width - style.body),
      element: document.element(parent, 'P'),
      writtenElement: caption === 'Name' && name !== '' ? document.element(parent, 'P') : undefined,
    };
    x += width;
    return part;
  });
  const writtenHeight = Math.max(...parts.map((part) => part.written.height));
  const lineAt = Math.max(style.writingLine * 1.25, writtenHeight + style.padding);
  return [
    rolePiece,
    {
      height: lineAt + lineHeight(style.body) + style.padding,
      gap: 0,
      draw: (y) => {
        for (const part of parts) {
          document.artifact(() => writingRule(sheet, part.x, part.x + part.width, y + lineAt));
          const captionTop = y + lineAt + style.padding / 2;
          document.content(part.element, () =>
            drawText(sheet, part.caption, { x: part.x, y: captionTop }),
          );
          const top = y + lineAt - style.padding / 2 - part.written.height;
          if (part.writtenElement) {
            document.content(part.writtenElement, () =>
              drawText(sheet, part.written, { x: part.x, y: top }),
            );
          }
        }
      },
    },
  ];
}

function keepUnlessLast(piece: Piece, i: number, count: number): Piece {
  return i < count - 1 ? { ...piece, withNext: 'always' } : piece;
}
