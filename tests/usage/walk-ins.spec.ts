import type { Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

const walkIns = (page: Page) => ({
  start: page.getByRole('button', { name: 'Start a session: Computer Suite' }),
  form: page.getByRole('dialog', { name: /^Start a session/ }),
  suite: page.getByRole('region', { name: 'Computer Suite' }),
  today: page.getByRole('table', { name: 'Used today' }),
});

async function choose(page: Page, field: string, typed: string, line: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(typed);
  await page.getByRole('option', { name: line }).first().click();
}

async function suiteOf(client: DoorClient) {
  const facilities = await client.call('facilities.list', {});
  return mustExist(
    facilities.find((each) => each.name === 'Computer Suite'),
    'the practice centre has a computer suite',
  );
}

test('three people who walk in need no booking, and the month adds up to 4 hours 15 minutes', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const suite = await suiteOf(manager);
  const { id, name } = suite;
  await manager.call('facilities.setUse', {
    id,
    version: suite.version,
    units: suite.units,
    unitName: suite.unitName,
    partIds: suite.partIds,
    accessFeatures: suite.accessFeatures,
    needsApproval: suite.needsApproval,
    longestMinutes: suite.longestMinutes,
    daysAhead: suite.daysAhead,
    noticeOpenDays: suite.noticeOpenDays,
    minimumAge: 16,
    directions: suite.directions,
  });
  await signIn(page, practice.address, 'desk', 'walk-ins');
  const desk = walkIns(page);

  // Somebody under 16 comes with an adult, whose name is asked for.
  await desk.start.click();
  await choose(page, 'Who is it?', 'Maddocks', /Maddocks/);
  await desk.form.getByRole('textbox', { name: 'What for?' }).fill('Homework');
  await desk.form
    .getByRole('combobox', { name: 'Are they 16 or older?' })
    .selectOption({ label: 'No, an adult is with them' });
  await desk.form.getByRole('combobox', { name: 'Which computer?' }).selectOption({ index: 2 });
  await desk.form.getByRole('button', { name: 'Start the session' }).click();
  await expect(desk.form.getByRole('alert')).toContainText('Enter the name of the adult');
  await expect(desk.form.getByRole('textbox', { name: 'What for?' })).toHaveValue('Homework');
  await desk.form.getByRole('textbox', { name: 'Name of the adult' }).fill('Joan Fielding');
  await desk.form.getByRole('button', { name: 'Start the session' }).click();
  await expect(desk.suite.getByRole('listitem')).toHaveCount(1);
  await expect(desk.suite).toContainText('6 free');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(desk.suite.getByRole('listitem')).toHaveCount(0);

  const [person] = (await manager.call('people.list', { text: '', limit: 1 })).people;
  for (const minutes of [80, 45, 130])
    await manager.call('usage.record', {
      facilityId: id,
      seatId: null,
      personId: mustExist(person, 'the practice centre knows people').id,
      groupId: null,
      purpose: 'Job search',
      startedAt: '2027-06-08T10:00',
      minutes,
      copies: 0,
      colourCopies: 0,
      isOldEnough: true,
      accompaniedBy: '',
      notes: '',
    });
  await page.getByRole('link', { name: 'The whole log' }).click();
  await page.getByRole('combobox', { name: 'Which facility' }).selectOption({ label: name });
  await expect(page.getByText('3 entries, 4 hours 15 minutes')).toBeVisible();
  await page.getByRole('button', { name: `Print the month: ${name}` }).click();
  await expect(
    page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }),
  ).toBeVisible();
});

test('the pages of a session count for the group that is named, and an entry is taken back with a reason', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const suite = await suiteOf(manager);
  await manager.call('usage.setAllowance', {
    facilityId: suite.id,
    per: 'group',
    unit: 'copies',
    amount: 500,
    period: 'quarter',
    from: '2027-04-01',
  });
  await signIn(page, practice.address, 'desk', 'walk-ins');
  const desk = walkIns(page);
  await desk.start.click();
  await choose(page, 'Who is it?', 'Haddad', /Haddad/);
  // She holds a post in a group, so she is asked for whom she came.
  await page.getByRole('radio', { name: 'Another group' }).check();
  await choose(page, 'For which group?', 'Birch', /^Birch Court TRA/);
  await expect(desk.form).toContainText('500 of 500');
  await desk.form.getByRole('textbox', { name: 'What for?' }).fill('Newsletter');
  await desk.form.getByRole('button', { name: 'Start the session' }).click();

  await desk.suite.getByRole('button', { name: /^End the session of/ }).click();
  const end = page.getByRole('dialog', { name: /^End the session/ });
  await end.getByRole('textbox', { name: 'Pages printed, all of them' }).fill('14');
  await end.getByRole('textbox', { name: 'Of these in colour' }).fill('20');
  await end.getByRole('button', { name: 'End the session' }).click();
  await expect(end.getByRole('alert')).toContainText('cannot be in colour');
  await end.getByRole('textbox', { name: 'Of these in colour' }).fill('2');
  await end.getByRole('button', { name: 'End the session' }).click();
  await expect(deskScreen(page).news(/14 pages for Birch Court TRA/)).toBeVisible();

  await desk.start.click();
  await choose(page, 'Who is it?', 'Haddad', /Haddad/);
  await page.getByRole('radio', { name: 'Another group' }).check();
  await choose(page, 'For which group?', 'Birch', /^Birch Court TRA/);
  await expect(desk.form).toContainText('486 of 500');
  await choose(page, 'For which group?', 'Ashdown', /^Ashdown TRA/);
  await expect(desk.form).toContainText('500 of 500');
  await desk.form.getByRole('button', { name: 'Close without starting' }).click();

  await desk.today.getByRole('button', { name: /^Take back the entry/ }).click();
  const back = page.getByRole('dialog', { name: /^Take back the entry/ });
  await back.getByRole('textbox', { name: 'What was wrong with it?' }).fill('Wrong group');
  await back.getByRole('button', { name: 'Take the entry back' }).click();
  await expect(desk.today).toBeHidden();
  const { copies } = await manager.call('usage.list', { from: '2027-06-01', until: '2027-06-30' });
  expect(copies).toBe(0);
});
