import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { expect, PRACTICE_CLOCK, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { startBuiltProgram } from '../support/running-program.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { firstRun } from '../support/screens/first-run.ts';
import { settled, startWithLook } from '../support/screens/routes.ts';

const TODAY = PRACTICE_CLOCK.slice(0, 10);
const SLIP_DOTS_PER_INCH = 100;

/** Where a picture of that name belongs, without its ending. */
const pictureOf = (name: string): string =>
  fileURLToPath(new URL(`../../docs/screens/${name}`, import.meta.url));

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: `${pictureOf(name)}.png`,
    animations: 'disabled',
    caret: 'hide',
  });
}

test('the first run, where the council is chosen', async ({ page, folder }) => {
  const program = await startBuiltProgram([], folder);
  await startWithLook(page, {});
  await page.goto(program.address);
  const first = firstRun(page);
  await first.goOn('Continue').click();
  await first.title('Where the records live').waitFor();
  await first.goOn('Continue').click();
  await first.council(/Southampton/).check();
  await expect(page.getByText(/It fills in \d+ things/)).toBeVisible();
  await keep(page, 'first-run');
  await program.stop();
});

test('the first page of the day', async ({ page, practice }) => {
  await startWithLook(page, {});
  await signIn(page, practice.address, 'desk');
  await settled(page);
  await keep(page, 'today');
});

test('the rooms of a day', async ({ page, practice }) => {
  await startWithLook(page, {});
  await signIn(page, practice.address, 'desk');
  await page.goto(`${practice.address}rooms`);
  await settled(page);
  await expect(page.getByRole('grid')).toBeVisible();
  await keep(page, 'day-view');
});

test('a booking that another one stands in the way of', async ({ page, practice }) => {
  await startWithLook(page, {});
  const client = await clientOf(practice.address, 'desk');
  const { bookings, facilities } = await client.call('bookings.onDay', { date: TODAY });
  const taken = mustExist(
    bookings.find(
      (each) => each.startsAt > PRACTICE_CLOCK && each.facilityId === facilities[0]?.id,
    ),
    'the first room is booked later today',
  );
  await signIn(page, practice.address, 'desk');
  await page.goto(`${practice.address}rooms?new=1`);
  const form = bookingForm(page);
  await form.who.pressSequentially('Cedar');
  await form.line(/Cedar Estate Forum/).click();
  await form.from.fill(taken.startsAt.slice(11));
  await form.until.fill('1h');
  await expect(form.said.filter({ hasText: taken.reference })).toBeVisible();
  await form.people.scrollIntoViewIfNeeded();
  await keep(page, 'booking-clash');
});

test('the slip of a booking, as it is printed', async ({ practice }) => {
  const client = await clientOf(practice.address, 'desk');
  const { bookings } = await client.call('bookings.onDay', { date: TODAY });
  const booking = mustExist(
    bookings.find((each) => each.needs !== ''),
    'somebody needs something today',
  );
  const slip = await client.call('bookings.printSlip', { id: booking.id });
  const folder = mkdtempSync(join(tmpdir(), 'slip-'));
  const file = join(folder, 'slip.pdf');
  writeFileSync(file, Buffer.from(slip.base64, 'base64'));
  execFileSync('pdftoppm', [
    '-png',
    '-singlefile',
    '-r',
    String(SLIP_DOTS_PER_INCH),
    file,
    pictureOf('booking-slip'),
  ]);
  rmSync(folder, { recursive: true });
});
