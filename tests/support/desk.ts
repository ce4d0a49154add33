import { test as base, expect, type Page } from '@playwright/test';
import { PRACTICE_ACCOUNTS } from '#db/practice/practice-accounts';
import type { Role } from '#db/shared/roles';
import {
  newFolder,
  type RunningProgram,
  removeFolder,
  startBuiltProgram,
} from './running-program.ts';

/** The practice day of every browser test: a Thursday in summer, mid-morning. */
export const PRACTICE_CLOCK = '2027-06-10T10:20';
export const PRACTICE_DAY = '2027-06-10';

type Fixtures = {
  /** A practice centre of this test's own. */
  readonly practice: RunningProgram;
  /** A fresh folder with nothing in it. */
  readonly folder: string;
  /** Fails the test when the page breaks the content policy, logs an error or asks for anything outside. */
  readonly watched: undefined;
};

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = newFolder();
    await use(folder);
    removeFolder(folder);
  },
  practice: async ({ folder }, use) => {
    const program = await startBuiltProgram(['--practice', '--clock', PRACTICE_CLOCK], folder);
    await use(program);
    await program.stop();
  },
  watched: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text()))
          complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('request', (request) => {
        const isOurs = /^(http:\/\/127\.0\.0\.1:|blob:http:\/\/127\.0\.0\.1:|about:)/.test(
          request.url(),
        );
        if (!isOurs) complaints.push(`asked for ${request.url()}`);
      });
      await use(undefined);
      expect(complaints, 'the page did something it must not').toEqual([]);
    },
    { auto: true },
  ],
});

/** The browser itself notes refused and interrupted requests; those are not the page's faults. */
const isExpected = (text: string): boolean => text.startsWith('Failed to load resource');

export { expect };

/** Signs in through the sign-in page, as a person does. */
export async function signIn(page: Page, address: string, role: Role): Promise<void> {
  const account = PRACTICE_ACCOUNTS.find((one) => one.role === role);
  if (account === undefined) throw new Error(`No practice account has the role ${role}`);
  await page.goto(address);
  await page.getByLabel('Sign-in name').fill(account.name);
  await page.getByLabel('Passphrase').fill(account.passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main')).toBeVisible();
}
