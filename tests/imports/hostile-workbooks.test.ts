import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#db/imports/workbook-in';
import { newWorkbookThreads } from '../../electron/host/workbook-threads.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { type HandEntry, workbookParts, zipByHand } from '../support/zip-by-hand.ts';

const cell = (at: string, words: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const ROWS = `<row r="1">${cell('A1', 'Name')}</row><row r="2">${cell('A2', 'Ada Cole')}</row>`;
const book = (rows = ROWS, before = ''): Buffer => zipByHand(workbookParts(rows, before));
const withPart = (part: HandEntry): Buffer => zipByHand([...workbookParts(ROWS), part]);
const megabytes = (n: number): Buffer => Buffer.alloc(n * 1_000_000, ' ');

/** Reads the workbooks given on standard input, and says which sheets they have. */
const READ_THEM = `
  import { readFileSync } from 'node:fs';
  import { readWorkbook } from '${new URL('../../db/imports/workbook-in.ts', import.meta.url).href}';
  const names = [];
  for (const book of JSON.parse(readFileSync(0, 'utf8'))) {
    const { sheets } = await readWorkbook(Buffer.from(book, 'base64'));
    names.push(...sheets.map((sheet) => sheet.name));
  }
  process.stdout.write('read ' + names.join(', '));
`;

describe('A workbook made by hand', () => {
  it('is read where it is one', async () => {
    expect(await readWorkbook(book())).toEqual({
      sheets: [{ name: 'People', rows: [['Name'], ['Ada Cole']] }],
    });
  });

  it.each([
    ['text under the name of a workbook', Buffer.from('Name,Phone\nAda,1'), 'not-a-workbook'],
    ['nothing', Buffer.alloc(0), 'not-a-workbook'],
    [
      'an archive of something else',
      zipByHand([{ name: 'a.txt', content: 'a' }]),
      'not-a-workbook',
    ],
    [
      'a workbook of the old kind',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), megabytes(1)]),
      'old-workbook',
    ],
    [
      'one that a password locks',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'locked',
    ],
    [
      'an archive whose parts are locked',
      withPart({ name: 'xl/a.xml', content: 'a', flags: 1 }),
      'locked',
    ],
    ['the first half of one', book().subarray(0, 600), 'damaged'],
    ['more entries than it has', zipByHand(workbookParts(ROWS), 9), 'damaged'],
    ['thousands of entries', zipByHand(workbookParts(ROWS), 2001), 'too-large'],
    [
      'a part twice, of which readers take one or the other',
      zipByHand([...workbookParts(ROWS), ...workbookParts(ROWS).slice(-1)]),
      'damaged',
    ],
    [
      'a packing that nobody uses',
      withPart({ name: 'xl/a.xml', content: 'a', method: 12 }),
      'damaged',
    ],
    [
      'a part that runs beyond the end',
      withPart({ name: 'xl/a.xml', content: 'a', claimsPacked: 4_000_000_000 }),
      'damaged',
    ],
    [
      'a sheet whose marks do not close',
      book('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
      'damaged',
    ],
    [
      'entities that fetch a file',
      book(ROWS, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
      'damaged',
    ],
    [
      'entities that multiply',
      book(ROWS, '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
      'damaged',
    ],
  ])('is refused when it is %s', async (_, bytes, fault) => {
    expect(await readWorkbook(bytes)).toEqual({ fault });
  });

  it('that unpacks to more than anybody keeps is refused, whatever it says of its size', async () => {
    const bomb = zipByHand([
      ...workbookParts(ROWS),
      ...['a', 'b', 'c'].map((name) => ({
        name: `xl/${name}.xml`,
        content: megabytes(80),
        claims: 10,
      })),
    ]);
    expect(bomb.length).toBeLessThan(400_000);
    expect(await readWorkbook(bomb)).toEqual({ fault: 'too-large' });
  });

  it('may hold what is no sheet, however large, because that stays packed', async () => {
    const picture = withPart({ name: 'xl/media/a.png', content: megabytes(250), claims: 1 });
    expect(await readWorkbook(picture)).toMatchObject({ sheets: [{ name: 'People' }] });
  });

  it('gives formulas as the values they had, errors as they look, and reckons with nothing', async () => {
    const formula = (at: string, formulaText: string, value: string, type = ''): string =>
      `<c r="${at}"${type}><f>${formulaText}</f><v>${value}</v></c>`;
    const rows = `<row r="1">${formula('A1', 'WEBSERVICE(&quot;http://example.org&quot;)', 'Ada', ' t="str"')}${formula('B1', '1+1', '2')}${formula('C1', '1/0', '#DIV/0!', ' t="e"')}</row>`;
    expect(await readWorkbook(book(rows))).toEqual({
      sheets: [{ name: 'People', rows: [['Ada', '2', '#DIV/0!']] }],
    });
  });

  it('writes nothing anywhere, with names that climb out of their folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trc-workbooks-'));
    mkdirSync(join(folder, 'inner'));
    const books = ['../../evil.xml', '/evil.xml'].map((name) =>
      withPart({ name, content: '<a/>' }).toString('base64'),
    );
    // In a process of its own, because a folder to stand in is the whole process's affair.
    const read = spawnSync(process.execPath, ['--input-type=module', '-e', READ_THEM], {
      cwd: join(folder, 'inner'),
      input: JSON.stringify(books),
      encoding: 'utf8',
    });
    expect(read.stdout, read.stderr).toBe('read People, People');
    expect(readdirSync(folder, { recursive: true })).toEqual(['inner']);
    rmSync(folder, { recursive: true });
  });

  it('takes a long number for its digits, a day for a day and a time for a time', async () => {
    const number = (at: string, value: string): string => `<c r="${at}"><v>${value}</v></c>`;
    const rows = `<row r="1">${number('A1', '7700900123')}${number('B1', '4.4770090012E11')}${number('C1', '1.5')}<c r="D1" t="b"><v>1</v></c><c r="E1" t="d"><v>2027-01-04T10:29:59.999Z</v></c></row>`;
    expect(await readWorkbook(book(rows))).toEqual({
      sheets: [
        {
          name: 'People',
          rows: [['7700900123', '447700900120', '1.5', 'yes', '04/01/2027 10:30']],
        },
      ],
    });
  });
});

