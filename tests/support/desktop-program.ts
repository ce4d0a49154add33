import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { RunningProgram } from './running-program.ts';
import { hasElectron } from './which-electron.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const standIn = fileURLToPath(new URL('./electron-stand-in', import.meta.url));

/** The built desktop program, running. */
export type DesktopProgram = RunningProgram & {
  readonly app: ElectronApplication;
  /** The program's window. */
  readonly page: Page;
  /** Another window of the same program with a session of its own, as a colleague at a second screen. */
  readonly openWindow: (path?: string) => Promise<Page>;
};

type Look = { readonly locale?: string | undefined; readonly timezoneId?: string | undefined };

const builtPage = join(root, 'out', 'renderer', 'index.html');
const preloadFile = join(root, 'out', 'preload', 'preload.cjs');

let running: DesktopProgram | undefined;

/** Starts the built desktop door on a folder; resolves once its window shows its first page. */
export async function startDesktop(
  flags: readonly string[],
  folder: string,
  { locale, timezoneId }: Look = {},
): Promise<DesktopProgram> {
  if (!hasElectron()) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= standIn;
  const app = await _electron.launch({
    args: ['.', ...flags, '--data', folder],
    cwd: root,
    acceptDownloads: true,
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
  const child = app.process();
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (words: Buffer) => said.push(words.toString()));
  const page = await app.firstWindow();
  await ready(page);
  const program: DesktopProgram = {
    app,
    page,
    folder,
    address: await page.evaluate(() => `${location.origin}/`),
    said: () => said,
    async openWindow(path = '') {
      const opened = app.waitForEvent('window');
      await app.evaluate(
        ({ BrowserWindow }, [preload, address]) => {
          const window = new BrowserWindow({
            width: 1280,
            height: 860,
            webPreferences: { preload, sandbox: true },
          });
          void window.loadURL(address);
        },
        [preloadFile, `app://trc/${path}`] as const,
      );
      const window = await opened;
      await ready(window);
      return window;
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await app.close();
      return child.exitCode;
    },
    async kill() {
      const gone = app.waitForEvent('close');
      // Windows and all: its processes are a group of their own, as Playwright starts them.
      if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
  running = program;
  return program;
}

/** A window begins empty; its page is there once it has an address. The size is that of the browser door's tests. */
async function ready(page: Page): Promise<void> {
  await page.waitForURL(/^(app|https):\/\//);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/**
 * Opens another window of the running program, for a test that asks without looking at a page: it shows a script as
 * text, which is there much sooner than a screen and has the same way to the program.
 */
export async function openAnotherWindow(): Promise<Page> {
  if (running === undefined) throw new Error('No desktop program runs.');
  const [script] = /assets\/[\w.-]+\.js/.exec(readFileSync(builtPage, 'utf8')) ?? [];
  return running.openWindow(script);
}
