import type { Strokes } from '#db/claims/claims.contract';

/** A point of the pen in dots of the pad. */
type PadPoint = { readonly x: number; readonly y: number };
/** One movement of the pen from touching the pad to leaving it. */
export type PadStroke = { readonly points: readonly PadPoint[] };

const THOUSAND = 1000;
/** The contract takes 4,000 figures a stroke, two a point. */
const MOST_POINTS = 2000;
const [LEAST, MOST] = [-100, 2000] as const;

/**
 * What was drawn, as it is kept: x and y in turn, in thousandths of the pad's width, so that it can be drawn again in
 * any size. A very long stroke loses every second point until it fits.
 */
export function strokesOf(drawn: readonly PadStroke[], padWidth: number): Strokes {
  return drawn
    .filter(({ points }) => points.length > 0)
    .map(({ points }) =>
      thinned(points).flatMap(({ x, y }) => [within(x, padWidth), within(y, padWidth)]),
    );
}

function thinned(points: readonly PadPoint[]): readonly PadPoint[] {
  const fits =
    points.length <= MOST_POINTS
      ? points
      : thinned(points.filter((_, place) => place % 2 === 0 || place === points.length - 1));
  return fits;
}

const within = (dots: number, padWidth: number): number =>
  Math.min(MOST, Math.max(LEAST, Math.round((dots * THOUSAND) / padWidth)));
