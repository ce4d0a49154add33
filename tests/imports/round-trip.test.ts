import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '#db/imports/workbook-in';
import { CONSENT_HOW_WORDS } from '#db/people/consents.contract';
import { PersonKind } from '#db/people/people.contract';
import { Channel, FormatNeed } from '#db/people/person-record.contract';
import { formatCsv } from '#db/shared/csv';
import { addDays, compareText, type LocalDate } from '#db/shared/local-date';
import { newChance } from '../support/builders/chance.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import type { Desk } from '../support/program-for-tests.ts';

/* The whole way out, by `people-table.rules` and `export-people.service`, and in again. */
let cores: TestCore[] = [];
const open = async (): Promise<TestCore> => {
  const core = await openTestCore();
  cores.push(core);
  return core;
};
beforeEach(() => {
  cores = [];
});
afterEach(async () => {
  for (const core of cores) await core.close();
});

const manager = (core: TestCore): Desk => core.as('manager');

const day = fc.integer({ min: 0, max: 8000 }).map((n) =>
  addDays('2005-01-01' as LocalDate, n)
    .split('-')
    .toReversed()
    .join('/'),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: '', freq: 2 });
const words = fc.constantFrom(
  'Ada',
  'O’Neill',
  'Żółty',
  'Müller-Böhm',
  '李',
  'D’Arcy',
  'Siân',
  '=Cole',
  '+Ode',
  '-Dunn',
  '@Eze',
  "'Abdul",
);
const yes = fc.constantFrom('', 'yes');

/** A row of the table of people as our own register writes it, by heading. */
const row = fc.record({
  Name: fc.tuple(words, words, fc.integer({ min: 1, max: 99_999 })).map((parts) => parts.join(' ')),
  Tenure: fc.constantFrom(...PersonKind.options),
  Phone: maybe(fc.constantFrom('023 8083 4000', '+44 7700 900123', '07700900123')),
  'Number for texts': maybe(fc.constantFrom('07700 900456', '=07700')),
  'E-mail': maybe(fc.constantFrom('a@example.org', '-b@example.org')),
  Address: maybe(fc.constantFrom('1 Elm Street\nSouthampton', 'Flat 2, Elm House', '=1+1')),
  Postcode: maybe(fc.constantFrom('SO14 7LY', 'D01 F5P2')),
  Area: maybe(fc.constantFrom('Elm Estate', 'Birch')),
  'Ways to hear': fc
    .uniqueArray(fc.constantFrom(...Channel.options), { maxLength: 3 })
    .map((some) => some.join('; ')),
  'Access needs': maybe(fc.constantFrom('Ramp, please', '-none-', 'Hearing loop\nlow light')),
  Format: fc.constantFrom(...FormatNeed.options),
  Language: maybe(fc.constantFrom('Somali', 'Polski')),
  Interpreter: yes,
  Transport: yes,
  'Joined on': maybe(day),
  Interests: maybe(
    fc.constantFrom(
      'Repairs',
      'Repairs (Meetings, By phone); Youth facilities',
      'Parks, play and paths;',
    ),
  ),
  'Hours a month': maybe(fc.integer({ min: 0, max: 200 }).map(String)),
  'No meetings': yes,
  'Heard of us by': maybe(fc.constantFrom('A leaflet', '@the door')),
  'Last contacted': maybe(day),
  'Last confirmed': maybe(day),
  'Agrees to be named': maybe(
    fc
      .tuple(day, fc.constantFrom(...Object.values(CONSENT_HOW_WORDS)))
      .map((parts) => parts.join(', ')),
  ),
  'Agrees to photographs': maybe(day.map((on) => `${on}, ${CONSENT_HOW_WORDS.form}`)),
});

/** Columns whose cells come back letter by letter; the name first, because no two are alike. */
const WRITTEN_ALIKE = [
  'Name',
  'Phone',
  'Number for texts',
  'E-mail',
  'Address',
  'Postcode',
  'Area',
  'Access needs',
  'Language',
  'Joined on',
  'Hours a month',
  'No meetings',
  'Heard of us by',
  'Last contacted',
  'Last confirmed',
  'Agrees to be named',
  'Agrees to photographs',
];
const byName = (a: readonly unknown[], b: readonly unknown[]): number =>
  compareText(String(a[0]), String(b[0]));

async function bringIn(core: TestCore, text: string, part: object = {}): Promise<void> {
  const file = { kind: 'people', fileName: 'people', text, makesAreas: true, ...part } as const;
  const plan = await manager(core).call('imports.checkFile', file);
  expect(plan.rows.filter(({ outcome }) => outcome === 'problem')).toEqual([]);
  const doubles = plan.rows.filter(({ outcome }) => outcome === 'double').map(({ line }) => line);
  await manager(core).call('imports.startImport', { ...file, planId: plan.planId, doubles });
}

async function exported(core: TestCore, as: 'csv' | 'xlsx'): Promise<string> {
  return (await manager(core).call('people.exportEverybody', { as })).text;
}

async function rowsOf(workbook: string): Promise<readonly (readonly string[])[]> {
  const read = await readWorkbook(Buffer.from(workbook, 'base64'));
  if (!('sheets' in read)) expect.fail('The export is a workbook');
  return read.sheets[0]?.rows ?? [];
}

describe('The register of people, saved and brought in again', () => {
  it('is the same, 200 made-up people as a workbook and as a plain table, whatever the order of columns', async () => {
    const seed = newChance('round trip').below(1_000_000);
    const people = fc.sample(row, { numRuns: 200, seed });
    const headings = Object.keys(people[0] ?? {});
    const shuffled = fc.sample(fc.shuffledSubarray(headings, { minLength: headings.length }), {
      numRuns: 1,
      seed,
    })[0];
    if (shuffled === undefined) expect.fail('There are headings');
    const first = await open();
    const table = [
      shuffled,
      ...people.map((one) => shuffled.map((name) => Reflect.get(one, name) as string)),
    ];
    await bringIn(first, formatCsv(table));
    const book = await exported(first, 'xlsx');
    const rows = await rowsOf(book);
    expect(rows).toHaveLength(201);
    const [names = [], ...lines] = rows;
    const said = (line: readonly string[]) =>
      WRITTEN_ALIKE.map((name) => line[names.indexOf(name)]);
    expect(lines.map(said).toSorted(byName)).toEqual(
      people
        .map((one) => WRITTEN_ALIKE.map((name) => String(Reflect.get(one, name))))
        .toSorted(byName),
    );

    const second = await open();
    await bringIn(second, book, { form: 'workbook' });
    expect(await rowsOf(await exported(second, 'xlsx'))).toEqual(rows);

    const third = await open();
    await bringIn(third, await exported(first, 'csv'));
    expect(await exported(third, 'csv')).toBe(await exported(first, 'csv'));
    expect(await rowsOf(await exported(third, 'xlsx'))).toEqual(rows);
  });

  it('leaves a line in the record of what happened, each time', async () => {
    const core = await open();
    await exported(core, 'csv');
    await core.as('desk').call('people.exportMembers', { as: 'xlsx' });
    const lines = (await manager(core).call('audit.recent', {})).filter(
      ({ action }) => action === 'export.made',
    );
    expect(lines.map(({ objectId }) => objectId).toSorted()).toEqual(['people', 'sounding-board']);
  });
});
