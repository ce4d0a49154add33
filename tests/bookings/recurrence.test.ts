import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandDates, MAX_SERIES_DATES } from '#db/bookings/series/recurrence';
import type { Recurrence } from '#db/bookings/series/recurrence.rules';
import { Repeat } from '#db/bookings/series/series.contract';
import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  type LocalDate,
  startOfWeek,
  weekdayOf,
} from '#db/shared/local-date';

const day = (text: string): LocalDate => text as LocalDate;
const until = (date: string) => ({ kind: 'until', date: day(date) }) as const;
const count = (n: number) => ({ kind: 'count', count: n }) as const;

const dates = (date: string, repeat: object, end: Recurrence['end']): readonly string[] =>
  expandDates({ date: day(date), repeat: Repeat.parse(repeat), end });

describe('The dates of a series', () => {
  it('give every third Thursday of 2027', () => {
    const third = { kind: 'monthly-by-weekday', which: 3, weekday: 4 };
    expect(dates('2027-01-01', third, until('2027-12-31'))).toEqual([
      '2027-01-21',
      '2027-02-18',
      '2027-03-18',
      '2027-04-15',
      '2027-05-20',
      '2027-06-17',
      '2027-07-15',
      '2027-08-19',
      '2027-09-16',
      '2027-10-21',
      '2027-11-18',
      '2027-12-16',
    ]);
  });

  it('give every last Friday, whether the month has four or five', () => {
    const last = { kind: 'monthly-by-weekday', which: -1, weekday: 5 };
    expect(dates('2027-01-01', last, count(5))).toEqual([
      '2027-01-29',
      '2027-02-26',
      '2027-03-26',
      '2027-04-30',
      '2027-05-28',
    ]);
  });

  it('leave out months without a 31st, which take up no count', () => {
    expect(dates('2027-01-31', { kind: 'monthly-by-date', day: 31 }, count(4))).toEqual([
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
      '2027-07-31',
    ]);
  });

  it('fall on 29 February in leap years only', () => {
    expect(dates('2028-02-29', { kind: 'yearly' }, until('2037-12-31'))).toEqual([
      '2028-02-29',
      '2032-02-29',
      '2036-02-29',
    ]);
  });

  it('keep every second week from the week they begin in, Monday first', () => {
    // Wednesday is the first day; the Monday of that week is before it, its Sunday is not.
    const fortnightly = { kind: 'weekly', every: 2, weekdays: [1, 7] };
    expect(dates('2027-03-03', fortnightly, count(4))).toEqual([
      '2027-03-07',
      '2027-03-15',
      '2027-03-21',
      '2027-03-29',
    ]);
  });

  it('begin on the first day that fits, not on the day that was typed', () => {
    expect(dates('2027-01-04', { kind: 'weekly', weekdays: [2] }, count(2))).toEqual([
      '2027-01-05',
      '2027-01-12',
    ]);
  });

  it('are those chosen by hand, in order and each once', () => {
    const picked = { kind: 'picked', dates: ['2027-06-02', '2027-03-08', '2027-06-02'] };
    expect(dates('2027-01-01', picked, count(1))).toEqual(['2027-03-08', '2027-06-02']);
  });

  it(`are ${MAX_SERIES_DATES} at most`, () => {
    expect(dates('2028-01-01', { kind: 'daily' }, until('2028-12-31'))).toHaveLength(366);
    expect(() => dates('2027-01-01', { kind: 'daily' }, until('2028-01-02'))).toThrow(
      'That is more than 366 dates. Choose an earlier end, or make a second series for the rest.',
    );
  });

  it('are refused when there is none', () => {
    expect(() =>
      dates('2027-04-01', { kind: 'monthly-by-date', day: 31 }, until('2027-04-30')),
    ).toThrow('“The 31st of every month” gives no date from 1 April 2027 to the end you gave.');
    // April never has a 31st, and a count is no end by itself.
    expect(() =>
      dates('2027-04-01', { kind: 'monthly-by-date', day: 31, every: 12 }, count(2)),
    ).toThrow('gives no date');
  });

  it('end where the diary ends', () => {
    expect(() => dates('2028-02-29', { kind: 'yearly', every: 52 }, count(5))).toThrow(
      'The last date would lie after 2199. Choose fewer dates, or an earlier end.',
    );
  });
});

