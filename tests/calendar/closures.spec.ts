import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('a closed day lists the bookings it hits, moves none of them, and can be taken back', async ({
  page,
  practice,
}) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'manager', 'settings/days');

  await page.getByRole('button', { name: 'Add a day' }).click();
  const form = page.getByRole('dialog', { name: 'Add a closed or open day' });
  await form.getByRole('textbox', { name: 'First day' }).fill('15/3/2028');
  await form.getByRole('button', { name: 'Add the closed day' }).click();
  await expect(form.getByRole('alert')).toContainText('Say in a few words why');
  await form.getByRole('textbox', { name: 'Why?' }).fill('Boiler works');
  await expect(form.getByRole('link', { name: booking.reference })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'First day' })).toHaveValue('15/3/2028');
  await form.getByRole('button', { name: 'Add the closed day' }).click();

  const notice = page.getByRole('region', { name: 'Boiler works is entered' });
  await expect(notice.getByRole('link', { name: booking.reference })).toBeVisible();
  const row = page.getByRole('row', { name: /Boiler works/ });
  await expect(row).toContainText('Wednesday 15 March 2028');
  await page.goto(`${practice.address}bookings/${booking.id}`);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();

  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await expect(page.getByRole('main')).toContainText('Boiler works');
  await page.goto(`${practice.address}settings/days`);
  await page.getByRole('button', { name: 'The year after' }).click();
  await page.getByRole('button', { name: /^Take back: Boiler works/ }).click();
  await expect(deskScreen(page).news('Boiler works is taken back.')).toBeVisible();
  await expect(row).toBeHidden();
});

test('the centre opens on a bank holiday that is entered as open, and the desk only looks on', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  await manager.call('calendar.addClosure', {
    name: 'Summer fair',
    effect: 'open',
    firstDate: '2027-08-30',
    lastDate: '2027-08-30',
    facilityId: null,
    from: '10:00',
    until: '16:00',
    isNonWorking: true,
  });
  await signIn(page, practice.address, 'desk', 'settings/days');
  await expect(page.getByRole('row', { name: /Summer fair/ })).toContainText('10am to 4pm');
  await expect(page.getByRole('button', { name: 'Add a day' })).toBeHidden();
  await expect(page.getByRole('button', { name: /^Take back/ })).toBeHidden();
  await booked(manager, { date: '2027-08-30', from: '10:00', until: '12:00' });
});
