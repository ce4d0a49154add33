import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { textOf } from '../support/read-pdf.ts';
import { within } from '../support/running-program.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { newKeyboard } from '../support/screens/keyboard.ts';
import { saveCopy } from '../support/screens/paper.ts';

/** Keys beyond the letters of names that a booking for a new group may cost. */
const MOST_PRESSES = 60;
const LONGEST_STOP_MS = 2000;

test('a room is booked on the phone for a new group, by keyboard alone, and is there after a restart', async ({
  page,
  practice: program,
  openAgain,
}, info) => {
  const other = await booked(await clientOf(program.address, 'officer'));
  await signIn(page, program.address, 'desk');
  const desk = deskScreen(page);
  const form = bookingForm(page);
  await expect(desk.title('Good morning, Ann')).toBeVisible();

  const keys = newKeyboard(page);
  await keys.press('Alt+Shift+B');
  await expect(form.who).toBeFocused();
  await keys.typeName('Willow Walk Residents');
  await expect(form.line(/^Add .* as a group$/)).toBeVisible();
  await keys.press('Enter');
  const group = page.getByRole('dialog', { name: 'Add a group' });
  await expect(group.getByLabel('Name of the group')).toHaveValue('Willow Walk Residents');
  await keys.press('Control+Enter');
  await expect(group).toBeHidden();
  await expect(form.who).toHaveValue('Willow Walk Residents');

  await keys.tabTo(form.responsible);
  await keys.typeName('Ottoline Marsh');
  await expect(form.line(/^Add .* as a person$/)).toBeVisible();
  await keys.press('Enter');
  const person = page.getByRole('dialog', { name: 'Add a person' });
  await expect(person.getByLabel('Name, as the person writes it')).toHaveValue('Ottoline Marsh');
  await keys.press('Control+Enter');
  await expect(person).toBeHidden();
  await expect(form.responsible).toHaveValue('Ottoline Marsh');

  await keys.tabTo(form.day);
  await keys.press('Control+a');
  await keys.type('15/3/28');
  await keys.tabTo(form.from);
  await keys.type('3');
  await keys.tabTo(form.until);
  await keys.type('5');
  await expect(form.dialog.getByText('Wednesday 15 March 2028')).toBeVisible();
  await keys.press('Control+Enter');

  const refusal = `Meeting Room is taken 2pm to 4pm by Oak Estate TRA (${other.reference}). It is free from 4pm.`;
  await expect(form.summary).toBeFocused();
  await expect(form.summary).toContainText(refusal);
  await expect(form.who).toHaveValue('Willow Walk Residents');
  await keys.tabTo(form.dialog.getByRole('button', { name: 'Use 4pm' }));
  await keys.press('Enter');
  await expect(form.from).toHaveValue('4pm');
  await expect(form.until).toHaveValue('6pm');
  await keys.press('Control+Enter');
  await expect(form.dialog).toBeHidden();
  info.annotations.push({ type: 'keys beyond names', description: String(keys.presses()) });
  expect(keys.presses()).toBeLessThanOrEqual(MOST_PRESSES);

  await expect(desk.news(/^Booked: Meeting Room, /)).toBeVisible();
  const booking = page.getByRole('button', { name: /Willow Walk Residents 4pm to 6pm/ });
  await expect(booking).toBeVisible();

  await keys.tabTo(page.getByRole('button', { name: 'Print the slip' }));
  await keys.press('Enter');
  const slip = page.getByRole('dialog', { name: /^Slip for BKG-/ });
  await expect(slip.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  const paper = await saveCopy(page, slip);
  expect(paper.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const words = textOf(paper);
  expect(words).toContain('Willow Walk Residents');
  expect(words).toContain('Ottoline Marsh');
  expect(words).toContain('Wednesday 15 March 2028');

  expect(await within(LONGEST_STOP_MS, program.stop())).toBe(0);

  const again = await openAgain();
  const later = again.page;
  await signIn(later, again.program.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  await later.getByRole('button', { name: /Willow Walk Residents 4pm to 6pm/ }).click();
  const reference = mustExist(/BKG-2028-\d{4}/.exec(words)?.[0], 'the slip names the booking');
  await expect(deskScreen(later).title(`Booking ${reference}`)).toBeVisible();
});

test('nothing typed is lost when a form for a booking is left and opened again', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');
  const form = bookingForm(page);
  await page.getByRole('link', { name: 'Book a room' }).click();
  await form.needs.fill('Tea for twelve');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: 'Throw away what you typed?' });
  await question.getByRole('button', { name: 'Go on typing' }).click();
  await expect(form.needs).toHaveValue('Tea for twelve');
  await page.goBack();
  await page.goForward();
  await expect(form.needs).toHaveValue('Tea for twelve');
});
