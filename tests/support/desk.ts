import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { PRACTICE_ACCOUNTS } from '#db/practice/practice-accounts';
import { mustExist } from '#db/shared/domain-error';
import type { Role } from '#db/shared/roles';
import { type DesktopProgram, startDesktop } from './desktop-program.ts';
import { folderFor, PRACTICE_FLAGS } from './practice-folder.ts';
import {
  type RunningProgram,
  removeFolder,
  startBuiltProgram,
  stopProgramsOn,
} from './running-program.ts';

/** A Wednesday after the last booking of the practice centre, for tests that bring their own. */
export const EMPTY_DAY = '2028-03-15';

/** Which door a test goes through; the projects of playwright.config.ts say it. */
export type Door = 'web' | 'desktop';

/** The program and its first page, as it stands after a start. */
export type OpenProgram = { readonly program: RunningProgram; readonly page: Page };

type Fixtures = {
  readonly door: Door;
  /** What the desktop door is started with. */
  readonly flags: readonly string[];
  /** The program behind the desktop door; none behind the browser's. */
  readonly desktop: DesktopProgram | undefined;
  /** A folder of this test's own: the practice centre, or nothing where the flags are others. */
  readonly folder: string;
  /** The program as `flags` say, on this test's folder. */
  readonly program: RunningProgram;
  /** The same, for the tests that leave the flags alone: a practice centre of this test's own. */
  readonly practice: RunningProgram;
  /** Opens the program on the same folder once more: after the first one ended, or beside it with other flags. */
  readonly openAgain: (flags?: readonly string[]) => Promise<OpenProgram>;
  /** Screens of colleagues, each with a session of its own: no cookies shared, watched like the first one. */
  readonly colleague: Pick<BrowserContext, 'newPage'>;
  /** What the pages did that they must not; the test fails unless it stays empty. */
  readonly complaints: string[];
};

export const test = base.extend<Fixtures>({
  folder: async ({ flags }, use) => {
    const folder = folderFor(flags);
    await use(folder);
    await stopProgramsOn(folder);
    removeFolder(folder);
  },
  door: ['web', { option: true }],
  flags: [[...PRACTICE_FLAGS], { option: true }],
  desktop: async ({ door, flags, folder, locale, timezoneId }, use) => {
    if (door === 'web') return use(undefined);
    const program = await startDesktop(flags, folder, { locale, timezoneId });
    await use(program);
    await program.stop();
  },
  context: ({ desktop, context }, use) => use(desktop?.app.context() ?? context),
  page: async ({ desktop, context }, use) => use(desktop?.page ?? (await context.newPage())),
  program: async ({ desktop, flags, folder, context }, use) => {
    if (desktop !== undefined) return use(desktop);
    const program = await startBuiltProgram(flags, folder);
    await use(program);
    // First the pages: one that still loads a part would complain that the program is gone.
    for (const page of context.pages()) await page.close();
    await program.stop();
  },
  practice: ({ program }, use) => use(program),
  openAgain: async (
    { door, flags, folder, browser, contextOptions, complaints, locale, timezoneId },
    use,
  ) => {
    const closing: (() => Promise<unknown>)[] = [];
    await use(async (wanted = flags) => {
      if (door === 'desktop') {
        const program = await startDesktop(wanted, folder, { locale, timezoneId });
        closing.push(program.stop);
        watch(program.app.context(), complaints);
        return { program, page: program.page };
      }
      const program = await startBuiltProgram(wanted, folder);
      closing.push(program.stop);
      const context = await newWatchedContext(browser, contextOptions, complaints);
      closing.push(() => context.close());
      const page = await context.newPage();
      await page.goto(program.address);
      return { program, page };
    });
    for (const close of closing) await close();
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      watch(context, complaints);
      await use(complaints);
      expect(complaints, 'the page did something it must not').toEqual([]);
    },
    { auto: true },
  ],
  colleague: async ({ desktop, browser, complaints, contextOptions }, use) => {
    if (desktop !== undefined) return use({ newPage: desktop.openWindow });
    const contexts: BrowserContext[] = [];
    await use({
      async newPage() {
        const context = await newWatchedContext(browser, contextOptions, complaints);
        contexts.push(context);
        return context.newPage();
      },
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

async function newWatchedContext(
  browser: { newContext: (options: BrowserContextOptions) => Promise<BrowserContext> },
  options: BrowserContextOptions,
  complaints: string[],
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  watch(context, complaints);
  return context;
}

/** The doors on this computer, what the page made in memory, and the browser's own viewer of papers. */
const OURS =
  /^((blob:)?(http:\/\/127\.0\.0\.1:|app:\/\/trc\/|https:\/\/trc\.app\.standin\.localhost\/)|about:|data:|chrome:\/\/resources\/|chrome-extension:\/\/mhjfbmdgcfjbbpaeojofohoefgiehjai\/)/;

/** Notes every breach of the content policy, every error, and every request for anything outside. */
function watch(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    const isFault = message.type() === 'error' && !isLostConnection(message.text());
    if (isFault) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('dialog', (dialog) => {
    complaints.push(`opened a dialog of the browser: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!OURS.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
}

/** A test that stops the program under an open page makes the browser say so; that is no fault of the page. */
const isLostConnection = (text: string): boolean =>
  text.startsWith('Failed to load resource: net::');

/** Keeps a test to one door, and says why; `tests/hosts/doors.test.ts` holds the list of them. */
export const onlyThrough = (door: Door, because: string) => ({
  tag: door === 'web' ? '@browser-door' : '@desktop-door',
  annotation: { type: 'one door only', description: because },
});

/** The sign-in name and passphrase of the practice account of a role. */
export function practiceAccount(role: Role) {
  return mustExist(
    PRACTICE_ACCOUNTS.find((one) => one.role === role),
    'the practice centre has an account of every role',
  );
}

/**
 * Signs the practice account of a role in and opens the page at `path`. The account is signed in before that page is
 * loaded, which spares every journey the loading of two others; `signInAs` does it on screen, as a person does.
 */
export async function signIn(page: Page, address: string, role: Role, path = ''): Promise<void> {
  const { name, passphrase } = practiceAccount(role);
  const account = { name, secret: passphrase };
  if (address.startsWith('http://')) {
    const answer = await page.context().request.post(`${address}api/users.signIn`, {
      headers: { 'x-trc-desk': '1' },
      data: account,
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  } else
    await page.evaluate(
      (given) => (window as unknown as { readonly trc: Bridge }).trc.call('users.signIn', given),
      account,
    );
  await page.goto(`${address}${path}`);
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
}

type Bridge = { readonly call: (name: string, input: unknown) => Promise<unknown> };

/** The sign-in page that is on screen, filled in and sent. */
export async function signInAs(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible();
}
