import { readFileSync } from 'node:fs';
import { expect, signIn, test } from '../support/desk.ts';

test('the use of the rooms is told in words, bars and tables, as a spreadsheet and on paper', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk', 'reports');
  await expect(page.getByText(/^\d+ bookings used \d+ hours/)).toBeVisible();
  await expect(page.getByText('counted until now')).toBeVisible();
  const rooms = page.getByRole('table', { name: 'By room' });
  await expect(rooms.getByRole('row', { name: /^Meeting Room/ })).toContainText('%');
  const months = page.getByRole('table', { name: 'By month' }).getByRole('rowheader');
  await expect(months).toHaveText(['April 2027', 'May 2027', 'June 2027']);
  // The figures along the bars.
  await expect(page.locator('svg .MuiChartsAxis-directionX text').first()).toHaveText('0');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a spreadsheet' }).click();
  await page.getByRole('menuitem', { name: 'The figures: Plain table (.csv)' }).click();
  const table = readFileSync(await (await saved).path(), 'utf8');
  expect(table.split('\r\n')[1]).toMatch(/^Total,All rooms,\d+,/);

  await page.getByRole('button', { name: 'Print the report' }).click();
  const paper = page.getByRole('dialog', { name: /^Use of the rooms/ });
  await expect(paper.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
});

test('a time that is over has no words about now, and a time without bookings says so', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'auditor', 'reports');
  await page.getByRole('combobox', { name: 'Which time' }).selectOption('last-month');
  await expect(page.getByText('1 May 2027 to 31 May 2027')).toBeVisible();
  await expect(page.getByRole('table', { name: 'By room' })).toBeVisible();
  await expect(page.getByText('counted until now')).toBeHidden();
  await page.getByRole('combobox', { name: 'Which room' }).selectOption({ label: 'Photocopier' });
  await expect(page.getByText('Nothing was booked in this time.')).toBeVisible();
});
