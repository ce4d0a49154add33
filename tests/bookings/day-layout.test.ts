import { describe, expect, it } from 'vitest';
import { formatMinute, layOutDay, rowsOf } from '../../renderer/diary/day-layout.ts';
import { aCard, aDay, aRoom, hours } from './day-values.ts';

const times = (span: { from: number; until: number }): string =>
  `${formatMinute(span.from)} to ${formatMinute(span.until)}`;

describe('The day view', () => {
  it('shows the opening hours with an hour before and after', () => {
    expect(times(layOutDay(aDay()).shown)).toBe('8am to 10pm');
  });

  it('reaches further for a booking outside them, up to midnight', () => {
    const day = aDay({ bookings: [aCard('07:30', '08:30'), aCard('22:00', '24:00')] });

    expect(times(layOutDay(day).shown)).toBe('7am to midnight');
  });

  it('shows a usual day when nobody has said when a room is open, and closes nothing', () => {
    const layout = layOutDay(aDay({ facilities: [aRoom({ hours: null })], officeHours: [] }));

    expect(times(layout.shown)).toBe('8am to 10pm');
    expect(layout.columns[0]?.bands).toEqual([]);
    expect(layout.columns[0]?.words).toBe('Holds 40, opening hours not entered');
  });

  it('hatches each closed part and says until when', () => {
    const room = aRoom({
      hours: [...hours('10:00', '13:00', [1]), ...hours('14:00', '18:00', [1])],
    });
    const layout = layOutDay(aDay({ facilities: [room] }));

    expect(layout.columns[0]?.bands.map((band) => [times(band), band.words])).toEqual([
      ['8am to 10am', 'Closed until 10am'],
      ['1pm to 2pm', 'Closed until 2pm'],
      ['6pm to 7pm', 'Closed'],
    ]);
  });

  it('closes a room all day on a weekday without hours', () => {
    const room = aRoom({ hours: hours('09:00', '21:00', [2]) });
    const layout = layOutDay(aDay({ facilities: [room] }));

    expect(layout.columns[0]?.bands.map((band) => band.words)).toEqual(['Closed all day']);
    expect(layout.columns[0]?.words).toBe('Holds 40, closed on this day');
  });

  it('names where office hours begin and end', () => {
    const layout = layOutDay(aDay());

    expect(layout.officeLines.map((line) => `${line.words} ${formatMinute(line.at)}`)).toEqual([
      'Office hours begin 9am',
      'Office hours end 5pm',
    ]);
    expect(layout.officeWords).toMatch(/^Office hours 9am to 5pm\./);
  });

  it('says so when the office is closed that day, and when its hours are not entered', () => {
    const closed = layOutDay(aDay({ officeHours: hours('09:00', '17:00', [2]) }));
    const unknown = layOutDay(aDay({ officeHours: [] }));

    expect(closed.officeWords).toMatch(/closed on this day/);
    expect(unknown.officeWords).toMatch(/not entered yet/);
  });

  it('marks office hours as walk-in time in a room that takes no bookings then', () => {
    const layout = layOutDay(aDay({ facilities: [aRoom({ isBookable: false })] }));
    const walkIn = layout.columns[0]?.bands.filter((band) => band.kind === 'walk-in') ?? [];

    expect(walkIn.map(times)).toEqual(['9am to 5pm']);
    expect(layout.columns[0]?.words).toBe('Walk in, holds 40, open 9am to 9pm');
  });

  it('puts bookings into their rooms in time order', () => {
    const day = aDay({
      facilities: [aRoom(), aRoom({ id: 'room-2', name: 'Small Room' })],
      bookings: [
        aCard('18:00', '20:00'),
        aCard('10:00', '11:00', { facilityId: 'room-2' }),
        aCard('09:00', '10:05'),
      ],
    });
    const [main, small] = layOutDay(day).columns;

    expect(main?.blocks.map(times)).toEqual(['9am to 10:05am', '6pm to 8pm']);
    expect(small?.blocks.map(times)).toEqual(['10am to 11am']);
    expect(rowsOf(65)).toBeCloseTo(4.333);
  });

  it('keeps a room that is no longer in use while it still has a booking that day', () => {
    const gone = aRoom({ isActive: false });

    expect(layOutDay(aDay({ facilities: [gone] })).columns).toHaveLength(0);
    expect(
      layOutDay(aDay({ facilities: [gone], bookings: [aCard('10:00', '11:00')] })).columns,
    ).toHaveLength(1);
  });

  it('tells people and needs beside the time', () => {
    const booking = aCard('18:00', '20:00', { expectedNumber: 12, needs: 'hearing loop' });
    const block = layOutDay(aDay({ bookings: [booking] })).columns[0]?.blocks[0];

    expect(block?.facts).toBe('6pm to 8pm · 12 people · Needs: hearing loop');
  });
});
