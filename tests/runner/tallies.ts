import { z } from 'zod';

/** What one runner counted. */
export type Tally = { readonly passed: number; readonly failed: number };

const Vitest = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
});

/** Vitest's own JSON. A file that could not be run counts as a failure, and so does a test that was skipped. */
export function tallyOfVitest(report: unknown, isGood: boolean): Tally {
  const parsed = Vitest.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = parsed.data;
  return orOneFailure(
    { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests },
    isGood,
  );
}

const Playwright = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
});

/** Playwright's own JSON. A test that passed only when repeated is not a pass. */
export function tallyOfPlaywright(report: unknown, isGood: boolean): Tally {
  const parsed = Playwright.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = parsed.data.stats;
  return orOneFailure({ passed: expected, failed: unexpected + flaky + skipped }, isGood);
}

/** A runner that ended badly without naming a failed test still failed. */
function orOneFailure(tally: Tally, isGood: boolean): Tally {
  return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
