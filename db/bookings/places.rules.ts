import { compareText, type LocalDateTime, timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';

/** So many places of a facility, held for a stretch of time; `until` itself is free again. */
export type PlacesHeld = {
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
  readonly units: number;
};

/** A stretch of time during which the same number of places is free. */
export type FreeStretch = {
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
  /** Below 0 when more is held than there is. */
  readonly free: number;
};

/**
 * How many places are free from one moment to another, in stretches that differ from their neighbours, so that a
 * course of five computers leaves '3 free until noon, 8 after'. Places only change where something begins or ends.
 */
export function freeStretches(
  places: number,
  held: readonly PlacesHeld[],
  span: { readonly from: LocalDateTime; readonly until: LocalDateTime },
): readonly FreeStretch[] {
  const moments = [span.from, ...held.flatMap((one) => [one.from, one.until])]
    .filter((moment) => moment >= span.from && moment < span.until)
    .toSorted(compareText);
  const stretches: FreeStretch[] = [];
  for (const from of new Set(moments)) {
    const free = places - takenAt(held, from);
    const last = stretches.at(-1);
    if (last?.free === free) continue;
    if (last !== undefined) stretches[stretches.length - 1] = { ...last, until: from };
    stretches.push({ from, until: span.until, free });
  }
  return stretches;
}

/** Places held at one moment. */
function takenAt(held: readonly PlacesHeld[], moment: LocalDateTime): number {
  return held
    .filter((one) => one.from <= moment && moment < one.until)
    .reduce((sum, one) => sum + one.units, 0);
}

/** The fewest places that are free at any moment of the span; what a booking for the whole of it can have. */
export function fewestFree(
  places: number,
  held: readonly PlacesHeld[],
  span: { readonly from: LocalDateTime; readonly until: LocalDateTime },
): number {
  return Math.min(...freeStretches(places, held, span).map((stretch) => stretch.free));
}

/** More changes than this in one sentence are harder to read than the calendar. */
const MOST_STRETCHES_SAID = 3;

/** '3 free until noon, 8 after'; '8 free' when nothing changes before the span ends; 'none free' for none. */
export function freeWords(stretches: readonly FreeStretch[]): string {
  const said = stretches.slice(0, MOST_STRETCHES_SAID);
  return said
    .map((stretch, index) => {
      const count = stretch.free <= 0 ? 'none' : String(stretch.free);
      const words = index === 0 ? `${count} free` : count;
      const isLast = index === stretches.length - 1;
      if (isLast) return index === 0 ? words : `${words} after`;
      return `${words} until ${formatTime(timeOf(stretch.until))}`;
    })
    .join(', ');
}
