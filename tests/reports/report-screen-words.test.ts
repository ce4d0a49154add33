import { describe, expect, it } from 'vitest';
import type { UseRow } from '#db/reports/reports.contract';
import type { LocalDate } from '#db/shared/local-date';
import { type PeriodKind, periodOf, periodOptions } from '../../renderer/reports/period-choices.ts';
import {
  headsOf,
  hoursOf,
  monthsBegun,
  shareOf,
  summaryWords,
} from '../../renderer/reports/use-figures.ts';

const row = (part: Partial<UseRow>): UseRow => ({
  key: 'all',
  words: 'All rooms',
  bookings: 0,
  usedMinutes: 0,
  inHoursMinutes: 0,
  outOfHoursMinutes: 0,
  cancelled: 0,
  lateCancelled: 0,
  noShows: 0,
  headcount: 0,
  counted: 0,
  openMinutes: null,
  ...part,
});

describe('The time of a report', () => {
  const spans: readonly (readonly [string, PeriodKind, string, string])[] = [
    ['2027-03-31', 'this-financial-year', '2026-04-01', '2027-03-31'],
    ['2027-04-01', 'this-financial-year', '2027-04-01', '2028-03-31'],
    ['2027-04-01', 'last-financial-year', '2026-04-01', '2027-03-31'],
    ['2027-01-31', 'last-month', '2026-12-01', '2026-12-31'],
    ['2028-02-10', 'this-month', '2028-02-01', '2028-02-29'],
    ['2028-02-10', 'last-year', '2027-01-01', '2027-12-31'],
    ['2028-02-10', 'this-year', '2028-01-01', '2028-12-31'],
  ];
  it.each(spans)('on %s, %s is %s to %s', (today, kind, from, until) => {
    expect(periodOf(kind, today as LocalDate)).toEqual({ from, until });
  });

  it('is offered with its years in words', () => {
    expect(periodOptions('2027-01-10' as LocalDate).map(({ words }) => words)).toEqual([
      'This financial year (2026/27)',
      'Last financial year (2025/26)',
      'This year (2027)',
      'Last year (2026)',
      'This month (January 2027)',
      'Last month (December 2026)',
    ]);
  });
});

describe('The figures of a report on screen', () => {
  it('are hours to the tenth, and a share of the hours open', () => {
    expect(hoursOf(90)).toBe('1.5');
    expect(hoursOf(72_000)).toBe('1,200');
    expect(shareOf(row({ usedMinutes: 90, openMinutes: 360 }))).toBe('25%');
    expect(shareOf(row({ usedMinutes: 90 }))).toBe('');
    expect(shareOf(row({ usedMinutes: 0, openMinutes: 0 }))).toBe('');
  });

  it('say over how many bookings heads were counted', () => {
    expect(headsOf(row({ headcount: 30, counted: 2 }))).toBe('30 (2 counted)');
    expect(headsOf(row({}))).toBe('');
  });

  it('tell the whole in one sentence', () => {
    expect(summaryWords(row({ bookings: 1, usedMinutes: 90, openMinutes: 360 }))).toBe(
      '1 booking used 1 hour 30 minutes, 25% of the hours the rooms were open',
    );
  });

  it('leave out months that have not begun', () => {
    const rows = ['2027-05', '2027-06', '2027-07'].map((key) => row({ key }));
    expect(monthsBegun(rows, '2027-06-01' as LocalDate).map(({ key }) => key)).toEqual([
      '2027-05',
      '2027-06',
    ]);
  });
});
