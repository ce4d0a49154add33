import type { Locator, Page } from '@playwright/test';

/** A person at the desk whose every input is counted: a word typed, a key with a meaning, a click. */
export type CountedHand = {
  readonly inputs: () => number;
  readonly press: (key: string) => Promise<void>;
  /** Each word counts, however long it is. */
  readonly type: (words: string) => Promise<void>;
  readonly click: (on: Locator) => Promise<void>;
  /** A click at a place of the page, such as a free hour of the calendar. */
  readonly clickAt: (place: { readonly x: number; readonly y: number }) => Promise<void>;
  /** One click opens the list, one takes the line. */
  readonly choose: (from: Locator, line: string) => Promise<void>;
};

export function newCountedHand(page: Page): CountedHand {
  let inputs = 0;
  return {
    inputs: () => inputs,
    press: async (key) => {
      inputs += 1;
      await page.keyboard.press(key);
    },
    type: async (words) => {
      inputs += words.trim().split(/\s+/).length;
      await page.keyboard.type(words);
    },
    click: async (on) => {
      inputs += 1;
      await on.click();
    },
    clickAt: async ({ x, y }) => {
      inputs += 1;
      await page.mouse.click(x, y);
    },
    choose: async (from, line) => {
      inputs += 2;
      await from.selectOption({ label: line });
    },
  };
}
