import type { Locator, Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { roomsScreen } from '../support/screens/rooms.ts';

/** From 8am, the first row shown, to 10pm. */
const [FIRST_HOUR, LAST_HOUR] = [8, 22];

/** The point of a room's column at which an hour stands, after the calendar was scrolled there. */
async function pointAt(page: Page, room: string, hour: number) {
  const column: Locator = page.getByRole('group', { name: new RegExp(`^${room}, `) });
  const box = mustExist(await column.boundingBox(), 'the room is on screen');
  const share = (hour - FIRST_HOUR) / (LAST_HOUR - FIRST_HOUR);
  return { x: box.x + box.width / 2, y: box.y + box.height * share };
}

async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

test.beforeEach(async ({ page }) => {
  // The whole day fits, so that no hour has to be scrolled to.
  await page.setViewportSize({ width: 1280, height: 1100 });
});

test('drawing over free time opens the form at that time', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  await expect(roomsScreen(page).grid).toBeVisible();
  const form = bookingForm(page);

  await drag(
    page,
    await pointAt(page, 'Small Room', 10.1),
    await pointAt(page, 'Small Room', 11.9),
  );
  await expect(page.getByText('10am to noon, 2 h').first()).toBeVisible();
  await expect(roomsScreen(page).goesTo).toHaveText('10am to noon, 2 h');
  await page.mouse.up();

  await expect(form.from).toHaveValue('10am');
  await expect(form.until).toHaveValue('noon');
  await expect(form.room.locator('option:checked')).toHaveText(/^Small Room/);
});

test('a booking that is dragged moves in time and room, and the news takes it back', async ({
  page,
  practice,
}) => {
  await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();

  await drag(
    page,
    await pointAt(page, 'Meeting Room', 14.5),
    await pointAt(page, 'Small Room', 10.6),
  );
  await expect(page.getByText('Small Room, 10am to noon', { exact: true }).first()).toBeVisible();
  await expect(rooms.goesTo).toHaveText('Small Room, 10am to noon');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();

  // Twelve people do not fit into the Small Room; another time in their own room does.
  await drag(
    page,
    await pointAt(page, 'Meeting Room', 14.5),
    await pointAt(page, 'Meeting Room', 10.6),
  );
  await page.mouse.up();
  await expect(rooms.booking(/^Oak Estate TRA 10am to noon/)).toBeFocused();
  await expect(deskScreen(page).news(/^Changed: Meeting Room, /)).toBeVisible();
  await deskScreen(page).undo.click();
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();
});

test('the lower edge of a booking stretches it', async ({ page, practice }) => {
  await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);
  const block = rooms.booking(/^Oak Estate TRA 2pm to 4pm/);
  const box = mustExist(await block.boundingBox(), 'the booking is on screen');

  await drag(
    page,
    { x: box.x + box.width / 2, y: box.y + box.height - 3 },
    await pointAt(page, 'Meeting Room', 17.5),
  );
  await page.mouse.up();

  await expect(rooms.booking(/^Oak Estate TRA 2pm to 5:30pm/)).toBeVisible();
});

test('a place that is taken sends the booking back and offers what is free instead', async ({
  page,
  practice,
}) => {
  const client = await clientOf(practice.address, 'officer');
  await booked(client, { expectedNumber: 6 });
  await booked(client, { group: 'Birch Court TRA', from: '10:00', until: '12:00' });
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();

  await drag(
    page,
    await pointAt(page, 'Meeting Room', 14.5),
    await pointAt(page, 'Meeting Room', 10.6),
  );
  await expect(page.getByText(/taken by Birch Court TRA/).first()).toBeVisible();
  // Only the name is blanked while a visitor can see the screen.
  await expect(page.locator('.mark [data-personal]')).toHaveText('Birch Court TRA');
  await expect(rooms.goesTo).toHaveText('Meeting Room, 10am to noon: taken by Birch Court TRA');
  await page.mouse.up();

  const refusal = page.getByRole('alert').filter({ hasText: 'It stays where it was.' });
  await expect(refusal).toContainText('Birch Court TRA');
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();
  await expect(refusal.getByRole('button', { name: /^Move to / })).not.toHaveCount(0);
  await refusal
    .getByRole('button', { name: /^Move to / })
    .first()
    .click();
  await expect(refusal).toBeHidden();
  await expect(rooms.booking(/^Oak Estate TRA noon to 2pm/)).toBeVisible();
});

test('the keys and the form do what dragging does', async ({ page, practice }) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk', `bookings/${booking.id}`);
  const form = bookingForm(page);

  await page.getByRole('button', { name: 'Change the booking' }).click();
  await form.from.fill('10');
  await form.until.fill('12');
  await form.save.click();
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);

  await expect(roomsScreen(page).booking(/^Oak Estate TRA 10am to noon/)).toBeVisible();
});
