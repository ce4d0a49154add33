import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';

test('somebody who does not want to be involved leaves the Sounding Board, and says so at the top of their page', async ({
  page,
  practice,
}) => {
  const desk = await clientOf(practice.address, 'desk');
  const { id, version } = await desk.call('people.add', {
    name: 'Qadira Vance-Oyelaran',
    kind: 'tenant',
    phone: '07700 900555',
  });
  await desk.call('people.changeRecord', { id, version, isOnRegister: true, postcode: 'ZZ9 9ZZ' });
  await signIn(page, practice.address, 'desk');

  // Found by a slip of the name, as it was heard on the phone.
  await page.goto(`${practice.address}people`);
  await page.getByRole('searchbox', { name: /^Find a person/ }).fill('qadria vanse');
  await page.getByRole('link', { name: 'Qadira Vance-Oyelaran' }).click();
  await expect(page.getByRole('region', { name: 'Involvement' })).toContainText('Member since');
  await page.getByRole('button', { name: 'Note “Not involved, thank you”' }).click();
  const notice = page.getByRole('region', { name: 'Not involved, thank you' });
  await expect(notice).toContainText('they do not want to take part');

  await page.goto(`${practice.address}people/sounding-board`);
  await expect(page.getByRole('table', { name: 'Members' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Qadira Vance-Oyelaran' })).toBeHidden();
  await page.goBack();
  await notice.getByRole('button', { name: 'They want to be involved again' }).click();
  await expect(notice).toBeHidden();
});

test('a phone number is given to others only once the signed sheet is there', async ({
  page,
  practice,
}) => {
  const desk = await clientOf(practice.address, 'desk');
  const { id } = await desk.call('people.add', {
    name: 'Ottoline Marchbanks',
    kind: 'leaseholder',
    phone: '07700 900556',
  });
  await signIn(page, practice.address, 'desk', `people/${id}`);
  await page.getByRole('button', { name: 'Print a form' }).click();
  await page.getByRole('menuitem', { name: 'Consent sheet' }).click();
  const paper = page.getByRole('dialog', { name: /^Consent sheet/ });
  await expect(paper.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await paper.getByRole('button', { name: 'Close the preview' }).click();

  await page.getByRole('button', { name: 'Add a consent' }).click();
  const form = page.getByRole('dialog', { name: 'Add a consent' });
  await form
    .getByRole('combobox', { name: 'What do they agree to?' })
    .selectOption('share-contact');
  await form.getByRole('combobox', { name: 'How did they say so?' }).selectOption('spoken');
  await form.getByRole('button', { name: 'Add the consent' }).click();
  await expect(form.getByRole('alert')).toContainText('only with written consent');
  await form.getByRole('combobox', { name: 'How did they say so?' }).selectOption('form');
  await form.getByRole('button', { name: 'Add the consent' }).click();
  const row = page.getByRole('row', { name: /^Phone or address given to others/ });
  await expect(row).toContainText('Holds');

  await row.getByRole('button', { name: /^Take back/ }).click();
  await page.getByRole('button', { name: 'Take the consent back' }).click();
  await expect(row).toContainText('Taken back on');
});

test('an area is put inside another, and offered on a person’s page below it', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'manager', 'settings/areas');
  await page.getByRole('button', { name: 'Add inside Harbour' }).click();
  const form = page.getByRole('dialog', { name: 'Add an area' });
  await form.getByRole('textbox', { name: /^Name/ }).fill('Capstan Estate');
  await form.getByRole('button', { name: 'Add the area' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Capstan Estate' })).toBeVisible();

  await page.goto(`${practice.address}people`);
  await page.getByRole('link', { name: 'Mrs P. Okafor' }).click();
  await page.getByRole('button', { name: 'Change: how to reach them' }).click();
  const reach = page.getByRole('dialog', { name: 'How to reach them' });
  await reach
    .getByRole('combobox', { name: 'Area' })
    .selectOption({ label: '\u2003Capstan Estate' });
  await reach.getByRole('button', { name: 'Save the changes' }).click();
  await expect(page.getByRole('region', { name: 'How to reach them' })).toContainText(
    'Capstan Estate, Harbour',
  );
});
