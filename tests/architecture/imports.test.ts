import { beforeAll, describe, expect, it } from 'vitest';
import { type Finding, lintSeeded } from './seeded-tree.ts';

/** `*` in a zone becomes a name of its own for each seeded file. */
type Seed = readonly [zone: string, imported: string];

/** Each line breaks one line of the table of who may import whom. */
const FORBIDDEN: readonly Seed[] = [
  ['renderer/bookings/*.tsx', '#db/bookings/bookings.service'],
  ['renderer/bookings/*.tsx', '#db/bookings/bookings.repository'],
  ['renderer/bookings/*.tsx', '#db/bookings/bookings.table'],
  ['renderer/bookings/*.tsx', '#db/bookings/booking-slip.pdf'],
  ['renderer/bookings/*.tsx', '#db/open-core'],
  ['renderer/bookings/*.tsx', '#db/shared/unit-of-work'],
  ['renderer/bookings/*.tsx', '#db/shared/pdf/document'],
  ['renderer/bookings/*.tsx', '../../db/bookings/bookings.contract.ts'],
  ['renderer/bookings/*.tsx', '../../electron/host/dispatch.ts'],
  ['renderer/bookings/*.tsx', '../../tests/support/open-test-core.ts'],
  ['renderer/bookings/*.tsx', 'electron'],
  ['renderer/bookings/*.tsx', 'electron/renderer'],
  ['renderer/bookings/*.tsx', 'node:fs'],
  ['renderer/bookings/*.tsx', 'fs/promises'],
  ['renderer/bookings/*.queries.ts', 'typeorm'],
  ['renderer/app/*.tsx', '#db/bookings/bookings.service'],
  ['renderer/app/*.tsx', '#db/shared/ctx'],
  ['renderer/shared/*.tsx', '../bookings/BookingForm.tsx'],
  ['renderer/shared/*.tsx', '#db/bookings/bookings.contract'],
  ['renderer/shared/*.tsx', '#db/bookings/bookings.service'],
  ['renderer/shared/*.tsx', 'node:path'],

  ['electron/desktop/*.ts', '../../renderer/app/App.tsx'],
  ['electron/desktop/*.ts', '../../db/open-core.ts'],
  ['electron/desktop/*.ts', '#db/bookings/bookings.repository'],
  ['electron/*.ts', '../renderer/main.tsx'],
  ['electron/*.ts', '#db/data-source'],
  ['electron/host/*.ts', 'electron'],
  ['electron/host/*.ts', 'electron/main'],
  ['electron/host/*.ts', '../desktop/window.ts'],
  ['electron/host/*.ts', '../../renderer/app/App.tsx'],
  ['electron/host/*.ts', '#db/bookings/bookings.table'],
  ['electron/host/*.ts', '#db/data-source'],
  ['electron/web/*.ts', 'electron'],
  ['electron/web/*.ts', '../main.ts'],
  ['electron/web/*.ts', 'react'],
  ['electron/web/*.ts', '../../renderer/app/App.tsx'],
  ['electron/web.ts', './desktop/window.ts'],
  ['electron/preload.ts', 'node:fs'],
  ['electron/preload.ts', '#db/api.contract'],

  ['db/*.ts', 'electron'],
  ['db/*.ts', 'fastify'],
  ['db/*.ts', '@fastify/static'],
  ['db/*.ts', 'react'],
  ['db/*.ts', '../renderer/app/App.tsx'],
  ['db/*.ts', '../electron/host/dispatch.ts'],
  ['db/bookings/*.ts', '../people/people.repository.ts'],
  ['db/bookings/*.ts', '../../electron/host/dispatch.ts'],
  ['db/bookings/*.ts', '../../db/people/people.contract.ts'],
  ['db/tables.ts', './bookings/bookings.service.ts'],
  ['db/shared/*.ts', '#db/bookings/bookings.rules'],
  ['db/shared/*.ts', '../bookings/bookings.rules.ts'],
  ['db/shared/*.ts', 'better-sqlite3'],
  ['db/shared/pdf/*.ts', '../../bookings/bookings.rules.ts'],
  ['db/shared/pdf/*.ts', '#db/shared/ctx'],
  ['db/shared/pdf/*.ts', '../ctx.ts'],
  ['db/shared/pdf/*.ts', 'typeorm'],

  ['db/bookings/*.service.ts', '#db/people/people.repository'],
  ['db/bookings/*.service.ts', '../people/people.repository.ts'],
  ['db/bookings/*.service.ts', '#db/people/people.table'],
  ['db/bookings/*.service.ts', './bookings.table.ts'],
  ['db/bookings/*.service.ts', './booking-slip.pdf.ts'],
  ['db/bookings/*.service.ts', 'typeorm'],
  ['db/bookings/*.service.ts', 'fastify'],
  ['db/bookings/*.service.ts', '../../electron/host/dispatch.ts'],

  ['db/bookings/*.repository.ts', '#db/people/people.repository'],
  ['db/bookings/*.repository.ts', '../people/people.table.ts'],
  ['db/bookings/*.repository.ts', './bookings.service.ts'],
  ['db/bookings/*.repository.ts', 'electron'],

  ['db/bookings/*.table.ts', './bookings.rules.ts'],
  ['db/bookings/*.table.ts', './bookings.contract.ts'],
  ['db/bookings/*.table.ts', '#db/shared/money'],
  ['db/bookings/*.table.ts', '#db/people/people.contract'],
  ['db/bookings/*.table.ts', 'zod'],

  ['db/bookings/*.rules.ts', 'node:fs'],
  ['db/bookings/*.rules.ts', 'typeorm'],
  ['db/bookings/*.rules.ts', './bookings.repository.ts'],
  ['db/bookings/*.rules.ts', './bookings.service.ts'],
  ['db/bookings/*.rules.ts', '#db/people/people.service'],
  ['db/bookings/*.rules.ts', '#db/shared/ctx'],
  ['db/bookings/*.rules.ts', '#db/open-core'],
  ['db/bookings/*.rules.ts', '../../electron/host/dispatch.ts'],
  ['db/bookings/*.contract.ts', '../../db/people/people.contract.ts'],
  ['db/bookings/*.contract.ts', 'node:crypto'],
  ['db/bookings/*.contract.ts', './bookings.table.ts'],
  ['db/bookings/*.errors.ts', 'pino'],
  ['db/bookings/*.errors.ts', '../people/people.service.ts'],

  ['db/bookings/*.pdf.ts', './bookings.repository.ts'],
  ['db/bookings/*.pdf.ts', './bookings.service.ts'],
  ['db/bookings/*.pdf.ts', '#db/shared/ctx'],
  ['db/bookings/*.pdf.ts', 'node:fs'],
  ['db/bookings/*.pdf.ts', 'typeorm'],
  ['db/bookings/*.pdf.ts', 'pdfkit'],

  ['db/migrations/*.ts', '#db/shared/money'],
  ['db/migrations/*.ts', '../bookings/bookings.table.ts'],
  ['db/migrations/*.ts', 'zod'],
];

