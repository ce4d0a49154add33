import type { Locator, Page } from '@playwright/test';

/** The dates of a series, new or changed, before they are saved. */
export function seriesList(page: Page) {
  const dialog = page
    .getByRole('dialog')
    .filter({ has: page.getByRole('region', { name: 'Dates of the series' }) });
  return {
    dialog,
    totals: dialog.getByRole('status').first(),
    /** The line of one date, by words of its day. */
    line: (words: string | RegExp): Locator => dialog.getByRole('row').filter({ hasText: words }),
    lines: dialog.getByRole('checkbox'),
    save: dialog.getByRole('button', { name: /^(Book|Change|Keep) \d/ }),
  };
}
