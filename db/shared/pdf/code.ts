import { encode } from 'uqr';
import type { Box, Element } from './document.ts';
import type { Piece } from './flow.ts';
import { drawText, type Sheet, setText } from './sheet.ts';
import { ACCENT, BAND, INK } from './style.ts';

/** What a paper is found by again: its number in huge type, and the same number as a code for a scanner. */
export type ReferenceMark = {
  readonly reference: string;
  /** What to do with it, in a sentence or two below. */
  readonly words: string;
};

/** A side of the code with its white border, in points; its squares are then a millimetre or larger. */
const SIDE_PT = 88;
/** Squares of white that a scanner needs round a code. */
const QUIET_SQUARES = 4;
/** One of the eight patterns that a code may be laid under; looking for the best one takes longer than a whole form. */
const MASK = 3;

/** The number in huge type, and beside it the code, in a panel. */
export function referencePieces(sheet: Sheet, parent: Element, mark: ReferenceMark): Piece[] {
  const { document, left, width, style } = sheet;
  const inset = style.padding * 2.5;
  const textWidth = width - SIDE_PT - inset * 3;
  const number = setText(sheet, mark.reference, textWidth, {
    size: style.title * 1.5,
    face: 'semibold',
    colour: INK,
  });
  const words = setText(sheet, mark.words, textWidth);
  const numberElement = document.element(parent, 'P');
  const wordsElement = document.element(parent, 'P');
  const code = document.element(parent, 'Figure', { alt: `QR code of ${mark.reference}` });
  const textHeight = number.height + words.height;
  const height = Math.max(SIDE_PT, textHeight) + inset;
  const squares = squaresOf(mark.reference);
  return [
    {
      height,
      gap: style.gap * 1.5,
      draw: (y) => {
        const box = { x: left, y, width, height };
        const codeBox = {
          x: left + width - SIDE_PT - inset / 2,
          y: y + (height - SIDE_PT) / 2,
          width: SIDE_PT,
          height: SIDE_PT,
        };
        document.artifact(() => {
          document.fillBox(box, BAND);
          document.fillBox({ ...box, width: style.padding }, ACCENT);
          document.fillBox(codeBox, [1, 1, 1]);
        });
        const top = y + (height - textHeight) / 2;
        document.content(numberElement, () => drawText(sheet, number, { x: left + inset, y: top }));
        document.content(wordsElement, () =>
          drawText(sheet, words, { x: left + inset, y: top + number.height }),
        );
        document.content(code, () => document.fillBoxes(placed(squares, codeBox), INK));
      },
    },
  ];
}

type Squares = { readonly across: number; readonly runs: readonly Box[] };

/** The black squares of a code, those beside each other as one bar; sizes in squares. */
function squaresOf(text: string): Squares {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: MASK });
  const runs = data.flatMap((row, y) => {
    const bars: Box[] = [];
    for (let x = 0; x < size; x++) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x++;
      bars.push({ x: from, y, width: x - from + 1, height: 1 });
    }
    return bars;
  });
  return { across: size + 2 * QUIET_SQUARES, runs };
}

function placed({ across, runs }: Squares, box: Box): Box[] {
  const square = box.width / across;
  return runs.map((run) => ({
    x: box.x + (run.x + QUIET_SQUARES) * square,
    y: box.y + (run.y + QUIET_SQUARES) * square,
    width: run.width * square,
    height: run.height * square,
  }));
}
