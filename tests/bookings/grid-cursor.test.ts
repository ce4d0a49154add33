import { describe, expect, it } from 'vitest';
import type { LocalDateTime } from '#db/shared/local-date';
import { layOutDay } from '../../renderer/diary/day-layout.ts';
import {
  type Cursor,
  cursorAt,
  cursorOn,
  cursorWords,
  findTakenBy,
  fitted,
  movedCursor,
  nextBooking,
  startOf,
} from '../../renderer/diary/grid-cursor.ts';
import { aCard, aDay, aRoom } from './day-values.ts';

const LAYOUT = layOutDay(
  aDay({
    facilities: [aRoom(), aRoom({ id: 'room-2', name: 'Small Room' })],
    bookings: [
      aCard('18:00', '20:00'),
      aCard('10:00', '11:00', { id: 'small', facilityId: 'room-2' }),
    ],
  }),
);

const at = (time: number, column = 0): Cursor => cursorAt(LAYOUT, column, time * 60);

/** Presses keys one after another; a leading + stands for Shift. */
function press(cursor: Cursor, ...keys: string[]): Cursor {
  return keys.reduce((from, key) => {
    const name = key.replace('+', '');
    return movedCursor(LAYOUT, from, { name, withShift: name !== key }) ?? from;
  }, cursor);
}

describe('The cursor in the calendar', () => {
  it('begins at the next quarter of an hour today, and on other days when the room opens', () => {
    expect(startOf(LAYOUT, '2027-01-04T10:05' as LocalDateTime)).toEqual(at(10.25));
    expect(startOf(LAYOUT, '2027-01-05T10:05' as LocalDateTime)).toEqual(at(9));
  });

  it('goes on from the booking that has the focus, and else stays', () => {
    expect(cursorOn(LAYOUT, 'small', at(9))).toEqual(at(10, 1));
    expect(cursorOn(LAYOUT, 'of another day', at(9))).toEqual(at(9));
  });

  it('comes along to a day with fewer rooms and hours', () => {
    const oneRoom = layOutDay(aDay({ facilities: [aRoom()], bookings: [] }));
    expect(fitted(oneRoom, { column: 1, anchor: 0, head: 10 * 60 })).toEqual({
      column: 0,
      anchor: oneRoom.shown.from,
      head: 10 * 60,
    });
  });

  it('moves by a quarter of an hour and by room', () => {
    expect(cursorWords(LAYOUT, press(at(9), 'ArrowDown'))).toBe('Meeting Room, 9:15am, free');
    expect(cursorWords(LAYOUT, press(at(9), 'ArrowRight', 'ArrowUp'))).toBe(
      'Small Room, 8:45am, closed until 9am',
    );
  });

  it('stays inside the day and the rooms', () => {
    expect(press(at(8), 'ArrowUp', 'ArrowLeft')).toEqual(at(8));
    expect(press(at(8), 'End', 'ArrowDown')).toEqual(at(21.75));
    expect(press(at(12, 1), 'ArrowRight', 'Home')).toEqual(at(8, 1));
  });

  it('stretches a selection with Shift in both directions and lets it go without', () => {
    const down = press(at(9), '+ArrowDown', '+ArrowDown', '+ArrowDown');
    const up = press(at(9), '+ArrowUp');

    expect(cursorWords(LAYOUT, down)).toBe('Meeting Room, 9am to 10am, free');
    expect(cursorWords(LAYOUT, up)).toBe('Meeting Room, 8:45am to 9:15am, closed until 9am');
    expect(press(down, 'ArrowDown')).toEqual(at(10));
  });

  it('says who has the room at that time', () => {
    expect(cursorWords(LAYOUT, at(18.5))).toBe(
      'Meeting Room, 6:30pm, taken 6pm to 8pm by Ashdown TRA',
    );
    expect(findTakenBy(LAYOUT, at(20))).toBeUndefined();
  });

  it('does not move for other keys', () => {
    expect(movedCursor(LAYOUT, at(9), { name: 'x', withShift: false })).toBeUndefined();
  });
});

describe('B in the calendar', () => {
  it('goes to the next booking in time over all rooms, then starts over', () => {
    expect(nextBooking(LAYOUT, at(9), undefined)?.id).toBe('small');
    expect(nextBooking(LAYOUT, at(9), 'small')?.id).toBe('booking-18:00');
    expect(nextBooking(LAYOUT, at(9), 'booking-18:00')?.id).toBe('small');
    expect(nextBooking(LAYOUT, at(21), undefined)?.id).toBe('small');
  });

  it('goes nowhere on a day without bookings', () => {
    const empty = layOutDay(aDay());

    expect(nextBooking(empty, cursorAt(empty, 0, 600), undefined)).toBeUndefined();
  });
});
