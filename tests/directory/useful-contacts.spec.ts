import { expect, signIn, test } from '../support/desk.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('a contact is entered, verified with one press, found from anywhere, and entered as closed', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk', 'directory');
  await expect(page.getByRole('row', { name: /^TAROE/ })).toContainText('Not verified');
  await page.getByRole('button', { name: 'Add a contact' }).click();
  const form = page.getByRole('dialog', { name: 'Add a contact' });
  await form.getByRole('textbox', { name: 'Name of the organisation' }).fill('Quillback Larder');
  await form.getByRole('combobox', { name: 'What is it?' }).selectOption('voluntary-organisation');
  await form.getByRole('textbox', { name: 'Phone' }).fill('01632 960777');
  await form.getByRole('button', { name: 'Add the contact' }).click();

  const screen = deskScreen(page);
  await expect(screen.title('Quillback Larder')).toBeVisible();
  await page.getByRole('button', { name: 'Verified today' }).click();
  await expect(page.getByText(/^Verified \d/)).toBeVisible();
  await screen.undo.click();
  await expect(page.getByText('Not verified')).toBeVisible();

  await page.getByRole('link', { name: 'All useful contacts' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('voluntary-organisation');
  await expect(page.getByRole('link', { name: 'Quillback Larder' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'TAROE' })).toBeHidden();
  await page.getByRole('button', { name: 'Print the sheet' }).click();
  const paper = page.getByRole('dialog', { name: 'Voluntary or community organisation' });
  await expect(paper.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await screen.palette.fill('quillb');
  await page.getByRole('option', { name: /^Quillback Larder/ }).click();
  await page.getByRole('button', { name: 'It has closed' }).click();
  const closing = page.getByRole('dialog', { name: 'Quillback Larder has closed' });
  await closing.getByRole('textbox', { name: 'What became of it?' }).fill('Closed in May');
  await closing.getByRole('button', { name: 'Enter it as closed' }).click();
  await expect(page.getByText('Closed in May')).toBeVisible();
  await expect(page.getByRole('button', { name: 'List it again' })).toBeVisible();
});
