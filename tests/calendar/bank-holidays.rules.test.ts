import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { bankHolidaysOf, findBankHoliday } from '#db/calendar/bank-holidays.rules';
import type { LocalDate } from '#db/shared/local-date';

const YEARS = Array.from({ length: 26 }, (_, index) => 2015 + index);
const oracle = new Holidays('GB', 'ENG');

const datesOf = (year: number) => bankHolidaysOf(year).map(({ date }) => date as string);
const namesOf = (year: number) =>
  Object.fromEntries(bankHolidaysOf(year).map(({ date, name }) => [date, name]));

describe('Bank holidays of England and Wales', () => {
  it.each(YEARS)('are those that an independent table gives for %i', (year) => {
    const expected = oracle
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10))
      .toSorted();
    expect(expected.length).toBeGreaterThan(7);
    expect(datesOf(year)).toEqual(expected);
  });

  it('of 2027 have Easter in March, and Christmas at the weekend with Monday and Tuesday in its stead', () => {
    expect(namesOf(2027)).toEqual({
      '2027-01-01': 'New Year’s Day',
      '2027-03-26': 'Good Friday',
      '2027-03-29': 'Easter Monday',
      '2027-05-03': 'Early May bank holiday',
      '2027-05-31': 'Spring bank holiday',
      '2027-08-30': 'Summer bank holiday',
      '2027-12-25': 'Christmas Day',
      '2027-12-26': 'Boxing Day',
      '2027-12-27': 'Christmas Day (substitute day)',
      '2027-12-28': 'Boxing Day (substitute day)',
    });
  });

  it('move Christmas past Boxing Day when it falls on a Sunday', () => {
    expect(namesOf(2033)).toMatchObject({
      '2033-12-26': 'Boxing Day',
      '2033-12-27': 'Christmas Day (substitute day)',
    });
  });

  it('know what was proclaimed once, and what it moved', () => {
    expect(namesOf(2020)).toMatchObject({ '2020-05-08': 'Early May bank holiday' });
    expect(datesOf(2020)).not.toContain('2020-05-04');
    expect(namesOf(2022)).toMatchObject({
      '2022-06-02': 'Spring bank holiday',
      '2022-06-03': 'Platinum Jubilee',
      '2022-09-19': 'State Funeral of Queen Elizabeth II',
    });
    expect(datesOf(2022)).not.toContain('2022-05-30');
    expect(namesOf(2023)).toMatchObject({ '2023-05-08': 'Coronation of King Charles III' });
  });

  it('know older proclamations, which old diaries reach back to', () => {
    expect(datesOf(1995)).toContain('1995-05-08');
    expect(datesOf(1999)).toContain('1999-12-31');
    expect(datesOf(2002)).toEqual(expect.arrayContaining(['2002-06-03', '2002-06-04']));
    expect(datesOf(2011)).toContain('2011-04-29');
    expect(datesOf(2012)).toEqual(expect.arrayContaining(['2012-06-04', '2012-06-05']));
    expect(datesOf(2012)).not.toContain('2012-05-28');
  });

  it('are found by their day, and not on the day beside it', () => {
    expect(findBankHoliday('2027-03-26' as LocalDate)?.name).toBe('Good Friday');
    expect(findBankHoliday('2027-03-25' as LocalDate)).toBeUndefined();
  });

  it('stand in order, each day once, to the end of the diary', () => {
    for (let year = 1990; year < 2200; year += 1) {
      const dates = datesOf(year);
      expect(dates).toEqual([...new Set(dates)].toSorted());
      expect(dates.every((date) => date.startsWith(String(year)))).toBe(true);
    }
  });
});
