import type { Box } from './document.ts';
import type { Sheet } from './sheet.ts';
import { INK } from './style.ts';

/** A signature as the pen went: each stroke is x and y in turn, in thousandths of the pad's width, y down. */
export type Strokes = readonly (readonly number[])[];

/** The pen never gets wider than this many times the pad's own size on paper, or a dot would fill the box. */
const MOST_POINTS_A_THOUSANDTH = 0.25;

/** Draws a signature as large as its box allows, standing on the box's foot at the left. */
export function drawStrokes(sheet: Sheet, strokes: Strokes, box: Box): void {
  const points = strokes.map(pointsOf);
  const all = points.flat();
  const [left, right] = edges(all.map(([x]) => x));
  const [top, bottom] = edges(all.map(([, y]) => y));
  const scale = Math.min(
    box.width / Math.max(1, right - left),
    box.height / Math.max(1, bottom - top),
    MOST_POINTS_A_THOUSANDTH,
  );
  const drop = box.height - (bottom - top) * scale;
  const placed = points.map((stroke) =>
    stroke.map(([x, y]) => [box.x + (x - left) * scale, box.y + drop + (y - top) * scale] as const),
  );
  sheet.document.penStrokes(placed, 1.1, INK);
}

function pointsOf(stroke: readonly number[]): (readonly [number, number])[] {
  return Array.from(
    { length: Math.floor(stroke.length / 2) },
    (_, i) => [stroke[2 * i] ?? 0, stroke[2 * i + 1] ?? 0] as const,
  );
}

/** The least and the most; not by spreading, since a pen leaves more points than a call takes. */
function edges(numbers: readonly number[]): readonly [number, number] {
  return [
    numbers.reduce((least, n) => Math.min(least, n), numbers[0] ?? 0),
    numbers.reduce((most, n) => Math.max(most, n), numbers[0] ?? 0),
  ];
}
