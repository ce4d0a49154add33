import type { Page } from '@playwright/test';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Series } from '#db/bookings/series/series.contract';
import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { expectFitsEverySize, expectGoodInEveryLook } from '../support/screens/looks.ts';
import { settled } from '../support/screens/routes.ts';
import { seriesList } from '../support/screens/series-list.ts';

type Records = { readonly series: Series; readonly here: Booking; readonly taken: Booking };

/** A series with a date that is still wanted, a booking that is here now, one that somebody waits for, and one to approve. */
async function prepare(manager: DoorClient): Promise<Records> {
  const taken = await booked(manager, { date: '2028-03-22' });
  const { facilityId, booker, responsiblePersonId, purpose, expectedNumber } = taken;
  const wish = { facilityId, booker, responsiblePersonId, purpose, expectedNumber };
  const series = await manager.call('bookings.createSeries', {
    ...wish,
    date: EMPTY_DAY,
    from: '14:00',
    until: '16:00',
    needs: '',
    notes: '',
    repeat: { kind: 'weekly', every: 1, weekdays: [3] },
    end: { kind: 'count', count: 4 },
    onClosedDay: 'skip',
  });
  const { groups } = await manager.call('groups.list', { text: 'Ashdown TRA' });
  await manager.call('bookings.addWaiting', {
    ...wish,
    booker: {
      kind: 'group',
      groupId: mustExist(groups[0], 'the practice centre has Ashdown TRA').id,
    },
    date: '2028-03-22',
    from: '15:00',
    until: '17:00',
  });
  const due = await booked(manager, { date: '2027-06-10', from: '10:20', until: '11:15' });
  const here = await manager.call('bookings.startUse', { id: due.id, version: due.version });
  return { series, here, taken };
}

/** Every form and dialog of the bookings in turn; `look` is called while each stands open. */
async function walk(
  page: Page,
  address: string,
  { series, here, taken }: Records,
  look: (what: string) => Promise<void>,
): Promise<void> {
  const form = bookingForm(page);
  await page.goto(`${address}rooms?date=2028-03-22&new=1&from=15:00`);
  await form.who.fill('Oak Estate');
  await form
    .line(/^Oak Estate TRA/)
    .first()
    .click();
  await expect(form.said.filter({ hasText: taken.reference })).toBeVisible();
  await form.more.click();
  await form.dialog.getByRole('button', { name: 'Add a thing' }).click();
  await form.dialog.getByRole('checkbox', { name: 'Lift' }).check();
  await look('form with everything open, and a clash');

  await form.repeat.selectOption('weekly');
  await form.dialog.getByRole('button', { name: 'Take line 1 off' }).click();
  await form.seeDates.click();
  const list = seriesList(page);
  await list.dialog.getByRole('button', { name: /^Move Wednesday 5 April/ }).click();
  await expect(list.dialog.getByRole('form', { name: /^Move / })).toBeVisible();
  await look('dates of a new series');

  const second = mustExist(series.bookings[1], 'the series has two dates');
  await page.goto(`${address}bookings/${second.id}`);
  await expect(page.getByRole('region', { name: /^Dates of SER-/ })).toBeVisible();
  await look('a booking of a series');
  await page.getByRole('button', { name: 'Change the booking' }).click();
  await look('which dates of a series');
  await page.getByRole('button', { name: /^This and later/ }).click();
  const change = page.getByRole('form', { name: 'Change the series' });
  await change.getByRole('textbox', { name: 'From' }).fill('6-8pm');
  await look('change of a series');
  await change.getByRole('button', { name: 'See what changes' }).click();
  await expect(list.totals).toBeVisible();
  await look('what a change of a series does');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('radio', { name: 'This and later dates' }).check();
  await look('cancelling dates of a series');

  await page.goto(`${address}bookings/${here.id}`);
  await page.getByRole('button', { name: 'Check out', exact: true }).click();
  await expect(page.getByRole('dialog', { name: /^Check out BKG-/ })).toBeVisible();
  await look('check-out');
  await page.goto(`${address}bookings/${taken.id}`);
  await page.getByRole('button', { name: 'Change the booking' }).click();
  await form.from.fill('9-10am');
  await form.dialog
    .getByRole('combobox', { name: 'Who asked for the move?' })
    .selectOption('The centre');
  await look('moving a booking');

  await page.goto(`${address}rooms/queue`);
  await page
    .getByRole('button', { name: /^Take off the list/ })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Take off the list?' })).toBeVisible();
  await look('taking somebody off the list');
}

test('every form and dialog of the bookings keeps the rules of access in every look, and fits a narrow page', async ({
  page,
  practice,
  door,
}) => {
  test.setTimeout(240_000);
  const records = await prepare(await clientOf(practice.address, 'manager'));
  await signIn(page, practice.address, 'manager');
  await walk(page, practice.address, records, async (what) => {
    await settled(page);
    await expectGoodInEveryLook(page, what, door);
    await expectFitsEverySize(page, what, door);
  });
});
