import { describe, expect, it } from 'vitest';
import { formatMinute, layOutDay } from '../../renderer/diary/day-layout.ts';
import {
  type Drag,
  findObstacle,
  isWhereItWas,
  targetOf,
  targetWords,
} from '../../renderer/diary/drag.ts';
import { A_MONDAY, aCard, aDay, aRoom } from './day-values.ts';

const OWN = aCard('14:00', '16:00', { id: 'own' });
const LAYOUT = layOutDay(
  aDay({
    facilities: [aRoom(), aRoom({ id: 'room-2', name: 'Small Room' })],
    bookings: [
      OWN,
      aCard('10:00', '12:00', {
        bookerName: 'Birch Court TRA',
        heldUntil: `${A_MONDAY}T12:30`,
      }),
    ],
  }),
);

const held = (kind: 'move' | 'stretch', at = 14.5): Drag => ({
  kind,
  booking: OWN,
  column: 0,
  at: at * 60,
  use: { from: 14 * 60, until: 16 * 60 },
});
const drawn = (at: number): Drag => ({ kind: 'make', column: 0, at: at * 60 });

/** Where it would land with the pointer at that hour, as words. */
function landing(drag: Drag, hour: number, column = 0): string {
  const target = targetOf(LAYOUT, drag, { column, minute: hour * 60 });
  return `${target.column}: ${formatMinute(target.from)} to ${formatMinute(target.until)}`;
}

describe('A drag in the calendar', () => {
  it('draws whole quarters of an hour over free time, in both directions', () => {
    expect(landing(drawn(9.1), 10.3)).toBe('0: 9am to 10:30am');
    expect(landing(drawn(10.3), 9.1)).toBe('0: 9am to 10:30am');
    expect(landing(drawn(9.1), 9.1)).toBe('0: 9am to 9:15am');
    expect(landing(drawn(9.1), 10, 1)).toBe('0: 9am to 10:15am');
  });

  it('moves a booking by the quarter of an hour nearest, and to another room', () => {
    expect(landing(held('move'), 15.6)).toBe('0: 3pm to 5pm');
    expect(landing(held('move'), 13.2, 1)).toBe('1: 12:45pm to 2:45pm');
  });

  it('keeps a booking inside the hours and rooms shown', () => {
    expect(landing(held('move'), 2, 9)).toBe('1: 8am to 10am');
    expect(landing(held('move'), 23)).toBe('0: 8pm to 10pm');
  });

  it('stretches only the end, to a quarter of an hour at least', () => {
    expect(landing(held('stretch', 16), 17.3, 1)).toBe('0: 2pm to 5:15pm');
    expect(landing(held('stretch', 16), 9)).toBe('0: 2pm to 2:15pm');
    expect(landing(held('stretch', 16), 23)).toBe('0: 2pm to 10pm');
  });

  it('says where it would land and what is in the way, clearing up too', () => {
    const target = targetOf(LAYOUT, held('move'), { column: 0, minute: 12.75 * 60 });

    expect(targetWords(LAYOUT, held('move'), target)).toBe(
      'Meeting Room, 12:15pm to 2:15pm: taken by Birch Court TRA',
    );
    expect(
      targetWords(LAYOUT, drawn(17), targetOf(LAYOUT, drawn(17), { column: 0, minute: 18 * 60 })),
    ).toBe('5pm to 6:15pm, 1 h 15');
    expect(
      findObstacle(
        LAYOUT,
        drawn(21),
        targetOf(LAYOUT, drawn(21), { column: 0, minute: 21.5 * 60 }),
      ),
    ).toEqual({ words: 'closed', who: '' });
  });

  it('never stands in its own way', () => {
    const target = targetOf(LAYOUT, held('move'), { column: 0, minute: 15 * 60 });

    expect(findObstacle(LAYOUT, held('move'), target)).toBeUndefined();
  });

  it('changes nothing where it is put back', () => {
    const same = targetOf(LAYOUT, held('move'), { column: 0, minute: 14.5 * 60 });

    expect(isWhereItWas(held('move'), same)).toBe(true);
    expect(isWhereItWas(held('move'), { ...same, column: 1 })).toBe(false);
    expect(isWhereItWas(drawn(9), same)).toBe(false);
  });

  it('finds no place left where the last one is taken', () => {
    const suite = layOutDay(
      aDay({
        facilities: [aRoom({ units: 2, unitName: 'computer' })],
        bookings: [aCard('10:00', '11:00', { units: 2 }), aCard('12:00', '13:00')],
      }),
    );

    expect(findObstacle(suite, drawn(10), { column: 0, from: 600, until: 660 })).toEqual({
      words: 'full',
      who: '',
    });
    expect(findObstacle(suite, drawn(12), { column: 0, from: 720, until: 780 })).toBeUndefined();
  });
});
