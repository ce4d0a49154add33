import type { CDPSession, Locator, Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { roomsScreen } from '../support/screens/rooms.ts';

type Spot = { readonly x: number; readonly y: number };

const [MONDAY, THURSDAY] = ['Monday 13 March 2028', 'Thursday 16 March 2028'];
const OAK = /^2pm Oak Estate TRA/;

async function middleOf(place: Locator): Promise<Spot> {
  const box = mustExist(await place.boundingBox(), 'the place is on screen');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

/** Takes hold of a booking and holds it over another place. */
async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
}

async function showWeek(page: Page, address: string): Promise<void> {
  await signIn(page, address, 'desk', `rooms?date=${EMPTY_DAY}&view=week`);
  await expect(roomsScreen(page).booking(OAK)).toBeVisible();
}

test('in the week a booking is dragged to another day, says where it would go, keeps the focus and is taken back', async ({
  page,
  practice,
}) => {
  await booked(await clientOf(practice.address, 'officer'), { expectedNumber: 6 });
  await showWeek(page, practice.address);
  const rooms = roomsScreen(page);
  const own = rooms.cellAt('Meeting Room, Wednesday 15 March 2028, 1 booking');

  await carry(page, rooms.booking(OAK), rooms.cellAt(`Small Room, ${THURSDAY}, no bookings`));
  await expect(roomsScreen(page).goesTo).toHaveText('Small Room, Thu 16 Mar, 2pm to 4pm');
  await page.keyboard.press('Escape');
  await expect(roomsScreen(page).goesTo).toHaveText('');
  await page.mouse.up();
  await expect(own.getByRole('button', { name: OAK })).toBeVisible();

  const start = await middleOf(rooms.booking(OAK));
  await carry(page, rooms.booking(OAK), rooms.cellAt(`Small Room, ${THURSDAY}, no bookings`));
  await page.mouse.move(start.x, start.y, { steps: 4 });
  await expect(roomsScreen(page).goesTo).toHaveText(
    'Meeting Room, Wed 15 Mar, 2pm to 4pm: where it is now',
  );
  await page.mouse.up();
  await expect(roomsScreen(page).goesTo).toHaveText('');
  await expect(own.getByRole('button', { name: OAK })).toBeVisible();
  await expect(deskScreen(page).undo).toHaveCount(0);

  await carry(page, rooms.booking(OAK), rooms.cellAt(`Small Room, ${THURSDAY}, no bookings`));
  await page.mouse.up();
  const there = rooms.cellAt(`Small Room, ${THURSDAY}, 1 booking`);
  await expect(there.getByRole('button', { name: OAK })).toBeFocused();
  await expect(deskScreen(page).news(/^Changed: Small Room, /)).toBeVisible();
  await deskScreen(page).undo.click();
  await expect(own.getByRole('button', { name: OAK })).toBeVisible();
});

test('in the week a place that is taken or closed sends the booking back and offers what is free', async ({
  page,
  practice,
}) => {
  const client = await clientOf(practice.address, 'officer');
  await booked(client, { expectedNumber: 6 });
  await booked(client, { group: 'Birch Court TRA', date: '2028-03-13', from: '15:00' });
  await showWeek(page, practice.address);
  const rooms = roomsScreen(page);

  await carry(page, rooms.booking(OAK), rooms.cellAt('Small Room, Sunday 19 March 2028, closed'));
  await expect(roomsScreen(page).goesTo).toHaveText('Small Room, Sun 19 Mar, 2pm to 4pm: closed');
  await page.keyboard.press('Escape');
  await page.mouse.up();

  await carry(page, rooms.booking(OAK), rooms.cellAt(`Meeting Room, ${MONDAY}, 1 booking`));
  await expect(roomsScreen(page).goesTo).toHaveText(
    'Meeting Room, Mon 13 Mar, 2pm to 4pm: taken by Birch Court TRA',
  );
  await page.mouse.up();

  const refusal = page.getByRole('alert').filter({ hasText: 'It stays where it was.' });
  await expect(refusal).toContainText('Birch Court TRA');
  await expect(
    rooms
      .cellAt('Meeting Room, Wednesday 15 March 2028, 1 booking')
      .getByRole('button', { name: OAK }),
  ).toBeFocused();
  await refusal
    .getByRole('button', { name: /^Move to / })
    .last()
    .click();
  await expect(refusal).toBeHidden();
  await expect(rooms.cellAt(/^Small Room, Monday 13 March 2028, 1 booking/)).toContainText(
    '2pm Oak Estate TRA',
  );
});

/** A finger on the glass: real touches, which the browser may take over to scroll. */
async function finger(page: Page): Promise<{
  readonly down: (at: Spot) => Promise<unknown>;
  readonly move: (to: Spot) => Promise<unknown>;
  readonly up: () => Promise<unknown>;
}> {
  const glass: CDPSession = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Spot[]) =>
    glass.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(({ x, y }) => ({ x, y, id: 1 })),
    });
  return {
    down: (at) => send('touchStart', [at]),
    move: (to) => send('touchMove', [to]),
    up: () => send('touchEnd', []),
  };
}

/** How long a try at taking hold may take before the next one. */
const SOON = { timeout: 4000 };

