import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { findAppBrowser } from '../../../electron/browsers.ts';
import { connectDevTools, type DevTools } from './devtools.ts';

/** The browser that shows the windows. */
export type Chromium = DevTools & {
  /** Closes the browser and waits until its process has let go of the profile. */
  readonly end: () => Promise<void>;
};

const starting = Promise.withResolvers<Chromium>();

/** The browser, once it runs; a window made earlier waits for it. */
export const chromium: Promise<Chromium> = starting.promise;

/** Starts the browser without a window of its own; tells where it listens, if that was asked for. */
export async function startChromium(options: {
  readonly isTold: boolean;
  readonly profile: string;
  readonly switches: readonly string[];
}): Promise<Chromium> {
  const file = process.env['TRC_DESK_BROWSER'] ?? findAppBrowser();
  if (file === undefined) throw new Error('The stand-in needs Chromium, and there is none.');
  const child = spawn(
    file,
    [
      ...(process.env['STANDIN_HEADFUL'] === '1' ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // A page opens no window by itself; the program would refuse it, and nothing here could ask the program.
      '--block-new-web-contents',
      '--no-startup-window',
      '--remote-debugging-port=0',
      '--disable-quic',
      '--disable-gpu',
      '--lang=en-GB',
      `--user-data-dir=${options.profile}`,
      ...options.switches,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const address = await addressOf(child);
  const devTools = await connectDevTools(address);
  if (options.isTold) process.stderr.write(`DevTools listening on ${address}\n`);
  const running: Chromium = {
    ...devTools,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      devTools.send('Browser.close').catch(() => child.kill('SIGKILL'));
      await ended;
    },
  };
  starting.resolve(running);
  return running;
}

function addressOf(child: ChildProcess): Promise<string> {
  const found = Promise.withResolvers<string>();
  const said: string[] = [];
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      const address = /^DevTools listening on (ws:\/\/.*)$/.exec(line)?.[1];
      if (address !== undefined) found.resolve(address);
    });
  child.once('exit', () => found.reject(new Error(`The browser ended: ${said.join(' / ')}`)));
  child.once('error', found.reject);
  return found.promise;
}
