import { describe, expect, it } from 'vitest';
import { LocalDate } from '#db/shared/local-date';
import { actionWords, changeWords, saysSomething } from '../../renderer/bookings/history-words.ts';

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
    [{ field: 'endsOn', before: '', after: '2028-01-04' }, 'Ends on: Tue 4 Jan 2028'],
    [{ field: 'needs', before: 'tea', after: '' }, 'Needs: tea, now nothing'],
    [{ field: 'outOfHours', before: 'false', after: 'true' }, 'Out of hours: no, now yes'],
  ])('says %o plainly', (change, words) => {
    expect(changeWords(change, LocalDate.parse('2027-01-04'))).toBe(words);
  });

  it.each([
    ['', '', false],
    ['', 'null', false],
    ['', 'tea', true],
    ['tea', '', true],
  ])('leaves out what was and stays empty: from “%s” to “%s”', (before, after, isSaid) => {
    expect(saysSomething({ field: 'needs', before, after })).toBe(isSaid);
  });

  it('names what was done, and shows an unknown action as it is kept', () => {
    expect(actionWords('booking.cancellation-undone')).toBe('Cancellation taken back');
    expect(actionWords('booking.painted')).toBe('booking.painted');
  });
});
