import type { Page } from '@playwright/test';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { expectAccessible, violationsOn } from '../support/screens/axe.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { firstRun } from '../support/screens/first-run.ts';
import { hasFocus } from '../support/screens/keyboard.ts';
import {
  expectFitsEverySize,
  expectGoodInEveryLook,
  smallControlsOn,
} from '../support/screens/looks.ts';
import { goWithin, routesOf, settled } from '../support/screens/routes.ts';

test('every page keeps the rules of access in every look and size, with controls to hit', async ({
  page,
  practice,
  door,
}) => {
  // Forty pages, every rule on each.
  test.setTimeout(480_000);
  await page.goto(practice.address);
  await settled(page);
  await expectGoodInEveryLook(page, 'sign-in page', door);
  await expectFitsEverySize(page, 'sign-in page', door);
  await signIn(page, practice.address, 'manager');
  for (const route of await routesOf(practice.address)) {
    await goWithin(page, route);
    await expectGoodInEveryLook(page, `/${route}`, door);
    expect.soft(await smallControlsOn(page), `/${route}`).toEqual([]);
    await expectFitsEverySize(page, `/${route}`, door);
  }
  await page.goto(`${practice.address}rooms?new=1`);
  await expect(bookingForm(page).who).toBeVisible();
  await expectFitsEverySize(page, 'booking form', door);
});

test('every dialog, menu and panel keeps the rules of access in every look', async ({
  page,
  practice,
  door,
}) => {
  await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'manager', `rooms?date=${EMPTY_DAY}`);
  const form = bookingForm(page);
  const check = (what: string) => expectGoodInEveryLook(page, what, door);

  await page.getByRole('button', { name: 'Book a room' }).click();
  await form.from.fill('3pm');
  await form.until.fill('half past');
  await form.people.fill('many');
  await form.book.click();
  await expect(form.summary).toBeFocused();
  await check('booking form with errors');
  await form.until.fill('5pm');
  await expect(form.dialog.getByRole('button', { name: 'Use 4pm' })).toBeVisible();
  await check('booking form with a clash');
  await form.who.fill('Ash');
  await expect(form.line(/Ashdown TRA/)).toBeVisible();
  await check('list of groups and people');
  await form.who.press('Escape');
  await form.dialog.getByRole('button', { name: 'Close without booking' }).click();
  await expect(page.getByRole('dialog', { name: 'Throw away what you typed?' })).toBeVisible();
  await check('question before throwing away');
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(form.dialog).toBeHidden();

  await page.getByRole('button', { name: 'Print a blank form' }).click();
  const paper = page.getByRole('dialog', { name: 'Blank booking form' });
  await expect(paper.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await check('paper');
  await page.keyboard.press('Escape');
  await expect(paper).toBeHidden();

  for (const [key, name] of [
    ['Control+k', 'Search everything'],
    ['F1', 'Help: Rooms'],
    ['Shift+F1', 'All keys'],
  ] as const) {
    await page.keyboard.press(key);
    const panel = page.getByRole('dialog', { name });
    await expect(panel).toBeVisible();
    if (key === 'Control+k') {
      await page.keyboard.type('oak');
      await expect(page.getByRole('option', { name: /Oak Estate/ }).first()).toBeVisible();
    }
    await check(name);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  }

  for (const name of [/^Make…/, /^Dilwyn/, /^Text and colours/]) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('menu').or(page.getByRole('dialog'))).toBeVisible();
    await check(`menu ${name.source}`);
    await page.keyboard.press('Escape');
  }

  await page.getByRole('button', { name: /^Oak Estate TRA/ }).click();
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await check('cancelling, without a reason');
  await page.getByRole('button', { name: 'Keep the booking' }).click();
  await page.keyboard.press('Alt+Shift+X');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await check('locked screen');
});

test.describe('Without records', () => {
  test.use({ flags: [] });

  test('the first run and the empty centre keep the rules of access', async ({ page, program }) => {
    await page.goto(program.address);
    const first = firstRun(page);
    await first.title('Make it comfortable').waitFor();
    await expectAccessible(page, 'comfort');
    await first.goOn('Continue').click();
    await first.title('Where the records live').waitFor();
    await expectAccessible(page, 'records');
    await first.goOn('Continue').click();
    await first.council(/Southampton/).check();
    await page.getByText(/It fills in \d+ things/).waitFor();
    await expectAccessible(page, 'council');
    await first.goOn('Use these figures').click();
    await first.title('Practice or real?').waitFor();
    await expectAccessible(page, 'centres');
    await first.goOn('Continue').click();
    await first.goOn('Make the account').click();
    await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
    await expectAccessible(page, 'manager with errors');
    await first.yourName.fill('Rosalind Featherstone');
    await first.signInName.fill('rosalind');
    await page.getByRole('button', { name: 'Use this passphrase' }).click();
    await first.passphraseAgain.fill(await first.passphrase.inputValue());
    await first.goOn('Make the account').click();
    await first.title('Your centre and its rooms').waitFor();
    await expectAccessible(page, 'rooms');
    await first.centreName.fill('Elm Street Centre');
    await first.goOn('Finish setting up').click();
    await first.title('Ready').waitFor();
    await expectAccessible(page, 'ready');
    await first.goOn('Go to the desk').click();
    for (const route of ['', 'rooms', 'rooms?view=list', 'groups', 'people']) {
      await goWithin(page, route);
      await expectAccessible(page, `empty /${route}`);
    }
  });
});

