import type { Page } from '@playwright/test';
import { expect, signInAs, test } from '../support/desk.ts';
import { newPageClient } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

const LONE = { name: 'rosalind', displayName: 'Rosalind Featherstone' };
const SECOND = { name: 'ignatius', displayName: 'Ignatius Bellweather' };
const DESK = { name: 'marigold', displayName: 'Marigold Thrupp' };
const passphraseOf = (account: { readonly name: string }): string =>
  `four words for ${account.name}`;

/** A real centre with one manager and nobody else. */
async function setUpWithOneManager(page: Page, folder: string): Promise<void> {
  const client = newPageClient(page);
  await client.call('setup.saveComfort', { textSize: '100', theme: 'light' });
  await client.call('setup.chooseFolder', { path: folder });
  await client.call('setup.chooseCouncil', { presetId: 'southampton' });
  await client.call('setup.chooseCentres', { real: true, practice: false });
  await client.call('setup.addFirstManager', { ...LONE, passphrase: passphraseOf(LONE) });
  await client.call('setup.describeCentre', {
    centre: { name: 'Elm Street Tenant Resource Centre', addressLines: [], phone: '' },
    facilities: [
      { name: 'Main Room', kind: 'meeting-room', isBookable: true, capacity: null, hours: null },
    ],
    officeHours: null,
  });
}

test.use({ flags: [] });

test('a lone manager adds accounts; then a second person confirms each change, and a stopped account is out at once', async ({
  page,
  program,
  folder,
  colleague,
}) => {
  const before = await colleague.newPage();
  await before.goto(program.address);
  await setUpWithOneManager(before, folder);
  await before.close();
  await page.goto(program.address);
  await signInAs(page, LONE.name, passphraseOf(LONE));
  const accounts = accountsScreen(page);
  await page.goto(`${program.address}settings/accounts`);

  await accounts.add(DESK, 'desk');
  await expect(deskScreen(page).news(`${DESK.displayName} has an account.`)).toBeVisible();
  await accounts.add(SECOND, 'manager');
  await expect(accounts.row(SECOND.displayName)).toContainText('Manager');

  const deskPage = await colleague.newPage();
  await deskPage.goto(program.address);
  await signInAs(deskPage, DESK.name, passphraseOf(DESK));

  await accounts.change(DESK.displayName);
  await page.getByRole('combobox', { name: 'Role' }).selectOption('officer');
  await page.getByRole('button', { name: 'Change the role' }).click();
  await expect(
    deskScreen(page).news(`The change for ${DESK.displayName} waits for a second person`),
  ).toBeVisible();
  await expect(accounts.row(DESK.displayName)).toContainText('Desk staff');
  await expect(accounts.waiting).toContainText(DESK.displayName);
  await expect(accounts.waiting.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  const second = await colleague.newPage();
  await second.goto(program.address);
  await signInAs(second, SECOND.name, passphraseOf(SECOND));
  await second.goto(`${program.address}settings/accounts`);
  const theirs = accountsScreen(second);
  await theirs.waiting.getByRole('button', { name: /^Confirm/ }).click();
  await expect(theirs.waiting).toBeHidden();
  await expect(accounts.row(DESK.displayName)).toContainText('Officer');
  // A new role begins with a new sign-in.
  await expect(deskPage.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await signInAs(deskPage, DESK.name, passphraseOf(DESK));

  await accounts.change(DESK.displayName);
  await page.getByRole('button', { name: 'Stop the account' }).click();
  await page
    .getByRole('dialog', { name: `Stop the account of ${DESK.displayName}?` })
    .getByRole('button', { name: 'Stop the account' })
    .click();
  await theirs.waiting.getByRole('button', { name: /^Confirm/ }).click();
  await expect(accounts.row(DESK.displayName)).toContainText('Stopped');
  await expect(deskPage.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await deskPage.getByLabel('Sign-in name').fill(DESK.name);
  await deskPage.getByRole('textbox', { name: 'Passphrase' }).fill(passphraseOf(DESK));
  await deskPage.getByRole('button', { name: 'Sign in' }).click();
  await expect(deskPage.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
});

function accountsScreen(page: Page) {
  return {
    row: (name: string) => page.getByRole('row', { name: new RegExp(name) }),
    waiting: page.getByRole('region', { name: 'Waiting for a second person' }),
    change: (name: string) =>
      page.getByRole('button', { name: `Change the account of ${name}` }).click(),
    add: async (account: typeof DESK, role: string): Promise<void> => {
      await page.getByRole('button', { name: 'Add an account' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add an account' });
      await dialog.getByLabel('Name', { exact: true }).fill(account.displayName);
      await dialog.getByLabel('Sign-in name').fill(account.name);
      await dialog.getByRole('combobox', { name: 'Role' }).selectOption(role);
      await dialog
        .getByRole('textbox', { name: 'Passphrase', exact: true })
        .fill(passphraseOf(account));
      await dialog
        .getByRole('textbox', { name: 'Type the passphrase again', exact: true })
        .fill(passphraseOf(account));
      await dialog.getByRole('button', { name: 'Add the account' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}
