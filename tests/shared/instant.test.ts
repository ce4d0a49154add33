import { expect, test } from 'vitest';
import { Instant, millisecondsBetween, millisecondsOf, toInstant } from '#db/shared/instant';

test('an instant is UTC text with milliseconds and a day that exists', () => {
  expect(Instant.safeParse('2026-11-22T09:15:00.000Z').success).toBe(true);
  for (const wrong of [
    '2026-11-22T09:15:00Z',
    '2026-11-22T09:15:00.000',
    '2026-11-22T09:15:00.000+00:00',
    '2026-11-22 09:15:00.000Z',
    '2026-02-30T09:15:00.000Z',
    '2026-11-22T24:00:00.000Z',
    '2026-11-22T09:60:00.000Z',
    '',
  ]) {
    expect(Instant.safeParse(wrong).success, wrong).toBe(false);
  }
});

test('an instant keeps its milliseconds there and back', () => {
  for (const milliseconds of [0, -1, 1_794_000_000_123, 253_402_300_799_999]) {
    expect(millisecondsOf(toInstant(milliseconds))).toBe(milliseconds);
  }
  expect(toInstant(0)).toBe('1970-01-01T00:00:00.000Z');
});

test('an instant outside the years 0 to 9999 is refused, because its text would sort wrongly', () => {
  expect(() => toInstant(253_402_300_800_000)).toThrow(RangeError);
  expect(() => toInstant(Number.NaN)).toThrow(RangeError);
  expect(() => millisecondsOf('yesterday' as Instant)).toThrow(RangeError);
});

test('the time between two instants counts backwards too', () => {
  const earlier = Instant.parse('2026-11-22T09:15:00.000Z');
  const later = Instant.parse('2026-11-22T09:15:01.500Z');
  expect(millisecondsBetween(earlier, later)).toBe(1500);
  expect(millisecondsBetween(later, earlier)).toBe(-1500);
});
