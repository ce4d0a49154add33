import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import { parseBookWords, sayBookWords, sayNobody } from '../../renderer/bookings/book-words.ts';
import { aRoom } from './day-values.ts';

const KNOWN = {
  today: '2026-11-24' as LocalDate,
  facilities: [
    aRoom({ id: 'hall', name: 'Main Hall' }),
    aRoom({ id: 'small', name: 'Small Room' }),
  ],
};

const read = (text: string) => {
  const words = parseBookWords(text, KNOWN);
  return words && [words.facility?.id, words.date, words.from, words.until, words.who];
};

describe('A booking in a few words', () => {
  it.each([
    ['hall thu 6-8 oak', ['hall', '2026-11-26', '18:00', '20:00', 'oak']],
    ['oak 6-8 thu hall', ['hall', '2026-11-26', '18:00', '20:00', 'oak']],
    ['hall tomorrow 10 to noon', ['hall', '2026-11-25', '10:00', '12:00', '']],
    [
      'small room 14/12 9:30-11 birch court',
      ['small', '2026-12-14', '09:30', '11:00', 'birch court'],
    ],
    ['book the hall on friday from 9am until 5pm', ['hall', '2026-11-27', '09:00', '17:00', '']],
    ['hall next thu 6-8pm', ['hall', '2026-12-03', '18:00', '20:00', '']],
    ['hall 24 dec 9-11am', ['hall', '2026-12-24', '09:00', '11:00', '']],
    ['hall thu 6pm 2h', ['hall', '2026-11-26', '18:00', '20:00', '']],
    ['hall thu 9pm - midnight', ['hall', '2026-11-26', '21:00', '24:00', '']],
    ['hall thu', ['hall', '2026-11-26', undefined, undefined, '']],
    ['thu 18:30 to 20:00', [undefined, '2026-11-26', '18:30', '20:00', '']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['hall every monday 6-8 oak', 'weekly', '2026-11-30', 'oak'],
    ['every other tue hall 10-12', 'fortnightly', '2026-11-24', ''],
    ['hall every two weeks on fri 6-8 birch', 'fortnightly', '2026-11-27', 'birch'],
    ['small room every day 9-10', 'daily', '2026-11-24', ''],
    ['hall thu 6-8', undefined, '2026-11-26', ''],
  ])('reads how it comes again in %s', (text, repeat, date, who) => {
    expect(parseBookWords(text, KNOWN)).toMatchObject({ repeat, date, who });
  });

  it('says how it comes again and from when', () => {
    const words = parseBookWords('hall every monday 6-8 oak', KNOWN);
    expect(words && sayBookWords(words, 'Oak Estate TRA')).toBe(
      'Main Hall, every Monday from Mon 30 Nov, 6pm to 8pm, Oak Estate TRA',
    );
  });

  it.each(['oak', 'hall', 'thursday', 'BKG-2027-0041', '07700 900', 'main hall oak estate', '6-8'])(
    'leaves %s to the search',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('says what the form will open with', () => {
    const words = parseBookWords('hall thu 6-8 oak', KNOWN);

    expect(words && sayBookWords(words, 'Oak Estate TRA')).toBe(
      'Main Hall, Thu 26 Nov, 6pm to 8pm, Oak Estate TRA',
    );
  });

  it('says a name that nobody has, so that the form does not open without it unnoticed', () => {
    const words = parseBookWords('book cedar hall thu 6-8', KNOWN);
    expect(sayNobody(words?.who ?? '')).toBe(' (nobody found for “cedar”)');
    expect(sayNobody('')).toBe('');
  });
});
