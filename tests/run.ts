import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needTools } from './runner/tools.ts';
import { whichElectron } from './support/which-electron.ts';
import {
  failuresOfPlaywright,
  type Tally,
  tallyOfPlaywright,
  tallyOfVitest,
} from './runner/tallies.ts';
import { UNIT_FAILURES_FILE } from './runner/unit-failures.ts';

/** The project's folder. */
const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');

/** Runs a program of node_modules/.bin with our Node; answers whether it succeeded. */
function run(words: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const [name = '', ...args] = words;
  process.stdout.write(`\n— ${words.join(' ')}\n`);
  const done = spawnSync(join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

/** Each of these is one thing that must hold; each counts as one in the sum. */
const CHECKS: readonly (readonly string[])[] = [
  ['biome', 'format', '.'],
  ['oxlint'],
  ['tsc', '-p', 'tsconfig.node.json'],
  ['tsc', '-p', 'tsconfig.web.json'],
  ['knip'],
];

function runChecks(): Tally {
  const outcomes = CHECKS.map((words) => {
    const isGood = run(words);
    if (!isGood) whatFailed.push(words.join(' '));
    return isGood;
  });
  return {
    passed: outcomes.filter(Boolean).length,
    failed: outcomes.filter((isGood) => !isGood).length,
  };
}

function runUnit(): Tally {
  const file = join(results, 'vitest.json');
  rmSync(file, { force: true });
  rmSync(join(root, UNIT_FAILURES_FILE), { force: true });
  const isGood = run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./tests/runner/unit-failures.ts',
    `--outputFile.json=${file}`,
  ]);
  whatFailed.push(...readLines(join(root, UNIT_FAILURES_FILE)));
  return tallyOfVitest(readJson(file), isGood);
}

function runBrowser(browser: string, extra: readonly string[] = []): Tally {
  const file = join(results, 'playwright.json');
  rmSync(file, { force: true });
  process.stdout.write(`\n${whichElectron()}\n`);
  const isGood = run(['playwright', 'test', ...extra], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    TRC_DESK_BROWSER: browser,
  });
  const report = readJson(file);
  whatFailed.push(...failuresOfPlaywright(report));
  return tallyOfPlaywright(report, isGood);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A runner that died has written nothing; its tally says so.
    return undefined;
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return ['The unit tests left no report.'];
  }
}

function build(): void {
  if (!run(['electron-vite', 'build', '--logLevel', 'warn'])) finish([{ passed: 0, failed: 1 }]);
}

/** What did not hold, by name, in the order in which it was found. */
const whatFailed: string[] = [];

/** Prints what failed by name, then the one line that others read, and ends with it. */
function finish(tallies: readonly Tally[]): never {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  if (whatFailed.length > 0)
    process.stdout.write(`\nWhat failed:\n${whatFailed.map((one) => `  ${one}\n`).join('')}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

const what = process.argv[2] ?? 'all';
mkdirSync(results, { recursive: true });
switch (what) {
  case 'check':
    finish([runChecks()]);
    break;
  case 'e2e': {
    const { browser } = needTools();
    build();
    finish([runBrowser(browser, process.argv.slice(3))]);
    break;
  }
  case 'screens': {
    const { browser } = needTools('pictures');
    build();
    run(['node', 'tests/screens/write-guide.ts']);
    finish([runBrowser(browser, ['--config', 'tests/screens/pictures-config.ts'])]);
    break;
  }
  case 'all': {
    const { browser } = needTools();
    build();
    finish([runChecks(), runUnit(), runBrowser(browser)]);
    break;
  }
  default:
    process.stderr.write('Say what to run: check, e2e, screens or all.\n');
    process.exit(2);
}
