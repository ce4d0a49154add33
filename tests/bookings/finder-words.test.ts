import { describe, expect, it } from 'vitest';
import type { Wish } from '../../renderer/diary/calendar.queries.ts';
import type { LocalDate } from '#db/shared/local-date';
import {
  echoOfWish,
  parseFinderWords,
  usualWish,
  wordsOfWish,
} from '../../renderer/diary/finder-words.ts';
import { aRoom } from './day-values.ts';

/** A Tuesday. */
const TODAY = '2026-11-24' as LocalDate;
const FACILITIES = [
  aRoom({ id: 'hall', name: 'Main Hall' }),
  aRoom({ id: 'small', name: 'Small Room' }),
  aRoom({ id: 'suite', name: 'Computer Suite' }),
  aRoom({ id: 'gone', name: 'Old Kitchen', isActive: false }),
];
const KNOWN = { today: TODAY, facilities: FACILITIES };
const read = (text: string): Wish => parseFinderWords(text, KNOWN).wish;
const said = (part: Partial<Wish>): Wish => ({ ...usualWish(TODAY), ...part });
const NEXT_WEEK = { from: '2026-11-30', until: '2026-12-06' } as Pick<Wish, 'from' | 'until'>;

describe('A sentence that asks for a free time', () => {
  it('understands length, people, needs, days and part of the day in one go', () => {
    expect(read('2 hours, 12 people, step-free, next week, evening')).toEqual(
      said({
        minutes: 120,
        people: 12,
        accessNeeds: ['step-free'],
        part: 'evening',
        ...NEXT_WEEK,
      }),
    );
  });

  it('understands a question as it is asked on the phone', () => {
    const { wish, unread } = parseFinderWords(
      'When is the hall free for two hours next week?',
      KNOWN,
    );

    expect(wish).toEqual(
      said({ facilityId: FACILITIES[0]?.id ?? null, minutes: 120, ...NEXT_WEEK }),
    );
    expect(unread).toEqual([]);
  });

  it('asks the same in three short words', () => {
    expect(read('hall 2h next')).toEqual(read('When is the hall free for two hours next week?'));
  });

  it.each([
    ['2h', 120],
    ['2 hrs', 120],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1.5 hours', 90],
    ['2.25h', 135],
    ['90 min', 90],
    ['45m', 45],
    ['half an hour', 30],
    ['an hour', 60],
    ['an hour and a half', 90],
    ['three hours', 180],
    ['two hours and 15 minutes', 135],
    ['half a day', 240],
    ['5 min', 15],
  ])('reads the length %s as %i minutes', (text, minutes) => {
    expect(read(text).minutes).toBe(minutes);
  });

  it.each([
    ['12 people', 12],
    ['12p', 12],
    ['for 40', 40],
    ['twelve people', 12],
    ['8 seats', 8],
    ['one person', 1],
    ['30 of us', 30],
  ])('reads %s as %i people', (text, people) => {
    expect(read(text).people).toBe(people);
  });

  it('does not take a length for people, nor people for a length', () => {
    expect(read('for 2 hours for 12')).toEqual(said({ minutes: 120, people: 12 }));
    expect(read('for 12 for 2 hours')).toEqual(said({ minutes: 120, people: 12 }));
  });

  it.each([
    ['step free', 'step-free'],
    ['wheelchair', 'step-free'],
    ['ramp', 'step-free'],
    ['accessible toilet', 'accessible-toilet'],
    ['disabled toilet', 'accessible-toilet'],
    ['hearing loop', 'hearing-loop'],
    ['loop', 'hearing-loop'],
    ['parking', 'parking'],
    ['lift', 'lift'],
    ['quiet', 'quiet-space'],
    ['big screen', 'large-screen'],
    ['interpreter', 'interpreter-booth'],
  ])('reads %s as the need %s', (text, need) => {
    expect(read(text).accessNeeds).toEqual([need]);
  });

  it.each([
    ['today', '2026-11-24', '2026-11-24'],
    ['tomorrow', '2026-11-25', '2026-11-25'],
    ['this week', '2026-11-24', '2026-11-29'],
    ['next week', '2026-11-30', '2026-12-06'],
    ['+2w', '2026-12-07', '2026-12-13'],
    ['in 3 weeks', '2026-12-14', '2026-12-20'],
    ['this weekend', '2026-11-28', '2026-11-29'],
    ['next weekend', '2026-12-05', '2026-12-06'],
    ['this month', '2026-11-24', '2026-11-30'],
    ['next month', '2026-12-01', '2026-12-31'],
    ['december', '2026-12-01', '2026-12-31'],
    ['in march', '2027-03-01', '2027-03-31'],
    ['november', '2026-11-24', '2026-11-30'],
    ['thu', '2026-11-26', '2026-11-26'],
    ['on thursday', '2026-11-26', '2026-11-26'],
    ['next thursday', '2026-12-03', '2026-12-03'],
    ['14/12', '2026-12-14', '2026-12-14'],
    ['14 dec', '2026-12-14', '2026-12-14'],
    ['14th December 2026', '2026-12-14', '2026-12-14'],
    ['thu to sat', '2026-11-26', '2026-11-28'],
    ['between 1 dec and 14 dec', '2026-12-01', '2026-12-14'],
    ['14/12 - 1/12', '2026-12-01', '2026-12-14'],
    ['from 1 dec', '2026-12-01', '2026-12-14'],
    ['before 1 dec', '2026-11-24', '2026-12-01'],
  ])('reads %s as %s to %s', (text, from, until) => {
    expect(read(text)).toMatchObject({ from, until });
  });

  it.each([
    ['morning', 'morning'],
    ['in the mornings', 'morning'],
    ['afternoon', 'afternoon'],
    ['evening', 'evening'],
    ['eve', 'evening'],
    ['any time', 'any'],
  ])('reads %s as a part of the day', (text, part) => {
    expect(read(text).part).toBe(part);
  });

  it('reads tonight as this evening', () => {
    expect(read('tonight')).toEqual(said({ from: TODAY, until: TODAY, part: 'evening' }));
  });

  it('finds the room by its name, by a word of it, and by the beginning of a word', () => {
    expect(read('small room').facilityId).toBe('small');
    expect(read('hall').facilityId).toBe('hall');
    expect(read('comp').facilityId).toBe('suite');
    expect(read('kitchen').facilityId).toBeNull();
    expect(read('a room for 12').facilityId).toBeNull();
  });

  it('says which words it did not understand, and passes over small talk', () => {
    expect(parseFinderWords('please can we have a trampoline for 2h', KNOWN).unread).toEqual([
      'trampoline',
    ]);
  });

  it('asks for an hour within a fortnight when nothing is said', () => {
    expect(read('')).toEqual(usualWish(TODAY));
    expect(usualWish(TODAY)).toMatchObject({ minutes: 60, from: TODAY, until: '2026-12-07' });
  });
});

