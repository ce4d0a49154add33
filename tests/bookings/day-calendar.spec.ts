import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { roomsScreen } from '../support/screens/rooms.ts';

test('the keys of the calendar move by a quarter of an hour, a room and a day, stretch, and book', async ({
  page,
  practice,
}) => {
  const other = await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk');
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);
  const { keyboard } = page;

  await rooms.cell.focus();
  await expect(rooms.cellAt('Meeting Room, 9am, free')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(rooms.cellAt('Meeting Room, 9:15am, free')).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(rooms.cellAt('Small Room, 9:15am, free')).toBeFocused();
  await keyboard.press('Home');
  await expect(rooms.cellAt('Small Room, 8am, closed until 9am')).toBeFocused();
  await keyboard.press('End');
  await expect(rooms.cellAt(/^Small Room, 9:45pm, closed/)).toBeFocused();
  await keyboard.press('ArrowLeft');
  await keyboard.press('b');
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeFocused();
  await keyboard.press('Escape');
  await expect(
    rooms.cellAt(/^Meeting Room, 2pm, taken 2pm to 4pm by Oak Estate TRA/),
  ).toBeFocused();

  await keyboard.press('PageDown');
  await expect(rooms.day('Thursday 16 March 2028')).toBeVisible();
  await keyboard.press('PageUp');
  await expect(rooms.day('Wednesday 15 March 2028')).toBeVisible();
  await keyboard.press('t');
  await expect(rooms.day('Thursday 10 June 2027, today')).toBeVisible();
  // Days that were leafed through are no steps of the way back.
  await page.goBack();
  await expect(page).toHaveURL(practice.address);

  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await rooms.cell.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await keyboard.press(key);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await keyboard.press(`Shift+${key}`);
  await expect(rooms.cellAt('Meeting Room, 10am to 11am, free')).toBeFocused();
  await keyboard.press('Enter');
  const form = bookingForm(page);
  await expect(form.from).toHaveValue('10am');
  await expect(form.until).toHaveValue('11am');
  await expect(form.day).toHaveValue('Wednesday 15 March 2028');
  await keyboard.press('Escape');
  await expect(form.dialog).toBeHidden();
  await expect(rooms.cellAt('Meeting Room, 10am to 11am, free')).toBeFocused();

  await keyboard.press('b');
  await keyboard.press('Enter');
  await expect(deskScreen(page).title(`Booking ${other.reference}`)).toBeVisible();
});

test('the calendar and its list say the same, mark what is out of hours and hatch what is closed', async ({
  page,
  practice,
}) => {
  const officer = await clientOf(practice.address, 'officer');
  const day = await booked(officer, { needs: 'Hearing loop' });
  const evening = await booked(officer, {
    from: '18:00',
    until: '20:00',
    room: 'Small Room',
    expectedNumber: 8,
  });
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);

  await expect(
    rooms.booking('Oak Estate TRA 2pm to 4pm · 12 people · Needs: Hearing loop'),
  ).toBeVisible();
  await expect(rooms.booking('Oak Estate TRA 6pm to 8pm · 8 people · Out of hours')).toBeVisible();
  const closed = page.getByText('Closed until 9am').first().locator('..');
  await expect(closed).toHaveCSS('background-image', /repeating-linear-gradient/);

  await rooms.asList.click();
  await expect(rooms.table.getByRole('row')).toHaveCount(3);
  const [head, ...rows] = await rooms.table.getByRole('row').allInnerTexts();
  expect(head).toContain('Reference');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/2pm to 4pm[\s\S]*Meeting Room[\s\S]*Oak Estate TRA[\s\S]*Hearing loop/);
  expect(rows[0]).toContain(day.reference);
  expect(rows[0]).not.toMatch(/out of hours/i);
  expect(rows[1]).toMatch(/6pm to 8pm[\s\S]*Small Room[\s\S]*out of hours/i);
  expect(rows[1]).toContain(evening.reference);
});

test('a booking is cancelled with a reason, and the cancellation is taken back from the news and from its page', async ({
  page,
  practice,
}) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);
  const desk = deskScreen(page);
  await rooms.booking(/^Oak Estate TRA/).click();
  await expect(desk.title(`Booking ${booking.reference}`)).toBeVisible();

  await cancelBecause('');
  const dialog = page.getByRole('dialog', { name: `Cancel ${booking.reference}?` });
  await expect(dialog.getByRole('alert')).toContainText(
    'Say why the booking is cancelled, in a few words.',
  );
  await dialog.getByLabel('Why is it cancelled?').fill('The chair is ill');
  await dialog.getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('The chair is ill').first()).toBeVisible();
  await expect(desk.news(/^Cancelled: Meeting Room, /)).toBeVisible();
  await desk.undo.click();
  await expect(page.getByRole('button', { name: 'Cancel the booking' })).toBeVisible();

  await cancelBecause('Wrong week');
  await expect(page.getByText('Wrong week').first()).toBeVisible();
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}&view=list`);
  await expect(page.getByText('Nothing is booked on Wednesday 15 March 2028.')).toBeVisible();
  await rooms.withCancelled.click();
  await expect(rooms.withCancelled).toBeChecked();
  await expect(rooms.table.getByRole('row').nth(1)).toContainText('Wrong week');
  await page.getByRole('link', { name: booking.reference }).click();
  await page.getByRole('button', { name: 'Take the cancellation back' }).click();
  await expect(desk.news(/^Booked again: Meeting Room/)).toBeVisible();
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();

  async function cancelBecause(reason: string): Promise<void> {
    await page.getByRole('button', { name: 'Cancel the booking' }).click();
    const dialog = page.getByRole('dialog', { name: `Cancel ${booking.reference}?` });
    await dialog.getByLabel('Why is it cancelled?').fill(reason);
    await dialog.getByRole('button', { name: 'Cancel the booking' }).click();
  }
});

test('an hour that would be refused is said before anything is sent', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  await page.getByRole('button', { name: 'Book a room' }).click();
  const form = bookingForm(page);
  await form.from.fill('7');
  await form.until.fill('10pm');
  await expect(form.said).toContainText([
    'Meeting Room is open 9am to 9pm on Wednesday 15 March 2028. Choose a time inside those hours. A manager can book it all the same, with a keyholder.',
  ]);
  await form.day.fill('19/3/28');
  await expect(form.said).toContainText([
    'Meeting Room is closed on Sunday 19 March 2028. Choose another day.',
  ]);
});
