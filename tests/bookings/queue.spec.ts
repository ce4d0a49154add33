import { booked } from '../support/booked.ts';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('whoever waits first is offered a time that is cancelled late; undo wins until the offer is accepted', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const [room] = (await manager.call('facilities.list', {})).filter(
    (each) => each.name === 'Meeting Room',
  );
  if (room === undefined) throw new Error('The practice centre has a Meeting Room.');
  await manager.call('facilities.setUse', {
    id: room.id,
    version: room.version,
    units: 1,
    unitName: '',
    partIds: [],
    accessFeatures: [],
    needsApproval: false,
    longestMinutes: null,
    daysAhead: null,
    noticeOpenDays: 2,
    minimumAge: null,
    directions: '',
  });
  // The day after the practice day, so that cancelling is late by two open days.
  const birch = await booked(manager, {
    group: 'Brook End Residents',
    date: '2027-06-11',
    from: '19:30',
    until: '20:45',
  });
  await signIn(page, practice.address, 'desk');

  await page.goto(`${practice.address}rooms?date=2027-06-11&new=1`);
  const form = bookingForm(page);
  await form.who.fill('Cedar');
  await form.line(/^Cedar Estate Forum/).click();
  await expect(form.responsible).not.toHaveValue('');
  await form.from.fill('7.30-8.45pm');
  await form.room.selectOption({ label: 'Meeting Room (holds 40)' });
  await expect(form.said.filter({ hasText: birch.reference })).toBeVisible();
  await form.dialog.getByRole('button', { name: 'Put them on the waiting list' }).click();
  await expect(
    deskScreen(page).news(/^On the waiting list: Meeting Room, Fri 11 Jun/),
  ).toBeVisible();

  await page.goto(`${practice.address}bookings/${birch.id}`);
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  const cancel = page.getByRole('dialog', { name: `Cancel ${birch.reference}?` });
  await expect(cancel).toContainText('This is a late cancellation');
  await cancel.getByRole('button', { name: 'Not enough people' }).click();
  await cancel.getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(deskScreen(page).news(/^Cancelled late: /)).toBeVisible();
  await expect(page.getByText('Late cancellation', { exact: true })).toBeVisible();

  await page.goto(practice.address);
  await page
    .getByRole('region', { name: 'Waiting for you' })
    .getByRole('link', { name: /Cedar Estate Forum/ })
    .click();
  await expect(page.getByRole('main')).toContainText('Offer stands until');
  await page.goto(`${practice.address}rooms/queue`);
  const line = page
    .getByRole('list', { name: 'Waiting for a time' })
    .getByRole('listitem')
    .filter({ hasText: 'Cedar Estate Forum' });
  await expect(line).toContainText('Offered');
  await expect(line).toContainText('offered until');

  await page.goto(`${practice.address}bookings/${birch.id}`);
  await page.getByRole('button', { name: 'Take the cancellation back' }).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await page.goto(`${practice.address}rooms/queue`);
  await expect(line).not.toContainText('offered until');

  await page.goto(`${practice.address}bookings/${birch.id}`);
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await cancel.getByRole('button', { name: 'Illness' }).click();
  await cancel.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.goto(`${practice.address}rooms/queue`);
  await line.getByRole('button', { name: /^Accepted/ }).click();
  await expect(deskScreen(page).news(/^Booked: Meeting Room, Fri 11 Jun, 7:30pm/)).toBeVisible();

  await page.goto(`${practice.address}bookings/${birch.id}`);
  await page.getByRole('button', { name: 'Take the cancellation back' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'Cedar Estate Forum',
  );
});

test('a booking that needs approval waits for an officer, and a provisional one for its word', async ({
  page,
  practice,
  colleague,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const [room] = (await manager.call('facilities.list', {})).filter(
    (each) => each.name === 'Small Room',
  );
  if (room === undefined) throw new Error('The practice centre has a Small Room.');
  const { id, version } = room;
  await manager.call('facilities.setUse', {
    id,
    version,
    units: 1,
    unitName: '',
    partIds: [],
    accessFeatures: [],
    needsApproval: true,
    longestMinutes: null,
    daysAhead: null,
    noticeOpenDays: null,
    minimumAge: null,
    directions: '',
  });
  await signIn(page, practice.address, 'desk', 'rooms?date=2028-03-15&new=1');
  const form = bookingForm(page);
  await form.who.fill('Ashdown');
  await form.line(/^Ashdown TRA/).click();
  await expect(form.responsible).not.toHaveValue('');
  await form.from.fill('2-4');
  await form.room.selectOption({ label: 'Small Room (holds 10)' });
  await form.dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(deskScreen(page).news(/^Asked for approval: Small Room/)).toBeVisible();
  await page.goto(`${practice.address}rooms/queue`);
  const waiting = page.getByRole('list', { name: 'For approval' });
  await expect(waiting).toContainText('Ashdown TRA');
  await expect(waiting.getByRole('button')).toHaveCount(0);

  const officer = await colleague.newPage();
  await signIn(officer, practice.address, 'officer', 'rooms/queue');
  await officer.getByRole('button', { name: /^Approve/ }).click();
  await expect(officer.getByText('No booking waits for approval.')).toBeVisible();
  await expect(page.getByText('No booking waits for approval.')).toBeVisible();

  await page.goto(`${practice.address}rooms?date=2028-03-15&new=1`);
  await form.who.fill('Ashdown');
  await form.line(/^Ashdown TRA/).click();
  await form.from.fill('6-8');
  await form.room.selectOption({ label: 'Meeting Room (holds 40)' });
  await form.more.click();
  await form.dialog.getByRole('textbox', { name: /^Only hold it/ }).fill('1/3/28');
  await form.dialog.getByRole('button', { name: 'Hold the room' }).click();
  await page.goto(`${practice.address}rooms/queue`);
  await expect(page.getByRole('list', { name: 'Provisional' })).toContainText(
    'held until the end of Wednesday 1 March 2028',
  );
  await page.getByRole('button', { name: /^Confirm/ }).click();
  await expect(page.getByText('No room is held provisionally.')).toBeVisible();
});
