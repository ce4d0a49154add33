import { SLOT_MINUTES } from '#db/bookings/bookings.rules';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { formatHours } from '../bookings/booking-words.ts';
import { type DayLayout, formatMinute, type Stretch } from './day-layout.ts';
import { type Obstacle, wordsWithObstacle } from './obstacle.ts';

/** What the pointer took hold of: free time, a booking, or a booking's lower edge. Minutes of the day. */
export type Drag =
  | { readonly kind: 'make'; readonly column: number; readonly at: number }
  | ({ readonly kind: 'move' | 'stretch'; readonly booking: BookingCard } & {
      readonly column: number;
      readonly at: number;
      /** The booking's use time when it was taken hold of. */
      readonly use: Stretch;
    });

/** Where the pointer stands: a column and a minute, not yet on the grid. */
export type Spot = { readonly column: number; readonly minute: number };

/** Where it would land: on the quarter-hour. */
export type Target = Stretch & { readonly column: number };

/** The landing place of a drag with the pointer at `spot`, on the grid and inside the time shown. */
export function targetOf(layout: DayLayout, drag: Drag, spot: Spot): Target {
  const { shown } = layout;
  if (drag.kind === 'make') {
    const anchor = floored(drag.at);
    const head = clamp(floored(spot.minute), shown.from, shown.until - SLOT_MINUTES);
    return {
      column: drag.column,
      from: Math.min(anchor, head),
      until: Math.max(anchor, head) + SLOT_MINUTES,
    };
  }
  const moved = spot.minute - drag.at;
  if (drag.kind === 'stretch') {
    const until = rounded(drag.use.until + moved);
    return {
      column: drag.column,
      from: drag.use.from,
      until: clamp(until, rounded(drag.use.from) + SLOT_MINUTES, shown.until),
    };
  }
  const length = drag.use.until - drag.use.from;
  const from = clamp(rounded(drag.use.from + moved), shown.from, shown.until - length);
  return { column: clamp(spot.column, 0, layout.columns.length - 1), from, until: from + length };
}

/** Whether letting go there changes anything. */
export function isWhereItWas(drag: Drag, target: Target): boolean {
  return (
    drag.kind !== 'make' &&
    target.column === drag.column &&
    target.from === drag.use.from &&
    target.until === drag.use.until
  );
}

/** Whether two landing places are one, so that nothing need be drawn or said anew. */
export function isSameTarget(a: Target, b: Target): boolean {
  return a.column === b.column && a.from === b.from && a.until === b.until;
}

/** What the moving outline says, read out: 'Small Room, 2pm to 4pm', with what is seen to be in the way. */
export function targetWords(layout: DayLayout, drag: Drag, target: Target): string {
  return wordsWithObstacle(
    targetPlaceWords(layout, drag, target),
    findObstacle(layout, drag, target),
  );
}

/** Where it would land: 'Small Room, 2pm to 4pm'. */
export function targetPlaceWords(layout: DayLayout, drag: Drag, target: Target): string {
  const column = layout.columns[target.column];
  const time = `${formatMinute(target.from)} to ${formatMinute(target.until)}`;
  const length = formatHours(target.until - target.from);
  return drag.kind === 'move' ? `${column?.title ?? ''}, ${time}` : `${time}, ${length}`;
}

/** What is in the way as far as the screen knows; the core decides when it is let go. */
export function findObstacle(layout: DayLayout, drag: Drag, target: Target): Obstacle | undefined {
  const column = layout.columns[target.column];
  const touches = (stretch: Stretch): boolean =>
    stretch.from < target.until && target.from < stretch.until;
  const own = drag.kind === 'make' ? undefined : drag.booking.id;
  const blocks = column?.blocks.filter((each) => each.booking.id !== own && touches(each.held));
  if (column !== undefined && column.facility.units > 1) {
    return column.loads.some((load) => load.isFull && touches(load))
      ? { words: 'full', who: '' }
      : undefined;
  }
  const [first] = blocks ?? [];
  if (first !== undefined) return { words: 'taken by', who: first.booking.bookerName };
  const band = column?.bands.find(touches);
  return band && { words: band.words.toLowerCase(), who: '' };
}

const floored = (minute: number): number => Math.floor(minute / SLOT_MINUTES) * SLOT_MINUTES;
const rounded = (minute: number): number => Math.round(minute / SLOT_MINUTES) * SLOT_MINUTES;

function clamp(n: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, n));
}
