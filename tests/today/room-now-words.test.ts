import { describe, expect, it } from 'vitest';
import type { RoomNow } from '#db/bookings/booking-views.contract';
import type { LocalDateTime } from '#db/shared/local-date';
import { greetingAt, nextWords, roomState } from '../../renderer/today/room-now-words.ts';
import { A_MONDAY, aCard, aRoom } from '../bookings/day-values.ts';

const NOW = `${A_MONDAY}T14:35` as LocalDateTime;
const TOMORROW = aCard('10:00', '11:00', {
  startsAt: '2027-01-05T10:00',
  endsAt: '2027-01-05T11:00',
});

const room = (part: Partial<RoomNow>): RoomNow => ({
  facility: aRoom(),
  isOpenNow: true,
  now: null,
  next: null,
  ...part,
});

describe('A room on the Today page', () => {
  it.each([
    [room({ now: aCard('14:00', '15:30') }), 'In use until 3:30pm'],
    [room({ next: aCard('18:00', '20:00') }), 'Free until 6pm'],
    [room({ next: TOMORROW }), 'Free, nothing more booked today'],
    [room({ isOpenNow: false }), 'Closed now'],
    [room({ facility: aRoom({ isBookable: false }) }), 'Open for walking in'],
    [room({ isOpenNow: false, now: aCard('14:00', '15:30') }), 'In use until 3:30pm'],
  ])('says how the room stands', (given, words) => {
    expect(roomState(given, NOW).words).toBe(words);
  });

  it('adds the day to a next booking that is not today', () => {
    expect(nextWords(aCard('18:00', '20:00'), NOW)).toBe('6pm to 8pm');
    expect(nextWords(TOMORROW, NOW)).toBe('Tue 5 Jan, 10am to 11am');
  });

  it.each([
    ['00:10', 'Good morning'],
    ['12:00', 'Good afternoon'],
    ['18:00', 'Good evening'],
  ])('greets at %s with "%s"', (time, words) => {
    expect(greetingAt(`${A_MONDAY}T${time}` as LocalDateTime)).toBe(words);
  });
});
