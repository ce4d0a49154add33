import { describe, expect, it } from 'vitest';
import { clockDoubtOf } from '#db/audit/clock.rules';
import type { Instant } from '#db/shared/instant';

const entry = (at: string, isConfirmation = false) => ({ at: at as Instant, isConfirmation });
const now = '2027-01-06T09:00:00.000Z' as Instant;

describe('The computer’s clock', () => {
  it.each([
    [
      'with entries of every day',
      [entry('2027-01-05T17:00:00.000Z'), entry('2027-01-05T09:00:00.000Z')],
    ],
    ['exactly a day after the last entry', [entry('2027-01-05T09:00:00.000Z')]],
    ['exactly a day before the last entry', [entry('2027-01-07T09:00:00.000Z')]],
    [
      'where a leap is older than a day',
      [
        entry('2027-01-05T10:00:00.000Z'),
        entry('2027-01-04T12:00:00.000Z'),
        entry('2026-12-01T09:00:00.000Z'),
      ],
    ],
    [
      'after somebody confirmed the date',
      [entry('2027-01-06T08:30:00.000Z', true), entry('2026-12-01T09:00:00.000Z')],
    ],
    ['with nothing on record', []],
  ])('is trusted %s', (_, newest) => {
    expect(clockDoubtOf(newest, now)).toBeUndefined();
  });

  it.each([
    ['ahead', 'a day and a minute after the last entry', [entry('2027-01-05T08:59:00.000Z')]],
    [
      'ahead',
      'on the day of a leap',
      [entry('2027-01-06T08:00:00.000Z'), entry('2026-12-01T09:00:00.000Z')],
    ],
    ['behind', 'a day and a minute before the last entry', [entry('2027-01-07T09:01:00.000Z')]],
    [
      'ahead',
      'where the date was confirmed on another day',
      [entry('2027-01-04T08:30:00.000Z', true)],
    ],
  ] as const)('is in doubt, %s, %s', (doubt, _, newest) => {
    expect(clockDoubtOf(newest, now)).toBe(doubt);
  });
});
