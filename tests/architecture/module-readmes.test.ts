import { describe, expect, it } from 'vitest';
import { parseRulesTable, problemsOfReadme, untested } from './module-readme.ts';
import { readProjectFiles } from './source-tree.ts';

const program = readProjectFiles(/^(db|electron|renderer)\/.*\.tsx?$/);
const tests = readProjectFiles(/^tests\/(?!architecture\/).*\.tsx?$/);
const readmes = readProjectFiles(/^db\/[^/]+\/README\.md$/);
const modulesWithService = [...program.keys()].flatMap(
  (path) => /^(db\/[^/]+)\/[^/]+\.service\.ts$/.exec(path)?.[1] ?? [],
);

describe('Module READMEs', () => {
  it.each([...new Set(modulesWithService)])('explain the module %s', (module) => {
    expect([...readmes.keys()]).toContain(`${module}/README.md`);
  });

  it.each([...readmes.keys()].filter((path) => path !== 'db/shared/README.md'))(
    'tell the truth in %s about where each rule stands and what tests it',
    (path) => {
      const module = path.replace(/\/README\.md$/, '');
      expect(problemsOfReadme(module, readmes.get(path) ?? '', { program, tests })).toEqual([]);
    },
  );

  it('are asked of some modules', () => {
    expect(modulesWithService.length).toBeGreaterThan(4);
  });
});

describe('Rules and services', () => {
  it('each have a test, or are named beside one', () => {
    expect(untested({ program, tests, readmes })).toEqual([]);
  });
});

/** A module made up for the checker itself. */
const seeded = {
  program: new Map([
    [
      'db/loans/loans.rules.ts',
      "/** See also forgottenRule. */\nexport function dueDate(): void {}\nconst x = { 'loan.late': 1 };\n",
    ],
    ['db/shared/local-date.ts', 'export const addDays = 1;\n'],
    ['db/loans/loans.service.ts', 'export const lend = 1;\n'],
  ]),
  tests: new Map([
    [
      'tests/loans/loans.rules.test.ts',
      "it('counts from the day after', () => {});\nit('keeps the lender\\'s name', () => {});\nit('finds “%s”', () => {});\n",
    ],
  ]),
};
const table = (...rows: readonly string[]) =>
  ['# Loans', '', '| rule | where | authority | test |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
const problems = (readme: string) => problemsOfReadme('db/loans', readme, seeded);

describe('The reader of rules tables', () => {
  it('finds nothing wrong with a true table', () => {
    const readme = table(
      '| Late from the day after | `dueDate` in `loans.rules.ts` | EQP-03, Southampton | "counts from the day after" |',
      '| Says when it is late | `loan.late` in `loans.rules.ts`, `addDays` in `shared/local-date.ts` | design, after the Southampton handbook | "counts from the day after", "keeps the lender\'s name" |',
      '| Is found | `lend` in `loans.service.ts` | design, after the Southampton handbook | "finds “%s”", “counts from the day after” |',
    );
    expect(parseRulesTable(readme)).toHaveLength(3);
    expect(problems(readme)).toEqual([]);
  });

  it.each([
    ['`dueDate` in `loan.rules.ts`', 'names the file loan.rules.ts, which is not there'],
    ['`dueDay` in `loans.rules.ts`', 'names dueDay, which is not in db/loans/loans.rules.ts'],
    ['`due` in `loans.rules.ts`', 'names due, which is not in db/loans/loans.rules.ts'],
    ['`forgottenRule` in `loans.rules.ts`', 'names forgottenRule, which is not in'],
    ['the rules file', 'says nowhere `symbol` in `file`'],
  ])('reports a place that says %s', (where, problem) => {
    const readme = table(`| Late | ${where} | EQP-03, Southampton | "counts from the day after" |`);
    expect(problems(readme)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['the handbook', 'gives neither a rule id'],
    ['', 'gives neither a rule id'],
    ['EQP-03', 'names no council or document'],
    ['design', 'names no council or document'],
  ])('reports an authority that says only "%s"', (authority, problem) => {
    const readme = table(
      `| Late | \`dueDate\` in \`loans.rules.ts\` | ${authority} | "counts from the day after" |`,
    );
    expect(problems(readme)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['"counts from the due day"', 'quotes the test "counts from the due day", which is not there'],
    ['"counts from"', 'quotes the test "counts from", which is not there'],
    ['see the tests', 'quotes no test'],
  ])('reports a test cell that says %s', (test, problem) => {
    const readme = table(
      `| Late | \`dueDate\` in \`loans.rules.ts\` | EQP-03, Southampton | ${test} |`,
    );
    expect(problems(readme)).toEqual([`db/loans/README.md:5 ${problem}`]);
  });

  it('reports a README without a table, and one that is too long', () => {
    expect(problems('# Loans\n')).toEqual([expect.stringContaining('has no table')]);
    expect(problems('Loans.\n'.repeat(61))).toContainEqual(
      expect.stringContaining('has 61 lines; 60 are the most'),
    );
  });

  it('reports a service that no test names', () => {
    const without = { ...seeded, readmes: new Map<string, string>() };
    expect(untested(without)).toEqual(['db/loans/loans.service.ts']);
    const row = '| Lends | `lend` in `loans.service.ts` | EQP-03, Southampton | "lends" |';
    const readmes = new Map([['db/loans/README.md', table(row)]]);
    expect(untested({ ...seeded, readmes })).toEqual([]);
  });
});
