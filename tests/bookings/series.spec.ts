import type { Page } from '@playwright/test';
import type { Booking } from '#db/bookings/bookings.contract';
import { mustExist } from '#db/shared/domain-error';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { seriesList } from '../support/screens/series-list.ts';

// The winter before the terms that the scenarios speak of, and a practice diary that ends before them.
test.use({ flags: ['--practice', '--clock', '2026-11-23T10:20'] });

/** Everything booked in one room between two days, as the program knows it. */
async function bookedIn(client: DoorClient, room: string, from: string, until: string) {
  const facilities = await client.call('facilities.list', {});
  const facility = mustExist(
    facilities.find((each) => each.name === room),
    'the practice centre has that room',
  );
  const { bookings } = await client.call('bookings.list', {
    from,
    until,
    facilityId: facility.id,
    withCancelled: true,
    limit: 500,
  });
  return bookings;
}

/** A room of this test's own, so that no booking of the practice diary stands in its way. */
async function newRoom(manager: DoorClient, name: string): Promise<void> {
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '21:00' }));
  await manager.call('facilities.add', {
    name,
    kind: 'meeting-room',
    isBookable: true,
    capacity: 40,
    hours: week,
  } as never);
}

async function fillIn(
  page: Page,
  wish: {
    readonly room: string;
    readonly day: string;
    readonly time: string;
    readonly repeat: string;
    readonly lastDay: string;
  },
): Promise<void> {
  const form = bookingForm(page);
  await page.getByRole('button', { name: 'Book a room' }).click();
  await form.who.fill('Ashdown');
  await form.line(/^Ashdown TRA/).click();
  await expect(form.responsible).not.toHaveValue('');
  await form.from.fill(wish.time);
  await form.day.fill(wish.day);
  await form.room.selectOption({ label: wish.room });
  await form.repeat.selectOption(wish.repeat);
  await form.lastDay.fill(wish.lastDay);
  await form.seeDates.click();
}

test('a series over the clock change shows its bank holidays, keeps them wanted, and keeps its hour', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  await newRoom(manager, 'Long Room');
  await signIn(page, practice.address, 'desk', 'rooms');
  await fillIn(page, {
    room: 'Long Room (holds 40)',
    day: '1/3/27',
    time: '10-12',
    repeat: 'weekly',
    lastDay: '31/5/27',
  });

  const list = seriesList(page);
  await expect(list.lines).toHaveCount(14);
  await expect(list.totals).toHaveText('11 dates are booked, 3 are kept as wanted.');
  for (const [day, why] of [
    ['29 March 2027', 'Easter Monday'],
    ['3 May 2027', 'Early May bank holiday'],
    ['31 May 2027', 'Spring bank holiday'],
  ] as const) {
    await expect(list.line(day)).toContainText('Kept as wanted');
    await expect(list.line(day)).toContainText(why);
  }
  await list.dialog.getByRole('button', { name: 'Book 11 dates, keep 3 wanted' }).click();

  await expect(deskScreen(page).title(/^Booking BKG-2027-/)).toBeVisible();
  const series = page.getByRole('region', { name: /^Dates of SER-2027-/ });
  await expect(series.getByRole('listitem')).toHaveCount(11);
  const wanted = page.getByRole('main');
  await expect(wanted).toContainText('Monday 29 March 2027: ');

  const bookings = await bookedIn(manager, 'Long Room', '2027-03-01', '2027-05-31');
  expect(bookings).toHaveLength(11);
  for (const day of ['2027-03-22', '2027-04-05']) {
    const booking = bookings.find((each) => each.startsAt.startsWith(day));
    expect(booking).toMatchObject({ startsAt: `${day}T10:00`, endsAt: `${day}T12:00` });
  }

  // A one-off holiday lists the booking it hits, and moves nothing by itself.
  const hit = mustExist(
    bookings.find((each) => each.startsAt.startsWith('2027-05-10')),
    'the series has that Monday',
  );
  const holiday = await manager.call('calendar.addClosure', {
    name: 'Day of celebration',
    effect: 'closed',
    firstDate: '2027-05-10',
    lastDate: '2027-05-10',
    facilityId: hit.facilityId,
    from: null,
    until: null,
    isNonWorking: false,
  } as never);
  expect(holiday.hits.map(({ reference }) => reference)).toEqual([hit.reference]);
  expect(await manager.call('bookings.get', { id: hit.id })).toMatchObject({
    startsAt: '2027-05-10T10:00',
    status: 'confirmed',
  });
  await page.getByRole('link', { name: 'See everybody who waits' }).click();
  const queue = page.getByRole('list', { name: 'Waiting for a time' }).getByRole('listitem');
  await expect(queue).toHaveCount(3);
  await expect(queue.first()).toContainText('Still wanted');
});

