import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 120;

/** A person who uses no mouse, and what it cost: every key pressed beyond the letters of names. */
export type Keyboard = {
  /** Keys pressed so far that were not letters of a name. */
  readonly presses: () => number;
  readonly press: (key: string) => Promise<void>;
  /** Types something that is not a name, key by key, such as a time. */
  readonly type: (text: string) => Promise<void>;
  /** Types letters of a name, which nobody can save. */
  readonly typeName: (text: string) => Promise<void>;
  /** Tabs on until the wanted thing has the focus; fails when Tab never gets there. */
  readonly tabTo: (wanted: Locator) => Promise<void>;
};

export function newKeyboard(page: Page): Keyboard {
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses += 1;
    await page.keyboard.press(key);
  };
  return {
    presses: () => presses,
    press,
    type: async (text) => {
      presses += text.length;
      await page.keyboard.type(text);
    },
    typeName: (text) => page.keyboard.type(text),
    tabTo: async (wanted) => {
      await expect(wanted).toBeVisible();
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        if (await hasFocus(wanted)) return;
        await press('Tab');
      }
      await expect(wanted, 'Tab leads there').toBeFocused();
    },
  };
}

export function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}
