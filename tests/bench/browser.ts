import { type Browser, type BrowserServer, chromium, type Page } from '@playwright/test';
import { findAppBrowser } from '../../electron/browsers.ts';
import { MANAGER } from './centre.ts';
import { DAY } from './workload.ts';

/** A Chromium that is already running, and its first process. */
export type RunningBrowser = {
  readonly browser: Browser;
  readonly pid: number;
  readonly close: () => Promise<void>;
};

/** Undefined where there is no browser to measure in. */
export async function startBrowser(): Promise<RunningBrowser | undefined> {
  const executablePath = process.env['TRC_DESK_BROWSER'] ?? findAppBrowser();
  if (executablePath === undefined) return undefined;
  const server: BrowserServer = await chromium.launchServer({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    browser,
    pid: server.process().pid ?? 0,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  return context.newPage();
}

/** What stands on each screen once it can be used. */
export const SEEN = {
  signIn: 'input[name="secret"]',
  day: 'button.booking',
} as const;

export const dayAddress = (address: string): string => `${address}rooms?date=${DAY.date}&view=day`;

/** Waits until `selector` stands on the page and two frames have been drawn after it. */
export async function painted(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector, {
    polling: 'raf',
  });
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

/** Signs the page's own session in, without typing. */
export async function signInPage(page: Page, address: string): Promise<void> {
  const response = await page.request.post(`${address}api/users.signIn`, {
    headers: { 'x-trc-desk': '1' },
    data: { name: MANAGER.name, secret: MANAGER.passphrase },
  });
  const answer = (await response.json()) as { readonly ok: boolean };
  if (!answer.ok) throw new Error('The measured account could not sign in');
}