/** A rule that refused everything would pass the seeds above; these keep it honest. */
const ALLOWED: readonly Seed[] = [
  ['renderer/bookings/*.tsx', '#db/bookings/bookings.contract'],
  ['renderer/bookings/*.tsx', '#db/bookings/bookings.rules'],
  ['renderer/bookings/*.tsx', '#db/bookings/bookings.errors'],
  ['renderer/bookings/*.tsx', '#db/api.contract'],
  ['renderer/bookings/*.tsx', '#db/shared/local-date'],
  ['renderer/bookings/*.tsx', '../shared/PageHeader.tsx'],
  ['renderer/shared/*.tsx', '#db/shared/typed-date'],
  ['renderer/shared/*.tsx', './PageHeader.tsx'],
  ['electron/desktop/*.ts', 'electron'],
  ['electron/preload.ts', 'electron'],
  ['electron/host/*.ts', '#db/open-core'],
  ['electron/host/*.ts', '#db/api.contract'],
  ['electron/web/*.ts', 'fastify'],
  ['electron/web/*.ts', '../host/dispatch.ts'],
  ['db/*.ts', './bookings/bookings.service.ts'],
  ['db/*.ts', 'typeorm'],
  ['db/tables.ts', './bookings/bookings.table.ts'],
  ['db/shared/*.ts', './money.ts'],
  ['db/shared/pdf/*.ts', 'pdfkit'],
  ['db/shared/pdf/*.ts', '../paper.ts'],
  ['db/bookings/*.service.ts', './bookings.repository.ts'],
  ['db/bookings/*.service.ts', './bookings.rules.ts'],
  ['db/bookings/*.service.ts', '#db/people/people.service'],
  ['db/bookings/*.repository.ts', './bookings.table.ts'],
  ['db/bookings/*.repository.ts', 'typeorm'],
  ['db/bookings/*.table.ts', 'typeorm'],
  ['db/bookings/*.rules.ts', '#db/people/people.rules'],
  ['db/bookings/*.rules.ts', 'temporal-polyfill'],
  ['db/bookings/*.contract.ts', 'zod'],
  ['db/bookings/*.pdf.ts', '#db/shared/pdf/document'],
  ['db/bookings/*.pdf.ts', './bookings.contract.ts'],
  ['db/migrations/*.ts', 'typeorm'],
  ['tests/bookings/*.test.ts', '../../electron/host/dispatch.ts'],
  ['tests/bookings/*.test.ts', '#db/bookings/bookings.repository'],
];

