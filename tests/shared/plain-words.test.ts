import { expect, test } from 'vitest';
import { LocalDate, LocalDateTime, LocalEndTime } from '#db/shared/local-date';
import {
  countOf,
  formatDate,
  formatDateNoWeekday,
  formatDateTime,
  formatDayNear,
  formatMinutes,
  formatShortDate,
  formatTime,
  formatTimeRange,
  joinWords,
} from '#db/shared/plain-words';

const time = (text: string) => LocalEndTime.parse(text);

test('a date is written with its weekday and without a leading nought', () => {
  const tuesday = LocalDate.parse('2026-11-24');
  expect(formatDate(tuesday)).toBe('Tuesday 24 November 2026');
  expect(formatShortDate(tuesday)).toBe('Tue 24 Nov');
  expect(formatDateNoWeekday(tuesday)).toBe('24 November 2026');
  expect(formatDate(LocalDate.parse('2028-02-29'))).toBe('Tuesday 29 February 2028');
  expect(formatDate(LocalDate.parse('2027-01-03'))).toBe('Sunday 3 January 2027');
  expect(formatShortDate(LocalDate.parse('2026-12-31'))).toBe('Thu 31 Dec');
});

test('a day of another year is written with its year', () => {
  const today = LocalDate.parse('2026-11-24');
  expect(formatDayNear(LocalDate.parse('2026-01-02'), today)).toBe('Fri 2 Jan');
  expect(formatDayNear(LocalDate.parse('2027-01-04'), today)).toBe('Mon 4 Jan 2027');
});

test.each([
  ['18:30', '6:30pm'],
  ['09:00', '9am'],
  ['09:05', '9:05am'],
  ['12:00', 'noon'],
  ['12:30', '12:30pm'],
  ['13:00', '1pm'],
  ['00:00', 'midnight'],
  ['24:00', 'midnight'],
  ['00:15', '12:15am'],
  ['23:59', '11:59pm'],
])('%s is written %s', (text, written) => {
  expect(formatTime(time(text))).toBe(written);
});

test('a booking is written from its start to its end', () => {
  expect(formatTimeRange(time('18:30'), time('20:30'))).toBe('6:30pm to 8:30pm');
  expect(formatTimeRange(time('12:00'), time('24:00'))).toBe('noon to midnight');
  expect(formatDateTime(LocalDateTime.parse('2026-11-24T18:30'))).toBe(
    'Tuesday 24 November 2026, 6:30pm',
  );
});

test.each([
  [0, '0 minutes'],
  [1, '1 minute'],
  [45, '45 minutes'],
  [60, '1 hour'],
  [61, '1 hour 1 minute'],
  [135, '2 hours 15 minutes'],
  [1440, '24 hours'],
])('%d minutes are written %s', (minutes, written) => {
  expect(formatMinutes(minutes)).toBe(written);
});

test('a list in a sentence has "and" before its last word', () => {
  expect(joinWords([])).toBe('');
  expect(joinWords(['a'])).toBe('a');
  expect(joinWords(['a', 'b'])).toBe('a and b');
  expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
});

test('a count has the singular for one only', () => {
  expect(countOf(3, 'booking')).toBe('3 bookings');
  expect(countOf(1, 'booking')).toBe('1 booking');
  expect(countOf(0, 'booking')).toBe('0 bookings');
  expect(countOf(1200, 'copy', 'copies')).toBe('1,200 copies');
  expect(countOf(1, 'copy', 'copies')).toBe('1 copy');
});
