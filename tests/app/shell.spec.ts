import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { booked } from '../support/booked.ts';
import { expect, onlyThrough, signIn, test } from '../support/desk.ts';
import type { DesktopProgram } from '../support/desktop-program.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('Ctrl+K finds a booking by its reference and a person by part of the phone number', async ({
  page,
  practice,
}) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk');
  const desk = deskScreen(page);
  await page.keyboard.press('Control+k');
  await expect(desk.palette).toBeFocused();
  await page.keyboard.type(booking.reference.toLowerCase());
  await expect(page.getByRole('option').first()).toContainText('Oak Estate TRA');
  await page.keyboard.press('Enter');
  await expect(desk.title(`Booking ${booking.reference}`)).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('00 900456');
  // Fewer letters find others too, so Enter waits until the right line is marked, as eyes do.
  const imogen = page.getByRole('option', { name: /Imogen Farthing/ });
  await expect(imogen).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(desk.title('Imogen Farthing')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzz nobody');
  await expect(page.getByText(/^No record matches\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(desk.palette).toBeHidden();
});

test('the keys of the frame open the form, the help, the list of keys, and hide names', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');
  const desk = deskScreen(page);
  await expect(desk.title('Good morning, Ann')).toBeVisible();

  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help: Today' });
  await expect(help).toContainText('Shows what is on in each room now and next');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.keyboard.press('Shift+F1');
  const keys = page.getByRole('dialog', { name: 'All keys' });
  await expect(keys).toContainText('Ctrl+K');
  await expect(keys).toContainText('Print the day sheet');
  await page.keyboard.press('Escape');

  const name = page.getByRole('main').getByRole('list').getByRole('link').first();
  await expect(name).not.toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  await page.keyboard.press('Control+Shift+L');
  await expect(name).toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  await expect(page.getByRole('button', { name: 'Names hidden' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Control+Shift+L');
  await expect(name).not.toHaveCSS('color', 'rgba(0, 0, 0, 0)');

  await page.keyboard.press('Alt+Shift+B');
  await expect(bookingForm(page).who).toBeFocused();
});

test('text size and colours change at once and are there again at the next sign-in', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await page.getByRole('radio', { name: '150%' }).check();
  await page.getByRole('radio', { name: 'High contrast' }).check();
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  await page.reload();
  await expect(deskScreen(page).title('Good morning, Ann')).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
});

test('the status line says when the last change reached the disk', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk');
  const { statusLine } = deskScreen(page);
  await expect(statusLine).toContainText(/saved|save/);
  await booked(await clientOf(practice.address, 'officer'));
  await expect(statusLine).toContainText(
    /Everything is saved\. Last change on the disk at 10:2\dam\./,
  );
});

/** Loses a part of the screens on its way to the page, as a damaged file would be lost. */
async function losePart(page: Page, desktop: DesktopProgram | undefined, name: string) {
  if (desktop === undefined) return page.route(`**/assets/${name}-*`, (route) => route.abort());
  await desktop.app.evaluate(({ session }, part) => {
    session.defaultSession.webRequest.onBeforeRequest((details, answer) =>
      answer({ cancel: details.url.includes(`/assets/${part}-`) }),
    );
  }, name);
}

test('a page that cannot be shown says so, and the others go on working', async ({
  desktop,
  page,
  practice,
  complaints,
}) => {
  await signIn(page, practice.address, 'manager');
  await losePart(page, desktop, 'GroupsScreen');
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  const panel = page.getByRole('alert').filter({ hasText: 'This page could not be shown' });
  await expect(panel).toContainText('Something in the program went wrong.');
  await expect(panel.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(deskScreen(page).title('People')).toBeVisible();
  expect(complaints, 'the fault was noted').not.toEqual([]);
  complaints.length = 0;
});

test('an answer that fails is shown as a sentence with a way to try again', async ({
  page,
  practice,
  folder,
}) => {
  await signIn(page, practice.address, 'desk');
  renameTable(folder, 'tenant_group', 'lost_group');
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  const panel = page
    .getByRole('alert')
    .filter({ hasText: 'The list of groups could not be shown' });
  await expect(panel).toContainText('Something went wrong in the program and nothing was saved.');
  renameTable(folder, 'lost_group', 'tenant_group');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Groups' })).toBeVisible();
});

/** Takes a table away from under the running program, as nothing of ours ever does, or gives it back. */
function renameTable(folder: string, from: string, to: string): void {
  const records = new Database(join(folder, 'practice.sqlite'));
  records.exec(`ALTER TABLE "${from}" RENAME TO "${to}"`);
  records.close();
}

test('an address that leads nowhere says so and leads back', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk');
  const desk = deskScreen(page);
  await page.goto(`${practice.address}no-such-page/at-all`);
  await expect(desk.title('There is no such page')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(desk.title('Good morning, Ann')).toBeVisible();
  await page.goto(`${practice.address}bookings/not-a-booking`);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be shown' })).toContainText(
    'There is no such booking here.',
  );
});

test(
  'a program that stops answering is noticed, and noticed again when it is back',
  onlyThrough('web', 'only a network loses calls and then carries them again'),
  async ({ page, practice }) => {
    await signIn(page, practice.address, 'desk');
    const { statusLine } = deskScreen(page);
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await expect(statusLine).toContainText('The program does not answer. Keep this page open');
    await page.unroute('**/api/**');
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await expect(statusLine).not.toContainText('does not answer');
  },
);