describe('The thread that reads a workbook', () => {
  const threads = newWorkbookThreads({ megabytes: 64, milliseconds: 4000 });
  afterAll(() => threads.close());

  it.each([
    [
      'claims a cell in its last column and row',
      `<row r="1048576">${cell('XFD1048576', 'far')}</row>`,
    ],
    ['claims a row beyond every number', `<row r="900000000">${cell('A900000000', 'far')}</row>`],
  ])('ends with a sheet that %s, and the program goes on', async (_, rows) => {
    expect(await threads.readWorkbook(book(rows))).toEqual({ fault: 'too-large' });
    expect(await threads.readWorkbook(book())).toMatchObject({ sheets: [{ name: 'People' }] });
  });
});

describe('A workbook to import', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
  });
  afterAll(() => core.close());

  it.each([
    ['import.not-a-workbook', Buffer.from('Name\nAda')],
    ['import.old-workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['import.locked-workbook', withPart({ name: 'xl/a.xml', content: 'a', flags: 1 })],
    ['import.workbook-too-large', zipByHand(workbookParts(ROWS), 2001)],
    ['import.workbook-damaged', book().subarray(0, 600)],
  ])('is refused with the sentence of %s', async (code, bytes) => {
    const refusal = await core.as('manager').refusal('imports.checkFile', {
      kind: 'people',
      fileName: 'people.xlsx',
      form: 'workbook',
      text: bytes.toString('base64'),
    });
    expect(refusal).toMatchObject({ code });
    expect(refusal.message).toMatch(/save|Save|Copy/);
    expect(await core.as('manager').call('imports.runs', {})).toEqual([]);
  });
});