describe('The fields beside the sentence', () => {
  const wishes: readonly Partial<Wish>[] = [
    {},
    { minutes: 135 },
    { minutes: 15, people: 1 },
    { minutes: 180, people: 240, part: 'morning' },
    { accessNeeds: ['step-free', 'accessible-toilet', 'hearing-loop', 'parking'] },
    { accessNeeds: ['lift', 'quiet-space', 'large-screen', 'interpreter-booth'], ...NEXT_WEEK },
    { facilityId: FACILITIES[1]?.id ?? null, part: 'afternoon' },
    { from: '2027-05-03' as LocalDate, until: '2027-05-03' as LocalDate },
    { from: '2026-12-28' as LocalDate, until: '2027-01-08' as LocalDate, part: 'evening' },
    { from: TODAY, until: '2026-11-29' as LocalDate },
    { from: '2026-12-01' as LocalDate, until: '2026-12-31' as LocalDate },
  ];

  it.each(wishes)('write a sentence that is read back as the same wish: %o', (part) => {
    const wish = said(part);

    expect(parseFinderWords(wordsOfWish(wish, KNOWN), KNOWN)).toEqual({ wish, unread: [] });
  });

  it('say back in full what was understood', () => {
    expect(echoOfWish(read('hall 2h 12 people step-free next eve'), KNOWN)).toBe(
      'Main Hall, 2 hours, 12 people, step-free entrance, Mon 30 Nov to Sun 6 Dec, in the evening',
    );
    expect(echoOfWish(read('tomorrow'), KNOWN)).toBe(
      'Any room, 1 hour, Wed 25 Nov, any time of day',
    );
  });
});
