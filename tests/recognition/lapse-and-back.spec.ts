import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

/** Scenario 6.5.3: the effect on rooms is switched on by a manager, and the gap stays visible. */
test('a group whose recognition lapses needs a manager for a free room until its accounts are in', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const { booker } = await booked(manager);
  if (booker.kind !== 'group') throw new Error('A group has booked');
  const { groupId } = booker;
  await manager.call('recognition.setItems', {
    kind: 'paper',
    items: [{ id: null, words: 'accounts', asked: 'always', ifAmended: false }],
  });
  const decision = { groupId, reason: 'As asked.', conditions: '', decidedBy: 'Dilwyn' };
  await manager.call('recognition.recordDecision', {
    ...decision,
    kind: 'recognised',
    from: '2025-05-12',
    nextDueOn: '2027-04-29',
  });

  await signIn(page, practice.address, 'manager', 'settings/recognition');
  await page.getByRole('button', { name: 'Change: Free rooms at the centre' }).click();
  const effect = page.getByRole('dialog', { name: 'Free rooms at the centre' });
  await effect
    .getByRole('combobox', { name: 'Without recognition' })
    .selectOption({ label: 'Stopped until a manager lets it go on' });
  await effect.getByRole('button', { name: 'Set what happens' }).click();
  await expect(deskScreen(page).news(/^Free rooms at the centre/)).toBeVisible();

  await page.goto(`${practice.address}groups/${groupId}`);
  const section = page.getByRole('region', { name: 'Recognition', exact: true });
  await section.getByRole('button', { name: 'Decide on recognition' }).click();
  const form = page.getByRole('dialog', { name: /^Recognition of/ });
  await form
    .getByRole('combobox', { name: 'What is decided?' })
    .selectOption({ label: 'Let recognition lapse' });
  await form.getByRole('textbox', { name: 'From which day?' }).fill('30 Apr 2027');
  await form.getByRole('textbox', { name: 'Why?' }).fill('The accounts are missing.');
  await form.getByRole('button', { name: 'Enter the decision' }).click();
  await expect(section.getByRole('region', { name: 'What stops' })).toContainText(
    'Stopped: free rooms at the centre',
  );

  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}&new=1`);
  const booking = bookingForm(page);
  await booking.who.fill('Oak Estate');
  await booking.line(/^Oak Estate TRA/).click();
  await expect(booking.responsible).not.toHaveValue('');
  await booking.from.fill('6-7pm');
  await booking.room.selectOption({ label: 'Small Room (holds 10)' });
  await booking.book.click();
  await expect(booking.summary).toContainText('lapsed on 30 April 2027');
  await expect(booking.summary).toContainText('Ask a manager');

  await page.goto(`${practice.address}groups/${groupId}`);
  await section.getByRole('button', { name: 'Enter more: Accounts' }).click();
  const line = page.getByRole('dialog', { name: 'Accounts' });
  await line.getByRole('textbox', { name: 'When did it come?' }).fill('12 May 2027');
  await line.getByRole('button', { name: 'Save the line' }).click();
  await expect(section).toContainText('Everything is in since 12 May 2027.');
  await section.getByRole('button', { name: 'Restore recognition' }).click();
  await expect(form.getByRole('textbox', { name: 'From which day?' })).toHaveValue(/12 May 2027/);
  await form.getByRole('textbox', { name: 'Why?' }).fill('The accounts are in.');
  await form.getByRole('button', { name: 'Enter the decision' }).click();
  await expect(section).toContainText(
    'Not recognised 30 April 2027 to 11 May 2027, 12 days (lapsed)',
  );
  await expect(section).toContainText('Recognised since 12 May 2027.');
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await booked(manager, { from: '18:00', until: '19:00' });
});
