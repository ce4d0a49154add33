import type { Element } from './document.ts';
import type { Piece } from './flow.ts';
import { drawText, type Sheet, setText } from './sheet.ts';
import { HAIRLINE } from './style.ts';

/** A picture on paper, such as a photographed receipt. */
export type Picture = {
  /** Stands above it: 'Receipt 1: taxi, 6 April 2027'. */
  readonly caption: string;
  /** A JPEG or PNG; null where there is none to print, and `instead` says why. */
  readonly bytes: Uint8Array | null;
  readonly instead: string;
};

/** Pictures stand two beside each other and two below each other. */
const ACROSS = 2;
const DOWN = 2;
/** However long a caption is, its picture keeps this part of its place. */
const LEAST_SHARE = 0.4;

/** Pictures four to a page, each with its caption above it. `room` is what a heading above them takes. */
export function picturePieces(
  sheet: Sheet,
  parent: Element,
  pictures: readonly Picture[],
  room: number,
): Piece[] {
  const { document, left, width, style, bodyHeight } = sheet;
  const gap = style.body;
  const cellWidth = (width - gap * (ACROSS - 1)) / ACROSS;
  const rowGap = style.gap * 2;
  const height = (bodyHeight - room - rowGap * DOWN) / DOWN;
  const cells = pictures.map((picture) => {
    const caption = setText(sheet, picture.caption, cellWidth, { face: 'semibold' });
    return {
      picture,
      caption,
      captionElement: document.element(parent, 'P'),
      ...(picture.bytes === null
        ? {
            instead: setText(sheet, picture.instead, cellWidth - style.padding * 4),
            element: document.element(parent, 'P'),
          }
        : { element: document.element(parent, 'Figure', { alt: picture.caption }) }),
    };
  });
  return Array.from({ length: Math.ceil(cells.length / ACROSS) }, (_, nth): Piece => {
    const row = cells.slice(nth * ACROSS, nth * ACROSS + ACROSS);
    const captionHeight = Math.max(...row.map(({ caption }) => caption.height)) + style.padding;
    const boxHeight = Math.max(height - captionHeight, height * LEAST_SHARE);
    return {
      height: captionHeight + boxHeight,
      gap: rowGap,
      draw: (y) => {
        row.forEach((cell, column) => {
          const x = left + column * (cellWidth + gap);
          document.content(cell.captionElement, () => drawText(sheet, cell.caption, { x, y }));
          const box = { x, y: y + captionHeight, width: cellWidth, height: boxHeight };
          const { bytes } = cell.picture;
          if (bytes !== null) document.content(cell.element, () => document.picture(bytes, box));
          document.artifact(() => document.strokeBox(box, 0.75, HAIRLINE));
          if ('instead' in cell) {
            const spot = { x: x + style.padding * 2, y: box.y + style.padding * 2 };
            document.content(cell.element, () => drawText(sheet, cell.instead, spot));
          }
        });
      },
    };
  });
}

const JPEG = [0xff, 0xd8];
const PNG = [0x89, 0x50, 0x4e, 0x47];
/** Where the head of a PNG says how its dots are kept, and whether they come in several passes. */
const COLOUR_TYPE_AT = 25;
const INTERLACED_AT = 28;
const PALETTE = 3;
const WITH_ALPHA = 4;

/**
 * Whether a picture can be put into a paper in one go. PDFKit takes see-through and interlaced PNGs apart in the
 * background, when our papers are long finished; photographs and scans are neither.
 */
export function canBePlaced(bytes: Uint8Array): boolean {
  if (JPEG.every((byte, i) => bytes[i] === byte)) return true;
  if (!PNG.every((byte, i) => bytes[i] === byte)) return false;
  const colourType = bytes[COLOUR_TYPE_AT] ?? WITH_ALPHA;
  const isSeeThrough =
    colourType >= WITH_ALPHA || (colourType === PALETTE && Buffer.from(bytes).includes('tRNS'));
  return !isSeeThrough && bytes[INTERLACED_AT] === 0;
}
