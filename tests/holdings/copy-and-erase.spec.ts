import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';

test('a manager gives somebody a copy of everything held, then looks what an erasure would do, erases and takes it back', async ({
  page,
  practice,
}) => {
  const desk = await clientOf(practice.address, 'desk');
  const person = await desk.call('people.add', {
    name: 'Xanthe Quillfeather',
    kind: 'tenant',
    phone: '07700 900662',
  });
  await signIn(page, practice.address, 'manager', `people/${person.id}`);
  await page.getByRole('link', { name: 'Copy, erase or hold' }).click();

  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText(/The copy is ready: \d+ entries/)).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the data' }).click();
  expect((await saved).suggestedFilename()).toBe('everything-held.json');

  const table = page.getByRole('table', { name: 'What an erasure does' });
  await expect(table.getByRole('row', { name: /^Phone/ })).toContainText('Erased');
  await page.getByRole('button', { name: 'Erase the person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Why/ }).fill('She asked at the desk');
  await dialog.getByRole('button', { name: 'Erase the person' }).click();

  await expect(page.getByRole('heading', { name: 'Records past their time' })).toBeVisible();
  const row = page.getByRole('row', { name: /Xanthe Quillfeather/ });
  await expect(row).toContainText('Hidden; erased on');
  await row.getByRole('button', { name: 'Take the erasure back' }).click();
  await expect(row).toContainText('Taken back');
});
