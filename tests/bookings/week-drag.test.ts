import { describe, expect, it } from 'vitest';
import { addDays } from '#db/shared/local-date';
import {
  findWeekObstacle,
  isOwnCell,
  type WeekDrag,
  weekPlaceOf,
  weekTargetWords,
} from '../../renderer/diary/week-drag.ts';
import { layOutWeek } from '../../renderer/diary/week-layout.ts';
import { A_MONDAY, aCard, aRoom, aWeek } from './day-values.ts';

const [TUESDAY, WEDNESDAY] = [addDays(A_MONDAY, 1), addDays(A_MONDAY, 2)];
const OWN = aCard('14:00', '16:00', { id: 'own' });
const LAYOUT = layOutWeek(
  aWeek({
    facilities: [
      aRoom(),
      aRoom({ id: 'room-2', name: 'Small Room' }),
      aRoom({ id: 'suite', name: 'Computers', units: 2, unitName: 'computer' }),
    ],
    bookings: [
      OWN,
      aCard('10:00', '13:30', {
        date: TUESDAY,
        bookerName: 'Birch Court TRA',
        heldUntil: `${TUESDAY}T14:15`,
      }),
      aCard('16:00', '18:00', { date: TUESDAY, facilityId: 'room-2' }),
      aCard('14:00', '15:00', { id: 'one', facilityId: 'suite' }),
      aCard('15:00', '16:00', { id: 'two', facilityId: 'suite' }),
      aCard('13:00', '17:00', { id: 'both', date: TUESDAY, facilityId: 'suite', units: 2 }),
    ],
  }),
);
const DRAG: WeekDrag = { booking: OWN, from: { row: 0, column: 0 } };

describe('A drag in the week', () => {
  it('takes a booking to another day and room at its own times', () => {
    expect(weekPlaceOf(LAYOUT, DRAG, { row: 1, column: 2 })).toEqual({
      facilityId: 'room-2',
      date: WEDNESDAY,
      from: '14:00',
      until: '16:00',
    });
    expect(weekPlaceOf(LAYOUT, DRAG, { row: 9, column: 2 })).toBeUndefined();
  });

  it('writes the midnight at which a booking ends as the end of its new day', () => {
    const late = { ...DRAG, booking: aCard('22:00', '24:00') };

    expect(weekPlaceOf(LAYOUT, late, { row: 0, column: 1 })).toMatchObject({
      date: TUESDAY,
      from: '22:00',
      until: '24:00',
    });
  });

  it('changes nothing in its own cell, and says so', () => {
    expect(isOwnCell(DRAG, { row: 0, column: 0 })).toBe(true);
    expect(isOwnCell(DRAG, { row: 0, column: 1 })).toBe(false);
    expect(isOwnCell(DRAG, { row: 1, column: 0 })).toBe(false);
    expect(weekTargetWords(LAYOUT, DRAG, { row: 0, column: 0 })).toBe(
      'Meeting Room, Mon 4 Jan, 2pm to 4pm: where it is now',
    );
  });

  it('says where it would go and what is in the way, clearing up too', () => {
    expect(weekTargetWords(LAYOUT, DRAG, { row: 0, column: 2 })).toBe(
      'Meeting Room, Wed 6 Jan, 2pm to 4pm',
    );
    expect(weekTargetWords(LAYOUT, DRAG, { row: 0, column: 1 })).toBe(
      'Meeting Room, Tue 5 Jan, 2pm to 4pm: taken by Birch Court TRA',
    );
    expect(weekTargetWords(LAYOUT, DRAG, { row: 0, column: 5 })).toBe(
      'Meeting Room, Sat 9 Jan, 2pm to 4pm: closed',
    );
  });

  it('lets a booking begin where another ends', () => {
    expect(findWeekObstacle(LAYOUT, DRAG, { row: 1, column: 1 })).toBeUndefined();
  });

  it('finds no place left only where all are taken at one time', () => {
    expect(findWeekObstacle(LAYOUT, DRAG, { row: 2, column: 0 })).toBeUndefined();
    expect(findWeekObstacle(LAYOUT, DRAG, { row: 2, column: 1 })).toEqual({
      words: 'full',
      who: '',
    });
  });
});