test('one date is moved and one cancelled; a change of the rest names the dates it changes and lets those be', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  for (const room of ['Long Room', 'Back Room']) await newRoom(manager, room);
  await signIn(page, practice.address, 'desk', 'rooms');
  await fillIn(page, {
    room: 'Long Room (holds 40)',
    day: '5/5/27',
    time: '6pm-8pm',
    repeat: 'weekly',
    lastDay: '23/6/27',
  });
  const list = seriesList(page);
  await list.dialog.getByRole('button', { name: 'Book 8 dates' }).click();
  await expect(deskScreen(page).title(/^Booking BKG-2027-/)).toBeVisible();
  const first = await bookedIn(manager, 'Long Room', '2027-05-05', '2027-06-23');
  const on = (day: string): Booking =>
    mustExist(
      first.find((each) => each.startsAt.startsWith(day)),
      `the series has ${day}`,
    );

  await page.goto(`${practice.address}bookings/${on('2027-05-19').id}`);
  await page.getByRole('button', { name: 'Change the booking' }).click();
  await page.getByRole('button', { name: 'Only Wed 19 May' }).click();
  const form = bookingForm(page);
  await form.day.fill('20/5/27');
  await form.from.fill('2-4');
  await form.room.selectOption({ label: 'Back Room (holds 40)' });
  await form.more.click();
  await form.dialog.getByRole('button', { name: 'Add a thing' }).click();
  await form.dialog.getByRole('textbox', { name: 'What', exact: true }).fill('projector');
  await form.save.click();
  await expect(form.dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText('1 × projector');

  await page.goto(`${practice.address}bookings/${on('2027-06-02').id}`);
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('textbox', { name: 'Why is it cancelled?' }).fill('Half-term');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();

  await page.goto(`${practice.address}bookings/${on('2027-06-09').id}`);
  await page.getByRole('button', { name: 'Change the booking' }).click();
  await page.getByRole('button', { name: /^This and later: 3 dates$/ }).click();
  const change = page.getByRole('form', { name: 'Change the series' });
  await change.getByRole('textbox', { name: 'From' }).fill('6.30-8.30pm');
  await change.getByRole('button', { name: 'See what changes' }).click();
  for (const day of ['9 June 2027', '16 June 2027', '23 June 2027']) {
    await expect(list.line(day)).toContainText('6:30pm to 8:30pm');
  }
  await expect(list.totals).toContainText('3 dates are changed');
  await list.dialog.getByRole('button', { name: 'Change 3 dates' }).click();
  await expect(list.dialog).toBeHidden();

  const after = [
    ...(await bookedIn(manager, 'Long Room', '2027-05-05', '2027-06-23')),
    ...(await bookedIn(manager, 'Back Room', '2027-05-05', '2027-06-23')),
  ].map((each) => `${each.startsAt} ${each.facilityName} ${each.status}`);
  expect(after.toSorted()).toEqual([
    '2027-05-05T18:00 Long Room confirmed',
    '2027-05-12T18:00 Long Room confirmed',
    '2027-05-20T14:00 Back Room confirmed',
    '2027-05-26T18:00 Long Room confirmed',
    '2027-06-02T18:00 Long Room cancelled',
    '2027-06-09T18:30 Long Room confirmed',
    '2027-06-16T18:30 Long Room confirmed',
    '2027-06-23T18:30 Long Room confirmed',
  ]);
});
