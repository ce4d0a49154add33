import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findAppBrowser } from '../../electron/browsers.ts';

/** Programs the tests look at papers with, and the Debian packages that hold them. */
const PAPER_TOOLS = [
  { program: 'pdftotext', package: 'poppler-utils' },
  { program: 'qpdf', package: 'qpdf' },
];

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}

/** Installs Debian packages, as root or by sudo without a question; answers whether that worked. */
function aptInstall(packages: readonly string[]): boolean {
  if (!isOnPath('apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: readonly string[]): boolean => {
    const [file = '', ...rest] = [...asRoot, 'apt-get', '-qq', ...args];
    return (
      spawnSync(file, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    );
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

/** Chromium without the frame of a desktop browser: the same pages for two thirds of the work. Papers it cannot show. */
const SHELL = 'chromium-headless-shell';

function findShell(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, SHELL))
    .find((file) => existsSync(file));
}

/**
 * Finds what the tests need beside Node, or installs it, and says what it did.
 * Answers the browser, for pictures of papers a whole one; ends the run with a sentence when something cannot be had.
 */
export function needTools(use: 'tests' | 'pictures' = 'tests'): { readonly browser: string } {
  const find = () => (use === 'tests' ? findShell() : undefined) ?? findAppBrowser();
  const tools = PAPER_TOOLS.filter((tool) => !isOnPath(tool.program)).map((tool) => tool.package);
  const isBuildMachine = process.getuid?.() === 0 && isOnPath('apt-get');
  const wantsShell = use === 'tests' && isBuildMachine && findShell() === undefined;
  if (wantsShell && install([...tools, SHELL, 'fonts-liberation'])) return told(find());
  const whole = find() === undefined ? ['chromium', 'fonts-liberation'] : [];
  if (tools.length + whole.length > 0 && !install([...tools, ...whole]))
    giveUp([...tools, ...whole]);
  return told(find());
}

function install(packages: readonly string[]): boolean {
  say(`Installing what the tests need and this machine lacks: ${packages.join(', ')} …`);
  return aptInstall(packages);
}

function told(browser: string | undefined): { readonly browser: string } {
  if (browser === undefined) return giveUp(['chromium']);
  say(`The browser of the tests is ${browser}.`);
  return { browser };
}

function giveUp(packages: readonly string[]): never {
  process.stderr.write(
    `The tests need ${packages.join(', ')}, and they could not be installed here. Install them and run npm test again.\n\n0 passed, 1 failed\n`,
  );
  process.exit(1);
}
