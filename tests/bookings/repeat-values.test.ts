import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import {
  endOf,
  findPickProblem,
  findRepeat,
  findRepeatProblem,
  NO_REPEAT,
  type RepeatKind,
  repeatOptions,
  usualEnd,
} from '../../renderer/series/repeat-values.ts';

const day = (text: string) => text as LocalDate;
const words = (date: string) => repeatOptions(day(date)).map((option) => option.words);

describe('How a booking can repeat, in the words of its day', () => {
  it.each([
    ['2027-12-14', 'Every month on the second Tuesday'],
    ['2027-12-14', 'Every two weeks on Tuesday'],
    ['2027-12-14', 'Every month on the 14th'],
    ['2027-12-14', 'Every year on 14 December'],
    ['2027-12-22', 'Every month on the 22nd'],
    ['2027-12-03', 'Every month on the 3rd'],
    ['2027-12-28', 'Every month on the fourth Tuesday'],
    ['2027-12-28', 'Every month on the last Tuesday'],
  ])('offers for %s: %s', (date, offered) => {
    expect(words(date)).toContain(offered);
  });

  it('offers no fifth weekday, which is not in every month, and the last only when it is', () => {
    expect(words('2027-12-29').filter((each) => each.includes('Wednesday'))).toEqual([
      'Every Wednesday',
      'Every two weeks on Wednesday',
      'Every month on the last Wednesday',
    ]);
    expect(words('2027-12-14').join()).not.toContain('last');
  });
});

describe('What the words mean', () => {
  const repeat = (kind: RepeatKind, date: string) => findRepeat({ ...NO_REPEAT, kind }, day(date));

  it.each<[RepeatKind, string, object | undefined]>([
    ['never', '2027-12-14', undefined],
    ['daily', '2027-12-14', { kind: 'daily', every: 1 }],
    ['weekly', '2027-12-14', { kind: 'weekly', every: 1, weekdays: [2] }],
    ['fortnightly', '2027-12-14', { kind: 'weekly', every: 2, weekdays: [2] }],
    [
      'monthly-by-weekday',
      '2027-12-14',
      { kind: 'monthly-by-weekday', every: 1, which: 2, weekday: 2 },
    ],
    [
      'monthly-last-weekday',
      '2027-12-28',
      { kind: 'monthly-by-weekday', every: 1, which: -1, weekday: 2 },
    ],
    ['monthly-by-date', '2027-12-31', { kind: 'monthly-by-date', every: 1, day: 31 }],
    ['yearly', '2027-12-14', { kind: 'yearly', every: 1 }],
  ])('%s on %s is %o', (kind, date, meant) => {
    expect(repeat(kind, date)).toEqual(meant);
  });

  it('takes the first day among those picked, each once and in order', () => {
    const dates = ['2027-12-20', '2027-12-16', '2027-12-14'].map(day);
    expect(findRepeat({ ...NO_REPEAT, kind: 'picked', dates }, day('2027-12-14'))).toEqual({
      kind: 'picked',
      dates: ['2027-12-14', '2027-12-16', '2027-12-20'],
    });
    expect(endOf({ ...NO_REPEAT, kind: 'picked', dates }, day('2027-12-14'))).toEqual({
      kind: 'count',
      count: 3,
    });
  });

  it.each([
    ['', undefined, 'Type a day first, like 24/11.'],
    ['31/2', undefined, '“31/2” is no day that exists. Write it like 24/11 or 24 nov.'],
    [
      '14/12',
      '2027-12-14',
      'Tuesday 14 December 2027 is the first day above already. Type another day.',
    ],
    ['16/12', '2027-12-16', 'Thursday 16 December 2027 is on the list already. Type another day.'],
    [
      '3/12/26',
      '2026-12-03',
      'Thursday 3 December 2026 has passed. Type a day from today on, with its year if it is not this one.',
    ],
    [
      '1/1/2999',
      '2999-01-01',
      'Tuesday 1 January 2999 is too far ahead: bookings are taken up to 3 years ahead. Choose a day up to Sunday 1 December 2030, or check the year.',
    ],
    ['20/12', '2027-12-20', undefined],
  ])('says of the picked day “%s” which day is wrong and why', (typed, read, said) => {
    const known = {
      first: day('2027-12-14'),
      picked: [day('2027-12-16')],
      today: day('2027-12-01'),
    };
    expect(findPickProblem(typed, read === undefined ? undefined : day(read), known)).toBe(said);
  });

  it('makes a year of second Tuesdays twelve, wherever in the month they fall', () => {
    expect(usualEnd('monthly-by-weekday', day('2028-04-11'))).toBe('2029-03-31');
    expect(usualEnd('weekly', day('2028-04-11'))).toBe('2029-04-10');
  });

  it.each([
    [{ until: '2027-12-13' }, 'until'],
    [{ until: '' }, 'until'],
    [{ endKind: 'count' as const, count: null }, 'count'],
    [{ endKind: 'count' as const, count: 400 }, 'count'],
  ])('asks for an end that can be reached: %o', (part, field) => {
    const values = { ...NO_REPEAT, kind: 'weekly' as const, ...part };
    expect(findRepeatProblem(values, day('2027-12-14'))?.path).toEqual(['repeat', field]);
  });
});
