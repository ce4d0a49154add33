import type { Locator, Page } from '@playwright/test';

/** The frame around every page of the desk. */
export function deskScreen(page: Page) {
  return {
    title: (words: string | RegExp): Locator =>
      page.getByRole('heading', { level: 1, name: words }),
    lock: page.getByRole('button', { name: 'Lock', exact: true }),
    statusLine: page.getByRole('contentinfo'),
    palette: page.getByRole('combobox', { name: 'Search everything' }),
    /** The news of the last change, at the bottom of the screen. */
    news: (words: string | RegExp): Locator => page.getByRole('status').filter({ hasText: words }),
    undo: page.getByRole('button', { name: 'Undo', exact: true }),
  };
}
