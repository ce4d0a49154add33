import type { DrawnPaper, PaperSize, TellDrawn } from '../paper.ts';
import { PaperDocument } from './document.ts';
import type { DocumentFacts } from './document-facts.ts';
import { place } from './flow.ts';
import type { PaperFonts } from './fonts.ts';
import type { PaperFrame } from './frame.ts';
import { letterheadPieces } from './letterhead.ts';
import { PaperWriter } from './paper-writer.ts';
import { drawText, type SetText, type Sheet, setText } from './sheet.ts';
import { HAIRLINE, QUIET_INK, STYLES, WATERMARK } from './style.ts';

/** One of many letters: whom it goes to, in which print, and what it says. */
export type MergedLetter = {
  /** At most five lines, which a window of the envelope shows. */
  readonly address: readonly string[];
  readonly size: PaperSize;
  readonly write: (paper: PaperWriter) => void;
};

export type MergedLetters = {
  readonly frame: PaperFrame;
  readonly title: string;
  readonly reference: string;
  /** Each letter begins on the front of a sheet: a letter of one page, or three, is followed by an empty page. */
  readonly onBothSides: boolean;
  readonly letters: readonly MergedLetter[];
};

const POINTS_A_MM = 72 / 25.4;
/**
 * The window of a DL envelope lies 20 mm from its left edge. An A4 sheet folded in three slips up and down in it by
 * 11 mm, so only what stands 55 to 81 mm from the top of the sheet is seen in every position.
 */
const ADDRESS_LEFT_PT = 22 * POINTS_A_MM;
const ADDRESS_TOP_PT = 55 * POINTS_A_MM;
const ADDRESS_WIDTH_PT = 86 * POINTS_A_MM;
/** Addresses are read by the post; readers of large print find their name and everything else in large print below. */
const ADDRESS_SIZE_PT = 12;
const ADDRESS_LINE_PT = 14.4;
/** Where the letter itself begins on its first page. */
const BODY_TOP_PT = 96 * POINTS_A_MM;
const PRACTICE_SIZE_PT = 120;
const PRACTICE_DEGREES = 52;

type PageOfLetter = { readonly page: number; readonly of: () => number; readonly sheet: Sheet };

/**
 * Draws many letters into one file, for a printer and window envelopes. Page numbers are each letter's own. `tell`
 * hears of each letter that is done, and stops the work by throwing.
 */
export function drawMergedLetters(
  fonts: PaperFonts,
  merged: MergedLetters,
  tell: TellDrawn,
): DrawnPaper {
  const { frame, letters } = merged;
  const facts: DocumentFacts = {
    title: `${merged.title} ${merged.reference}`,
    author: frame.letterhead.centre,
    subject: merged.reference,
    createdAt: frame.printedAt,
  };
  const document = new PaperDocument(fonts, facts, false);
  const missing = new Set<string>();
  const numbered = new Map<number, PageOfLetter>();
  letters.forEach((letter, i) => {
    const style = STYLES[letter.size];
    const bottom = document.height - style.margin * 0.65 - style.body * 1.32 - style.gap * 2;
    const sheet: Sheet = {
      document,
      fonts,
      style,
      left: style.margin,
      width: document.width - 2 * style.margin,
      bodyHeight: bottom - BODY_TOP_PT,
      missing,
    };
    const section = document.element(document.root, 'Sect');
    const first = document.pageCount + 1;
    let last = first;
    const head = drawHead(sheet, section, merged.frame, letter.address);
    const paper = new PaperWriter(sheet, section);
    letter.write(paper);
    place(paper.pieces, () => {
      beginPage(document, frame);
      const page = document.pageCount;
      last = page;
      numbered.set(page, { page: page - first + 1, of: () => last - first + 1, sheet });
      if (page > first) return { top: style.margin, bottom };
      head();
      return { top: BODY_TOP_PT, bottom };
    });
    const isOdd = (last - first) % 2 === 0;
    if (merged.onBothSides && isOdd && i < letters.length - 1) beginPage(document, frame);
    tell(i + 1, letters.length);
  });
  document.eachPage((page) => {
    const own = numbered.get(page);
    if (own !== undefined) drawFoot(own, merged);
  });
  const pages = document.pageCount;
  return { bytes: document.finish(), pages, missingGlyphs: [...missing].sort() };
}

function beginPage(document: PaperDocument, frame: PaperFrame): void {
  document.addPage();
  if (frame.practice)
    document.artifact(() =>
      document.turnedWord('PRACTICE', PRACTICE_SIZE_PT, PRACTICE_DEGREES, WATERMARK),
    );
}

/** Letterhead and address of a first page; set at once, so that they come first when the letter is read aloud. */
function drawHead(
  sheet: Sheet,
  section: Parameters<typeof letterheadPieces>[1],
  frame: PaperFrame,
  address: readonly string[],
): () => void {
  const { document } = sheet;
  // In the ordinary print: a larger head would push the address out of the window.
  const small = STYLES.normal;
  const pieces = letterheadPieces(
    { ...sheet, style: small, left: small.margin, width: document.width - 2 * small.margin },
    section,
    frame.letterhead,
  );
  const element = document.element(section, 'P');
  const lines = address.map((line) => fitted(sheet, line));
  return () => {
    for (const piece of pieces) piece.draw(small.margin);
    document.content(element, () => {
      lines.forEach((set, i) =>
        drawText(sheet, set, { x: ADDRESS_LEFT_PT, y: ADDRESS_TOP_PT + i * ADDRESS_LINE_PT }),
      );
    });
  };
}

/** A line of the address on one line, however long: smaller print rather than a line that hides below the window. */
export function fitted(
  sheet: Sheet,
  line: string,
  width = ADDRESS_WIDTH_PT,
  size = ADDRESS_SIZE_PT,
): SetText {
  const SMALLEST_PT = 8;
  const set = setText(sheet, line, width, { size });
  return set.lines.length === 1 || size <= SMALLEST_PT
    ? set
    : fitted(sheet, line, width, size - 0.5);
}

function drawFoot({ page, of, sheet }: PageOfLetter, { reference }: MergedLetters): void {
  const { document, left, width, style } = sheet;
  const words = setText(sheet, `${reference} · Page ${page} of ${of()}`, width, {
    colour: QUIET_INK,
  });
  const top = document.height - style.margin * 0.65 - words.height;
  document.artifact(() => {
    document.stroke(
      [
        [left, top - style.gap],
        [left + width, top - style.gap],
      ],
      0.5,
      HAIRLINE,
    );
    drawText(sheet, words, { x: left, y: top });
  }, 'Bottom');
}
