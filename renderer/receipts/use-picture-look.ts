import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import {
  LEAST_ZOOM,
  type QuarterTurns,
  type Size,
  turnedOnce,
  zoomedIn,
  zoomedOut,
} from './picture-fit.ts';

/** Until the place has been measured. */
const PLACE: Size = { width: 640, height: 480 };

type Point = { readonly x: number; readonly y: number };
/** The zoom, and the point of the place that stayed where it was when it came to that; its middle where there is none. */
type Look = { readonly zoom: number; readonly around: Point | null };

/** How a picture is looked at: zoom, turn, and the place it lies in. What is under the pointer stays under it. */
export function usePictureLook() {
  const [{ zoom, around }, setLook] = useState<Look>({ zoom: LEAST_ZOOM, around: null });
  const [turns, setTurns] = useState<QuarterTurns>(0);
  const [place, setPlace] = useState<Size>(PLACE);
  const box = useRef<HTMLElement | null>(null);
  const seenZoom = useRef(zoom);

  const zoomBy = useCallback((change: (zoom: number) => number, point: Point | null) => {
    setLook((look) => ({ zoom: change(look.zoom), around: point }));
  }, []);

  const placeRef = useCallback(
    (element: HTMLElement | null) => {
      box.current = element;
      if (element === null) return undefined;
      const onWheel = (event: WheelEvent): void => {
        event.preventDefault();
        const { left, top } = element.getBoundingClientRect();
        const point = { x: event.clientX - left, y: event.clientY - top };
        zoomBy(event.deltaY < 0 ? zoomedIn : zoomedOut, point);
      };
      // React hears the wheel too late to keep the page from moving with it.
      element.addEventListener('wheel', onWheel, { passive: false });
      const observer = observed(element, setPlace);
      return () => {
        element.removeEventListener('wheel', onWheel);
        observer?.disconnect();
      };
    },
    [zoomBy],
  );

  useLayoutEffect(() => {
    const element = box.current;
    const growth = zoom / seenZoom.current;
    seenZoom.current = zoom;
    if (element === null || growth === 1) return;
    const point = around ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    element.scrollLeft = (element.scrollLeft + point.x) * growth - point.x;
    element.scrollTop = (element.scrollTop + point.y) * growth - point.y;
  }, [zoom, around]);

  return {
    zoom,
    turns,
    place,
    placeRef,
    zoomIn: () => zoomBy(zoomedIn, null),
    zoomOut: () => zoomBy(zoomedOut, null),
    showAll: () => zoomBy(() => LEAST_ZOOM, null),
    turn: () => setTurns(turnedOnce),
  };
}

function observed(element: HTMLElement, tell: (size: Size) => void): ResizeObserver | undefined {
  if (typeof ResizeObserver === 'undefined') return undefined;
  // Without the bars with which it scrolls, or a picture that fits would be shown with them for ever.
  const look = (): void =>
    tell({ width: element.offsetWidth - 4, height: element.offsetHeight - 4 });
  const observer = new ResizeObserver(look);
  observer.observe(element);
  return observer;
}
