import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';

test('the desk puts two records of one person together, is led from the old page to the kept one, and takes it back', async ({
  page,
  practice,
}) => {
  const desk = await clientOf(practice.address, 'desk');
  const kept = await desk.call('people.add', {
    name: 'Zenobia Quartermaine',
    kind: 'tenant',
    phone: '07700 900661',
  });
  const other = await desk.call('people.add', {
    name: 'Z. Quartermaine',
    kind: 'tenant',
    phone: '07700 900661',
  });
  await signIn(page, practice.address, 'desk');

  // From the page of the one that is kept, the other by two letters of the name.
  await page.goto(`${practice.address}people/${kept.id}`);
  await page.getByRole('link', { name: 'Put another record together with this' }).click();
  await page.getByRole('combobox', { name: 'Which other record is the same?' }).fill('Z. Quart');
  await page.getByRole('option', { name: /Z\. Quartermaine/ }).click();
  await page.getByRole('button', { name: 'Show both records' }).click();
  await expect(page.getByRole('table', { name: 'Which value stands' })).toContainText(
    'Z. Quartermaine',
  );
  await page.getByRole('button', { name: 'Put the two records together' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zenobia Quartermaine' })).toBeVisible();

  await page.goto(`${practice.address}people/${other.id}`);
  await page.getByRole('link', { name: 'Open Zenobia Quartermaine' }).click();
  const twice = page.getByRole('region', { name: 'Same record twice' });
  await expect(twice).toContainText('Z. Quartermaine was put together with this');
  await twice.getByRole('button', { name: /^Undo, until/ }).click();
  await expect(twice).toContainText('taken apart again');
  await page.goto(`${practice.address}people/${other.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Z. Quartermaine' })).toBeVisible();
});
