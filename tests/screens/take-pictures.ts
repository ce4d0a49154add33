import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { startBuiltProgram } from '../support/running-program.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { settled } from '../support/screens/routes.ts';
import { whichElectron } from '../support/which-electron.ts';

const folder = fileURLToPath(new URL('../../docs/screens', import.meta.url));

async function take(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

test('the first run, on the page of the council', async ({ page, folder: data }) => {
  const program = await startBuiltProgram([], data);
  await page.goto(program.address);
  await page
    .getByRole('button', { name: /Continue|Next|Go on/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /Continue|Next|Go on|Keep/ })
    .first()
    .click();
  await page.getByRole('radio', { name: /Southampton/ }).check();
  await take(page, 'first-run');
  await program.stop();
});

test('the desk in the middle of a morning', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk');
  await take(page, 'today');
  await page.goto(`${practice.address}rooms?date=2027-06-10`);
  await expect(page.getByRole('grid', { name: /^Rooms on/ })).toBeVisible();
  await take(page, 'day-view');
});

test('a booking that clashes, and one on paper', async ({ page, practice }) => {
  const client = await clientOf(practice.address, 'desk');
  const first = await booked(client);
  await signIn(page, practice.address, 'desk', 'rooms?new=1&date=2027-06-10&from=18:00');
  const form = bookingForm(page);
  await form.who.fill('Cedar');
  await form.line(/Cedar/).first().click();
  await form.responsible.fill('Okafor');
  await form
    .line(/Okafor/)
    .first()
    .click();
  await form.from.fill('1.30pm');
  await form.until.fill('3pm');
  await form.book.click();
  await expect(form.summary).toBeVisible();
  await take(page, 'booking-clash');

  const paper = await client.call('bookings.printSlip', { id: first.id });
  const place = mkdtempSync(join(tmpdir(), 'trc-slip-'));
  writeFileSync(join(place, 'slip.pdf'), Buffer.from(paper.base64, 'base64'));
  execFileSync('pdftoppm', [
    '-r',
    '80',
    '-png',
    '-singlefile',
    join(place, 'slip.pdf'),
    join(folder, 'booking-slip'),
  ]);
});

test('the figures of the council', async ({ page, practice }) => {
  await signIn(page, practice.address, 'manager', 'settings/figures');
  await expect(page.getByRole('table').first()).toBeVisible();
  await take(page, 'figures');
});

test.describe('Behind the desktop door', () => {
  test.use({ door: 'desktop' });

  test('the window, in whatever stands behind the desktop door here', async ({
    browser,
    desktop,
    page,
    practice,
  }) => {
    await signIn(page, practice.address, 'desk');
    await settled(page);
    const { address, menu } = await mustExist(desktop, 'the desktop door runs').app.evaluate(
      ({ Menu, webContents }) => ({
        address: webContents.getAllWebContents()[0]?.getURL() ?? '',
        menu: Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')),
      }),
    );
    const inside = await page.screenshot({ animations: 'disabled' });
    // The picture says itself what it shows, wherever it is taken to.
    const frame = await browser.newPage({ viewport: { width: 1312, height: 900 } });
    await frame.setContent(`<style>
        body { margin: 16px; font: 16px/1.4 'Liberation Sans', sans-serif; background: #fff; color: #222 }
        p { margin: 0 0 12px } img { display: block; border: 1px solid #888 }
      </style>
      <p><strong>${whichElectron().replace(/ \(.*\)/, '')}</strong><br>
      Page ${address} of the built program, with the menu ${menu?.join(', ')}, which nobody draws here.</p>
      <img src="data:image/png;base64,${inside.toString('base64')}" width="1280" height="800" alt="">`);
    await frame.screenshot({ path: join(folder, 'desktop-window.png'), fullPage: true });
    await frame.close();
  });
});
