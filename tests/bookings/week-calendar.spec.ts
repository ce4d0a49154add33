import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { roomsScreen } from '../support/screens/rooms.ts';

test('the week shows all rooms from Monday, is walked by keys, and books a room on a day', async ({
  page,
  practice,
}) => {
  const client = await clientOf(practice.address, 'officer');
  const afternoon = await booked(client);
  await booked(client, {
    room: 'Small Room',
    date: '2028-03-16',
    from: '10:00',
    until: '11:00',
    expectedNumber: 5,
  });
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}&view=week`);
  const rooms = roomsScreen(page);
  const { keyboard } = page;

  await expect(rooms.day('13 to 19 March 2028')).toBeVisible();
  await expect(rooms.grid.getByRole('columnheader').nth(1)).toHaveText('Mon 13 Mar');
  await expect(rooms.booking('2pm Oak Estate TRA')).toBeVisible();
  await rooms.cellAt('Meeting Room, Monday 13 March 2028, no bookings').focus();
  await keyboard.press('ArrowRight');
  await expect(rooms.cellAt('Meeting Room, Tuesday 14 March 2028, no bookings')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(rooms.cellAt('Small Room, Tuesday 14 March 2028, no bookings')).toBeFocused();
  await keyboard.press('End');
  await expect(rooms.cellAt('Small Room, Sunday 19 March 2028, closed')).toBeFocused();
  await keyboard.press('Home');
  await expect(rooms.cellAt('Small Room, Monday 13 March 2028, no bookings')).toBeFocused();

  await keyboard.press('b');
  await expect(rooms.booking('2pm Oak Estate TRA')).toBeFocused();
  await keyboard.press('b');
  await expect(rooms.booking('10am Oak Estate TRA')).toBeFocused();
  await keyboard.press('Escape');
  await expect(rooms.cellAt('Small Room, Thursday 16 March 2028, 1 booking')).toBeFocused();
  await keyboard.press('Tab');
  await expect(rooms.booking('10am Oak Estate TRA')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  const form = bookingForm(page);
  await expect(form.day).toHaveValue('Wednesday 15 March 2028');
  await expect(form.room).toHaveValue(/.+/);
  await expect(form.room.locator('option:checked')).toHaveText(/^Small Room/);
  await keyboard.press('Escape');

  await expect(form.dialog).toBeHidden();
  await keyboard.press('PageDown');
  await expect(rooms.day('20 to 26 March 2028')).toBeVisible();
  await keyboard.press('PageUp');
  await expect(rooms.day('13 to 19 March 2028')).toBeVisible();
  await rooms.booking('2pm Oak Estate TRA').click();
  await expect(deskScreen(page).title(`Booking ${afternoon.reference}`)).toBeVisible();
});

test('one room ticked shows the hours of its week, and the view used last comes back', async ({
  page,
  practice,
}) => {
  await booked(await clientOf(practice.address, 'officer'), { needs: 'Hearing loop' });
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  const rooms = roomsScreen(page);

  await rooms.asWeek.click();
  await rooms.room('Meeting Room').check();
  await expect(page.getByRole('grid', { name: /^Meeting Room, week of / })).toBeVisible();
  await expect(
    rooms.booking('Oak Estate TRA 2pm to 4pm · 12 people · Needs: Hearing loop'),
  ).toBeVisible();
  await expect(page.getByRole('group', { name: 'Wed 15 Mar, 1 booking' })).toBeVisible();
  await expect(page.getByText('Closed all day').first()).toBeVisible();

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  await expect(rooms.asWeek).toHaveAttribute('aria-pressed', 'true');
});

test('the month tells bookings and free hours of each day, and a day opens from it', async ({
  page,
  practice,
}) => {
  await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}&view=month`);
  const rooms = roomsScreen(page);
  const { keyboard } = page;

  await expect(rooms.day('March 2028')).toBeVisible();
  await rooms.monthDay(/^Wednesday 15 March 2028, 1 booking, \d+ hours.* free$/).focus();
  await keyboard.press('ArrowDown');
  await expect(rooms.monthDay(/^Wednesday 22 March 2028, no bookings, all free$/)).toBeFocused();
  await keyboard.press('End');
  await expect(rooms.monthDay(/^Sunday 26 March 2028, closed$/)).toBeFocused();
  await keyboard.press('PageUp');
  await expect(rooms.monthDay(/^Saturday 26 February 2028, closed$/)).toBeFocused();
  await keyboard.press('PageDown');
  await rooms.monthDay(/^Wednesday 15 March 2028/).click();
  await expect(rooms.day('Wednesday 15 March 2028')).toBeVisible();
  await expect(rooms.asDay).toHaveAttribute('aria-pressed', 'true');
  await expect(rooms.booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();
});

test('a closed day is told with its reason, and names the bookings that stand on it', async ({
  page,
  practice,
}) => {
  const client = await clientOf(practice.address, 'manager');
  await booked(client);
  await client.call('calendar.addClosure', {
    name: 'Staff training',
    effect: 'closed',
    firstDate: EMPTY_DAY,
    lastDate: EMPTY_DAY,
    facilityId: null,
    from: null,
    until: null,
    isNonWorking: false,
  });
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);

  const note = page.getByRole('note', { name: 'Closed days' });
  await expect(note).toContainText('Closed: Staff training');
  await expect(note).toContainText('1 booking stands there all the same');
  await expect(note.getByRole('link')).toHaveText('2pm to 4pm Oak Estate TRA');
  const hatched = page
    .getByRole('group', { name: /^Meeting Room/ })
    .getByText('Closed: Staff training')
    .locator('..');
  await expect(hatched).toHaveCSS('background-image', /repeating-linear-gradient/);

  await roomsScreen(page).asWeek.click();
  await expect(
    roomsScreen(page).cellAt(
      'Meeting Room, Wednesday 15 March 2028, closed: staff training, 1 booking',
    ),
  ).toBeVisible();
  await expect(note.getByRole('link')).toHaveText('2pm to 4pm Oak Estate TRA');
});
