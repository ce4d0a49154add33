import type { RefObject } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { Place } from './places.ts';
import { type Point, useCalendarDrag } from './use-calendar-drag.ts';
import { isOwnCell, type WeekDrag, weekPlaceOf } from './week-drag.ts';
import { findBookingCell, type WeekCursor, type WeekLayout } from './week-layout.ts';

/** Where a booking would go: the cell, and where that stands on the sheet, in pixels. */
export type WeekTarget = WeekCursor & {
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
};

type Options = {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly layout: WeekLayout;
  readonly canBook: boolean;
  /** Settles when the booking stands there, or stays where it was. */
  readonly onMove: (booking: BookingCard, to: Place) => Promise<void>;
};

/** Dragging a booking to another day or room of the week; its times stay. */
export function useWeekDrag({ sheet, layout, canBook, onMove }: Options) {
  function take(pressed: HTMLElement): WeekDrag | undefined {
    const id = pressed.closest<HTMLElement>('[data-booking]')?.dataset['booking'];
    const from = id === undefined ? undefined : findBookingCell(layout, id);
    const entries = from && layout.rows[from.row]?.cells[from.column]?.entries;
    const entry = entries?.find((each) => each.booking.id === id);
    return from && entry && { booking: entry.booking, from };
  }

  function landing(_: WeekDrag, { x, y }: Point): WeekTarget | undefined {
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]');
    const place = cell?.dataset['cell'];
    if (!cell || place === undefined || !sheet.current?.contains(cell)) return undefined;
    const [row = 0, column = 0] = place.split(' ').map(Number);
    const [inner, outer] = [cell.getBoundingClientRect(), sheet.current.getBoundingClientRect()];
    const box = {
      left: inner.left - outer.left,
      top: inner.top - outer.top,
      width: inner.width,
      height: inner.height,
    };
    return { row, column, box };
  }

  return useCalendarDrag<WeekDrag, WeekTarget>({
    sheet,
    canBook,
    take,
    landing,
    isSame: (a, b) => a.row === b.row && a.column === b.column,
    onDrop: (drag, target) => {
      const place = weekPlaceOf(layout, drag, target);
      return place === undefined || isOwnCell(drag, target)
        ? undefined
        : onMove(drag.booking, place);
    },
    bookingOf: ({ booking }) => booking.id,
  });
}
