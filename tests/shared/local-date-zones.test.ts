import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * Runs in a fresh Node, because the zone and the language of a computer are read when a program
 * starts. Prints the environment first, so that the test also shows that it took hold.
 */
const PROGRAM = `
  import { toInstant } from '#db/shared/instant';
  import * as days from '#db/shared/local-date';
  import { formatPence, parsePounds } from '#db/shared/money';
  import { formatDateTime } from '#db/shared/plain-words';
  import { foldForSearch } from '#db/shared/fold';
  import { parseReference } from '#db/shared/reference';
  import { parseTypedDate } from '#db/shared/typed-date';
  import { parseTypedTime } from '#db/shared/typed-time';

  const instants = ['2026-12-31T23:59:59.999Z', '2027-03-28T00:59:00.000Z', '2027-03-28T01:00:00.000Z',
    '2027-07-01T23:30:00.000Z', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z', '2028-02-29T12:00:00.000Z'];
  const results = {
    local: instants.map((text) => days.localDateTimeOf(text)),
    words: instants.map((text) => formatDateTime(days.localDateTimeOf(text))),
    instants: ['2027-03-28T01:30', '2027-10-31T01:30', '2027-07-01T19:00', '2027-12-31T19:00'].map(days.instantOf),
    epoch: toInstant(0),
    leap: days.addDays('2028-02-28', 1),
    year: days.financialYearOf('2027-03-31'),
    weekday: days.weekdayOf('2027-03-28'),
    typed: [parseTypedDate('FRIDAY', '2026-11-18'), parseTypedDate('24 APRIL', '2026-11-18'), parseTypedTime('MIDDAY'), parseTypedTime('9 AM')],
    folded: foldForSearch('I İ ı i O’NEILL Yılmaz'),
    reference: parseReference('ilm 2027 41'),
    money: [formatPence(123450), parsePounds('£1,234.50'), parsePounds('1.234,50')],
  };
  const offset = new Date(2027, 6, 1).getTimezoneOffset();
  const locale = new Intl.NumberFormat().resolvedOptions().locale;
  console.log(JSON.stringify({ environment: { offset, locale }, results }));
`;

function runIn(zone: string, language: string): { environment: unknown; results: unknown } {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return JSON.parse(output) as { environment: unknown; results: unknown };
}

const EXPECTED = {
  local: [
    '2026-12-31T23:59',
    '2027-03-28T00:59',
    '2027-03-28T02:00',
    '2027-07-02T00:30',
    '2027-10-31T01:30',
    '2027-10-31T01:30',
    '2028-02-29T12:00',
  ],
  words: [
    'Thursday 31 December 2026, 11:59pm',
    'Sunday 28 March 2027, 12:59am',
    'Sunday 28 March 2027, 2am',
    'Friday 2 July 2027, 12:30am',
    'Sunday 31 October 2027, 1:30am',
    'Sunday 31 October 2027, 1:30am',
    'Tuesday 29 February 2028, noon',
  ],
  instants: [
    '2027-03-28T01:30:00.000Z',
    '2027-10-31T00:30:00.000Z',
    '2027-07-01T18:00:00.000Z',
    '2027-12-31T19:00:00.000Z',
  ],
  epoch: '1970-01-01T00:00:00.000Z',
  leap: '2028-02-29',
  year: '2026/27',
  weekday: 7,
  typed: ['2026-11-20', '2027-04-24', '12:00', '09:00'],
  folded: 'i i i i oneill yilmaz',
  reference: 'ILM-2027-0041',
  money: ['£1,234.50', 123_450, null],
};

test.each([
  ['UTC', 'C', 0, 'en-US'],
  ['Europe/London', 'en_GB.UTF-8', -60, 'en-GB'],
  ['America/New_York', 'de_DE.UTF-8', 240, 'de-DE'],
  ['Asia/Kolkata', 'en_GB.UTF-8', -330, 'en-GB'],
  ['Pacific/Auckland', 'en_GB.UTF-8', -720, 'en-GB'],
  ['Europe/London', 'tr_TR.UTF-8', -60, 'tr-TR'],
])(
  'a computer set to %s and %s gives the same dates, times and words',
  (zone, language, offset, locale) => {
    const { environment, results } = runIn(zone, language);
    expect(environment).toEqual({ offset, locale });
    expect(results).toEqual(EXPECTED);
  },
);
