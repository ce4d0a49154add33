import { describe, expect, it } from 'vitest';
import {
  LEAST_HEIGHT,
  LEAST_WIDTH,
  placeWindow,
  WindowState,
} from '../../electron/desktop/window-place.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: -200, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1000, height = 700): WindowState => ({
  x,
  y,
  width,
  height,
  isMaximized: false,
});

describe('The place of the window', () => {
  it('is the middle of the first screen the first time', () => {
    expect(placeWindow(undefined, [SCREEN])).toEqual({ width: 1280, height: 860 });
  });

  it.each([
    ['on the first screen', at(100, 80)],
    ['on the second screen', at(2000, -150)],
    ['across both screens', at(1500, 100)],
    ['with its right part off the screens', at(3000, 100)],
  ])('is where it stood: %s', (_where, kept) => {
    const { x, y, width, height } = kept;
    expect(placeWindow(kept, [SCREEN, SECOND])).toEqual({ x, y, width, height });
  });

  it.each([
    ['on a screen that was unplugged', at(2000, -150)],
    ['left of every screen', at(-990, 100)],
    ['with its title bar above the screen', at(100, -50)],
    ['with its title bar below the screen', at(100, 1000)],
    ['with only a sliver left to take hold of', at(1820, 100)],
  ])('is the middle of the first screen when it stood %s', (_where, kept) => {
    expect(placeWindow(kept, [SCREEN])).toEqual({ width: kept.width, height: kept.height });
  });

  it('is never larger than its screen, nor smaller than one can work with', () => {
    expect(placeWindow(at(0, 0, 4000, 3000), [SCREEN])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(placeWindow(at(0, 0, 200, 100), [SCREEN])).toMatchObject({
      width: LEAST_WIDTH,
      height: LEAST_HEIGHT,
    });
    const small = { x: 0, y: 0, width: 640, height: 480 };
    expect(placeWindow(at(0, 0), [small])).toMatchObject({ width: 640, height: 480 });
  });

  it('does without a screen that can be asked', () => {
    expect(placeWindow(at(5, 5), [])).toEqual({ width: 1280, height: 860 });
  });

  it.each([
    {},
    { ...at(0, 0), width: 0 },
    { ...at(0, 0), height: -5 },
    { ...at(0, 0), x: 1.5 },
    { ...at(0, 0), isMaximized: 'no' },
    null,
  ])('is not read from %j', (damaged) => {
    expect(WindowState.safeParse(damaged).success).toBe(false);
  });
});
