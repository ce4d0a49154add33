import { describe, expect, it } from 'vitest';
import { findOutOfRange, tooFarAheadWords, tooLongAgoWords } from '#db/shared/entry-range';
import { LocalDate } from '#db/shared/local-date';

const day = (text: string) => LocalDate.parse(text);
const TODAY = day('2027-01-04');

describe('The days that are entered and booked', () => {
  it.each([
    ['2025-11-30', undefined],
    ['2025-11-29', { kind: 'too-long-ago', firstDay: '2025-11-30' }],
    ['1990-01-01', { kind: 'too-long-ago', firstDay: '2025-11-30' }],
    ['2027-01-04', undefined],
    ['2030-01-04', undefined],
    ['2030-01-05', { kind: 'too-far-ahead', lastDay: '2030-01-04' }],
    ['2999-12-31', { kind: 'too-far-ahead', lastDay: '2030-01-04' }],
  ])('reach 400 days back and 3 years ahead: %s', (date, found) => {
    expect(findOutOfRange(day(date), TODAY)).toEqual(found);
  });

  it('are told with the bound and the way on', () => {
    expect(tooLongAgoWords(day('1990-01-01'), day('2025-11-30'))).toBe(
      'Monday 1 January 1990 is too long ago: what is over is entered up to 400 days back. Enter a day from Sunday 30 November 2025 on, or check the year.',
    );
    expect(tooFarAheadWords(day('2999-01-01'), day('2030-01-04'))).toBe(
      'Tuesday 1 January 2999 is too far ahead: bookings are taken up to 3 years ahead. Choose a day up to Friday 4 January 2030, or check the year.',
    );
  });
});
