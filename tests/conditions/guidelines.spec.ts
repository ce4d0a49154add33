import { booked } from '../support/booked.ts';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('a new version of the guidelines that must be given again holds up check-in until it is given', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const booking = await booked(manager, { date: '2027-06-10', from: '10:30', until: '11:30' });
  await manager.call('conditions.addText', {
    kind: 'guidelines',
    text: 'Leave the room as you found it.',
    from: '2027-06-01',
    mustAcknowledgeAgain: false,
  });
  await manager.call('conditions.recordAcknowledged', {
    kind: 'guidelines',
    who: booking.booker,
    on: '2027-06-02',
    how: 'signed',
  });
  await signIn(page, practice.address, 'manager', 'settings/conditions');
  await page
    .getByRole('button', { name: 'Enter a new version of the guidelines for the rooms' })
    .click();
  const form = page.getByRole('dialog', { name: 'New version: Guidelines for the rooms' });
  const text = form.getByRole('textbox', { name: 'The text that people are given' });
  await expect(text).toHaveValue('Leave the room as you found it.');
  await text.fill('');
  await form.getByRole('button', { name: 'Enter the version' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await text.fill('Leave the room as you found it. Wash the cups.');
  await expect(form.getByRole('checkbox', { name: /^Everybody has to be given/ })).toBeChecked();
  await form.getByRole('button', { name: 'Enter the version' }).click();
  await expect(deskScreen(page).news(/version 2, holds from 10 June 2027/)).toBeVisible();

  const refused = await manager.ask('bookings.startUse', {
    id: booking.id,
    version: booking.version,
    headcount: null,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'booking.conditions-missing' } });

  if (booking.booker.kind !== 'group') throw new Error('It is booked for a group.');
  await page.goto(`${practice.address}groups/${booking.booker.groupId}`);
  const given = page.getByRole('region', { name: 'Guidelines and fire procedure' });
  await expect(given).toContainText('To be given');
  await given.getByRole('button', { name: /were given today$/ }).click();
  await expect(given).toContainText('version 2, 10 June 2027');
  await expect(given).not.toContainText('To be given');
});
