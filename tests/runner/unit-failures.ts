import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/** Where the names of what failed are left for the runner, one a line. */
export const UNIT_FAILURES_FILE = 'test-results/unit-failures.txt';

type Kept = Parameters<NonNullable<Reporter['onTestRunEnd']>>;

/**
 * Keeps what went wrong for the end of the whole run: tests, files that could not be run, and errors that belong to
 * no test, such as a worker that died, which Vitest's own JSON leaves out. Vitest asks for a class, and for the
 * default export of the file it is told.
 */
export default class UnitFailures implements Reporter {
  onTestRunEnd(modules: Kept[0], unhandled: Kept[1]): void {
    const lines = modules.flatMap((module) => linesOf(module));
    for (const error of unhandled)
      lines.push(line('Outside any test', error.stack ?? error.message));
    writeFileSync(UNIT_FAILURES_FILE, lines.join('\n'));
  }
}

function linesOf(module: Kept[0][number]): string[] {
  const file = module.relativeModuleId;
  const lines = module.errors().map(({ message }) => line(file, message));
  for (const test of module.children.allTests()) {
    const { state, errors } = test.result();
    if (state !== 'passed')
      lines.push(line(`${file} › ${test.fullName}`, errors?.[0]?.message ?? state));
  }
  const state = module.state();
  if (state !== 'passed' && state !== 'failed') lines.push(line(file, state));
  return lines;
}

const line = (where: string, what: string): string =>
  `${where}: ${what.replaceAll(/\s+/g, ' ').slice(0, 400)}`;
