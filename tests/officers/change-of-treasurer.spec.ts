import { expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';

test('a treasurer who changes in the middle of the year is answered by day, hands over, and the change is taken back', async ({
  page,
  practice,
}) => {
  const officer = await clientOf(practice.address, 'officer');
  const group = await officer.call('groups.add', {
    name: 'Sorrel Street TRA',
    kind: 'tra',
    phone: '',
  });
  const okafor = await officer.call('people.add', {
    name: 'Ngozi Okafor-Bell',
    kind: 'tenant',
    phone: '',
  });
  await officer.call('people.add', { name: 'Samuel Lane-Carter', kind: 'tenant', phone: '' });
  await officer.call('officers.addTerm', {
    groupId: group.id,
    post: 'treasurer',
    personId: okafor.id,
    from: '2026-07-01',
    until: null,
    isVoting: true,
    meetingThatDecided: '',
  });
  await signIn(page, practice.address, 'officer', `groups/${group.id}`);
  const section = page.getByRole('region', { name: 'Officers', exact: true });
  await section.getByRole('button', { name: 'Enter a new committee' }).click();

  const form = page.getByRole('dialog', { name: /^Enter a new committee/ });
  await form
    .getByRole('combobox', { name: 'What did the meeting decide?' })
    .selectOption({ label: 'Only the posts that change here' });
  await form.getByRole('textbox', { name: 'When was it?' }).fill('24/6/2027');
  await form.getByRole('textbox', { name: /^The new terms begin/ }).fill('1/7/2027');
  await form.getByRole('combobox', { name: /^Treasurer/ }).fill('lane-car');
  await page.getByRole('option', { name: /^Samuel Lane-Carter/ }).click();
  await form.getByRole('button', { name: 'Enter the committee' }).click();
  const entered = page.getByRole('dialog', { name: /is entered$/ });
  await expect(entered).toContainText('1 hand-over list: treasurer');
  await expect(entered.getByText(/^Treasurer: /)).toBeHidden();
  await entered.getByRole('button', { name: 'Close' }).click();

  const treasurer = section.getByRole('row', { name: /^Treasurer/ });
  const showDay = async (typed: string) => {
    await section.getByRole('textbox', { name: 'As it was on' }).fill(typed);
    await section.getByRole('button', { name: 'Show that day' }).click();
  };
  await showDay('24/6/2027');
  await expect(treasurer).toContainText('Ngozi Okafor-Bell');
  await showDay('8/7/2027');
  await expect(treasurer).toContainText('Samuel Lane-Carter');

  const list = section.getByRole('group', { name: 'Hand-over, treasurer' });
  const mandate = list.getByRole('checkbox', { name: /^The bank mandate/ });
  await mandate.click();
  await expect(mandate).toBeChecked();
  await expect(list).toContainText('(done on');
  await list.getByRole('button', { name: 'Print the hand-over list, treasurer' }).click();
  const paper = page.getByRole('dialog', { name: /^Hand-over list/ });
  await expect(paper.getByText(/^1 page\./)).toBeVisible();
  await paper.getByRole('button', { name: 'Close the preview' }).click();

  await section.getByRole('link', { name: 'Samuel Lane-Carter' }).click();
  const speaksFor = page.getByRole('region', { name: 'Speaks for', exact: true });
  await expect(speaksFor.getByRole('row', { name: /^Sorrel Street TRA/ })).toContainText(
    'Treasurer',
  );
  await page.goBack();

  await page
    .getByRole('banner')
    .getByRole('button', { name: /\(officer\)/ })
    .click();
  await page.getByRole('menuitem', { name: 'Recent changes' }).click();
  await page
    .getByRole('button', { name: 'Undo: The new committee of Sorrel Street TRA is entered.' })
    .click();
  // The key that was pressed is gone with what it undid, so the panel itself is told.
  await page.getByRole('dialog', { name: 'Recent changes' }).press('Escape');
  await showDay('8/7/2027');
  await expect(treasurer).toContainText('Ngozi Okafor-Bell');
});
