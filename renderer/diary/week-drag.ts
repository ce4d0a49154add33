import type { BookingCard } from '#db/bookings/bookings.contract';
import { placesOn } from '#db/bookings/room-time.rules';
import { atTime, compareText, timeOf } from '#db/shared/local-date';
import { formatTimeRange } from '#db/shared/plain-words';
import { endTimeOf } from '../bookings/booking-form-values.ts';
import { type Obstacle, wordsWithObstacle } from './obstacle.ts';
import type { Place } from './places.ts';
import type { WeekCell, WeekCursor, WeekLayout } from './week-layout.ts';

/** A booking taken hold of in the week, with the cell it was in. */
export type WeekDrag = { readonly booking: BookingCard; readonly from: WeekCursor };

/** The place a booking gets in another cell: that room, that day, its own times. */
export function weekPlaceOf(
  layout: WeekLayout,
  { booking }: WeekDrag,
  to: WeekCursor,
): Place | undefined {
  const cell = layout.rows[to.row]?.cells[to.column];
  return (
    cell && {
      facilityId: cell.facility.id,
      date: cell.date,
      from: timeOf(booking.startsAt),
      until: endTimeOf(booking),
    }
  );
}

/** Whether letting go there changes nothing. */
export const isOwnCell = ({ from }: WeekDrag, to: WeekCursor): boolean =>
  from.row === to.row && from.column === to.column;

/** What the mark says, read out: 'Small Room, Thu 26 Nov, 2pm to 4pm', with what is seen to be in the way. */
export function weekTargetWords(layout: WeekLayout, drag: WeekDrag, to: WeekCursor): string {
  const obstacle = isOwnCell(drag, to) ? undefined : findWeekObstacle(layout, drag, to);
  return wordsWithObstacle(weekPlaceWords(layout, drag, to), obstacle);
}

/** Where it would land: 'Small Room, Thu 26 Nov, 2pm to 4pm'. */
export function weekPlaceWords(layout: WeekLayout, drag: WeekDrag, to: WeekCursor): string {
  const cell = layout.rows[to.row]?.cells[to.column];
  if (cell === undefined) return '';
  const { booking } = drag;
  const time = formatTimeRange(timeOf(booking.startsAt), endTimeOf(booking));
  const place = `${cell.facility.name}, ${layout.days[to.column]?.title ?? ''}, ${time}`;
  return isOwnCell(drag, to) ? `${place}: where it is now` : place;
}

/** What is in the way as far as the screen knows; the core decides when it is let go. */
export function findWeekObstacle(
  layout: WeekLayout,
  drag: WeekDrag,
  to: WeekCursor,
): Obstacle | undefined {
  const cell = layout.rows[to.row]?.cells[to.column];
  const place = weekPlaceOf(layout, drag, to);
  if (cell === undefined || place === undefined) return undefined;
  if (cell.closed !== '') return { words: cell.closed.toLowerCase(), who: '' };
  const [from, until] = [atTime(place.date, place.from), atTime(place.date, place.until)];
  const inTheWay = others(cell, drag).filter(
    (other) => other.heldFrom < until && from < other.heldUntil,
  );
  if (cell.facility.units === 1) {
    const [first] = inTheWay;
    return first && { words: 'taken by', who: first.bookerName };
  }
  // Between two starts nobody comes, so that most are there when somebody has just begun.
  const most = Math.max(
    0,
    ...[from, ...inTheWay.map((other) => other.heldFrom)].map((at) =>
      inTheWay
        .filter((other) => other.heldFrom <= at && at < other.heldUntil)
        .reduce((sum, other) => sum + other.units, 0),
    ),
  );
  return most + drag.booking.units > placesOn(cell.facility, cell.date)
    ? { words: 'full', who: '' }
    : undefined;
}

function others(cell: WeekCell, { booking }: WeekDrag): readonly BookingCard[] {
  return cell.entries
    .map((entry) => entry.booking)
    .filter((other) => other.id !== booking.id)
    .toSorted((a, b) => compareText(a.startsAt, b.startsAt));
}
