import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, LocalDate, weekdayOf } from '#db/shared/local-date';
import { formatDate, formatDateNoWeekday, formatShortDate } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';

const date = (text: string) => LocalDate.parse(text);
/** A Wednesday. */
const TODAY = date('2026-11-18');

describe('a date the way people type it', () => {
  test.each([
    ['24/11', '2026-11-24'],
    ['24/11/26', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['24-11-26', '2026-11-24'],
    ['24 11', '2026-11-24'],
    ['4/1', '2027-01-04'],
    ['24 nov', '2026-11-24'],
    ['24nov', '2026-11-24'],
    ['24 NOV 26', '2026-11-24'],
    ['24 November 2026', '2026-11-24'],
    ['24th November 2026', '2026-11-24'],
    ['1st of April 2027', '2027-04-01'],
    ['3 sept', '2027-09-03'],
    ['November 24, 2026', '2026-11-24'],
    ['nov 24', '2026-11-24'],
    ['Tue 24 Nov', '2026-11-24'],
    ['Tuesday 24 November 2026', '2026-11-24'],
    ['Tuesday, 24/11/2026', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['29/2/28', '2028-02-29'],
    ['today', '2026-11-18'],
    ['Tomorrow', '2026-11-19'],
    ['yesterday', '2026-11-17'],
    ['+3', '2026-11-21'],
    ['+3d', '2026-11-21'],
    ['+ 3 days', '2026-11-21'],
    ['+2w', '2026-12-02'],
    ['+1 week', '2026-11-25'],
    ['-3', '2026-11-15'],
    ['wed', '2026-11-18'],
    ['thurs', '2026-11-19'],
    ['tue', '2026-11-24'],
    ['Tuesday', '2026-11-24'],
    ['this tue', '2026-11-24'],
    ['next tue', '2026-12-01'],
    ['next wed', '2026-11-25'],
    ['next weds', '2026-11-25'],
  ])('%s, typed on Wednesday 18 November 2026, is %s', (text, expected) => {
    expect(parseTypedDate(text, TODAY)).toBe(expected);
  });

  test.each([
    '',
    '24',
    '11/24',
    '11/24/2026',
    '31/4',
    '29/2/27',
    '30 feb',
    '2026-02-30',
    '2026-2-3',
    '24/11-2026',
    '24/11/026',
    '0/1',
    '1/0',
    'november',
    'tu',
    'next',
    'next month',
    'Monday 24 November 2026',
    'mon 24 nov',
    '+3wd',
    '24 foo',
    '٢٤/١١',
  ])('"%s" is not read as a date', (text) => {
    expect(parseTypedDate(text, TODAY)).toBeUndefined();
  });

  test('29 February without a year is found a year ahead and no further', () => {
    expect(parseTypedDate('29 feb', date('2027-06-01'))).toBe('2028-02-29');
    expect(parseTypedDate('29 feb', date('2028-04-01'))).toBe('2028-02-29');
    expect(parseTypedDate('29 feb', date('2026-06-01'))).toBeUndefined();
  });

  test('without a year the date lies at most 60 days back', () => {
    expect(parseTypedDate('20/12', date('2027-01-10'))).toBe('2026-12-20');
    expect(parseTypedDate('10/1', date('2026-12-15'))).toBe('2027-01-10');
    expect(parseTypedDate('1/3', date('2027-04-30'))).toBe('2027-03-01');
    expect(parseTypedDate('1/3', date('2027-05-01'))).toBe('2028-03-01');
  });
});

test('every day of a leap year is read back from each way it is written, never month first', () => {
  for (let offset = 0; offset < 366; offset += 1) {
    const day = addDays(date('2028-01-01'), offset);
    const [year, month, dayOfMonth] = day.split('-').map(Number);
    for (const written of [
      `${dayOfMonth}/${month}/${year}`,
      `${day.slice(8)}/${day.slice(5, 7)}/28`,
      `${dayOfMonth}.${month}.${year}`,
      formatDate(day),
      formatDateNoWeekday(day),
      day,
    ]) {
      expect(parseTypedDate(written, TODAY), written).toBe(day);
    }
    expect(parseTypedDate(`${dayOfMonth}/${month}`, day)).toBe(day);
    expect(parseTypedDate(formatShortDate(day), day)).toBe(day);
  }
});

test('a weekday is the first from today on, and "next" is a week later, on any day', () => {
  for (let offset = 0; offset < 7; offset += 1) {
    const today = addDays(TODAY, offset);
    const tuesday = parseTypedDate('tue', today);
    const next = parseTypedDate('next tue', today);
    if (tuesday === undefined || next === undefined) throw new Error('Tuesday was not read.');
    expect(weekdayOf(tuesday)).toBe(2);
    expect(daysBetween(today, tuesday)).toBeGreaterThanOrEqual(0);
    expect(daysBetween(today, tuesday)).toBeLessThan(7);
    expect(daysBetween(tuesday, next)).toBe(7);
  }
});

describe('working days the way people type them', () => {
  const isWorkingDay = (day: LocalDate) => weekdayOf(day) < 6 && day !== '2026-11-20';

  test.each([
    ['+1wd', '2026-11-19'],
    ['+2wd', '2026-11-23'],
    ['+10wd', '2026-12-03'],
    ['+ 10 working days', '2026-12-03'],
    ['+1 working day', '2026-11-19'],
    ['-3 WD', '2026-11-13'],
    ['+0wd', '2026-11-18'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseTypedDate(text, TODAY, isWorkingDay)).toBe(expected);
  });

  test('are not read where nobody says which days are working days, or none is', () => {
    expect(parseTypedDate('+10wd', TODAY)).toBeUndefined();
    expect(parseTypedDate('+10wd', TODAY, () => false)).toBeUndefined();
  });
});
