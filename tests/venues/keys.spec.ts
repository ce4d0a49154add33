import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../support/desk.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

async function handOut(page: Page, key: string, holder: string): Promise<void> {
  await page.getByRole('button', { name: 'Hand out a key' }).first().click();
  const form = page.getByRole('dialog', { name: 'Hand out a key' });
  await form.getByRole('textbox', { name: 'What is written on the tag?' }).fill(key);
  await form.getByRole('combobox', { name: 'Who holds it now?' }).fill(holder);
  await page
    .getByRole('option', { name: new RegExp(holder) })
    .first()
    .click();
  // Both hold a post in a group, and take this key for themselves.
  await form.getByRole('radio', { name: 'Themself' }).check();
  await form.getByRole('button', { name: 'Hand out the key' }).click();
}

test('one key has one holder at a time, and comes back at one press', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk', 'settings/venues');
  await handOut(page, 'Side gate', 'Haddad');
  await expect(deskScreen(page).news(/^Side gate is with .*Haddad/)).toBeVisible();

  await handOut(page, 'side gate', 'Okafor');
  const form = page.getByRole('dialog', { name: 'Hand out a key' });
  await expect(form.getByRole('alert')).toContainText('Enter that it came back');
  await expect(form.getByRole('textbox', { name: /tag/ })).toHaveValue('side gate');
  await form.getByRole('button', { name: 'Close without entering' }).click();

  await page.getByRole('button', { name: 'Side gate came back' }).click();
  await expect(page.getByRole('row', { name: /^Side gate/ })).toBeHidden();
  await deskScreen(page).undo.click();
  await expect(page.getByRole('row', { name: /^Side gate/ })).toContainText('Haddad');
});

test('a venue of a group keeps a log of every time the council went in', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'manager', 'settings/venues');
  await page.getByRole('button', { name: 'Add a venue' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add a venue' });
  await form.getByRole('textbox', { name: 'Name people use for it' }).fill('Elm Hall');
  await form.getByRole('combobox', { name: 'Who manages it?' }).selectOption({ label: 'A group' });
  await form.getByRole('button', { name: 'Add the venue' }).click();
  await expect(form.getByRole('alert')).toContainText('Choose the group that manages it');
  await form.getByRole('combobox', { name: 'Which group?' }).fill('Ashdown');
  await page.getByRole('option', { name: /^Ashdown TRA/ }).click();
  await form.getByRole('button', { name: 'Add the venue' }).click();

  const venue = page.getByRole('listitem').filter({ hasText: 'Elm Hall' });
  await venue.getByRole('button', { name: 'Council access' }).click();
  const log = page.getByRole('dialog', { name: 'Council access to Elm Hall' });
  await log.getByRole('textbox', { name: 'Who went in?' }).fill('T. Blackwood');
  await log.getByRole('button', { name: 'Enter the access' }).click();
  await expect(log.getByRole('row', { name: /T\. Blackwood/ })).toContainText('Maintenance');
  await log.getByRole('button', { name: 'Close the log' }).click();
  await venue.getByRole('button', { name: 'Print the access log' }).click();
  await expect(
    page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }),
  ).toBeVisible();
});
