import { z } from 'zod';

/** Where the window stood when it was closed, in the screen's own points. */
export const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The smallest window in which the program can be worked with. */
export const LEAST_WIDTH = 800;
export const LEAST_HEIGHT = 600;

const FIRST_TIME = { width: 1280, height: 860 };

/** How much of a title bar must be on a screen so that the window can be taken hold of. */
const LEAST_VISIBLE = 120;

/**
 * Where to open the window: as it was, if enough of it is on a screen that is still there; otherwise in the middle
 * of the first screen. A second monitor that was unplugged must not hide the program.
 */
export function placeWindow(
  kept: WindowState | undefined,
  screens: readonly Area[],
): Partial<Area> & { readonly width: number; readonly height: number } {
  const first = screens[0];
  if (kept === undefined || first === undefined) return fit(FIRST_TIME, first);
  const screen = screens.find((area) => isReachable(kept, area));
  return screen === undefined ? fit(kept, first) : { ...fit(kept, screen), x: kept.x, y: kept.y };
}

function isReachable(kept: WindowState, area: Area): boolean {
  const left = Math.max(kept.x, area.x);
  const right = Math.min(kept.x + kept.width, area.x + area.width);
  const isTitleBarThere = kept.y >= area.y && kept.y <= area.y + area.height - LEAST_VISIBLE;
  return right - left >= LEAST_VISIBLE && isTitleBarThere;
}

const fit = (
  wanted: { readonly width: number; readonly height: number },
  area: Area | undefined,
) => ({
  width: Math.min(Math.max(wanted.width, LEAST_WIDTH), area?.width ?? wanted.width),
  height: Math.min(Math.max(wanted.height, LEAST_HEIGHT), area?.height ?? wanted.height),
});
