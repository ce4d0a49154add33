import type { Locator, Page } from '@playwright/test';

/** The rooms of a day, as calendar and as list. */
export function roomsScreen(page: Page) {
  const grid = page.getByRole('grid');
  return {
    grid,
    /** The one cell the keyboard stands on; its name says room, time and whether it is free. */
    cell: grid.getByRole('gridcell'),
    cellAt: (words: string | RegExp): Locator => grid.getByRole('gridcell', { name: words }),
    booking: (words: string | RegExp): Locator => page.getByRole('button', { name: words }),
    asCalendar: page.getByRole('button', { name: 'Calendar', exact: true }),
    asList: page.getByRole('button', { name: 'List', exact: true }),
    table: page.getByRole('table', { name: /^Bookings, / }),
    withCancelled: page.getByRole('checkbox', { name: 'Show cancelled too' }),
    /** 'Wednesday 15 March 2028', beside the title. */
    day: (words: string): Locator => page.getByText(words, { exact: true }),
  };
}
