import { SLOT_MINUTES } from '#db/bookings/bookings.rules';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { compareText, dateOf, type LocalDateTime, timeOfMinutes } from '#db/shared/local-date';
import { type DayLayout, formatMinute, formatSpan, minuteOn, type Stretch } from './day-layout.ts';

/**
 * Where the keyboard stands in the calendar. `anchor` and `head` are the starts of the first and the
 * last quarter-hour of the selection, in minutes; they are equal until Shift stretches it.
 */
export type Cursor = { readonly column: number; readonly anchor: number; readonly head: number };

/** The stretch of time a cursor covers: at least one quarter-hour. */
export function selectedStretch(cursor: Cursor): Stretch {
  return {
    from: Math.min(cursor.anchor, cursor.head),
    until: Math.max(cursor.anchor, cursor.head) + SLOT_MINUTES,
  };
}

/** More than the one cell the cursor stands on. */
export function isStretched(cursor: Cursor): boolean {
  return cursor.anchor !== cursor.head;
}

/** A cursor that is inside the day shown, on a whole quarter-hour. */
export function cursorAt(layout: DayLayout, column: number, minute: number): Cursor {
  const slot = Math.floor(minute / SLOT_MINUTES) * SLOT_MINUTES;
  const at = clamp(slot, layout.shown.from, layout.shown.until - SLOT_MINUTES);
  return { column: clamp(column, 0, Math.max(0, layout.columns.length - 1)), anchor: at, head: at };
}

/** The next quarter of an hour today; on other days the first time that is open. */
export function startOf(layout: DayLayout, now: LocalDateTime): Cursor {
  const today = layout.columns.findIndex((column) => column.date === dateOf(now));
  if (today !== -1) return cursorAt(layout, today, minuteOn(dateOf(now), now) + SLOT_MINUTES - 1);
  const closed = layout.columns[0]?.bands.find((band) => band.from === layout.shown.from);
  return cursorAt(layout, 0, closed?.kind === 'closed' ? closed.until : layout.shown.from);
}

/** The same cursor on a day that shows other hours or fewer rooms. */
export function fitted(layout: DayLayout, cursor: Cursor): Cursor {
  const head = cursorAt(layout, cursor.column, cursor.head);
  return { ...head, anchor: cursorAt(layout, cursor.column, cursor.anchor).head };
}

/** The cursor on the booking that has the focus, so that arrow keys go on from there. */
export function cursorOn(layout: DayLayout, bookingId: string, otherwise: Cursor): Cursor {
  const column = layout.columns.findIndex((each) =>
    each.blocks.some((block) => block.booking.id === bookingId),
  );
  const block = layout.columns[column]?.blocks.find((each) => each.booking.id === bookingId);
  return block === undefined ? otherwise : cursorAt(layout, column, block.from);
}

/** The cursor after a key; undefined when the key does not move it. Shift stretches instead of moving. */
export function movedCursor(
  layout: DayLayout,
  cursor: Cursor,
  key: { readonly name: string; readonly withShift: boolean },
): Cursor | undefined {
  const minute = minuteAfter(layout, cursor, key.name);
  if (minute !== undefined) {
    const head = clamp(minute, layout.shown.from, layout.shown.until - SLOT_MINUTES);
    return key.withShift ? { ...cursor, head } : { ...cursor, anchor: head, head };
  }
  const step = key.name === 'ArrowLeft' ? -1 : key.name === 'ArrowRight' ? 1 : 0;
  return step === 0 ? undefined : cursorAt(layout, cursor.column + step, cursor.head);
}

function minuteAfter(layout: DayLayout, cursor: Cursor, key: string): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return cursor.head - SLOT_MINUTES;
    case 'ArrowDown':
      return cursor.head + SLOT_MINUTES;
    case 'Home':
      return layout.shown.from;
    case 'End':
      return layout.shown.until;
    default:
      return undefined;
  }
}

function clamp(n: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, n));
}

