import { expect, signIn, test } from '../support/desk.ts';
import { expectAccessible } from '../support/screens/axe.ts';
import { goWithin } from '../support/screens/routes.ts';

/** Pages outside the calendar of rooms, and the dialogs they open; `save` sends the form as it stands. */
const DIALOGS = [
  { route: 'settings/days', open: 'Add a day', save: 'Add the closed day' },
  { route: 'settings/conditions', open: /^Enter a new version of the guide/, save: null },
  { route: 'settings/venues', open: 'Hand out a key', save: 'Hand out the key' },
  { route: 'settings/venues', open: 'Council access', save: 'Enter the access' },
  { route: 'settings/venues', open: 'Add a venue', save: 'Add the venue' },
  { route: 'settings/restrictions', open: 'Remove a service', save: 'Remove the service' },
  { route: 'settings/recognition', open: 'Add a criterion', save: 'Save the criterion' },
  { route: 'settings/claims', open: 'Change: Car', save: 'Show what changes' },
  { route: 'settings/claims', open: 'Change the limits', save: 'Show what changes' },
  { route: 'settings/rooms', open: 'Layouts of Meeting Room', save: null },
  { route: 'settings/rooms', open: 'Places of Computer Suite', save: null },
  { route: 'settings/rooms', open: 'How it is used: Computer Suite', save: null },
  { route: 'walk-ins', open: 'Start a session: Computer Suite', save: 'Start the session' },
  { route: 'walk-ins', open: 'Enter copies or a past use', save: 'Enter the use' },
  { route: 'walk-ins/log', open: 'Enter an allowance', save: 'Enter the allowance' },
] as const;

test('every form beside the calendar keeps the rules of access, with its errors too', async ({
  page,
  practice,
}) => {
  // A dozen dialogs, every rule on each.
  test.slow();
  await signIn(page, practice.address, 'manager');
  for (const { route, open, save } of DIALOGS) {
    await goWithin(page, route);
    await page.getByRole('button', { name: open }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (save !== null) {
      await dialog.getByRole('button', { name: save }).click();
      await expect(dialog.getByRole('alert')).toBeVisible();
    }
    await expectAccessible(page, `${route}: ${String(open)}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('the rows of a file to import keep the rules of access', async ({ page, practice }) => {
  await signIn(page, practice.address, 'manager', 'settings/import');
  await page.getByLabel('File to import').setInputFiles({
    name: 'diary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Room,Date,Start,End,Group\r\nAttic,15/03/2028,10:00,12:00,Ashdown TRA'),
  });
  await expect(page.getByRole('row', { name: /Attic/ })).toBeVisible();
  await expectAccessible(page, 'rows of a file to import');
});
