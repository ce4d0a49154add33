import { expect, type Page } from '@playwright/test';
import type { Door } from '../desk.ts';
import { expectAccessible } from './axe.ts';

/** The three looks as the computer asks for them; the program follows while nobody has chosen. */
const LOOKS = [
  { theme: 'light', asked: { colorScheme: 'light', contrast: 'no-preference' } },
  { theme: 'dark', asked: { colorScheme: 'dark', contrast: 'no-preference' } },
  { theme: 'contrast', asked: { colorScheme: 'light', contrast: 'more' } },
] as const;

/** Narrow as a phone, 400% on a small screen, 200% on one, an old monitor, and text at twice its size. */
const SIZES = [
  { width: 320, height: 640, text: '100%' },
  { width: 640, height: 512, text: '100%' },
  { width: 1024, height: 768, text: '100%' },
  { width: 1280, height: 800, text: '200%' },
] as const;
const USUAL = { width: 1280, height: 800, text: '100%' } as const;

/**
 * Holds the page as it stands against every rule of access in light colours, and in the others against what colours
 * decide. The desktop door shows the very files of the browser's, so there the light ones do.
 */
export async function expectGoodInEveryLook(page: Page, what: string, door: Door): Promise<void> {
  for (const { theme, asked } of door === 'web' ? LOOKS : LOOKS.slice(0, 1)) {
    await page.emulateMedia({ ...asked, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(page, `${what}, ${theme}`, { onlyColours: theme !== 'light' });
  }
  if (door === 'web') await page.emulateMedia(LOOKS[0].asked);
}

/** Fails where the page as it stands scrolls sideways in one of the sizes; two of them for the desktop's window. */
export async function expectFitsEverySize(page: Page, what: string, door: Door): Promise<void> {
  for (const size of door === 'web' ? SIZES : SIZES.slice(-1)) {
    await take(page, size);
    const name = `${what} in ${size.width} by ${size.height}, text at ${size.text}`;
    expect.soft(await sidewaysOn(page), name).toEqual([]);
  }
  await take(page, USUAL);
}

async function take(
  page: Page,
  { width, height, text }: (typeof SIZES)[number] | typeof USUAL,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((size) => {
    // What the choice of a text size sets.
    document.documentElement.style.fontSize = size;
    // Two frames: one to hear of the new size, one that is laid out for it.
    return new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        requestAnimationFrame(() => resolve());
      });
    });
  }, text);
}

/** What stands out of the page to the right, unless it scrolls inside a table or calendar of its own. */
function sidewaysOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrollsItself = (element: Element): boolean =>
      element.parentElement !== null &&
      (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element.parentElement).overflowX) ||
        scrollsItself(element.parentElement));
    const scrollers = [
      document.documentElement,
      ...document.querySelectorAll('main, [role="dialog"]'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} is ${element.scrollWidth} wide`);
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.right > room + 1 && !scrollsItself(element);
    });
    return [
      ...scrollers,
      ...outside.map((element) => `${element.tagName} “${element.textContent?.slice(0, 40)}”`),
    ];
  });
}

/** The controls of the page as it stands that are too small to hit with an unsteady hand. */
export function smallControlsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, summary, a')].flatMap(
      (element) => {
        const box = element.getBoundingClientRect();
        const isShown = box.width > 0 && getComputedStyle(element).visibility === 'visible';
        const isInText = getComputedStyle(element).display === 'inline';
        // A tick box is hit through its label and the square around it.
        const isCovered = element.matches('input[type="checkbox"], input[type="radio"]');
        const isOffScreen = box.bottom < 0;
        return isShown &&
          !isInText &&
          !isCovered &&
          !isOffScreen &&
          Math.min(box.width, box.height) < 24
          ? [`${element.tagName} “${element.textContent}” ${box.width}×${box.height}`]
          : [];
      },
    ),
  );
}