/** The booking that uses any of the selected time, first in time order; undefined where it is free. */
export function findTakenBy(layout: DayLayout, cursor: Cursor): BookingCard | undefined {
  const selected = selectedStretch(cursor);
  const column = layout.columns[cursor.column];
  const touches = (stretch: Stretch): boolean =>
    stretch.from < selected.until && selected.from < stretch.until;
  // Where there are several places, only the last one taken stands in the way.
  const hasRoom = column !== undefined && column.facility.units > 1;
  if (hasRoom && !column.loads.some((load) => load.isFull && touches(load))) return undefined;
  return column?.blocks.find(touches)?.booking;
}

/** Who is being set up for or cleared up after at that time; undefined in use time and in free time. */
function findHeldBy(layout: DayLayout, cursor: Cursor): string | undefined {
  const selected = selectedStretch(cursor);
  const block = layout.columns[cursor.column]?.blocks.find(
    ({ held }) => held.from < selected.until && selected.from < held.until,
  );
  if (block === undefined) return undefined;
  const part = selected.from < block.from ? 'setting up for' : 'clearing up after';
  return `${part} ${block.booking.bookerName}`;
}

/** How long the free stretch is in which the cursor stands: '2 h 15 free, after clearing up'. */
export function gapWords(layout: DayLayout, cursor: Cursor): string {
  const at = selectedStretch(cursor).from;
  const column = layout.columns[cursor.column];
  const load = column?.loads.find((each) => each.from <= at && at < each.until);
  return load?.words ?? column?.gaps.find((gap) => gap.from <= at && at < gap.until)?.words ?? '';
}

/** What a screen reader says of the cursor's cell: room, time, and whether it is free. */
export function cursorWords(layout: DayLayout, cursor: Cursor): string {
  const column = layout.columns[cursor.column];
  if (column === undefined) return '';
  const selected = selectedStretch(cursor);
  const time = isStretched(cursor)
    ? `${formatMinute(selected.from)} to ${formatMinute(selected.until)}`
    : formatMinute(selected.from);
  return `${column.title}, ${time}, ${stateWords(layout, cursor)}`;
}

function stateWords(layout: DayLayout, cursor: Cursor): string {
  const selected = selectedStretch(cursor);
  const taken = findTakenBy(layout, cursor);
  const load = layout.columns[cursor.column]?.loads.find(
    (each) => each.from < selected.until && selected.from < each.until,
  );
  if (load !== undefined) return load.words;
  if (taken !== undefined) {
    return `taken ${formatSpan(taken.startsAt, taken.endsAt)} by ${taken.bookerName}`;
  }
  const heldBy = findHeldBy(layout, cursor);
  if (heldBy !== undefined) return heldBy;
  const band = layout.columns[cursor.column]?.bands.find(
    (each) => each.from < selected.until && selected.from < each.until,
  );
  return band === undefined ? 'free' : band.words.toLowerCase();
}

/** All bookings shown by start, then in the order of the rooms: the order B walks through. */
export function bookingsInTimeOrder(layout: DayLayout): readonly BookingCard[] {
  return layout.columns
    .flatMap((column) => column.blocks.map((block) => block.booking))
    .toSorted((a, b) => compareText(a.startsAt, b.startsAt));
}

/** The booking B goes to: the one after `afterId`, or the first that ends after the cursor; at the end it starts over. */
export function nextBooking(
  layout: DayLayout,
  cursor: Cursor,
  afterId: string | undefined,
): BookingCard | undefined {
  const all = bookingsInTimeOrder(layout);
  const at = all.findIndex((booking) => booking.id === afterId);
  if (at !== -1) return all[(at + 1) % all.length];
  const date = layout.columns[cursor.column]?.date ?? layout.date;
  const time = `${date}T${timeOfMinutes(selectedStretch(cursor).from)}`;
  return all.find((booking) => booking.endsAt > time) ?? all[0];
}