/** Types vanish before anything runs, so these may cross where values may not. */
const ALLOWED_TYPES: readonly Seed[] = [
  ['electron/preload.ts', '#db/api.contract'],
  ['db/bookings/*.service.ts', './booking-slip.pdf.ts'],
  ['db/bookings/*.service.ts', './bookings.table.ts'],
  ['db/bookings/*.rules.ts', '#db/shared/ctx'],
  ['db/bookings/*.table.ts', './bookings.contract.ts'],
];

/** Two seeds may not share a file, so a zone that is one file is linted in a tree of its own. */
function seeded(seeds: readonly Seed[], source: (imported: string) => string) {
  return seeds.map(([zone, imported], index) => ({
    zone,
    imported,
    file: zone.replace('*', `seed-${index}`),
    source: source(imported),
  }));
}

const importing = (imported: string) =>
  `import * as seeded from '${imported}';\nexport const kept: unknown = seeded;\n`;
const passingOn = (imported: string) => `export { something } from '${imported}';\n`;
const importingTypes = (imported: string) =>
  `import type { Something } from '${imported}';\nexport type Kept = Something;\n`;

const forbidden = seeded(FORBIDDEN, importing);
const passedOn = seeded(FORBIDDEN, passingOn).map((seed) => ({
  ...seed,
  file: seed.file.replace('seed-', 'passing-on-'),
}));
const allowed = seeded(ALLOWED, importing).map((seed) => ({
  ...seed,
  file: seed.file.replace('seed-', 'allowed-'),
}));
const allowedTypes = seeded(ALLOWED_TYPES, importingTypes).map((seed) => ({
  ...seed,
  file: seed.file.replace('seed-', 'types-'),
}));

const trespasses = (findings: readonly Finding[], file: string) =>
  findings.filter((found) => found.file === file && found.rule.includes('no-restricted-imports'));

/** Lints in as few trees as hold every seed: a file name that comes again opens the next tree. */
async function lintAll(seeds: readonly { file: string; source: string }[]) {
  const trees: Record<string, string>[] = [];
  const treeOf = seeds.map(({ file, source }) => {
    let tree = trees.findIndex((held) => !(file in held));
    if (tree === -1) tree = trees.push({}) - 1;
    Object.assign(trees[tree] ?? {}, { [file]: source });
    return tree;
  });
  const findings: (readonly Finding[])[] = [];
  for (const tree of trees) findings.push(await lintSeeded(tree));
  return seeds.map(({ file }, index) => trespasses(findings[treeOf[index] ?? 0] ?? [], file));
}

describe('Who may import whom', () => {
  const seeds = [...forbidden, ...passedOn, ...allowed, ...allowedTypes];
  const found = new Map<(typeof seeds)[number], readonly Finding[]>();

  beforeAll(async () => {
    const perSeed = await lintAll(seeds);
    for (const [index, seed] of seeds.entries()) found.set(seed, perSeed[index] ?? []);
  });

  it.each(forbidden)('refuses $imported in $zone', (seed) => {
    expect(found.get(seed)).toHaveLength(1);
  });

  it.each(passedOn)('refuses passing $imported on from $zone', (seed) => {
    expect(found.get(seed)).toHaveLength(1);
  });

  it.each(allowed)('allows $imported in $zone', (seed) => {
    expect(found.get(seed)).toEqual([]);
  });

  it.each(allowedTypes)('allows the types of $imported in $zone', (seed) => {
    expect(found.get(seed)).toEqual([]);
  });

  it('tells the reader of a refused import what to do instead', () => {
    for (const seed of forbidden) {
      const message = found.get(seed)?.[0]?.message ?? '';
      expect(message, seed.imported).toMatch(/[a-z]{3,}.*\./);
      expect(message.length, seed.imported).toBeGreaterThan(40);
    }
  });
});

