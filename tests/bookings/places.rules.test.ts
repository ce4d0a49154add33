import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestFree, freeStretches, freeWords, type PlacesHeld } from '#db/bookings/places.rules';
import { addMinutes, type LocalDateTime } from '#db/shared/local-date';

const at = (time: string) => `2027-06-10T${time}` as LocalDateTime;
const held = (from: string, until: string, units: number): PlacesHeld => ({
  from: at(from),
  until: at(until),
  units,
});
const DAY = { from: at('11:00'), until: at('21:00') };

describe('The free places of a facility', () => {
  it('are said until when, and how many after', () => {
    const course = [held('10:00', '12:00', 5)];
    expect(freeWords(freeStretches(8, course, DAY))).toBe('3 free until noon, 8 after');
    expect(fewestFree(8, course, { from: at('11:00'), until: at('13:00') })).toBe(3);
  });

  it.each([
    ['nothing is held', [], '8 free'],
    ['all are held all day', [held('09:00', '21:00', 8)], 'none free'],
    ['something begins later', [held('14:00', '21:00', 5)], '8 free until 2pm, 3 after'],
    ['more is held than there is', [held('11:00', '12:30', 9)], 'none free until 12:30pm, 8 after'],
    [
      'one ends as another of the same size begins',
      [held('10:00', '12:00', 5), held('12:00', '13:00', 5)],
      '3 free until 1pm, 8 after',
    ],
    [
      'it changes more often than a sentence holds',
      [held('12:00', '13:00', 1), held('14:00', '15:00', 2), held('16:00', '17:00', 3)],
      '8 free until noon, 7 until 1pm, 8 until 2pm',
    ],
  ])('are put into words when %s', (_, holdings, words) => {
    expect(freeWords(freeStretches(8, holdings, DAY))).toBe(words);
  });

  it('are the same as counted minute by minute', () => {
    const minute = fc.integer({ min: 0, max: 600 });
    const some = fc.record({
      from: minute,
      length: fc.integer({ min: 1, max: 300 }),
      units: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), minute, (made, start) => {
        const holdings = made.map((one) => ({
          from: addMinutes(at('09:00'), one.from),
          until: addMinutes(at('09:00'), one.from + one.length),
          units: one.units,
        }));
        const span = {
          from: addMinutes(at('09:00'), start),
          until: addMinutes(at('09:00'), start + 60),
        };
        const counted = Array.from({ length: 60 }, (_, i) => {
          const moment = addMinutes(span.from, i);
          return (
            8 -
            holdings.reduce(
              (sum, h) => sum + (h.from <= moment && moment < h.until ? h.units : 0),
              0,
            )
          );
        });
        const stretches = freeStretches(8, holdings, span);
        const said = Array.from({ length: 60 }, (_, i) => {
          const moment = addMinutes(span.from, i);
          return stretches.find((s) => s.from <= moment && moment < s.until)?.free;
        });
        expect(said).toEqual(counted);
        expect(fewestFree(8, holdings, span)).toBe(Math.min(...counted));
      }),
    );
  });
});
