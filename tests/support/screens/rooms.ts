import type { Locator, Page } from '@playwright/test';

/** The rooms by day, week, month and as a list. */
export function roomsScreen(page: Page) {
  const views = page.getByRole('group', { name: 'How to show the bookings' });
  const calendar = page.getByRole('grid', { name: /^(Rooms|.*, week of) / });
  const month = page.getByRole('grid', { name: /^Rooms in / });
  return {
    grid: calendar,
    /** The one cell the keyboard stands on; its name says room, time and whether it is free. */
    cell: calendar.getByRole('gridcell'),
    cellAt: (words: string | RegExp): Locator => calendar.getByRole('gridcell', { name: words }),
    booking: (words: string | RegExp): Locator => page.getByRole('button', { name: words }),
    /** Where a drag would land, as it is read out. */
    goesTo: page.getByRole('status', { name: 'Where it would go' }),
    asDay: views.getByRole('button', { name: 'Day', exact: true }),
    asWeek: views.getByRole('button', { name: 'Week', exact: true }),
    asMonth: views.getByRole('button', { name: 'Month', exact: true }),
    asList: views.getByRole('button', { name: 'List', exact: true }),
    month,
    monthDay: (words: string | RegExp): Locator => month.getByRole('gridcell', { name: words }),
    /** A tick of 'Show only these rooms'. */
    room: (name: string): Locator =>
      page.getByRole('group', { name: 'Show only these rooms' }).getByRole('checkbox', { name }),
    table: page.getByRole('table', { name: /^Bookings, / }),
    withCancelled: page.getByRole('checkbox', { name: 'Show cancelled too' }),
    /** 'Wednesday 15 March 2028', beside the title. */
    day: (words: string): Locator => page.locator('main header').getByText(words, { exact: true }),
  };
}

/** 'Find a time', as it stands over the calendar. */
export function slotFinder(page: Page) {
  const panel = page.getByRole('region', { name: 'Find a time' });
  return {
    panel,
    wish: panel.getByRole('textbox', { name: 'What is wanted?' }),
    /** What was understood, said back. */
    understood: panel.getByRole('status').first(),
    length: panel.getByRole('combobox', { name: 'How long?' }),
    people: panel.getByRole('textbox', { name: 'How many people?' }),
    room: panel.getByRole('combobox', { name: 'Which room?' }),
    part: panel.getByRole('combobox', { name: 'When in the day?' }),
    need: (words: string): Locator => panel.getByRole('checkbox', { name: words }),
    lines: panel.getByRole('list', { name: 'Free times' }).getByRole('button'),
    close: panel.getByRole('button', { name: 'Back to the calendar' }),
  };
}
