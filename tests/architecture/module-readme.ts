import type { SourceTree } from './source-tree.ts';

/** One line of a module README's rules table, cell by cell. */
export type RuleRow = {
  readonly line: number;
  readonly rule: string;
  readonly where: string;
  readonly authority: string;
  readonly test: string;
};

const HEAD = /^\|\s*rule\s*\|\s*where\s*\|\s*authority\s*\|\s*test\s*\|\s*$/i;
const RULE_ID = /\b[A-Z]{3,4}-\d{2}\b/;
const MOST_LINES = 60;

/** Reads the rules table; an empty list means that there is none. */
export function parseRulesTable(readme: string): readonly RuleRow[] {
  const lines = readme.split('\n');
  const head = lines.findIndex((line) => HEAD.test(line));
  if (head === -1) return [];
  const rows: RuleRow[] = [];
  for (const [offset, line] of lines.slice(head + 2).entries()) {
    if (!line.startsWith('|')) break;
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [rule = '', where = '', authority = '', test = ''] = cells.slice(1);
    rows.push({ line: head + 3 + offset, rule, where, authority, test });
  }
  return rows;
}

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

/** Whole names only: `due` is not in a file that has `dueDate`. */
const isNamedIn = (symbol: string, source: string): boolean =>
  withoutComments(source)
    .split(/[^\w$.-]+/)
    .some((word) => word === symbol || word.split('.').includes(symbol));

/** `symbol` in `file`, as often as the cell says it. The file stands in the module, in db/, or at the given path. */
function problemsOfWhere(row: RuleRow, module: string, tree: SourceTree): readonly string[] {
  const pairs = [...row.where.matchAll(/`([^`]+)` in `([^`]+)`/g)];
  if (pairs.length === 0) return ['says nowhere `symbol` in `file`'];
  return pairs.flatMap(([, symbol = '', file = '']) => {
    const path = [`${module}/${file}`, `db/${file}`, file].find((candidate) => tree.has(candidate));
    if (path === undefined) return [`names the file ${file}, which is not there`];
    if (isNamedIn(symbol.replace(/\(\)$/, ''), tree.get(path) ?? '')) return [];
    return [`names ${symbol}, which is not in ${path}`];
  });
}

/** An authority is a rule's id, or the word design, and beside it the council or document it comes from. */
function problemsOfAuthority({ authority }: RuleRow): readonly string[] {
  if (!RULE_ID.test(authority) && !/\bdesign\b/i.test(authority)) {
    return ['gives neither a rule id such as BOOK-03 nor the word design as its authority'];
  }
  const rest = authority.replaceAll(new RegExp(RULE_ID, 'g'), '').replaceAll(/\bdesign\b/gi, '');
  return /[A-Za-z]{4,}/.test(rest) ? [] : ['names no council or document beside its authority'];
}

/** A title counts as there when it stands in quotes somewhere in the tests. */
function problemsOfTest({ test }: RuleRow, testWords: string): readonly string[] {
  // A title ends with the kind of mark it began with, so that it may hold the other kind.
  const titles = [...test.matchAll(/"([^"]+)"|“([^”]+)”/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  if (titles.length === 0) return ['quotes no test'];
  return titles
    .filter((title) => !["'", '"', '`'].some((quote) => testWords.includes(quote + title + quote)))
    .map((title) => `quotes the test "${title}", which is not there`);
}

/** Everything wrong with one module's README, each as a sentence that begins with where. */
export function problemsOfReadme(
  module: string,
  readme: string,
  { program, tests }: { readonly program: SourceTree; readonly tests: SourceTree },
): readonly string[] {
  const testWords = [...tests.values()].join('\n').replaceAll("\\'", "'");
  const rows = parseRulesTable(readme);
  const length = readme.trimEnd().split('\n').length;
  const whole = [
    ...(length > MOST_LINES ? [`has ${length} lines; ${MOST_LINES} are the most`] : []),
    ...(rows.length === 0 ? ['has no table | rule | where | authority | test |'] : []),
  ].map((problem) => `${module}/README.md ${problem}`);

  const perRow = rows.flatMap((row) =>
    [
      ...(row.rule === '' ? ['states no rule'] : []),
      ...problemsOfWhere(row, module, program),
      ...problemsOfAuthority(row),
      ...problemsOfTest(row, testWords),
    ].map((problem) => `${module}/README.md:${row.line} ${problem}`),
  );
  return [...whole, ...perRow];
}

/** Rules and services without a test file of their name, not named in any test, nor in a row of a rules table. */
export function untested({
  program,
  tests,
  readmes,
}: {
  readonly program: SourceTree;
  readonly tests: SourceTree;
  readonly readmes: SourceTree;
}): readonly string[] {
  const testWords = [...tests.values()].join('\n');
  return [...program.keys()].filter((path) => {
    const [, module, name] = /^db\/([^/]+)\/([^/]+\.(?:rules|service))\.ts$/.exec(path) ?? [];
    if (module === undefined || name === undefined) return false;
    const rows = parseRulesTable(readmes.get(`db/${module}/README.md`) ?? '');
    return (
      !tests.has(`tests/${module}/${name}.test.ts`) &&
      !testWords.includes(name) &&
      !rows.some((row) => row.where.includes(`\`${name}.ts\``))
    );
  });
}
