import { describe, expect, it } from 'vitest';
import { actionWords, changeWords } from '../../renderer/bookings/history-words.ts';

describe('What happened to a booking, in words', () => {
  it.each([
    [{ field: 'room', before: '', after: 'Small Room' }, 'Room: Small Room'],
    [
      { field: 'startsAt', before: '2027-01-04T18:00', after: '2027-01-05T09:30' },
      'Starts: Mon 4 Jan, 6pm, now Tue 5 Jan, 9:30am',
    ],
    [
      { field: 'purpose', before: 'training', after: 'event' },
      'What for: Training, now Event for tenants',
    ],
    [
      { field: 'offerUntil', before: '', after: '2027-06-11T09:20:09.170Z' },
      'Offer stands until: Fri 11 Jun, 10:20am',
    ],
    [{ field: 'lapsesOn', before: '', after: '2027-06-18' }, 'Lapses after: Fri 18 Jun'],
    [{ field: 'needs', before: 'tea', after: '' }, 'Needs: tea, now nothing'],
    [{ field: 'outOfHours', before: 'false', after: 'true' }, 'Out of hours: no, now yes'],
  ])('says %o plainly', (change, words) => {
    expect(changeWords(change)).toBe(words);
  });

  it('names what was done, and shows an unknown action as it is kept', () => {
    expect(actionWords('booking.cancellation-undone')).toBe('Cancellation taken back');
    expect(actionWords('booking.painted')).toBe('booking.painted');
  });
});