test('failed and refused pages keep the rules of access', async ({ page, practice }) => {
  await signIn(page, practice.address, 'auditor', 'rooms');
  await settled(page);
  await expectAccessible(page, 'rooms for the auditor');
  await page.goto(`${practice.address}settings/accounts`);
  await settled(page);
  await expectAccessible(page, 'accounts for the auditor');
  await page.goto(`${practice.address}bookings/nothing`);
  await page.getByText('This booking could not be shown').waitFor();
  await expectAccessible(page, 'a booking that is not there');
});

test('Tab reaches every control of a page, and each shows that it has the focus', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');
  for (const route of ['', `rooms?date=${EMPTY_DAY}`, 'rooms?new=1', 'settings']) {
    await page.goto(practice.address + route);
    await settled(page);
    if (route.includes('new')) await expect(bookingForm(page).who).toBeFocused();
    else await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await walkByTab(page), `/${route}`).toEqual([]);
  }
});

/** Presses Tab once round and answers every control that was not reached or did not show its focus. */
async function walkByTab(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const within = document.querySelector('[role="dialog"]') ?? document;
    const all = [
      ...within.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        element.getClientRects().length > 0 &&
        element.closest('[aria-hidden="true"], [inert]') === null &&
        !element.hasAttribute('data-testid'),
    );
    for (const [place, element] of all.entries()) element.dataset['walk'] = String(place);
    return all.length;
  });
  const reached = new Set<string>();
  const faults: string[] = [];
  for (let tabs = 0; tabs < count + 12; tabs += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const ring = (one: Element | null): boolean => {
        if (one === null) return false;
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && Number(style.outlineWidth.replace('px', '')) >= 2;
      };
      return {
        walk: element.dataset['walk'],
        name: `${element.tagName} ${element.textContent?.slice(0, 40)}`,
        isBody: element === document.body,
        showsFocus: [
          element,
          element.parentElement,
          element.parentElement?.parentElement ?? null,
        ].some(ring),
      };
    });
    if (here.walk !== undefined) reached.add(here.walk);
    if (!here.isBody && !here.showsFocus) faults.push(`no ring: ${here.name}`);
  }
  const missed = await page.evaluate(
    (seen) =>
      [...document.querySelectorAll<HTMLElement>('[data-walk]')]
        .filter((element) => !seen.includes(element.dataset['walk'] ?? ''))
        .map((element) => `not reached: ${element.tagName} ${element.textContent?.slice(0, 40)}`),
    [...reached],
  );
  return [...new Set([...faults, ...missed])];
}

test('a dialog gives the focus back to what opened it', async ({ page, practice }) => {
  await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'manager', `rooms?date=${EMPTY_DAY}`);
  for (const name of ['Print a blank form', 'Print the day sheet', 'Book a room']) {
    const opener = page.getByRole('button', { name });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener, name).toBeFocused();
  }
  for (const key of ['Control+k', 'F1', 'Shift+F1']) {
    const before = page.getByRole('button', { name: 'Print a blank form' });
    await before.focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await hasFocus(before), key).toBe(true);
  }
});

test('colours of the system and less motion are followed', async ({ page, practice }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await signIn(page, practice.address, 'desk');
  await settled(page);
  // The system's colours are the person's own choice, and the tool reads the page's instead of them.
  expect(await violationsOn(page, { without: ['color-contrast'] })).toEqual([]);
  const here = page.getByRole('link', { name: 'Today', exact: true });
  await expect(here).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 1),
  );
  expect(moving).toEqual([]);
});

test('the rules of access see a label that is missing and ink that is too pale', async ({
  page,
  practice,
}) => {
  await page.goto(practice.address);
  await settled(page);
  await page.evaluate(() => {
    document.querySelector('label')?.remove();
    document.querySelector<HTMLElement>('h1')?.style.setProperty('color', '#cccccc');
  });
  const found = (await violationsOn(page)).map((line) => line.split(':')[0]);
  expect(found).toContain('label');
  expect(found).toContain('color-contrast');
});
