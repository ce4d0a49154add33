import { makeWorkbook } from '#db/shared/workbook-out';
import { expect, signIn, test } from '../support/desk.ts';
import { expectAccessible } from '../support/screens/axe.ts';

test('people come in from a workbook whose columns are chosen by hand, and go again as a whole', async ({
  page,
  practice,
}) => {
  const workbook = await makeWorkbook({
    title: 'Residents 2027',
    columns: [
      { heading: 'Who', kind: 'text' },
      { heading: 'Telephone', kind: 'text' },
      { heading: 'Date joined', kind: 'date' },
      { heading: 'Shoe size', kind: 'text' },
    ],
    rows: [
      ['Quintessa Vane', '7700900123', '2019-06-05', '5'],
      ['Osric Vane', '023 8083 4000', '2020-02-29', '9'],
    ],
  });
  await signIn(page, practice.address, 'manager', 'settings/import');
  await page.getByRole('radio', { name: 'People' }).check();
  await page.getByLabel('File to import').setInputFiles({
    name: 'residents.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbook),
  });
  const plan = page.getByRole('region', { name: 'What the import would do' });
  await expect(plan.getByRole('heading')).toHaveText('0 rows will be added, 2 cannot be added');
  await expect(plan).toContainText('These columns are not taken: Who, Shoe size.');
  await plan.getByRole('combobox', { name: 'Name', exact: true }).selectOption('Who');
  await expect(plan.getByRole('heading')).toHaveText('2 rows will be added');
  const row = plan.getByRole('row', { name: /Quintessa Vane/ });
  await expect(row).toContainText('Sounding Board since 5 June 2019');
  await expect(row).toContainText('phone read as 07700900123');

  await expectAccessible(page, 'people to import');
  await page.getByRole('button', { name: 'Bring in 2 people' }).click();
  await expect(page.getByText(/is in: 2 people\.$/)).toBeFocused();
  await page
    .getByRole('button', { name: /^Take back IMP-/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('will be taken off the record');
  await page.getByRole('button', { name: 'Take the import back' }).click();
  await expect(page.getByRole('button', { name: /^Take back IMP-/ })).toBeHidden();
  await page.goto(`${practice.address}people`);
  await page.getByRole('searchbox').fill('Quintessa');
  await expect(page.getByRole('main')).not.toContainText('Quintessa Vane');
});
