import type { Page } from '@playwright/test';
import { expect, signInAs, test } from '../support/desk.ts';
import { startBuiltProgram } from '../support/running-program.ts';
import { firstRun } from '../support/screens/first-run.ts';
import { newKeyboard } from '../support/screens/keyboard.ts';

const MANAGER = {
  displayName: 'Rosalind Featherstone',
  name: 'rosalind',
  passphrase: 'heron teapot gravel sunset',
};
const CENTRE = 'Elm Street Tenant Resource Centre';

test('the first run is done by keyboard, survives pulling the plug, and ends on Today', async ({
  folder,
  browser,
  complaints,
  page,
}) => {
  const before = await startBuiltProgram([], folder);
  await page.goto(before.address);
  const first = firstRun(page);
  const keys = newKeyboard(page);

  await expect(first.title('Make it comfortable')).toBeVisible();
  await keys.tabTo(page.getByRole('radio', { name: '100%' }));
  await keys.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '115%' })).toBeChecked();
  await keys.tabTo(first.goOn('Continue'));
  await keys.press('Enter');

  await expect(first.title('Where the records live')).toBeVisible();
  await expect(page.getByText('This folder will do')).toBeVisible();
  await keys.tabTo(first.goOn('Continue'));
  await keys.press('Enter');

  await expect(first.title('Your council')).toBeVisible();
  await expect(first.title('Your council')).toBeFocused();
  await keys.tabTo(first.goOn('Use these figures'));
  await keys.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Choose your council' })).toBeFocused();
  await keys.tabTo(first.councils.first());
  for (const _ of await first.councils.all()) {
    if (await first.council(/Southampton/).isChecked()) break;
    await keys.press('ArrowDown');
  }
  await expect(first.council(/Southampton/)).toBeChecked();
  await expect(page.getByText(/It fills in \d+ things/)).toBeVisible();
  await keys.press('Control+Enter');
  await expect(first.title('Practice or real?')).toBeVisible();

  await page.close();
  await before.kill();

  const after = await startBuiltProgram([], folder);
  const context = await browser.newContext();
  const resumed = await context.newPage();
  resumed.on('pageerror', (error) => complaints.push(error.message));
  await resumed.goto(after.address);
  await goOnFromCentres(resumed);
  await after.stop();

  const again = await startBuiltProgram([], folder);
  await resumed.goto(again.address);
  await signInAs(resumed, MANAGER.name, MANAGER.passphrase);
  await expect(resumed.getByRole('banner')).toContainText(CENTRE);
  await expect(resumed.getByRole('heading', { name: /, Rosalind$/ })).toBeVisible();
  await expect(resumed.getByRole('heading', { name: 'Meeting room' })).toBeVisible();
  await context.close();
  await again.stop();
});

async function goOnFromCentres(page: Page): Promise<void> {
  const first = firstRun(page);
  const keys = newKeyboard(page);
  await expect(first.title('Practice or real?')).toBeVisible();
  await expect(first.step).toHaveText('Step 4 of 7');
  await expect(first.realCentre).toBeChecked();
  await keys.tabTo(first.goOn('Continue'));
  await keys.press('Enter');

  await expect(first.title('The first manager')).toBeVisible();
  await keys.tabTo(first.yourName);
  await keys.typeName(MANAGER.displayName);
  await keys.tabTo(first.signInName);
  await keys.typeName(MANAGER.name);
  await keys.tabTo(first.passphrase);
  await keys.typeName('short one');
  await keys.tabTo(first.passphraseAgain);
  await keys.typeName('short one');
  await keys.press('Control+Enter');
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(
    'Use at least 12 characters. Four words with spaces work well.',
  );
  await expect(first.yourName).toHaveValue(MANAGER.displayName);
  await expect(first.passphrase).toHaveValue('short one');

  for (const field of [first.passphrase, first.passphraseAgain]) {
    await keys.tabTo(field);
    await keys.press('Control+a');
    await keys.typeName(MANAGER.passphrase);
  }
  await keys.press('Control+Enter');

  await expect(first.title('Your centre and its rooms')).toBeVisible();
  await keys.tabTo(first.centreName);
  await keys.typeName(CENTRE);
  await expect(first.roomNames.first()).toHaveValue('Meeting room');
  await keys.tabTo(first.goOn('Finish setting up'));
  await keys.press('Enter');

  await expect(first.title('Ready')).toBeVisible();
  await keys.tabTo(first.goOn('Go to the desk'));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /, Rosalind$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rooms now and next' })).toBeVisible();
}

test('the practice centre alone opens from the first run, and by itself the next time', async ({
  folder,
  page,
}) => {
  const program = await startBuiltProgram([], folder);
  await page.goto(program.address);
  const first = firstRun(page);
  await goToCentres(page);
  await first.realCentre.uncheck();
  await first.practiceCentre.check();
  await first.goOn('Continue').click();
  await expect(first.practiceLink).toBeVisible();
  const practice = page.waitForEvent('popup');
  await first.practiceLink.click();
  await expect((await practice).getByRole('complementary', { name: 'Practice' })).toBeVisible();
  await (await practice).close();
  await program.stop();

  const next = await startBuiltProgram([], folder);
  await page.goto(next.address);
  await expect(page.getByRole('complementary', { name: 'Practice' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await next.stop();
});

test('the real and the practice centre stand open side by side, each with its own sign-in', async ({
  folder,
  page,
}) => {
  const program = await startBuiltProgram([], folder);
  await page.goto(program.address);
  const first = firstRun(page);
  await goToCentres(page);
  await first.practiceCentre.check();
  await first.goOn('Continue').click();
  const opened = page.waitForEvent('popup');
  await first.practiceLink.click();
  const practice = await opened;
  await signInAs(practice, 'desk', 'kettle window garden bell');

  await first.goOn('Continue').click();
  await first.yourName.fill(MANAGER.displayName);
  await first.signInName.fill(MANAGER.name);
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await first.passphraseAgain.fill(await first.passphrase.inputValue());
  await first.goOn('Make the account').click();
  await first.centreName.fill(CENTRE);
  await first.goOn('Finish setting up').click();
  await first.goOn('Go to the desk').click();
  await expect(page.getByRole('heading', { level: 1, name: /, Rosalind$/ })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Practice' })).toHaveCount(0);

  for (const one of [page, practice]) await one.reload();
  await expect(page.getByRole('heading', { level: 1, name: /, Rosalind$/ })).toBeVisible();
  await expect(practice.getByRole('heading', { level: 1, name: /, Ann$/ })).toBeVisible();
  await program.stop();
});

/** The pages up to the choice of centres, with the council of the shipped paper. */
async function goToCentres(page: Page): Promise<void> {
  const first = firstRun(page);
  await first.goOn('Continue').click();
  await expect(first.title('Where the records live')).toBeVisible();
  await first.goOn('Continue').click();
  await first.council(/Southampton/).check();
  await first.goOn('Use these figures').click();
  await expect(first.title('Practice or real?')).toBeVisible();
}
