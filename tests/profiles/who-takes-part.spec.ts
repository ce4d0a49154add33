import { expect, signIn, test } from '../support/desk.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('a form is entered by keyboard and taken back, and 8% of those involved stand beside 21% of tenants', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'officer', 'people/who-takes-part/forms');
  const screen = deskScreen(page);
  await expect(page.getByText(/^4 forms wait/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Takes part?' }).focus();
  await page.keyboard.type('Yes');
  await page.getByRole('combobox', { name: 'Age', exact: true }).focus();
  await page.keyboard.type('2');
  await expect(page.getByRole('combobox', { name: 'Age', exact: true })).toHaveValue('30-to-44');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^1 form entered here\. 5 forms wait/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Ethnic or national origin' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Age', exact: true })).toHaveValue('');
  await screen.undo.click();
  await expect(page.getByText(/^4 forms wait/)).toBeVisible();
  await page.getByRole('button', { name: 'Enter the form' }).click();
  await expect(page.getByText(/5 forms wait/)).toBeVisible();

  await page.getByRole('link', { name: 'Who takes part' }).click();
  await expect(page.getByText('160 forms of', { exact: false })).toBeVisible();
  const young = page.getByRole('row', { name: /^Young people/ });
  await expect(young).toContainText('8 (8%)');
  await expect(young).toContainText('21%');
  await expect(young).toContainText('13 points fewer');
  await expect(page.getByRole('cell', { name: 'fewer than 5' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Count them now' }).click();
  await expect(page.getByText('165 forms of', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Print the counts' }).click();
  const paper = page.getByRole('dialog', { name: /^Who takes part/ });
  await expect(paper.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
});
