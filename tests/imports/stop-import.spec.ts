import { longDiary } from '../support/builders/diary.ts';
import { newPageClient } from '../support/door-client.ts';
import { expect, signIn, test } from '../support/desk.ts';

/** Rows that take seconds to enter on any computer, so that there is time to press a button. */
const ROWS = 15_000;

test('an import that is stopped in the middle has brought nothing in', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'manager', 'settings/import');
  const diary = {
    name: 'diary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(longDiary(ROWS, '2019-01-07')),
  };
  const isLong = { timeout: 60_000 };

  await page.getByLabel('File to import').setInputFiles(diary);
  const bringIn = page.getByRole('button', { name: /^Bring in \d+,?\d* bookings$/ });
  await expect(bringIn).toBeVisible(isLong);
  await bringIn.focus();
  await page.keyboard.press('Enter');
  const progress = page.getByRole('dialog', { name: 'Bringing the rows in' });
  const bar = progress.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /^\d+$/, isLong);
  // By key, which waits for no movement on the page to end.
  await progress.getByRole('button', { name: 'Stop the import' }).press('Enter');
  await expect(page.getByText('Stopped. Nothing was imported.')).toBeVisible();
  await expect(progress).toBeHidden();

  await expect(bringIn).toBeFocused();
  await expect(page.getByRole('region', { name: 'Imports made' })).toBeHidden();
  const asked = await newPageClient(page).call('bookings.list', {
    from: '2019-01-01',
    until: '2022-12-31',
    withCancelled: true,
    limit: 500,
  });
  expect(asked.bookings).toEqual([]);
});
