import type { PointerEvent, RefObject } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { DayLayout } from './day-layout.ts';
import { type Drag, isSameTarget, isWhereItWas, type Spot, type Target, targetOf } from './drag.ts';
import { type Point, useCalendarDrag } from './use-calendar-drag.ts';

type Options = {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly layout: DayLayout;
  readonly canBook: boolean;
  readonly onMake: (target: Target) => void;
  /** Settles when the booking stands there, or stays where it was. */
  readonly onMove: (booking: BookingCard, target: Target) => Promise<void>;
};

/** How near the lower edge of a booking takes hold of the edge. */
const EDGE_PIXELS = 7;

/** Dragging over the hours: free time is drawn, a booking moved, its lower edge pulled. */
export function useDayDrag({ sheet, layout, canBook, onMake, onMove }: Options) {
  function findSpot({ x, y }: Point): Spot | undefined {
    const columns = [...(sheet.current?.querySelectorAll<HTMLElement>('.column') ?? [])];
    const rects = columns.map((column) => column.getBoundingClientRect());
    const [first] = rects;
    if (first === undefined || first.height === 0) return undefined;
    const under = rects.findIndex((rect) => x < rect.right);
    const share = (y - first.top) / first.height;
    const { from, until } = layout.shown;
    return {
      column: under === -1 ? rects.length - 1 : under,
      minute: from + share * (until - from),
    };
  }

  function take(pressed: HTMLElement, at: Point): Drag | undefined {
    const spot = findSpot(at);
    if (spot === undefined) return undefined;
    const button = pressed.closest<HTMLElement>('[data-booking]');
    if (button === null) {
      if (pressed.closest('[data-column]') === null) return undefined;
      return { kind: 'make', column: spot.column, at: spot.minute };
    }
    for (const [column, { blocks }] of layout.columns.entries()) {
      const block = blocks.find((each) => each.booking.id === button.dataset['booking']);
      if (block === undefined) continue;
      return {
        kind: isAtEdge(button, at.y) ? 'stretch' : 'move',
        booking: block.booking,
        column,
        at: spot.minute,
        use: { from: block.from, until: block.until },
      };
    }
    return undefined;
  }

  /** Shows with the pointer's shape that the lower edge can be taken hold of. */
  function markEdge(event: PointerEvent<HTMLElement>): void {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-booking]');
    if (button === null || !canBook) return;
    button.classList.toggle('edge', isAtEdge(button, event.clientY));
  }

  return useCalendarDrag<Drag, Target>({
    sheet,
    canBook,
    take,
    landing: (drag, at) => {
      const spot = findSpot(at);
      return spot && targetOf(layout, drag, spot);
    },
    isSame: isSameTarget,
    onDrop: (drag, target) => {
      if (drag.kind !== 'make')
        return isWhereItWas(drag, target) ? undefined : onMove(drag.booking, target);
      onMake(target);
      return undefined;
    },
    bookingOf: (drag) => (drag.kind === 'make' ? undefined : drag.booking.id),
    onHover: markEdge,
  });
}

const isAtEdge = (button: HTMLElement, y: number): boolean =>
  y > button.getBoundingClientRect().bottom - EDGE_PIXELS;
