import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeBookings, toTsv } from './bookings-data.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('The bookings that the bench measures on', () => {
  it.each([
    [1_000, '74ccb9bf'],
    [10_000, '5e9a196f'],
  ])('are the same %i on every computer', (count, begins) => {
    expect(digest(toTsv(makeBookings(count))).slice(0, 8)).toBe(begins);
  });

  it('hold no room twice at one time and leave the evening free', () => {
    const endOfRoom = new Map<number, string>();
    for (const { room, startsAt, endsAt } of makeBookings(10_000)) {
      expect(startsAt >= (endOfRoom.get(room) ?? '')).toBe(true);
      expect(endsAt.slice(11) <= '21:00').toBe(true);
      endOfRoom.set(room, endsAt);
    }
  });
});
