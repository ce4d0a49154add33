import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '#db/shared/local-date';
import { formatMonths, leftWords, periodOn } from '#db/usage/periods.rules';

const day = (text: string) => text as LocalDate;

describe('The period of an allowance', () => {
  it.each([
    ['month', '2027-06-17', 'June 2027', { from: '2027-06-01', until: '2027-06-30' }],
    ['month', '2028-02-29', 'February 2028', { from: '2028-02-01', until: '2028-02-29' }],
    ['quarter', '2027-04-01', 'April to June 2027', { from: '2027-04-01', until: '2027-06-30' }],
    ['quarter', '2027-03-31', 'January to March 2027', { from: '2027-01-01', until: '2027-03-31' }],
    [
      'quarter',
      '2027-12-25',
      'October to December 2027',
      { from: '2027-10-01', until: '2027-12-31' },
    ],
    ['year', '2027-03-31', 'April 2026 to March 2027', { from: '2026-04-01', until: '2027-03-31' }],
    ['year', '2027-04-01', 'April 2027 to March 2028', { from: '2027-04-01', until: '2028-03-31' }],
  ] as const)('is, for a %s, of %s %s', (period, on, words, span) => {
    expect(periodOn(period, day(on))).toEqual(span);
    expect(formatMonths(periodOn(period, day(on)))).toBe(words);
  });

  it('holds every day in exactly one period', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('month', 'quarter', 'year'),
        fc.integer({ min: 0, max: 20_000 }),
        (period, n) => {
          const date = addDays(day('2020-01-01'), n);
          const { from, until } = periodOn(period, date);
          expect(from <= date && date <= until).toBe(true);
          expect(periodOn(period, addDays(from, -1)).until).toBe(addDays(from, -1));
          expect(daysBetween(from, until)).toBeLessThan(366);
        },
      ),
    );
  });
});

describe('What is left of an allowance', () => {
  const copies = { unit: 'copies', amount: 500, period: 'quarter' } as const;
  const period = periodOn('quarter', day('2027-06-17'));
  const said = (used: number, today = '2027-06-17') =>
    leftWords({ allowance: copies, used, period, today: day(today) });

  it('is said with the whole of it and its period', () => {
    expect(said(360)).toBe('140 of 500 copies left this quarter (April to June 2027)');
    expect(said(500)).toBe('0 of 500 copies left this quarter (April to June 2027)');
  });

  it('is said to be over once more was used', () => {
    expect(said(520)).toBe('20 copies over the 500 copies of this quarter (April to June 2027)');
    expect(said(501)).toBe('1 copy over the 500 copies of this quarter (April to June 2027)');
  });

  it('is of that quarter when today lies in another', () => {
    expect(said(360, '2027-07-01')).toBe(
      '140 of 500 copies left that quarter (April to June 2027)',
    );
  });

  it('is said in hours where time is allowed', () => {
    const hours = { unit: 'booked-minutes', amount: 1200, period: 'year' } as const;
    expect(
      leftWords({
        allowance: hours,
        used: 1000,
        period: periodOn('year', day('2027-06-17')),
        today: day('2027-06-17'),
      }),
    ).toBe('3 hours 20 minutes of 20 hours left this year (April 2027 to March 2028)');
  });
});
