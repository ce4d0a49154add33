import { mustExist } from '../domain-error.ts';
import type { DrawnPaper } from '../paper.ts';
import { PaperDocument } from './document.ts';
import { place } from './flow.ts';
import type { PaperFonts } from './fonts.ts';
import type { PaperFrame } from './frame.ts';
import { letterheadPieces, titlePieces } from './letterhead.ts';
import {
  beginFurniture,
  drawFooters,
  type Furniture,
  roomOf,
  subjectOf,
} from './page-furniture.ts';
import { PaperWriter, type PlacedHeading } from './paper-writer.ts';
import type { Sheet } from './sheet.ts';
import { STYLES } from './style.ts';

/** What a paper is, apart from what is written on it. */
export type PaperOptions = {
  readonly frame: PaperFrame;
  readonly title: string;
  /** The number people quote; a blank form has none. */
  readonly reference?: string;
  /** Name and version of the paper's design: "Booking slip, version 1". */
  readonly template: string;
  readonly landscape?: boolean;
  /** Places to write on are also fields to fill in on a screen, for a form that is sent out as a file. */
  readonly isFillable?: boolean;
};

/** The mark across the page is not read out, so the first page says it in words too. */
const PRACTICE_NOTE = 'Practice paper. The names are made up, and nothing on it counts.';

/** With more pages than this, a paper gets bookmarks. */
const PAGES_WITHOUT_BOOKMARKS = 3;

/**
 * Draws a paper: letterhead, title and reference, then whatever `write` writes, then footers.
 * The same options and content give the same bytes. Nothing is read from disk or from the clock.
 */
export function drawPaper(
  fonts: PaperFonts,
  options: PaperOptions,
  write: (paper: PaperWriter) => void,
): DrawnPaper {
  const { frame, title, reference } = options;
  const furniture: Furniture = { frame, title, reference, template: options.template };
  const facts = {
    title: reference === undefined ? title : `${title} ${reference}`,
    author: frame.letterhead.centre,
    subject: subjectOf(furniture),
    createdAt: frame.printedAt,
  };
  const document = new PaperDocument(fonts, facts, options.landscape ?? false);
  const style = STYLES[frame.size];
  const width = document.width - 2 * style.margin;
  const missing = new Set<string>();
  const unplaced = {
    document,
    fonts,
    style,
    left: style.margin,
    width,
    bodyHeight: 0,
    isFillable: options.isFillable ?? false,
    missing,
  };
  const smallest = roomOf(unplaced, furniture, 2);
  const sheet: Sheet = { ...unplaced, bodyHeight: smallest.bottom - smallest.top };

  const paper = new PaperWriter(sheet, document.root);
  paper.add(letterheadPieces(sheet, document.root, frame.letterhead));
  paper.add(
    titlePieces(sheet, document.root, {
      text: title,
      reference,
      onDraw: (y) => paper.headings.push({ level: 1, text: title, page: 1, y }),
    }),
  );
  if (frame.practice) paper.paragraph(PRACTICE_NOTE, { face: 'semibold' });
  write(paper);

  place(paper.pieces, () => {
    beginFurniture(sheet, furniture);
    return roomOf(sheet, furniture, document.pageCount);
  });
  drawFooters(sheet, furniture);
  if (document.pageCount > PAGES_WITHOUT_BOOKMARKS) bookmark(document, paper.headings);
  const pages = document.pageCount;
  return { bytes: document.finish(), pages, missingGlyphs: [...missing].sort() };
}

/**
 * Draws a paper in one setting after the other, from the most generous on, until it is one page. When none is, the
 * last one runs over as many pages as it needs, and nothing is lost. `settings` has at least one.
 */
export function drawOnOnePage<Setting>(
  settings: readonly Setting[],
  draw: (setting: Setting) => DrawnPaper,
): DrawnPaper {
  let drawn: DrawnPaper | undefined;
  for (const setting of settings) {
    drawn = draw(setting);
    if (drawn.pages === 1) break;
  }
  return mustExist(drawn, 'a paper has at least one setting');
}

/** Bookmarks in the order of the headings, each under the last one of a higher level. */
function bookmark(document: PaperDocument, headings: readonly PlacedHeading[]): void {
  const open: { level: number; mark: PDFKit.PDFOutline }[] = [];
  for (const { level, text, page, y } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const mark = document.bookmark(text, page, y, open.at(-1)?.mark);
    open.push({ level, mark });
  }
}
