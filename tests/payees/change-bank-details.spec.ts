import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('new bank details wait until a second person has rung a known number, and are shown in full only on record', async ({
  page,
  practice,
  colleague,
}) => {
  const desk = await clientOf(practice.address, 'desk');
  const { id } = await desk.call('groups.add', {
    name: 'Quince Row TRA',
    kind: 'tra',
    phone: '023 8000 4711',
  });
  await signIn(page, practice.address, 'officer', `groups/${id}`);
  const paid = page.getByRole('region', { name: 'How they are paid' });
  await expect(paid).toContainText('Nobody has entered how they are paid.');

  await paid.getByRole('button', { name: 'Enter bank details' }).click();
  const form = page.getByRole('dialog', { name: 'Bank details of Quince Row TRA' });
  await form.getByRole('textbox', { name: 'Name of the account' }).fill('Quince Row TRA');
  await form.getByRole('textbox', { name: 'Sort code' }).fill('20 71 5');
  await form.getByRole('textbox', { name: 'Account number' }).fill('48213907');
  await form.getByRole('textbox', { name: /^Why/ }).fill('The group opened an account.');
  await form.getByRole('button', { name: 'Enter the details' }).click();
  await expect(form.getByRole('alert')).toContainText('six figures');
  await expect(form.getByRole('textbox', { name: 'Account number' })).toHaveValue('48213907');
  await form.getByRole('textbox', { name: 'Sort code' }).fill('20 71 53');
  await form.getByRole('button', { name: 'Enter the details' }).click();
  await expect(paid).toContainText('••••3907, sort code ••-••-53');
  await expect(paid).toContainText('Waits for a second person');
  await expect(
    page.getByRole('button', { name: 'Record the call-back', exact: true }),
  ).toBeHidden();

  const second = await colleague.newPage();
  await signIn(second, practice.address, 'manager');
  await second.goto(practice.address);
  await second.getByRole('link', { name: /Quince Row TRA.*second person/ }).click();
  await second.getByRole('button', { name: 'Record the call-back', exact: true }).click();
  const call = second.getByRole('dialog', { name: 'Call-back to Quince Row TRA' });
  await call.getByRole('textbox', { name: 'Who spoke?' }).fill('P. Lane');
  await call.getByRole('textbox', { name: /^Sort code/ }).fill('207153');
  await call.getByRole('textbox', { name: /^Account number/ }).fill('48213970');
  await call.getByRole('button', { name: 'Record the call-back', exact: true }).click();
  await expect(call.getByRole('alert')).toContainText('not what was entered');
  await call.getByRole('textbox', { name: /^Account number/ }).fill('4821 3907');
  await call.getByRole('button', { name: 'Record the call-back', exact: true }).click();
  await expect(
    deskScreen(second).news('Bank details of Quince Row TRA are checked.'),
  ).toBeVisible();

  await expect(paid).toContainText('Checked');
  await expect(page.locator('body')).not.toContainText('48213907');
  await paid.getByRole('button', { name: 'Show in full' }).click();
  const full = page.getByRole('dialog', { name: 'Bank details of Quince Row TRA in full' });
  await full.getByRole('textbox', { name: 'Why?' }).fill('The bank returned a payment.');
  await full.getByRole('button', { name: 'Show the details' }).click();
  await expect(full.getByRole('status')).toContainText('48213907');
  await full.getByRole('button', { name: 'Hide the details' }).click();
  await expect(page.locator('body')).not.toContainText('48213907');
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('shown in full');
});
