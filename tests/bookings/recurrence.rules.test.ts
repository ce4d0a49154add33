import { describe, expect, it } from 'vitest';
import type { Recurrence } from '#db/bookings/series/recurrence.rules';
import {
  formatRepeat,
  formatSeries,
  isClockChange,
  leftOutWords,
  ruleTextOf,
} from '#db/bookings/series/recurrence.rules';
import { addDays, type LocalDate, type LocalTime } from '#db/shared/local-date';
import { Repeat } from '#db/bookings/series/series.contract';

const day = (text: string): LocalDate => text as LocalDate;
const until = (date: string) => ({ kind: 'until', date: day(date) }) as const;

/** As it comes from the form: what is not said is filled in by the contract. */
const repeats = (repeat: object): Repeat => Repeat.parse(repeat);

const recurrence = (date: string, repeat: object, end: Recurrence['end']): Recurrence => ({
  date: day(date),
  repeat: repeats(repeat),
  end,
});

describe('The stored rule of a series', () => {
  it.each([
    [
      recurrence('2027-03-01', { kind: 'weekly', weekdays: [1] }, until('2027-05-31')),
      'RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=MO;UNTIL=20270531',
    ],
    [
      recurrence('2027-03-01', { kind: 'weekly', every: 2, weekdays: [4, 2] }, until('2027-05-31')),
      'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;WKST=MO;INTERVAL=2;UNTIL=20270531',
    ],
    [
      recurrence('2027-03-01', { kind: 'daily' }, { kind: 'count', count: 9 }),
      'RRULE:FREQ=DAILY;COUNT=9',
    ],
    [
      recurrence('2027-03-01', { kind: 'monthly-by-date', day: 31 }, until('2027-05-31')),
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270531',
    ],
    [
      recurrence(
        '2027-03-01',
        { kind: 'monthly-by-weekday', which: -1, weekday: 5 },
        until('2027-05-31'),
      ),
      'RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270531',
    ],
    [
      recurrence('2027-03-01', { kind: 'yearly' }, until('2030-05-31')),
      'RRULE:FREQ=YEARLY;UNTIL=20300531',
    ],
  ])('is that of RFC 5545, %#', (asked, rule) => {
    expect(ruleTextOf(asked)).toBe(`DTSTART;VALUE=DATE:20270301\n${rule}`);
  });

  it('lists hand-picked dates in order, each once', () => {
    const picked = { kind: 'picked', dates: ['2027-06-02', '2027-03-08', '2027-06-02'] };
    expect(ruleTextOf(recurrence('2027-03-01', picked, until('2027-12-31')))).toBe(
      'DTSTART;VALUE=DATE:20270308\nRDATE;VALUE=DATE:20270308,20270602',
    );
  });
});

