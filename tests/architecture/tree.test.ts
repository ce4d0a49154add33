import { describe, expect, it } from 'vitest';
import { listProjectFiles, readProjectFiles, type SourceTree } from './source-tree.ts';

const FOLDERS = ['.ci', '.vscode', 'db', 'docs', 'electron', 'renderer', 'resources', 'tests'];
const MOST_LINES = 500;

const KEBAB = '[a-z0-9]+(-[a-z0-9]+)*';
const PASCAL = '([A-Z][a-z0-9]*)+';
/** What a file may be called, by the folder it is in. The suffix says what kind of code it holds. */
const NAMES: readonly (readonly [folder: RegExp, name: RegExp])[] = [
  [/^db\/migrations\//, new RegExp(`^(\\d{14}-${KEBAB}|index|new-migration)\\.ts$`)],
  [
    /^db\//,
    new RegExp(`^${KEBAB}(\\.(contract|errors|rules|service|repository|table|pdf|d))?\\.ts$`),
  ],
  [/^electron\//, new RegExp(`^${KEBAB}(\\.(worker|errors|d))?\\.(ts|mjs)$`)],
  [
    /^renderer\//,
    new RegExp(
      `^(${KEBAB}(\\.(queries|d))?\\.ts|${KEBAB}\\.tsx|${PASCAL}\\.tsx|${KEBAB}\\.(html|css))$`,
    ),
  ],
  [
    /^tests\//,
    new RegExp(
      `^(${KEBAB}|${PASCAL})(\\.(rules|service|repository|queries|pdf|contract|errors|worker))?(\\.(test|spec))?\\.(ts|tsx|js|mjs)$`,
    ),
  ],
];
/** The linter knows a module's own rows from another's by the depth of the path. */
const DEEP_ROWS = /^db\/[^/]+\/[^/]+\/.*\.(repository|table)\.ts$/;
const NAMELESS = /(^|\/)(utils?|helpers?|common|misc|stuff|lib)(\/|\.[jt]sx?$)/;

/** Words of the workshop, in pieces so that this file does not say them itself. */
const WORKSHOP_WORDS = [
  ['registry', 'npmjs'].join('.'),
  ['', 'work', ''].join('/'),
  ['', 'root', ''].join('/'),
  ['shared', 'design'].join('/'),
  ['BRI', 'EF'].join(''),
];
const FILLER = ['lo', 'rem'].join('');

const isCode = (path: string): boolean =>
  /^(db|electron|renderer|tests)\/.*\.([jt]sx?|mjs)$/.test(path);

function foldersBeyond(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].filter((folder) => !FOLDERS.includes(folder)).sort();
}

function misnamed(paths: readonly string[]): readonly string[] {
  return paths.filter(isCode).filter((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const allowed = NAMES.find(([folder]) => folder.test(path))?.[1];
    const isBarrel = name.startsWith('index.') && path !== 'db/migrations/index.ts';
    return !allowed?.test(name) || isBarrel || NAMELESS.test(path);
  });
}

function linesWith(tree: SourceTree, pattern: RegExp): readonly string[] {
  return [...tree].flatMap(([path, source]) =>
    source
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

const PASSED_OVER = /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fixme|skipIf|runIf)\b|\bxit\(/;
/** A rule may be lifted for one line, with the reason after two dashes. */
const SILENCED =
  /(oxlint|eslint)-disable(?!.* -- \w{2,})|@ts-expect-error(?! \w{2,})|biome-ignore(?!.*: \w{2,})|@ts-(ignore|nocheck)/;
const workshop = new RegExp(WORKSHOP_WORDS.join('|').replaceAll('.', '\\.'));
const filler = new RegExp(`\\b${FILLER}\\b`, 'i');

describe('The tree', () => {
  const paths = listProjectFiles();
  const code = readProjectFiles(/^(db|electron|renderer|tests)\/.*\.([jt]sx?|mjs)$/);
  const words = readProjectFiles(/(?<!\.(ttf|otf|woff2?|png|jpg|ico|icns|pdf|age|db|gz))$/);

  it('has the folders that are agreed and no other', () => {
    expect(foldersBeyond(paths)).toEqual([]);
  });

  it('names every file for its content and its role', () => {
    expect(misnamed(paths)).toEqual([]);
  });

  it("keeps what touches rows at its module's root, where the rules of imports see it", () => {
    expect(paths.filter((path) => DEEP_ROWS.test(path))).toEqual([]);
  });

  it('has no test that is passed over or run alone', () => {
    const tests = [...code].filter(([path]) => /^tests\/(?!architecture\/)/.test(path));
    expect(linesWith(new Map(tests), PASSED_OVER)).toEqual([]);
  });

  it('lifts no rule without a reason on the same line', () => {
    const judged = [...code].filter(([path]) => !path.startsWith('tests/architecture/'));
    expect(linesWith(new Map(judged), SILENCED)).toEqual([]);
  });

  it(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = [...code].filter(([, source]) => source.trimEnd().split('\n').length > MOST_LINES);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it('says nothing of the place where it was made', () => {
    expect(linesWith(words, workshop)).toEqual([]);
  });

  it('holds no filler text', () => {
    expect(linesWith(words, filler)).toEqual([]);
  });

  it('is really looked at', () => {
    expect(code.size).toBeGreaterThan(60);
    expect(words.has('package.json')).toBe(true);
    expect(words.has('resources/fonts/SourceSans3-Bold.ttf')).toBe(false);
  });
});

describe('The checks of the tree', () => {
  it('report rows that lie deeper than their module', () => {
    expect(DEEP_ROWS.test('db/bookings/series/series.repository.ts')).toBe(true);
    expect(DEEP_ROWS.test('db/bookings/series.repository.ts')).toBe(false);
  });

  it('report a folder that was not agreed', () => {
    expect(foldersBeyond(['src/main.ts', 'db/api.ts', 'README.md'])).toEqual(['src']);
  });

  it.each([
    'db/bookings/Bookings.rules.ts',
    'db/bookings/bookings.helper.ts',
    'db/bookings/bookings_rules.ts',
    'db/bookings/index.ts',
    'db/shared/utils.ts',
    'db/migrations/add-loans.ts',
    'electron/host/Dispatch.ts',
    'electron/common/dispatch.ts',
    'renderer/bookings/bookingForm.tsx',
    'renderer/bookings/BookingForm.ts',
    'renderer/bookings/bookings.service.ts',
    'tests/bookings/bookings.unit.ts',
  ])('report the name %s', (path) => {
    expect(misnamed([path])).toEqual([path]);
  });

  it.each([
    'db/bookings/booking-fees.rules.ts',
    'db/migrations/20261122090000-create-audit.ts',
    'electron/host/paper.worker.ts',
    'renderer/bookings/BookingForm.tsx',
    'renderer/bookings/bookings.queries.ts',
    'renderer/app/session-context.tsx',
    'tests/bookings/bookings.rules.test.ts',
    'tests/bookings/BookingForm.test.tsx',
    'tests/bookings/take-a-booking.spec.ts',
  ])('accept the name %s', (path) => {
    expect(misnamed([path])).toEqual([]);
  });

  it.each(['it.only(', 'describe.skip(', 'test.describe.fixme(', 'it.todo(', 'test.skipIf('])(
    'report %s in a test',
    (line) => {
      expect(linesWith(new Map([['tests/a.test.ts', `\n${line}'books'`]]), PASSED_OVER)).toEqual([
        'tests/a.test.ts:2',
      ]);
    },
  );

  it.each([
    ['// oxlint-disable-next-line no-console', ['db/a.ts:1']],
    ['// oxlint-disable-next-line no-console -- the terminal is all there is yet', []],
    ['// @ts-expect-error', ['db/a.ts:1']],
    ['// @ts-expect-error pdfkit declares no outline', []],
    ['// @ts-ignore because it is late', ['db/a.ts:1']],
  ])('judge a rule lifted by "%s"', (line, reported) => {
    expect(linesWith(new Map([['db/a.ts', line]]), SILENCED)).toEqual(reported);
  });

  it.each(WORKSHOP_WORDS)('report the workshop word %s', (word) => {
    expect(linesWith(new Map([['docs/a.md', `See ${word}x.`]]), workshop)).toEqual(['docs/a.md:1']);
  });

  it('report filler text', () => {
    expect(linesWith(new Map([['docs/a.md', `${FILLER} ipsum`]]), filler)).toEqual(['docs/a.md:1']);
  });
});
