import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where Chrome, Chromium and Edge are on each system, the one that opens app windows best first. */
function candidates(environment: NodeJS.ProcessEnv): readonly string[] {
  if (platform() === 'win32') {
    const roots = [
      environment['PROGRAMFILES'],
      environment['PROGRAMFILES(X86)'],
      environment['LOCALAPPDATA'],
    ];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(root, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  }
  if (platform() === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  ];
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/** An installed browser that can show the program in a window of its own; undefined when there is none. */
export function findAppBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return candidates(environment).find((file) => existsSync(file));
}

/** The command that opens an address in whatever browser the system prefers; undefined where there is none. */
function defaultOpener(environment: NodeJS.ProcessEnv): readonly string[] | undefined {
  if (platform() === 'win32') return ['cmd', '/c', 'start', ''];
  if (platform() === 'darwin') return ['open'];
  const opener = (environment['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'xdg-open'))
    .find((file) => existsSync(file));
  return opener === undefined ? undefined : [opener];
}

/** True where a window can be shown at all. */
export const hasScreen = (environment: NodeJS.ProcessEnv): boolean =>
  platform() !== 'linux' ||
  environment['DISPLAY'] !== undefined ||
  environment['WAYLAND_DISPLAY'] !== undefined;

/** Shows the program: in an app window, else in the default browser, else not at all; the printed address remains. */
export function showInBrowser(address: string, environment: NodeJS.ProcessEnv = process.env): void {
  if (!hasScreen(environment)) return;
  const browser = findAppBrowser(environment);
  const command =
    browser === undefined ? defaultOpener(environment) : [browser, `--app=${address}`];
  const [file, ...rest] = command ?? [];
  if (file === undefined) return;
  const child = spawn(file, browser === undefined ? [...rest, address] : rest, {
    detached: true,
    stdio: 'ignore',
  });
  // A browser that cannot start is no reason to stop: the address stands on the screen.
  child.on('error', () => undefined);
  child.unref();
}
