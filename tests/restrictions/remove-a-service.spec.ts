import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { booked } from '../support/booked.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('removing a service refuses that room and no other, lists what it hits, and prints the letter', async ({
  page,
  practice,
}) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'manager', 'settings/restrictions');
  await page.getByRole('button', { name: 'Remove a service' }).first().click();
  const form = page.getByRole('dialog', { name: 'Remove a service' });
  await form.getByRole('combobox', { name: 'From whom?' }).fill('Oak Estate');
  await page.getByRole('option', { name: /^Oak Estate TRA/ }).click();
  await form
    .getByRole('combobox', { name: 'What is taken away?' })
    .selectOption({ label: 'Meeting Room only' });
  await expect(form.getByRole('link', { name: booking.reference })).toBeHidden();
  await form.getByRole('textbox', { name: 'Why?' }).fill('Chairs were broken on 1 June.');
  await form.getByRole('textbox', { name: /appeal/ }).fill('Write to the manager by 1 July.');
  await expect(form.getByRole('link', { name: booking.reference })).toBeVisible();
  await form.getByRole('button', { name: 'Remove the service' }).click();

  const letter = page.getByRole('dialog', { name: /^Letter RST-/ });
  await expect(letter.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await letter.getByRole('button', { name: 'Close the preview' }).click();
  const hits = page.getByRole('region', { name: /is entered$/ });
  await expect(hits.getByRole('link', { name: booking.reference })).toBeVisible();

  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}&new=1`);
  const booking2 = bookingForm(page);
  await booking2.who.fill('Oak Estate');
  await booking2.line(/^Oak Estate TRA/).click();
  await expect(booking2.responsible).not.toHaveValue('');
  await booking2.from.fill('6-7pm');
  await booking2.room.selectOption({ label: 'Meeting Room (holds 40)' });
  await booking2.book.click();
  await expect(booking2.summary).toContainText('Meeting Room');
  await booking2.room.selectOption({ label: 'Small Room (holds 10)' });
  await booking2.book.click();
  await expect(deskScreen(page).news(/Small Room/)).toBeVisible();
});

test('a service that was removed is given back by lifting it, with the reason', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const booking = await booked(manager);
  const { restriction } = await manager.call('restrictions.add', {
    subject: booking.booker,
    scope: { kind: 'facility', facilityId: booking.facilityId },
    effect: 'bars',
    from: '2027-06-01',
    until: null,
    incidentOn: null,
    reason: 'Chairs were broken.',
    decidedBy: 'Dilwyn',
    source: 'abuse-of-service',
    appealWords: 'Write to the manager.',
  });
  await signIn(page, practice.address, 'manager', 'settings/restrictions');
  await page.getByRole('button', { name: `Lift ${restriction.reference}` }).click();
  const lift = page.getByRole('dialog', { name: `Lift ${restriction.reference}` });
  await lift.getByRole('button', { name: 'Lift the restriction' }).click();
  await expect(lift.getByRole('alert')).toBeVisible();
  await lift.getByRole('textbox', { name: 'Why?' }).fill('They paid for the chairs.');
  await lift.getByRole('button', { name: 'Lift the restriction' }).click();
  await expect(deskScreen(page).news(`${restriction.reference} is lifted.`)).toBeVisible();
  await expect(page.getByText('No service is removed from anybody.')).toBeVisible();
  await booked(manager, { from: '17:00', until: '18:00' });
});
