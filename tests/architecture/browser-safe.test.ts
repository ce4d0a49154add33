import { describe, expect, it } from 'vitest';
import { readProjectFiles, reachOf, type SourceTree } from './source-tree.ts';

/** What a browser-safe file of the core may load besides its own kind. */
const PACKAGES = new Set(['zod', 'temporal-polyfill']);
const MARK = '// [browser-safe]';
const ACTING = /\.(service|repository|table|pdf)\.ts$|^db\/migrations\//;

/** Whether a file of the core promises to run in a page: by its role, or by the mark in its head. */
const isPromised = (path: string, source: string): boolean =>
  path.startsWith('db/') &&
  (/\.(contract|errors|rules)\.ts$/.test(path) || source.slice(0, 1000).includes(MARK));

/** Roads from promised files to something that a page does not have. */
function brokenPromises(tree: SourceTree): readonly string[] {
  const promised = [...tree].filter(([path, source]) => isPromised(path, source));
  const { files, packages } = reachOf(
    tree,
    promised.map(([path]) => path),
  );
  return [
    ...[...packages].filter(([name]) => !PACKAGES.has(name)),
    ...[...files].filter(([path]) => ACTING.test(path) || !path.startsWith('db/')),
  ].map(([, road]) => road);
}

/** Roads from the screens to files of the core that promise nothing. */
function unpromisedInScreens(tree: SourceTree): readonly string[] {
  const screens = [...tree.keys()].filter((path) => path.startsWith('renderer/'));
  const { files } = reachOf(tree, screens);
  const safe = reachOf(
    tree,
    [...tree].filter(([path, source]) => isPromised(path, source)).map(([path]) => path),
  ).files;
  return [...files]
    .filter(([path]) => path.startsWith('db/') && !safe.has(path))
    .map(([, road]) => road);
}

describe('Files that also run in the browser', () => {
  const tree = readProjectFiles(/^(db|renderer)\/.*\.tsx?$/);

  it('load nothing that a page does not have, however long the road', () => {
    expect(brokenPromises(tree)).toEqual([]);
  });

  it('are the only files of the core that a screen loads', () => {
    expect(unpromisedInScreens(tree)).toEqual([]);
  });

  it('are found in number, so that an empty search cannot pass', () => {
    const promised = [...tree].filter(([path, source]) => isPromised(path, source));
    expect(promised.length).toBeGreaterThan(15);
    expect([...tree.keys()].some((path) => path.startsWith('renderer/'))).toBe(true);
  });

  it('are reported when one loads a Node API through another', () => {
    const seeded = new Map([
      ['db/bookings/bookings.rules.ts', "import { tidy } from './tidy.ts';\n"],
      ['db/bookings/tidy.ts', "import {\n  readFileSync,\n} from 'node:fs';\n"],
    ]);
    expect(brokenPromises(seeded)).toEqual([
      'db/bookings/bookings.rules.ts -> ./tidy.ts -> node:fs',
    ]);
  });

  it('are reported when one loads a service only later', () => {
    const seeded = new Map([
      ['db/shared/late.ts', `${MARK}\nconst late = () => import('#db/people/people.service');\n`],
    ]);
    expect(brokenPromises(seeded)).toEqual(['db/shared/late.ts -> #db/people/people.service']);
  });

  it('may name the types of any file', () => {
    const seeded = new Map([
      ['db/bookings/bookings.rules.ts', "import type { Ctx } from '#db/shared/ctx';\n"],
    ]);
    expect(brokenPromises(seeded)).toEqual([]);
  });

  it('are reported when a screen loads a file without the promise', () => {
    const seeded = new Map([
      ['renderer/diary/BookingsScreen.tsx', "import { clock } from '#db/shared/clock';\n"],
      ['db/shared/clock.ts', 'export const clock = 1;\n'],
    ]);
    expect(unpromisedInScreens(seeded)).toEqual([
      'renderer/diary/BookingsScreen.tsx -> #db/shared/clock',
    ]);
  });
});
