import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Door, expect, type OpenProgram, signInAs, test } from '../support/desk.ts';
import { firstRun } from '../support/screens/first-run.ts';
import { newKeyboard } from '../support/screens/keyboard.ts';

const MANAGER = {
  displayName: 'Rosalind Featherstone',
  name: 'rosalind',
  passphrase: 'heron teapot gravel sunset',
};
test.use({ flags: [] });

const CENTRE = 'Elm Street Tenant Resource Centre';

test('the first run is done by keyboard, survives pulling the plug, and ends on Today', async ({
  program: before,
  openAgain,
  page,
}) => {
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

  await before.kill();

  const after = await openAgain();
  await goOnFromCentres(after.page);
  await after.program.stop();

  const again = await openAgain();
  await signInAs(again.page, MANAGER.name, MANAGER.passphrase);
  await expect(again.page.getByRole('banner')).toContainText(CENTRE);
  await expect(again.page.getByRole('heading', { name: /, Rosalind$/ })).toBeVisible();
  await expect(again.page.getByRole('heading', { name: 'Meeting room' })).toBeVisible();
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
  door,
  folder,
  openAgain,
  page,
  program,
}) => {
  await page.goto(program.address);
  const first = firstRun(page);
  await goToCentres(page);
  await first.realCentre.uncheck();
  await first.practiceCentre.check();
  await first.goOn('Continue').click();
  const practice = await openPractice(page, { door, folder, openAgain });
  await expect(practice.page.getByRole('complementary', { name: 'Practice' })).toBeVisible();
  await practice.close();
  await program.stop();

  const next = await openAgain();
  await expect(next.page.getByRole('complementary', { name: 'Practice' })).toBeVisible();
  await expect(next.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('the real and the practice centre stand open side by side, each with its own sign-in', async ({
  door,
  folder,
  openAgain,
  page,
  program,
}) => {
  await page.goto(program.address);
  const first = firstRun(page);
  await goToCentres(page);
  await first.practiceCentre.check();
  await first.goOn('Continue').click();
  const { page: practice } = await openPractice(page, { door, folder, openAgain });
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
});

type PracticeRoad = {
  readonly door: Door;
  readonly folder: string;
  readonly openAgain: (flags: readonly string[]) => Promise<OpenProgram>;
};

/** Goes to the practice centre as the first run offers it: by its link, or in the window that it opened by itself. */
async function openPractice(page: Page, { door, folder, openAgain }: PracticeRoad) {
  const first = firstRun(page);
  if (door === 'web') {
    const opened = page.waitForEvent('popup');
    await first.practiceLink.click();
    const practice = await opened;
    return { page: practice, close: () => practice.close() };
  }
  await expect(page.getByText('The practice centre opens in a window of its own.')).toBeVisible();
  await expect(first.practiceLink).toHaveCount(0);
  await stopPracticeWindow(folder);
  const { page: practice, program } = await openAgain(['--practice']);
  return { page: practice, close: program.stop };
}

/** The window that the program opened is a process that no test holds, so it is closed, to be opened once more. */
async function stopPracticeWindow(folder: string): Promise<void> {
  const owner = join(folder, 'practice.sqlite.owner.json');
  await expect.poll(() => existsSync(owner), { timeout: 30_000 }).toBe(true);
  const { pid } = JSON.parse(readFileSync(owner, 'utf8')) as { readonly pid: number };
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // There is no such process any more.
    return false;
  }
}

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
