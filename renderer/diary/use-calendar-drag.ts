import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { DayLayout } from './day-layout.ts';
import { type Drag, isWhereItWas, type Spot, type Target, targetOf } from './drag.ts';

/** What is under way: `isSaving` while the core is asked. */
export type Dragging = { readonly drag: Drag; readonly target: Target; readonly isSaving: boolean };

type Options = {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly layout: DayLayout;
  readonly canBook: boolean;
  readonly onMake: (target: Target) => void;
  /** Settles when the booking stands there, or stays where it was. */
  readonly onMove: (booking: BookingCard, target: Target) => Promise<void>;
};

/** A press becomes a drag after this many pixels, so that a shaky click stays a click. */
const PIXELS_BEFORE_DRAG = 5;
/** How near the lower edge of a booking takes hold of the edge. */
const EDGE_PIXELS = 7;
/** Near the rim of the calendar it scrolls under the pointer. */
const RIM_PIXELS = 28;

type Pressed = {
  readonly drag: Drag;
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
  isMoving: boolean;
};

/**
 * Dragging with the mouse or a pen, as an extra: everything it does, the keys and the form do too.
 * A finger scrolls. Esc lets everything be as it was.
 */
export function useCalendarDrag(options: Options) {
  const { sheet, layout } = options;
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const pressed = useRef<Pressed | null>(null);
  const hasDragged = useRef(false);

  const isMoving = dragging !== null && !dragging.isSaving;
  useEffect(() => {
    if (!isMoving) return;
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      pressed.current = null;
      setDragging(null);
    };
    window.addEventListener('keydown', cancel, { capture: true });
    return () => window.removeEventListener('keydown', cancel, { capture: true });
  }, [isMoving]);

  function findSpot(x: number, y: number): Spot | undefined {
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

  function findDrag(target: HTMLElement, spot: Spot, y: number): Drag | undefined {
    const button = target.closest<HTMLElement>('[data-booking]');
    if (button === null) {
      if (target.closest('[data-column]') === null) return undefined;
      return { kind: 'make', column: spot.column, at: spot.minute };
    }
    for (const [column, { blocks }] of layout.columns.entries()) {
      const block = blocks.find((each) => each.booking.id === button.dataset['booking']);
      if (block === undefined) continue;
      const isEdge = y > button.getBoundingClientRect().bottom - EDGE_PIXELS;
      return {
        kind: isEdge ? 'stretch' : 'move',
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
    if (button === null || !options.canBook) return;
    const isEdge = event.clientY > button.getBoundingClientRect().bottom - EDGE_PIXELS;
    button.classList.toggle('edge', isEdge);
  }

  function press(event: PointerEvent<HTMLElement>): void {
    hasDragged.current = false;
    if (!options.canBook || event.button !== 0 || event.pointerType === 'touch') return;
    const spot = findSpot(event.clientX, event.clientY);
    const drag = spot && findDrag(event.target as HTMLElement, spot, event.clientY);
    if (drag === undefined) return;
    const { clientX: x, clientY: y, pointerId } = event;
    pressed.current = { drag, x, y, pointerId, isMoving: false };
  }

  function follow(event: PointerEvent<HTMLElement>): void {
    const held = pressed.current;
    if (held === null) return markEdge(event);
    const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > PIXELS_BEFORE_DRAG;
    if (!held.isMoving && !far) return;
    if (!held.isMoving) sheet.current?.setPointerCapture?.(held.pointerId);
    held.isMoving = true;
    hasDragged.current = true;
    scrollAtRim(sheet.current?.parentElement, event);
    const spot = findSpot(event.clientX, event.clientY);
    if (spot === undefined) return;
    const target = targetOf(layout, held.drag, spot);
    setDragging((before) =>
      before !== null && isSame(before.target, target)
        ? before
        : { drag: held.drag, target, isSaving: false },
    );
  }

  async function letGo(): Promise<void> {
    const held = pressed.current;
    pressed.current = null;
    if (held === null || !held.isMoving || dragging === null) return;
    const { drag, target } = dragging;
    if (drag.kind === 'make') {
      setDragging(null);
      options.onMake(target);
      return;
    }
    if (isWhereItWas(drag, target)) return setDragging(null);
    setDragging({ drag, target, isSaving: true });
    try {
      await options.onMove(drag.booking, target);
    } finally {
      setDragging(null);
    }
  }

  return {
    dragging,
    /** True for the click that a drag ends with; it must do nothing. */
    takeDraggedClick: (): boolean => {
      const was = hasDragged.current;
      hasDragged.current = false;
      return was;
    },
    handlers: {
      onPointerDown: press,
      onPointerMove: follow,
      onPointerUp: () => void letGo(),
      onPointerCancel: () => {
        pressed.current = null;
        setDragging(null);
      },
    },
  };
}

const isSame = (a: Target, b: Target): boolean =>
  a.column === b.column && a.from === b.from && a.until === b.until;

function scrollAtRim(
  scroller: HTMLElement | null | undefined,
  at: { readonly clientX: number; readonly clientY: number },
): void {
  if (!scroller) return;
  const { top, bottom, left, right } = scroller.getBoundingClientRect();
  const step = (to: number, near: number, far: number): number =>
    to < near + RIM_PIXELS ? -RIM_PIXELS / 2 : to > far - RIM_PIXELS ? RIM_PIXELS / 2 : 0;
  scroller.scrollBy({
    top: step(at.clientY, top, bottom),
    left: step(at.clientX, left, right),
    behavior: 'instant',
  });
}
