import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { roomsScreen } from '../support/screens/rooms.ts';

test('a second person who changes a booking is told what the first one changed, loses nothing, and saves on top', async ({
  page,
  practice,
  colleague,
}) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  const first = await colleague.newPage();
  await signIn(first, practice.address, 'officer');
  await signIn(page, practice.address, 'desk');
  for (const one of [first, page]) {
    await one.goto(`${practice.address}bookings/${booking.id}`);
    await one.getByRole('button', { name: 'Change the booking' }).click();
  }
  const theirs = bookingForm(first);
  const mine = bookingForm(page);

  await theirs.people.fill('25');
  await theirs.needs.fill('Projector');
  await theirs.save.click();
  await expect(theirs.dialog).toBeHidden();

  await mine.needs.fill('Hearing loop');
  await mine.more.click();
  await mine.notes.fill('Rang twice');
  await mine.save.click();
  await expect(mine.summary).toBeFocused();
  await expect(mine.summary).toContainText(
    /^There is a problemBashir \(officer\) changed BKG-2028-\d{4} at 10:2\dam, while you had it open\. What you typed is still here\./,
  );
  const changes = mine.dialog.getByRole('group', { name: 'Changed by someone else' });
  await expect(changes.getByRole('row', { name: /People expected/ })).toContainText('25');
  await expect(changes.getByRole('row', { name: /Needs/ })).toContainText('Projector');
  await expect(mine.people).toHaveValue('25');
  await expect(mine.needs).toHaveValue('Hearing loop');
  await expect(mine.notes).toHaveValue('Rang twice');

  await mine.save.click();
  await expect(mine.dialog).toBeHidden();
  await expect(page.getByText('Hearing loop').first()).toBeVisible();
  const facts = first.getByRole('main');
  await expect(facts).toContainText('Hearing loop');
  await expect(facts).toContainText('Rang twice');
  await expect(facts).toContainText('25');
});

test('a booking appears on a colleague’s calendar by itself, and a taken time is refused to the slower one', async ({
  page,
  practice,
  colleague,
}) => {
  const other = await colleague.newPage();
  await signIn(other, practice.address, 'officer');
  await signIn(page, practice.address, 'desk');
  for (const one of [other, page]) {
    await one.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
    await expect(roomsScreen(one).cell).toBeVisible();
  }
  await page.getByRole('button', { name: 'Book a room' }).click();
  const mine = bookingForm(page);
  await mine.from.fill('2pm');
  await mine.until.fill('3pm');
  await expect(mine.dialog.getByText('This booking')).toBeVisible();

  const taken = await booked(await clientOf(practice.address, 'manager'));
  await expect(roomsScreen(other).booking(/^Oak Estate TRA 2pm to 4pm/)).toBeVisible();
  await expect(mine.said).toContainText([taken.reference]);
  await expect(mine.dialog.getByRole('button', { name: 'Use 4pm' })).toBeVisible();
  await expect(mine.from).toHaveValue('2pm');
});
