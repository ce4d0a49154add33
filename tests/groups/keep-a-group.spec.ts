import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

test('the record of a group is kept on its page: areas, dates, documents, and who speaks for it', async ({
  page,
  practice,
}) => {
  const officer = await clientOf(practice.address, 'officer');
  const group = await officer.call('groups.add', {
    name: 'Sorrel Street TRA',
    kind: 'tra',
    phone: '',
  });
  await signIn(page, practice.address, 'officer', `groups/${group.id}`);

  await page.getByRole('button', { name: 'Change: about the group' }).click();
  const form = page.getByRole('dialog', { name: 'Change the group’s record' });
  await form.getByRole('combobox', { name: 'Areas it covers' }).selectOption({ label: 'Harbour' });
  await form.getByRole('textbox', { name: /^Quorum/ }).fill('Five members');
  await form.getByRole('button', { name: 'Save the changes' }).click();
  const about = page.getByRole('region', { name: 'About the group' });
  await expect(about).toContainText('Harbour');
  await expect(about).toContainText('Five members');

  const dates = page.getByRole('region', { name: 'Dates', exact: true });
  await dates.getByRole('button', { name: 'Received today: Accounts' }).click();
  await expect(deskScreen(page).news(/^Accounts: received today, next due on/)).toBeVisible();
  await expect(dates.getByRole('row', { name: /^Accounts/ })).toContainText('In order');

  const documents = page.getByRole('region', { name: 'Documents', exact: true });
  await expect(documents).toContainText('Missing: Constitution');
  await documents.getByRole('button', { name: 'Add a document' }).click();
  const paper = page.getByRole('dialog', { name: 'Add a document' });
  await paper.getByRole('textbox', { name: 'What is it called?' }).fill('Constitution of 2026');
  await paper.getByRole('button', { name: 'Add the document' }).click();
  await expect(documents.getByRole('row', { name: /^Constitution of 2026/ })).toBeVisible();
  await expect(documents).not.toContainText('Missing');

  await page.goto(`${practice.address}groups`);
  await page.getByRole('combobox', { name: 'Area' }).selectOption({ label: 'Harbour' });
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('tra');
  await expect(page.getByRole('link', { name: 'Sorrel Street TRA' })).toBeVisible();
  await page.getByRole('link', { name: 'Areas and their groups' }).click();
  const areas = page.getByRole('table', { name: 'Areas and their groups' });
  await expect(areas.getByRole('row', { name: /^Harbour/ })).toContainText('Sorrel Street TRA');
});

test('a group that goes on in another keeps its page, which points to the new one', async ({
  page,
  practice,
}) => {
  const officer = await clientOf(practice.address, 'officer');
  const add = (name: string) => officer.call('groups.add', { name, kind: 'tra', phone: '' });
  const group = await add('Teasel Yard TRA');
  const next = await add('Teasel and Wold TRA');
  await signIn(page, practice.address, 'officer', `groups/${group.id}`);
  await page.getByRole('button', { name: 'Note that the group ended' }).click();
  const form = page.getByRole('dialog', { name: 'Note that Teasel Yard TRA ended' });
  await form.getByRole('textbox', { name: 'Why?' }).fill('The two groups joined');
  await form.getByRole('combobox', { name: /^Which group goes on/ }).fill('Teasel and');
  await page.getByRole('option', { name: /^Teasel and Wold TRA/ }).click();
  await form.getByRole('button', { name: 'Note that it ended' }).click();
  const notice = page.getByRole('region', { name: 'This group has ended' });
  await expect(notice).toContainText('The two groups joined');
  await notice.getByRole('link', { name: 'Teasel and Wold TRA' }).click();
  await expect(page).toHaveURL(new RegExp(`/groups/${next.id}$`));
  await page.goBack();
  await page.getByRole('button', { name: 'Take back that it ended' }).click();
  await expect(notice).toBeHidden();
});
