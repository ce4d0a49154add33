/** How large a picture is shown against the place it is in: 1 fits it in whole. */
export const LEAST_ZOOM = 1;
export const MOST_ZOOM = 8;
const STEP = 1.25;

export type Size = { readonly width: number; readonly height: number };
export type QuarterTurns = 0 | 1 | 2 | 3;

export const zoomedIn = (zoom: number): number => Math.min(MOST_ZOOM, zoom * STEP);
/** Lands exactly on 1, so that a picture that is all to be seen has nothing to scroll. */
export const zoomedOut = (zoom: number): number =>
  zoom / STEP < LEAST_ZOOM * 1.01 ? LEAST_ZOOM : zoom / STEP;

export const turnedOnce = (turns: QuarterTurns): QuarterTurns => ((turns + 1) % 4) as QuarterTurns;

/** A picture as it lies: on its side, width and height change places. */
export const turnedSize = ({ width, height }: Size, turns: QuarterTurns): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

/** The size at which a turned picture fits its place, times the zoom; never larger than twice its own dots at first. */
export function shownSize(picture: Size, place: Size, turns: QuarterTurns, zoom: number): Size {
  const lying = turnedSize(picture, turns);
  const scale = Math.min(place.width / lying.width, place.height / lying.height, 2) * zoom;
  return { width: Math.round(lying.width * scale), height: Math.round(lying.height * scale) };
}
