import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** What is under way: `isSaving` while the core is asked. */
export type Dragging<Drag, Target> = {
  readonly drag: Drag;
  readonly target: Target;
  readonly isSaving: boolean;
};

/** A point of the window, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

type Options<Drag, Target> = {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly canBook: boolean;
  /** What a press takes hold of; undefined where there is nothing to drag. */
  readonly take: (pressed: HTMLElement, at: Point) => Drag | undefined;
  /** Where it would go with the pointer there; undefined leaves it where it was going. */
  readonly landing: (drag: Drag, at: Point) => Target | undefined;
  readonly isSame: (a: Target, b: Target) => boolean;
  /** Undefined when nothing has to be saved; else settles when the booking stands there, or stays where it was. */
  readonly onDrop: (drag: Drag, target: Target) => Promise<void> | undefined;
  /** The booking that keeps the focus after it was moved. */
  readonly bookingOf: (drag: Drag) => string | undefined;
  /** The pointer goes over the calendar and holds nothing. */
  readonly onHover?: (event: PointerEvent<HTMLElement>) => void;
};

/** A press becomes a drag after this many pixels, so that a shaky click stays a click. */
const PIXELS_BEFORE_DRAG = 5;
/** A finger rolls further than a mouse; beyond this it scrolls. */
const PIXELS_OF_A_STILL_FINGER = 10;
/** How long a finger rests before it takes hold. */
const LONG_PRESS_MILLISECONDS = 500;
/** Near the rim of the calendar it scrolls under the pointer. */
const RIM_PIXELS = 28;

type Pressed<Drag> = Point & {
  readonly drag: Drag;
  readonly pointerId: number;
  readonly isFinger: boolean;
  isMoving: boolean;
  timer?: ReturnType<typeof setTimeout>;
};

/**
 * Dragging, as an extra: everything it does, the keys and the form do too. A mouse or a pen drags at once;
 * a finger scrolls, and takes hold only after it has rested. Esc lets everything be as it was.
 */
export function useCalendarDrag<Drag, Target>(options: Options<Drag, Target>) {
  const { sheet } = options;
  const [dragging, setDragging] = useState<Dragging<Drag, Target> | null>(null);
  const [landed, setLanded] = useState<{ readonly booking: string } | null>(null);
  const pressed = useRef<Pressed<Drag> | null>(null);
  const hasDragged = useRef(false);

  function forget(): void {
    clearTimeout(pressed.current?.timer);
    pressed.current = null;
  }

  const isMoving = dragging !== null && !dragging.isSaving;
  useEffect(() => {
    if (!isMoving) return;
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      forget();
      setDragging(null);
    };
    window.addEventListener('keydown', cancel, { capture: true });
    return () => window.removeEventListener('keydown', cancel, { capture: true });
  }, [isMoving]);

  useEffect(() => {
    const area = sheet.current;
    if (area === null) return;
    // React listens passively; only a listener of our own can keep a booking in hand from scrolling the page.
    const hold = (event: TouchEvent): void => {
      if (pressed.current?.isMoving && event.cancelable) event.preventDefault();
    };
    area.addEventListener('touchmove', hold, { passive: false });
    return () => {
      area.removeEventListener('touchmove', hold);
      forget();
    };
  }, [sheet]);

  // The moved booking is drawn anew in its new place, which would leave the keyboard nowhere.
  useEffect(() => {
    if (landed === null) return;
    const active = document.activeElement;
    if (active !== document.body && !sheet.current?.contains(active)) return;
    sheet.current
      ?.querySelector<HTMLElement>(`[data-booking="${CSS.escape(landed.booking)}"]`)
      ?.focus();
  }, [landed, sheet]);

  function aim(held: Pressed<Drag>, at: Point): void {
    const target = options.landing(held.drag, at);
    if (target === undefined) return;
    setDragging((before) =>
      before !== null && options.isSame(before.target, target)
        ? before
        : { drag: held.drag, target, isSaving: false },
    );
  }

  function start(held: Pressed<Drag>, at: Point): void {
    held.isMoving = true;
    hasDragged.current = true;
    sheet.current?.setPointerCapture?.(held.pointerId);
    aim(held, at);
  }

  function press(event: PointerEvent<HTMLElement>): void {
    if (!event.isPrimary) {
      // A second finger means the page, not the booking.
      forget();
      if (isMoving) setDragging(null);
      return;
    }
    forget();
    hasDragged.current = false;
    if (!options.canBook || event.button !== 0 || dragging !== null) return;
    const at = pointOf(event);
    const drag = options.take(event.target as HTMLElement, at);
    if (drag === undefined) return;
    const isFinger = event.pointerType === 'touch';
    const held: Pressed<Drag> = {
      ...at,
      drag,
      pointerId: event.pointerId,
      isFinger,
      isMoving: false,
    };
    if (isFinger) held.timer = setTimeout(() => start(held, at), LONG_PRESS_MILLISECONDS);
    pressed.current = held;
  }

  function follow(event: PointerEvent<HTMLElement>): void {
    const held = pressed.current;
    if (held === null) return options.onHover?.(event);
    if (event.pointerId !== held.pointerId) return;
    const at = pointOf(event);
    const way = Math.hypot(at.x - held.x, at.y - held.y);
    if (!held.isMoving && held.isFinger) {
      if (way > PIXELS_OF_A_STILL_FINGER) forget();
      return;
    }
    if (!held.isMoving && way <= PIXELS_BEFORE_DRAG) return;
    if (!held.isMoving) start(held, at);
    scrollAtRim(sheet.current?.parentElement, at);
    aim(held, at);
  }

  async function letGo(): Promise<void> {
    const held = pressed.current;
    forget();
    if (held === null || !held.isMoving || dragging === null) return;
    const { drag, target } = dragging;
    const saving = options.onDrop(drag, target);
    if (saving === undefined) return setDragging(null);
    setDragging({ drag, target, isSaving: true });
    try {
      await saving;
    } finally {
      const booking = options.bookingOf(drag);
      setDragging(null);
      if (booking !== undefined) setLanded({ booking });
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
      // The browser takes the finger over when it scrolls.
      onPointerCancel: () => {
        forget();
        if (isMoving) setDragging(null);
      },
      onContextMenu: (event: { readonly preventDefault: () => void }) => {
        if (pressed.current?.isFinger) event.preventDefault();
      },
    },
  };
}

const pointOf = (event: { readonly clientX: number; readonly clientY: number }): Point => ({
  x: event.clientX,
  y: event.clientY,
});

function scrollAtRim(scroller: HTMLElement | null | undefined, at: Point): void {
  if (!scroller) return;
  const { top, bottom, left, right } = scroller.getBoundingClientRect();
  const step = (to: number, near: number, far: number): number =>
    to < near + RIM_PIXELS ? -RIM_PIXELS / 2 : to > far - RIM_PIXELS ? RIM_PIXELS / 2 : 0;
  scroller.scrollBy?.({
    top: step(at.y, top, bottom),
    left: step(at.x, left, right),
    behavior: 'instant',
  });
}
