import { describe, expect, it } from 'vitest';
import type { LocalTime } from '#db/shared/local-date';
import { parseTypedTimeRange } from '#db/shared/typed-time-range';

describe('A start and an end typed in one go', () => {
  it.each([
    ['6-8', '18:00', '20:00'],
    ['6 - 8.30', '18:00', '20:30'],
    ['6 to 8', '18:00', '20:00'],
    ['6pm to 8pm', '18:00', '20:00'],
    ['18:00-20:30', '18:00', '20:30'],
    ['half past 6 until 8', '18:30', '20:00'],
    ['10-12', '10:00', '12:00'],
    ['11-1', '11:00', '13:00'],
    ['11-1pm', '11:00', '13:00'],
    ['9-11am', '09:00', '11:00'],
    ['6-8pm', '18:00', '20:00'],
    ['8-10pm', '20:00', '22:00'],
    ['6-2h', '18:00', '20:00'],
    ['10 till noon', '10:00', '12:00'],
    ['10–midnight', '10:00', '24:00'],
  ])('reads %s as %s to %s', (text, from, until) => {
    expect(parseTypedTimeRange(text)).toEqual({ from, until });
  });

  it.each(['6', '6pm', 'ten to 5', 'quarter to 6', '20 to 3', '6-', '-8', 'six-ish', '8-25'])(
    'takes %s for no range',
    (text) => {
      expect(parseTypedTimeRange(text)).toBeUndefined();
    },
  );

  it('reads a bare early hour as the morning where the room is open by then', () => {
    expect(parseTypedTimeRange('7-9', { opensAt: '07:00' as LocalTime })).toEqual({
      from: '07:00',
      until: '09:00',
    });
  });
});
