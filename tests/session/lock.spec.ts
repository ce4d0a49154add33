import type { Page } from '@playwright/test';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, practiceAccount, signIn, test } from '../support/desk.ts';
import { clientOf, newPageClient } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

const PIN = '480217';
const WORDS = ['heron', 'lantern', 'quarry', 'saffron', 'thimble'];
/** Names, needs and notes that stand on the screens before the lock, and nowhere after it. */
const CANARIES = WORDS.flatMap((word) => [
  `Group of the ${word}`,
  `Person of the ${word}`,
  `Needs a ${word}`,
  `Notes on the ${word}`,
]);

test('a locked screen holds nothing of what it showed, whatever is pressed, until its owner is back', async ({
  page,
  practice,
}) => {
  const client = await clientOf(practice.address, 'desk');
  await client.call('users.setOwnPin', {
    passphrase: practiceAccount('desk').passphrase,
    pin: PIN,
  });
  const bookings = [];
  for (const [place, word] of WORDS.entries()) {
    bookings.push(
      await booked(client, {
        from: `1${place}:00`,
        until: `1${place}:45`,
        group: `Group of the ${word}`,
        person: `Person of the ${word}`,
        needs: `Needs a ${word}`,
        notes: `Notes on the ${word}`,
      }),
    );
  }
  await signIn(page, practice.address, 'desk');
  const desk = deskScreen(page);
  for (const booking of bookings) {
    await page.goto(`${practice.address}bookings/${booking.id}`);
    await expect(page.getByText(booking.notes, { exact: true })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Person of the thimble' }).click();
  await expect(desk.title('Person of the thimble')).toBeVisible();
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await expect(desk.lock).toBeVisible();
  await page.keyboard.press('Control+k');
  await desk.palette.fill('Group of the');
  await expect(page.getByRole('option', { name: /Group of the heron/ }).first()).toBeVisible();
  expect(await canariesOn(page)).not.toEqual([]);

  await page.keyboard.press('Alt+Shift+X');
  await expect(desk.title('Locked')).toBeVisible();
  expect(await canariesOn(page)).toEqual([]);
  await page.goBack();
  await expect(desk.title('Locked')).toBeVisible();
  expect(await canariesOn(page)).toEqual([]);
  await page.goForward();
  expect(await canariesOn(page)).toEqual([]);
  await page.reload();
  await expect(desk.title('Locked')).toBeVisible();
  expect(await canariesOn(page)).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Alt+Shift+B');
  await expect(desk.palette).toBeHidden();
  expect(await canariesOn(page)).toEqual([]);

  const answer = await newPageClient(page).ask('bookings.today', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'session.locked' } });

  await page.getByLabel('PIN or passphrase').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Group of the heron/ })).toBeVisible();
});

test('what was typed before the lock stands in the form after it', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk');
  await page.getByRole('link', { name: 'Book a room' }).click();
  const form = bookingForm(page);
  await form.needs.fill('Ramp and a quiet corner');
  await page.keyboard.press('Alt+Shift+X');
  await expect(deskScreen(page).title('Locked')).toBeVisible();
  await unlock(page, practiceAccount('desk').passphrase);
  await expect(form.needs).toHaveValue('Ramp and a quiet corner');
});

test('a screen that nobody uses warns, and then locks by itself', async ({ page, practice }) => {
  await page.clock.install();
  await signIn(page, practice.address, 'desk');
  const desk = deskScreen(page);
  await expect(desk.title('Good morning, Ann')).toBeVisible();
  const client = await clientOf(practice.address, 'manager');
  const { idleLockMinutes } = await client.call('settings.centre', {});
  await page.clock.fastForward((idleLockMinutes * 60 - 20) * 1000);
  const warning = page.getByRole('alertdialog', { name: 'Still there?' });
  await expect(warning).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(warning).toBeHidden();
  await page.clock.fastForward((idleLockMinutes * 60 + 2) * 1000);
  await expect(desk.title('Locked')).toBeVisible();
});

test('five wrong secrets shut the account, and the sentence says for how long', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  for (const triesLeft of [4, 3, 2]) {
    await unlock(page, 'not the passphrase');
    await expect(alert).toContainText(`${triesLeft} tries are left.`);
  }
  await unlock(page, 'not the passphrase');
  await expect(alert).toContainText('Try once more with care');
  await unlock(page, 'not the passphrase');
  await expect(alert).toContainText(
    /There were too many wrong tries, so the account is shut for \d+ more minutes\. Wait, or ask a manager to unlock it\./,
  );
  await unlock(page, practiceAccount('desk').passphrase);
  await expect(alert).toContainText('There were too many wrong tries');
});

async function unlock(page: Page, secret: string): Promise<void> {
  await page.getByRole('textbox', { name: /assphrase$/ }).fill(secret);
  await page.getByRole('button', { name: 'Unlock the screen' }).click();
}

/** The canaries found anywhere the page keeps words: elements, fields, title, address, history, storage. */
async function canariesOn(page: Page): Promise<string[]> {
  const everything = await page.evaluate(() =>
    [
      new XMLSerializer().serializeToString(document),
      ...[...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      ),
      document.title,
      decodeURIComponent(location.href),
      JSON.stringify(history.state),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ].join('\n'),
  );
  return CANARIES.filter((canary) => everything.includes(canary));
}