/** Whether a day fits the rule, told by walking the calendar and nothing else. */
function fits(date: LocalDate, start: LocalDate, repeat: Repeat): boolean {
  const months =
    (Number(date.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
    Number(date.slice(5, 7)) -
    Number(start.slice(5, 7));
  switch (repeat.kind) {
    case 'daily':
      return daysBetween(start, date) % repeat.every === 0;
    case 'weekly':
      return (
        repeat.weekdays.includes(weekdayOf(date)) &&
        (daysBetween(startOfWeek(start), startOfWeek(date)) / 7) % repeat.every === 0
      );
    case 'monthly-by-date':
      return months % repeat.every === 0 && Number(date.slice(8)) === repeat.day;
    case 'monthly-by-weekday': {
      const nth =
        repeat.which === -1
          ? daysBetween(date, lastDayOfMonth(date)) < 7
          : Math.ceil(Number(date.slice(8)) / 7) === repeat.which;
      return months % repeat.every === 0 && weekdayOf(date) === repeat.weekday && nth;
    }
    case 'yearly':
      return months % (12 * repeat.every) === 0 && date.slice(5) === start.slice(5);
    case 'picked':
      return repeat.dates.includes(date);
  }
}

describe('The dates of any series', () => {
  const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
  const every = fc.integer({ min: 1, max: 6 });
  const anyRepeat = fc.oneof(
    fc.record({ kind: fc.constant('daily'), every }),
    fc.record({
      kind: fc.constant('weekly'),
      every,
      weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
    }),
    fc.record({
      kind: fc.constant('monthly-by-date'),
      every,
      day: fc.integer({ min: 1, max: 31 }),
    }),
    fc.record({
      kind: fc.constant('monthly-by-weekday'),
      every,
      which: fc.constantFrom(1, 2, 3, 4, -1),
      weekday,
    }),
    fc.record({ kind: fc.constant('yearly'), every }),
  );

  it('are those found by walking the calendar day by day', () => {
    fc.assert(
      fc.property(
        anyRepeat,
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 360 }),
        (repeat, offset, length) => {
          const start = addDays(day('2026-11-22'), offset);
          const last = addDays(start, length);
          const parsed = Repeat.parse(repeat);
          const walked: LocalDate[] = [];
          for (let date = start; date <= last; date = addDays(date, 1))
            if (fits(date, start, parsed)) walked.push(date);
          if (walked.length === 0)
            expect(() => dates(start, repeat, until(last))).toThrow('gives no date');
          else {
            expect(dates(start, repeat, until(last))).toEqual(walked);
            expect(dates(start, repeat, count(walked.length))).toEqual(walked);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Runs in a fresh Node, because the zone of a computer is read when a program starts. */
const PROGRAM = `
  import { expandDates } from '#db/bookings/series/recurrence';
  import { isClockChange } from '#db/bookings/series/recurrence.rules';
  const of = (date, repeat, end) => expandDates({ date, repeat, end });
  const until = (date) => ({ kind: 'until', date });
  const weekly = of('2027-03-01', { kind: 'weekly', every: 1, weekdays: [1, 7] }, until('2027-11-30'));
  console.log(JSON.stringify({
    offset: new Date(2027, 6, 1).getTimezoneOffset(),
    weekly,
    clocks: weekly.filter(isClockChange),
    daily: of('2027-10-30', { kind: 'daily', every: 1 }, { kind: 'count', count: 3 }),
    monthly: of('2027-01-01', { kind: 'monthly-by-weekday', every: 1, which: -1, weekday: 7 }, until('2027-12-31')),
    yearly: of('2028-02-29', { kind: 'yearly', every: 1 }, { kind: 'count', count: 2 }),
  }));
`;

function runIn(zone: string): Record<string, unknown> {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return JSON.parse(output) as Record<string, unknown>;
}

describe('On a computer set to another zone', () => {
  it.each([
    ['UTC', 0],
    ['Europe/London', -60],
    ['Pacific/Auckland', -720],
    ['Asia/Kolkata', -330],
  ])('%s the dates of a series are the same', (zone, offset) => {
    const said = runIn(zone);
    expect(said.offset).toBe(offset);
    expect(said.weekly).toHaveLength(79);
    expect(said.clocks).toEqual(['2027-03-28', '2027-10-31']);
    expect(said.daily).toEqual(['2027-10-30', '2027-10-31', '2027-11-01']);
    expect((said.monthly as readonly string[]).slice(0, 3)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-28',
    ]);
    expect(said.yearly).toEqual(['2028-02-29', '2032-02-29']);
  });
});
