import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('a Local Compact is entered on the group’s page, signed, reviewed and printed', async ({
  page,
  practice,
}) => {
  const officer = await clientOf(practice.address, 'officer');
  const group = await officer.call('groups.add', {
    name: 'Yarrow Yard TRA',
    kind: 'tra',
    phone: '',
  });
  await signIn(page, practice.address, 'officer', `groups/${group.id}`);
  const section = page.getByRole('region', { name: 'Agreements', exact: true });
  await section.getByRole('button', { name: 'Add an agreement' }).click();
  await page.getByRole('menuitem', { name: 'Local Compact' }).click();
  const form = page.getByRole('dialog', { name: 'New: Local Compact' });
  await expect(form.getByRole('combobox', { name: /^Which group/ })).toHaveValue('Yarrow Yard TRA');
  await form.getByRole('button', { name: 'Add who does what' }).click();
  const line = form.getByRole('group', { name: 'Responsibility 1' });
  await line.getByRole('textbox', { name: 'Who?' }).fill('The council');
  await line.getByRole('textbox', { name: 'Does what?' }).fill('Sweeps the yard');
  await line.getByRole('textbox', { name: /^To what standard/ }).fill('Every Monday');
  await form.getByRole('button', { name: 'Save as a draft' }).click();

  const screen = deskScreen(page);
  await expect(screen.title('Local Compact')).toBeVisible();
  await expect(page.getByRole('row', { name: /^The group, Chair/ })).toContainText('Not signed');
  await page.getByRole('button', { name: 'Everybody has signed' }).click();
  const signing = page.getByRole('dialog', { name: /is signed$/ });
  await signing.getByRole('button', { name: 'Everybody has signed' }).click();
  await expect(page.getByText(/^Signed \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Begin a review' }).click();
  await expect(page.getByText(/^Under review, signed/)).toBeVisible();
  await screen.undo.click();
  await expect(page.getByText(/^Signed \d/)).toBeVisible();

  await page.getByRole('button', { name: 'Print the agreement' }).click();
  const paper = page.getByRole('dialog', { name: /^Local Compact, AGR-/ });
  await expect(paper.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${practice.address}agreements`);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('local-compact');
  await expect(page.getByRole('row', { name: /Yarrow Yard TRA/ })).toContainText('Signed');
});
