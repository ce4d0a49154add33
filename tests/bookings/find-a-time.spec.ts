import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { roomsScreen, slotFinder } from '../support/screens/rooms.ts';

test('when a room is free for two hours next week is answered by a key and three words', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');
  const finder = slotFinder(page);

  await page.keyboard.press('Alt+Shift+F');
  await expect(finder.wish).toBeFocused();
  await page.keyboard.type('meeting 2h next');

  await expect(finder.understood).toContainText(
    'Meeting Room, 2 hours, Mon 14 Jun to Sun 20 Jun, any time of day.',
  );
  await expect(finder.lines.first()).toContainText(/1[4-8] June/);
  await expect(finder.lines.first()).toContainText('Meeting Room');
});

test('a suggestion opens the form filled in, by Enter and from the list', async ({
  page,
  practice,
}) => {
  await booked(await clientOf(practice.address, 'officer'), { from: '09:00', until: '20:00' });
  await signIn(page, practice.address, 'desk', 'rooms?find=');
  const finder = slotFinder(page);
  const form = bookingForm(page);

  await finder.wish.fill('meeting room 1 hour 15/3/28 12 people');
  await expect(finder.lines).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(form.day).toHaveValue('Wednesday 15 March 2028');
  await expect(form.from).toHaveValue('8pm');
  await expect(form.until).toHaveValue('9pm');
  await expect(form.people).toHaveValue('12');
  await page.keyboard.press('Escape');
  await expect(form.dialog).toBeHidden();
  await expect(finder.wish).toHaveValue('meeting room 1 hour 15/3/28 12 people');

  await finder.wish.fill('2h 15/3/28');
  await expect(finder.lines.nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(finder.lines.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.dialog).toBeVisible();
});

test('fields and sentence say the same, whichever is changed', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}&find=`);
  const finder = slotFinder(page);

  await finder.wish.fill('90 min, 6 people, step-free, evening');
  await expect(finder.length).toHaveValue('90');
  await expect(finder.people).toHaveValue('6');
  await expect(finder.need('Step-free entrance')).toBeChecked();
  await expect(finder.part).toHaveValue('evening');

  await finder.length.selectOption('180');
  await finder.part.selectOption('morning');
  await finder.need('Step-free entrance').uncheck();
  await expect(finder.wish).toHaveValue('3 hours, 6 people, morning');
  await finder.wish.fill('trampoline 2h');
  await expect(finder.understood).toContainText('Not understood: trampoline.');
  await page.keyboard.press('Escape');
  await expect(finder.panel).toBeHidden();
  await expect(roomsScreen(page).grid).toBeVisible();
});

test('a booking in a few words opens its form from the palette', async ({ page, practice }) => {
  await booked(await clientOf(practice.address, 'officer'));
  await signIn(page, practice.address, 'desk');
  const form = bookingForm(page);

  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Search everything' }).fill('meeting 16/3/28 6-8 oak');
  await page
    .getByRole('option', { name: 'Book: Meeting Room, Thu 16 Mar, 6pm to 8pm, Oak Estate TRA' })
    .click();

  await expect(form.who).toHaveValue('Oak Estate TRA');
  await expect(form.day).toHaveValue('Thursday 16 March 2028');
  await expect(form.from).toHaveValue('6pm');
  await expect(form.until).toHaveValue('8pm');
});
