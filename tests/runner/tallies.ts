import { stripVTControlCharacters } from 'node:util';
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

type Suite = {
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[] | undefined;
};
const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })),
    }),
  ),
});
type Spec = z.infer<typeof Spec>;
const Suite: z.ZodType<Suite> = z.object({
  specs: z.array(Spec),
  suites: z.lazy(() => z.array(Suite)).optional(),
});

/** What Playwright could not see through, one a line, for the end of a long run whose middle nobody reads. */
export function failuresOfPlaywright(report: unknown): readonly string[] {
  const parsed = z.object({ suites: z.array(Suite) }).safeParse(report);
  if (!parsed.success) return ['The browser tests left no report.'];
  const specsIn = (suite: Suite): readonly Spec[] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsIn),
  ];
  return parsed.data.suites.flatMap(specsIn).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ projectName, status, results }) => {
        const said = results.find(({ error }) => error !== undefined)?.error?.message ?? status;
        return `[${projectName}] ${file} › ${title}: ${stripVTControlCharacters(said).replaceAll(/\s+/g, ' ').slice(0, 400)}`;
      }),
  );
}

/** A runner that ended badly without naming a failed test still failed. */
function orOneFailure(tally: Tally, isGood: boolean): Tally {
  return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