test('a finger scrolls the calendar and moves nothing; rested on a booking it takes hold', async ({
  page,
  practice,
}) => {
  await booked(await clientOf(practice.address, 'officer'), { expectedNumber: 6 });
  await showWeek(page, practice.address);
  const rooms = roomsScreen(page);
  const from = await middleOf(rooms.booking(OAK));
  const to = await middleOf(rooms.cellAt(`Small Room, ${THURSDAY}, no bookings`));
  await page.clock.install();
  const touch = await finger(page);

  await touch.down(from);
  await touch.move({ x: from.x - 30, y: from.y + 60 });
  await page.clock.runFor(2000);
  await touch.move(to);
  await expect(roomsScreen(page).goesTo).toHaveText('');
  await touch.up();
  await expect(rooms.cellAt(`Small Room, ${THURSDAY}, no bookings`)).toBeVisible();

  // A browser that is short of time may take the finger over for scrolling; then the person rests it once more.
  const { goesTo } = rooms;
  await expect(async () => {
    await touch.down(from);
    try {
      await page.clock.runFor(500);
      await expect(goesTo).toHaveText(
        'Meeting Room, Wed 15 Mar, 2pm to 4pm: where it is now',
        SOON,
      );
      await touch.move({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
      await touch.move(to);
      await expect(goesTo).toHaveText('Small Room, Thu 16 Mar, 2pm to 4pm', SOON);
    } catch (error) {
      await touch.up();
      throw error;
    }
  }).toPass({ timeout: 60_000 });
  await touch.up();
  await expect(rooms.cellAt(`Small Room, ${THURSDAY}, 1 booking`)).toContainText(
    '2pm Oak Estate TRA',
  );
});

test('a date of a series that is dragged asks which dates: this one, this and later, or all to come', async ({
  page,
  practice,
}) => {
  const client = await clientOf(practice.address, 'officer');
  const one = await booked(client, { date: '2028-03-14' });
  const day = EMPTY_DAY as LocalDate;
  const series = await client.call('bookings.createSeries', {
    booker: one.booker,
    facilityId: one.facilityId,
    responsiblePersonId: one.responsiblePersonId,
    purpose: one.purpose,
    expectedNumber: 6,
    needs: '',
    notes: '',
    date: day,
    from: '10:00',
    until: '12:00',
    repeat: { kind: 'weekly', every: 1, weekdays: [3] },
    end: { kind: 'count', count: 4 },
    onClosedDay: 'skip',
  } as never);
  const days = [0, 7, 14, 21].map((later) => addDays(day, later));
  expect(series.bookings.map((each) => each.startsAt.slice(0, 10))).toEqual(days);
  const daysNow = async (): Promise<readonly string[]> => {
    const now = await client.call('bookings.series', { id: series.id });
    return now.bookings.map((each) => `${each.startsAt} ${each.facilityName}`);
  };
  await signIn(page, practice.address, 'desk', `rooms?date=${days[1]}&view=week`);
  const rooms = roomsScreen(page);
  const oak = rooms.booking(/^10am Oak Estate TRA/);
  const question = page.getByRole('dialog', { name: 'Move which dates?' });
  const list = page.getByRole('dialog', { name: 'Move these dates?' });
  const thursday = (room: string, count: string): Locator =>
    rooms.cellAt(`${room}, Thursday 23 March 2028, ${count}`);

  await carry(page, oak, thursday('Meeting Room', 'no bookings'));
  await page.mouse.up();
  await expect(question).toContainText('Move to Meeting Room, Thu 23 Mar, 10am to noon:');
  await expect(page.locator('.mark')).toContainText('Waits for your answer');
  await question.getByRole('button', { name: 'Leave it where it was' }).click();
  await expect(question).toBeHidden();
  await expect(oak).toBeFocused();
  expect(await daysNow()).toEqual(days.map((each) => `${each}T10:00 Meeting Room`));

  await carry(page, oak, thursday('Small Room', 'no bookings'));
  await page.mouse.up();
  await question.getByRole('button', { name: 'Only Wed 22 Mar' }).click();
  await expect(question).toBeHidden();
  await expect(thursday('Small Room', '1 booking').getByRole('button')).toBeFocused();
  await deskScreen(page).undo.click();
  await expect(thursday('Small Room', 'no bookings')).toBeVisible();

  await carry(page, oak, thursday('Meeting Room', 'no bookings'));
  await page.mouse.up();
  await question.getByRole('button', { name: 'This and later: 3 dates' }).click();
  await expect(list.getByRole('row').filter({ hasText: '22 March 2028' })).toContainText('23');
  await list.getByRole('button', { name: 'Back to the question' }).click();
  await question.getByRole('button', { name: 'This and later: 3 dates' }).click();
  await list.getByRole('button', { name: 'Change 3 dates' }).click();
  await expect(list).toBeHidden();
  await expect(thursday('Meeting Room', '1 booking').getByRole('button')).toBeFocused();
  expect(await daysNow()).toEqual([
    `${days[0]}T10:00 Meeting Room`,
    ...days.slice(1).map((each) => `${addDays(each, 1)}T10:00 Meeting Room`),
  ]);

  await page.goto(`${practice.address}rooms?date=${days[0]}&view=week`);
  await carry(page, oak, rooms.cellAt('Small Room, Wednesday 15 March 2028, no bookings'));
  await page.mouse.up();
  await question.getByRole('button', { name: 'All to come: 4 dates' }).click();
  await list.getByRole('button', { name: 'Change 4 dates' }).click();
  await expect(list).toBeHidden();
  expect(await daysNow()).toEqual([
    `${days[0]}T10:00 Small Room`,
    ...days.slice(1).map((each) => `${addDays(each, 1)}T10:00 Small Room`),
  ]);
});
