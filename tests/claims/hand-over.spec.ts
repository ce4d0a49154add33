import type { Page } from '@playwright/test';
import type { ClaimWords } from '#db/claims/claims.contract';
import { expect, practiceAccount, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient, newPageClient } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

const OTHER = 'Perpetua of the heron';
const CLAIMANT = 'Dilys of the lantern';

/** A claim that staff began for somebody who stands at the desk. */
async function aDraft(client: DoorClient): Promise<ClaimWords> {
  const person = await client.call('people.add', { name: CLAIMANT, kind: 'tenant', phone: '' });
  const { today } = await client.call('session.current', {});
  const words: ClaimWords = {
    id: 'claim-of-the-lantern' as ClaimWords['id'],
    claimant: { kind: 'person', personId: person.id },
    filerPersonId: person.id,
    filerGroupId: null,
    payee: { kind: 'person', personId: person.id },
    method: 'bank-transfer',
    batchId: null,
    receivedOn: today,
    notes: '',
    accessNeedMet: '',
    lines: [],
    version: 0,
  };
  await client.call('claims.saveDraft', words);
  return words;
}

async function handOver(page: Page, address: string, claimId: string): Promise<void> {
  await page.goto(`${address}claims/${claimId}/form`);
  await page.getByRole('button', { name: 'Hand the screen over' }).click();
  const dialog = page.getByRole('dialog', { name: `Hand the screen over to ${CLAIMANT}?` });
  await dialog.getByRole('button', { name: 'Hand the screen over' }).click();
  await expect(deskScreen(page).title('Your expense claim')).toBeVisible();
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /assphrase$/ }).fill(practiceAccount('desk').passphrase);
  await page.getByRole('button', { name: 'Unlock the screen' }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
}

/** Whether anybody else can be found anywhere that the page keeps words: elements, fields, title, address, history. */
async function tellsOfOthers(page: Page): Promise<boolean> {
  const everything = await page.evaluate(() =>
    [
      new XMLSerializer().serializeToString(document),
      ...[...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      ),
      document.title,
      decodeURIComponent(location.href),
      JSON.stringify(history.state),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ].join('\n'),
  );
  return everything.includes(OTHER);
}

test('a screen handed over shows one claim and nothing else, whatever is pressed, until staff have it back', async ({
  page,
  practice,
  colleague,
}) => {
  const client = await clientOf(practice.address, 'manager');
  await client.call('people.add', { name: OTHER, kind: 'tenant', phone: '' });
  const draft = await aDraft(client);
  const desk = deskScreen(page);
  const beside = await colleague.newPage();
  await signIn(beside, practice.address, 'manager');
  await signIn(page, practice.address, 'desk', `people?q=${encodeURIComponent(OTHER)}`);
  await expect(page.getByRole('link', { name: OTHER })).toBeVisible();
  expect(await tellsOfOthers(page)).toBe(true);
  await handOver(page, practice.address, draft.id);
  await expect(page.getByText(`For ${CLAIMANT}.`)).toBeVisible();
  await expect(page).toHaveTitle('Your expense claim · TRC Desk');
  expect(await tellsOfOthers(page)).toBe(false);

  await expect(deskScreen(beside).title('Locked')).toBeVisible();
  for (const way of [
    () => page.goBack(),
    () => page.goForward(),
    () => page.reload(),
    () => page.goto(practice.address),
    () => page.goto(`${practice.address}people?q=${encodeURIComponent(OTHER)}`),
    () => page.goto(`${practice.address}claims`),
  ]) {
    await way();
    await expect(desk.title('Your expense claim')).toBeVisible();
    await expect.poll(() => tellsOfOthers(page)).toBe(false);
  }
  for (const keys of ['Control+k', 'Alt+Shift+B', 'Alt+Shift+P', 'F1', 'Shift+F1', 'Alt+Shift+X'])
    await page.keyboard.press(keys);
  await expect(desk.palette).toBeHidden();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.title('Your expense claim')).toBeVisible();

  const { passphrase, name } = practiceAccount('manager');
  const script = newPageClient(page);
  for (const [procedure, input] of [
    ['people.list', {}],
    ['search.everything', { typed: OTHER }],
    ['users.signIn', { name, secret: passphrase }],
    ['session.unlock', { secret: practiceAccount('desk').passphrase }],
    ['session.signOut', {}],
    ['session.openPractice', {}],
  ] as const)
    expect(await script.ask(procedure, input)).toMatchObject({
      ok: false,
      error: { code: 'session.handed-over' },
    });

  await page.getByRole('button', { name: 'Give the screen back' }).click();
  await expect(desk.title('Please give the screen back')).toBeVisible();
  expect(await page.content()).not.toContain(CLAIMANT);
  expect(await script.ask('claims.get', { id: draft.id })).toMatchObject({
    ok: false,
    error: { code: 'session.locked' },
  });
  await unlock(page);
});

test('a screen that was handed over and left alone warns, keeps the claim, and goes back to staff', async ({
  page,
  practice,
}) => {
  await page.clock.install();
  const client = await clientOf(practice.address, 'manager');
  const draft = await aDraft(client);
  await signIn(page, practice.address, 'desk');
  const desk = deskScreen(page);
  await handOver(page, practice.address, draft.id);
  await page.clock.fastForward(100_000);
  const warning = page.getByRole('alertdialog', { name: 'Still there?' });
  await expect(warning).toContainText('Goes back in');
  await page.keyboard.press('Shift');
  await expect(warning).toBeHidden();
  await page.clock.fastForward(122_000);
  await expect(desk.title('Please give the screen back')).toBeVisible();
  await expect(page.getByText('Nobody used this screen for 2 minutes.')).toBeVisible();
  await unlock(page);
  await expect(desk.title('Expense claim')).toBeVisible();
});
