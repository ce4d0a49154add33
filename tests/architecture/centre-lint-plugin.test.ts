import { beforeAll, describe, expect, it } from 'vitest';
import { type Finding, lintSeeded } from './seeded-tree.ts';

/** Each line is a fault, the rule that must name it, and a word of the advice the reader gets. */
const FAULTS: readonly (readonly [fault: string, rule: string, advice: string])[] = [
  ['new Date()', 'one-clock', 'ctx.now()'],
  ['new Date(0)', 'one-clock', 'ctx.now()'],
  ['new globalThis.Date()', 'one-clock', 'ctx.now()'],
  ['Date()', 'one-clock', 'ctx.now()'],
  ['Date.now()', 'one-clock', 'ctx.now()'],
  ["Date['now']()", 'one-clock', 'ctx.now()'],
  ["Date.parse('2027-01-04')", 'one-clock', '#db/shared/instant'],
  ['performance.now()', 'one-clock', 'ctx.now()'],
  ['globalThis.performance.now()', 'one-clock', 'ctx.now()'],
  ['Temporal.Now.plainDateISO()', 'one-clock', 'today(ctx)'],
  ['(1.005).toFixed(2)', 'money-is-pence', 'formatPence'],
  ["pence?.['toFixed'](2)", 'money-is-pence', 'formatPence'],
  [
    "shell.openExternal('https://example.org')",
    'outside-links',
    'electron/desktop/outside-links.ts',
  ],
  [
    '(({ openExternal }) => openExternal)(shell)',
    'outside-links',
    'electron/desktop/outside-links.ts',
  ],
  ["element.innerHTML = '<b>Hall</b>'", 'no-raw-markup', 'as a child'],
  ["({ dangerouslySetInnerHTML: { __html: '' } })", 'no-raw-markup', 'as a child'],
  ['dataSource.transaction(work)', 'one-unit-of-work', 'ctx.tx'],
  ['ctx.tx.transaction(work)', 'one-unit-of-work', 'ctx.tx'],
  ['dataSource?.createQueryRunner()', 'one-unit-of-work', 'ctx.tx'],
  ['new DataSource({})', 'one-unit-of-work', 'ctx.tx'],
  ['dataSource.getRepository(bookingTable)', 'one-unit-of-work', 'ctx.tx'],
  ['dataSource.manager.getRepository(bookingTable)', 'one-unit-of-work', 'ctx.tx'],
];

/** Things that look alike and are right. */
const FINE = [
  'ctx.now()',
  'booking.date',
  'booking.Date.day',
  'dates.now()',
  'isDate(value)',
  'performance.mark("drawn")',
  'ctx.tx.getRepository(bookingTable)',
  'tx.getRepository(bookingTable)',
  'transaction',
  'links.open("guide")',
  '({ title: "Hall" })',
];

const NAMES =
  'Temporal, pence, shell, element, dataSource, work, ctx, DataSource, bookingTable, booking, dates, isDate, value, tx, transaction, links'
    .split(', ')
    .map((name) => `declare const ${name}: never;\n`)
    .join('');
const file = (line: string) => `${NAMES}export const kept: unknown = ${line};\n`;
const pathOf = (kind: string, index: number) => `db/bookings/${kind}-${index}.ts`;

/** A file where the rule is lifted, and the line that is at home there. */
const EXCEPTED: readonly (readonly [path: string, line: string])[] = [
  ['db/shared/instant.ts', 'new Date(0)'],
  ['db/shared/local-date.ts', 'Temporal.Now.instant()'],
  ['electron/host/clock.ts', 'Date.now()'],
  ['tests/bench/run.ts', 'performance.now()'],
  ['db/shared/money.ts', '(1).toFixed(2)'],
  ['electron/desktop/outside-links.ts', 'shell.openExternal(value)'],
  ['db/unit-of-work.ts', 'dataSource.transaction(work)'],
  ['db/data-source.ts', 'new DataSource({})'],
  ['db/open-core.ts', 'dataSource.createQueryRunner()'],
];

describe('The house lint rules', () => {
  let findings: readonly Finding[] = [];
  const ours = (path: string) =>
    findings.filter((found) => found.file === path && found.rule.startsWith('centre('));

  beforeAll(async () => {
    findings = await lintSeeded({
      ...Object.fromEntries(FAULTS.map(([line], i) => [pathOf('fault', i), file(line)])),
      ...Object.fromEntries(FINE.map((line, i) => [pathOf('fine', i), file(line)])),
      ...Object.fromEntries(EXCEPTED.map(([path, line]) => [path, file(line)])),
      'renderer/bookings/Raw.tsx':
        'export function Raw(props: { html: string }) {\n  return <p dangerouslySetInnerHTML={{ __html: props.html }} />;\n}\n',
      'renderer/bookings/Frame.tsx':
        'export function Frame(props: { html: string }) {\n  return <iframe title="Slip" srcDoc={props.html} />;\n}\n',
    });
  });

  it.each(FAULTS.map(([fault, rule, advice], index) => ({ fault, rule, advice, index })))(
    'refuses $fault and says what to use instead',
    ({ rule, advice, index }) => {
      const found = ours(pathOf('fault', index));
      expect(found.map((one) => one.rule)).toContain(`centre(${rule})`);
      expect(found[0]?.message).toContain(advice);
    },
  );

  it.each(FINE.map((line, index) => ({ line, index })))('allows $line', ({ index }) => {
    expect(ours(pathOf('fine', index))).toEqual([]);
  });

  it.each(EXCEPTED)('leaves %s alone, where %s is at home', (path) => {
    expect(ours(path)).toEqual([]);
  });

  it.each(['renderer/bookings/Raw.tsx', 'renderer/bookings/Frame.tsx'])(
    'refuses text turned into markup in %s',
    (path) => {
      expect(ours(path).map((found) => found.rule)).toContain('centre(no-raw-markup)');
    },
  );
});
