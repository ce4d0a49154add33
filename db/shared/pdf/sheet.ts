import type { Colour, Element, PaperDocument } from './document.ts';
import type { FaceName, PaperFonts } from './fonts.ts';
import type { Piece } from './flow.ts';
import { baselineOf, INK, lineHeight, type PaperStyle, WRITING_INK } from './style.ts';
import { breakLines, type Line, type PaperText } from './text.ts';

/** What every block of a paper needs in order to set itself. */
export type Sheet = {
  readonly document: PaperDocument;
  readonly fonts: PaperFonts;
  readonly style: PaperStyle;
  /** Left edge and width of the body, in points. */
  readonly left: number;
  readonly width: number;
  /** The height that every page has for blocks; nothing undivided may be taller. */
  readonly bodyHeight: number;
  /** Places to write on are also fields to fill in on a screen. */
  readonly isFillable?: boolean;
  /** Characters met so far that no font has. */
  readonly missing: Set<string>;
};

export type TextLook = {
  readonly size?: number;
  readonly face?: FaceName;
  readonly colour?: Colour;
};

/** Text broken into lines and ready to draw. */
export type SetText = {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly colour: Colour;
  readonly height: number;
  /** Width of its longest line. */
  readonly width: number;
};

export function setText(
  sheet: Sheet,
  text: PaperText,
  width: number,
  look: TextLook = {},
): SetText {
  const size = look.size ?? sheet.style.body;
  const style = { size, width, face: look.face ?? 'regular' };
  return withLines(breakLines(sheet.fonts, text, style, sheet.missing), size, look.colour ?? INK);
}

function withLines(lines: readonly Line[], size: number, colour: Colour): SetText {
  const height = lines.length * lineHeight(size);
  return { lines, size, colour, height, width: Math.max(0, ...lines.map((line) => line.width)) };
}

/** Part of a text: `count` lines from `start` on. */
export function linesOf(text: SetText, start: number, count: number): SetText {
  return withLines(text.lines.slice(start, start + count), text.size, text.colour);
}

/** Where text goes: its left edge and top, and the width to align it in when it is not to the left. */
export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly align?: 'left' | 'right' | 'centre';
  readonly width?: number;
};

/** Draws text with its first line's top at the spot. Call it inside `content` or `artifact`. */
export function drawText(sheet: Sheet, text: SetText, spot: Spot): void {
  text.lines.forEach((line, i) => {
    const x = spot.x + shiftOf(spot, line.width);
    const baseline = baselineOf(spot.y + i * lineHeight(text.size), text.size);
    sheet.document.line(line, { x, baseline }, text.size, text.colour);
    for (const segment of line.segments) {
      if (segment.face === undefined) {
        const from = x + segment.x;
        writingRule(sheet, from, from + segment.width, baseline + text.size * 0.15);
      }
    }
  });
}

function shiftOf(spot: Spot, lineWidth: number): number {
  const spare = (spot.width ?? lineWidth) - lineWidth;
  if (spot.align === 'right') return spare;
  return spot.align === 'centre' ? spare / 2 : 0;
}

/** A thin line to write on. */
export function writingRule(sheet: Sheet, from: number, to: number, y: number): void {
  sheet.document.stroke(
    [
      [from, y],
      [to, y],
    ],
    0.75,
    WRITING_INK,
  );
}

/** How a text stands among other pieces; `beside` is drawn with its first line, as a list's mark is. */
export type TextPlace = {
  readonly x: number;
  readonly gap: number;
  readonly beside?: (y: number) => void;
};

/** Text as pieces that may be divided between pages, but never so that one line stands alone. */
export function textPieces(
  sheet: Sheet,
  element: Element,
  text: SetText,
  place: TextPlace,
): Piece[] {
  const count = text.lines.length;
  const breaks = count <= 4 ? [0, count] : [0, ...range(2, count - 2), count];
  return breaks.slice(0, -1).map((start, i) => {
    const part = linesOf(text, start, (breaks[i + 1] ?? count) - start);
    return {
      height: part.height,
      gap: i === 0 ? place.gap : 0,
      draw: (y) => {
        if (i === 0) place.beside?.(y);
        sheet.document.content(element, () => drawText(sheet, part, { x: place.x, y }));
      },
    };
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