describe('A series in words', () => {
  it.each([
    [{ kind: 'daily' }, 'Every day'],
    [{ kind: 'daily', every: 3 }, 'Every 3 days'],
    [{ kind: 'weekly', weekdays: [1] }, 'Every Monday'],
    [{ kind: 'weekly', weekdays: [4, 2] }, 'Every Tuesday and Thursday'],
    [{ kind: 'weekly', weekdays: [5, 1, 3, 2, 4] }, 'Every Monday to Friday'],
    [
      { kind: 'weekly', every: 2, weekdays: [1, 3, 5] },
      'Every 2 weeks on Monday, Wednesday and Friday',
    ],
    [{ kind: 'monthly-by-date', day: 22 }, 'The 22nd of every month'],
    [{ kind: 'monthly-by-date', day: 13, every: 2 }, 'The 13th of every 2nd month'],
    [{ kind: 'monthly-by-weekday', which: 3, weekday: 4 }, 'Every third Thursday of the month'],
    [{ kind: 'monthly-by-weekday', which: -1, weekday: 5 }, 'Every last Friday of the month'],
    [
      { kind: 'monthly-by-weekday', which: 1, weekday: 1, every: 3 },
      'The first Monday of every 3rd month',
    ],
    [{ kind: 'yearly' }, 'Every year on 29 February'],
    [{ kind: 'yearly', every: 4 }, 'Every 4 years on 29 February'],
    [{ kind: 'picked', dates: ['2028-02-29'] }, 'On one chosen date'],
    [{ kind: 'picked', dates: ['2028-02-29', '2028-03-07'] }, 'On 2 chosen dates'],
  ])('says %o as a person would', (repeat, words) => {
    expect(formatRepeat(repeats(repeat), day('2028-02-29'))).toBe(words);
  });

  const evening = { from: '18:30' as LocalTime, until: '20:30' as LocalTime };

  it.each([
    [
      { kind: 'monthly-by-weekday', which: 2, weekday: 2 },
      ['2027-01-12', '2027-12-14'],
      'Every second Tuesday of the month, 6:30pm to 8:30pm, January to December 2027',
    ],
    [
      { kind: 'monthly-by-date', day: 5 },
      ['2027-11-05', '2028-02-05'],
      'The 5th of every month, 6:30pm to 8:30pm, November 2027 to February 2028',
    ],
    [
      { kind: 'monthly-by-date', day: 5 },
      ['2027-11-05'],
      'The 5th of every month, 6:30pm to 8:30pm, November 2027',
    ],
    [
      { kind: 'weekly', weekdays: [1] },
      ['2027-03-01', '2027-05-31'],
      'Every Monday, 6:30pm to 8:30pm, 1 March to 31 May 2027',
    ],
    [
      { kind: 'weekly', weekdays: [1] },
      ['2027-03-01', '2027-03-29'],
      'Every Monday, 6:30pm to 8:30pm, 1 to 29 March 2027',
    ],
    [
      { kind: 'weekly', weekdays: [1] },
      ['2027-12-06', '2028-01-31'],
      'Every Monday, 6:30pm to 8:30pm, 6 December 2027 to 31 January 2028',
    ],
    [
      { kind: 'picked', dates: ['2027-03-01'] },
      ['2027-03-01'],
      'On one chosen date, 6:30pm to 8:30pm, 1 March 2027',
    ],
  ])('says when %o begins and ends', (repeat, dates, words) => {
    const said = formatSeries({ repeat: repeats(repeat), ...evening, dates: dates.map(day) });
    expect(said).toBe(words);
  });

  it('says no range while no date is known', () => {
    const said = formatSeries({ repeat: repeats({ kind: 'daily' }), ...evening, dates: [] });
    expect(said).toBe('6:30pm to 8:30pm');
  });
});

describe('What a rule leaves out', () => {
  const on = (date: string, repeat: object) => ({ date: day(date), repeat: repeats(repeat) });

  it('is said for months that have no such day', () => {
    const monthly = on('2027-01-31', { kind: 'monthly-by-date', day: 31 });
    expect(leftOutWords(monthly, day('2027-12-31'))).toBe(
      'February, April, June, September and November 2027 have no 31st and are left out.',
    );
    expect(leftOutWords(monthly, day('2027-03-31'))).toBe(
      'February 2027 has no 31st and is left out.',
    );
  });

  it('names the year of each month when there is more than one, and counts many', () => {
    const monthly = on('2027-11-30', { kind: 'monthly-by-date', day: 30 });
    expect(leftOutWords(monthly, day('2029-03-30'))).toBe(
      'February 2028 and February 2029 have no 30th and are left out.',
    );
    const yearly = on('2028-02-29', { kind: 'yearly' });
    expect(leftOutWords(yearly, day('2048-02-29'))).toBe(
      '15 years have no 29 February and are left out.',
    );
  });

  it('passes over months that are no turn of the rule', () => {
    const every = on('2027-01-31', { kind: 'monthly-by-date', day: 31, every: 2 });
    expect(leftOutWords(every, day('2027-12-31'))).toBe(
      'September and November 2027 have no 31st and are left out.',
    );
  });

  it('is nothing where every turn has its day', () => {
    expect(
      leftOutWords(on('2027-01-28', { kind: 'monthly-by-date', day: 28 }), day('2029-12-31')),
    ).toBe('');
    expect(
      leftOutWords(on('2027-01-28', { kind: 'weekly', weekdays: [1] }), day('2029-12-31')),
    ).toBe('');
    expect(leftOutWords(on('2027-03-01', { kind: 'yearly' }), day('2040-12-31'))).toBe('');
  });
});

describe('The days on which the clocks change', () => {
  it('are the last Sundays of March and October, and no other day of 2027', () => {
    const changes: LocalDate[] = [];
    for (let date = day('2027-01-01'); date <= '2027-12-31'; date = addDays(date, 1))
      if (isClockChange(date)) changes.push(date);
    expect(changes).toEqual(['2027-03-28', '2027-10-31']);
  });
});