/** One fault for each rule that guards more than a style. */
const FAULTS: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'no-floating-promises': [
    'db/bookings/forgotten.ts',
    `async function save(): Promise<void> {}\nexport function run(): void {\n  save();\n}\n`,
  ],
  'no-misused-promises': [
    'db/bookings/misused.ts',
    `async function isFree(): Promise<boolean> {\n  return true;\n}\nexport function run(): string {\n  return isFree() ? 'free' : 'taken';\n}\n`,
  ],
  'switch-exhaustiveness-check': [
    'db/bookings/missing-case.ts',
    `export function words(status: 'booked' | 'cancelled'): string {\n  switch (status) {\n    case 'booked':\n      return 'Booked';\n  }\n  return '';\n}\n`,
  ],
  'no-explicit-any': [
    'db/bookings/anything.ts',
    `export const kept = (value: any): any => value;\n`,
  ],
  'no-unsafe-return': [
    'db/bookings/unsafe.ts',
    `export const read = (text: string): { name: string } => JSON.parse(text);\n`,
  ],
  'no-non-null-assertion': [
    'db/bookings/certain.ts',
    `export const first = (names: string[]): string => names[0]!;\n`,
  ],
  'consistent-type-imports': [
    'db/bookings/whole.ts',
    `import { Booking } from './thing.ts';\nexport type Kept = Booking;\n`,
  ],
  'no-import-type-side-effects': [
    'db/bookings/half.ts',
    `import { type Booking } from './thing.ts';\nexport type Kept = Booking;\n`,
  ],
  'no-default-export': ['db/bookings/default.ts', `export default 1;\n`],
  'no-cycle': [
    'db/bookings/first.ts',
    `import { second } from '#db/bookings/second';\nexport const first = (): number => second() + 1;\n`,
  ],
  'no-console': ['electron/host/spoken.ts', `console.log('said');\n`],
  'max-lines': ['db/bookings/long.ts', `export const lines = [\n${'  1,\n'.repeat(500)}];\n`],
  'max-params': [
    'db/bookings/many.ts',
    `export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n`,
  ],
  'no-empty': [
    'db/bookings/swallowed.ts',
    `export function run(): void {\n  try {\n    JSON.parse('');\n  } catch {}\n}\n`,
  ],
  'preserve-caught-error': [
    'db/bookings/causeless.ts',
    `export function run(): void {\n  try {\n    JSON.parse('');\n  } catch (error) {\n    throw new Error('Cannot read it.');\n  }\n}\n`,
  ],
  'ban-ts-comment': ['db/bookings/hushed.ts', `// @ts-ignore\nexport const kept: number = 1;\n`],
  'no-restricted-globals': [
    'db/bookings/pounds.ts',
    `export const pounds = (text: string): number => parseFloat(text);\n`,
  ],
  'no-restricted-properties': [
    'db/bookings/pounds-again.ts',
    `export const pounds = (text: string): number => Number.parseFloat(text);\n`,
  ],
  'rules-of-hooks': [
    'renderer/bookings/Sometimes.tsx',
    `import { useState } from 'react';\nexport function Sometimes(props: { isOpen: boolean }) {\n  if (props.isOpen) useState(1);\n  return <p>Open</p>;\n}\n`,
  ],
  'exhaustive-deps': [
    'renderer/bookings/Stale.tsx',
    `import { useEffect } from 'react';\nexport function Stale(props: { title: string }) {\n  const { title } = props;\n  useEffect(() => {\n    document.title = title;\n  }, []);\n  return <p>Title</p>;\n}\n`,
  ],
  'alt-text': [
    'renderer/bookings/Picture.tsx',
    `export function Picture() {\n  return <img src="/hall.png" />;\n}\n`,
  ],
  'click-events-have-key-events': [
    'renderer/bookings/MouseOnly.tsx',
    `export function MouseOnly(props: { onOpen: () => void }) {\n  return <div onClick={props.onOpen}>Open</div>;\n}\n`,
  ],
  'no-focused-tests': [
    'tests/bookings/focused.test.ts',
    `import { expect, it } from 'vitest';\nit.only('books', () => {\n  expect(1).toBe(1);\n});\n`,
  ],
  'no-disabled-tests': [
    'tests/bookings/skipped.test.ts',
    `import { expect, it } from 'vitest';\nit.skip('books', () => {\n  expect(1).toBe(1);\n});\n`,
  ],
};

describe('What the linter finds', () => {
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    findings = await lintSeeded({
      ...Object.fromEntries(Object.values(FAULTS)),
      'db/bookings/thing.ts': `export type Booking = { readonly id: string };\n`,
      'db/bookings/second.ts': `import { first } from './first.ts';\nexport const second = (): number => first() + 1;\n`,
      'renderer/app/transport.ts': `export const send = (): Promise<Response> => fetch('/api');\n`,
      'renderer/bookings/own-way.ts': `export const send = (): Promise<Response> => fetch('/api');\n`,
      'electron/start.ts': `console.log('TRC Desk is at http://127.0.0.1:4170');\n`,
    });
  });

  it.each(Object.entries(FAULTS))('finds a seeded fault of the kind %s', (rule, [file]) => {
    const rules = findings.filter((found) => found.file === file).map((found) => found.rule);
    expect(rules).toContainEqual(expect.stringContaining(`(${rule})`));
  });

  it('finds a screen that calls the host past the transport', () => {
    const files = findings.filter((found) => found.message.includes('transport.ts'));
    expect(files.map((found) => found.file)).toEqual(['renderer/bookings/own-way.ts']);
  });

  it('lets the transport call and the start-up speak', () => {
    const excepted = ['renderer/app/transport.ts', 'electron/start.ts'];
    expect(findings.filter((found) => excepted.includes(found.file))).toEqual([]);
  });
});
