import type { PaperSize } from '../paper.ts';
import type { Colour } from './document.ts';

/** Type sizes and distances of one paper size, all in points. */
export type PaperStyle = {
  readonly body: number;
  readonly subheading: number;
  readonly heading: number;
  readonly title: number;
  readonly margin: number;
  /** Between paragraphs, and within a block. */
  readonly gap: number;
  /** Before a heading. */
  readonly sectionGap: number;
  /** Height of a line to write on. */
  readonly writingLine: number;
  readonly padding: number;
};

/** No text is smaller than the body: people who need 12 point need it in the footer too. */
export const STYLES: Readonly<Record<PaperSize, PaperStyle>> = {
  normal: {
    body: 12,
    subheading: 13,
    heading: 15,
    title: 22,
    margin: 46,
    gap: 6,
    sectionGap: 14,
    writingLine: 27,
    padding: 4,
  },
  large: {
    body: 18,
    subheading: 19.5,
    heading: 22,
    title: 29,
    margin: 44,
    gap: 9,
    sectionGap: 22,
    writingLine: 38,
    padding: 6.5,
  },
};

/** Lines stand this far apart, in type sizes. */
const LINE_SPACING = 1.32;
/** From the top of a line to the foot of its letters, in type sizes. */
const BASELINE = 0.975;

export function lineHeight(size: number): number {
  return size * LINE_SPACING;
}

export function baselineOf(top: number, size: number): number {
  return top + size * BASELINE;
}

/** Every text colour keeps a contrast of at least 7 to 1 on white and on the band. */
export const INK: Colour = [0.1, 0.11, 0.13];
export const QUIET_INK: Colour = [0.27, 0.3, 0.34];
export const ACCENT: Colour = [0.11, 0.25, 0.37];
/** Fill behind table headings and panels. */
export const BAND: Colour = [0.925, 0.943, 0.957];
/** Thin lines between rows, which carry no meaning; dark enough to come through a photocopier. */
export const HAIRLINE: Colour = [0.54, 0.58, 0.62];
/** Lines and boxes to write in, which must be seen: at least 3 to 1 on white. */
export const WRITING_INK: Colour = [0.4, 0.44, 0.48];
/** The mark of a practice paper lies under the text and must never compete with it. */
export const WATERMARK: Colour = [0.9, 0.9, 0.91];
