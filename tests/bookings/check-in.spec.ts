import { booked } from '../support/booked.ts';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

const FIRE = 'Leave by the nearest green door and meet under the plane tree.';

test('nobody comes in before the fire procedure was given; then one press is in, two are out, and both can be taken back', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  await manager.call('conditions.addText', {
    kind: 'fire',
    text: FIRE,
    from: '2027-01-01',
    mustAcknowledgeAgain: true,
  } as never);
  const booking = await booked(manager, {
    date: '2027-06-10',
    from: '10:30',
    until: '11:15',
  });
  await signIn(page, practice.address, 'desk');

  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Meeting Room' }) });
  await card.getByRole('button', { name: 'Check in Meeting Room, next' }).click();
  const refused = page.getByRole('dialog', { name: 'Not checked in yet' });
  await expect(refused).toContainText('Imogen Farthing');
  await refused.getByRole('button', { name: 'They were given now' }).click();
  await expect(refused).toBeHidden();
  const desk = deskScreen(page);
  await expect(desk.news(`${booking.reference} is checked in.`)).toBeVisible();
  await desk.undo.click();
  await expect(card.getByRole('button', { name: 'Check in Meeting Room, next' })).toBeVisible();
  await card.getByRole('button', { name: 'Check in Meeting Room, next' }).click();

  await page.goto(`${practice.address}bookings/${booking.id}`);
  await expect(page.getByText('Here now')).toBeVisible();
  await page.getByRole('button', { name: 'Check out', exact: true }).click();
  const leaving = page.getByRole('dialog', { name: `Check out ${booking.reference}` });
  await leaving.getByRole('checkbox', { name: 'Nothing was left behind' }).uncheck();
  await leaving.getByRole('textbox', { name: /^What was found/ }).fill('Green umbrella');
  await leaving.getByRole('textbox', { name: /^How many came/ }).fill('9');
  await leaving.getByRole('button', { name: 'Check out' }).click();
  await expect(leaving).toBeHidden();
  const main = page.getByRole('main');
  await expect(main).toContainText('How the room was left');
  await expect(main).toContainText('9 people');
  const found = await manager.call('bookings.found', {});
  expect(found.map((item) => item.what)).toContain('Green umbrella');

  await page.getByRole('button', { name: 'Take the check-out back' }).click();
  await expect(page.getByText('Here now')).toBeVisible();
});
