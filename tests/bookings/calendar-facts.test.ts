import { describe, expect, it } from 'vitest';
import type { MonthDay } from '#db/bookings/booking-views.contract';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { sumOfMonths } from '../../renderer/diary/calendar.queries.ts';
import {
  formatMinute,
  layOutDay,
  layOutRoomWeek,
  type Stretch,
} from '../../renderer/diary/day-layout.ts';
import { cursorAt, cursorWords, findTakenBy, gapWords } from '../../renderer/diary/grid-cursor.ts';
import { fillsOf, movedDay, weeksOfMonth } from '../../renderer/diary/month-layout.ts';
import { A_MONDAY, aCard, aDay, aRoom, aWeek } from './day-values.ts';

const times = (span: Stretch): string =>
  `${formatMinute(span.from)} to ${formatMinute(span.until)}`;

const SET_UP = aCard('14:00', '16:00', {
  heldFrom: `${A_MONDAY}T13:30`,
  heldUntil: `${A_MONDAY}T16:15`,
});

describe('Free time between bookings', () => {
  it('is told with its length, and that it begins after clearing up', () => {
    const [room] = layOutDay(aDay({ bookings: [SET_UP, aCard('18:30', '20:00')] })).columns;

    expect(room?.gaps.map((gap) => [times(gap), gap.words])).toEqual([
      ['9am to 1:30pm', '4 h 30 free'],
      ['4:15pm to 6:30pm', '2 h 15 free, after clearing up'],
      ['8pm to 9pm', '1 h free'],
    ]);
  });

  it('is what the cursor says of the gap it stands in', () => {
    const layout = layOutDay(aDay({ bookings: [SET_UP] }));

    expect(gapWords(layout, cursorAt(layout, 0, 17 * 60))).toBe('4 h 45 free, after clearing up');
    expect(gapWords(layout, cursorAt(layout, 0, 15 * 60))).toBe('');
  });

  it('is not the set-up of a booking, which the cursor names', () => {
    const layout = layOutDay(aDay({ bookings: [SET_UP] }));

    expect(cursorWords(layout, cursorAt(layout, 0, 13.5 * 60))).toBe(
      'Meeting Room, 1:30pm, setting up for Ashdown TRA',
    );
    expect(cursorWords(layout, cursorAt(layout, 0, 16 * 60))).toBe(
      'Meeting Room, 4pm, clearing up after Ashdown TRA',
    );
  });
});

describe('A facility with several places', () => {
  const suite = aRoom({ name: 'Computer Suite', units: 8, unitName: 'computer' });
  const bookings = [
    aCard('10:00', '12:00', { id: 'a', units: 5 }),
    aCard('11:00', '13:00', { id: 'b', units: 3 }),
    aCard('13:00', '14:00', { id: 'c', units: 1 }),
  ];

  it('puts bookings of the same time side by side and says how many places are taken', () => {
    const [column] = layOutDay(aDay({ facilities: [suite], bookings })).columns;

    expect(column?.blocks.map((block) => [block.lane, block.lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
    expect(column?.loads.map((load) => [times(load), load.words, load.isFull])).toEqual([
      ['10am to 11am', '5 of 8 booked', false],
      ['11am to noon', '8 of 8 booked', true],
      ['noon to 1pm', '3 of 8 booked', false],
      ['1pm to 2pm', '1 of 8 booked', false],
    ]);
    expect(column?.blocks[0]?.facts).toBe('10am to noon · 5 computers');
  });

  it('counts no place that is out of order', () => {
    const seat = { id: 's', name: 'PC 1', outOfOrderUntil: null, outOfOrderWhy: 'Screen' };
    const broken = { ...suite, seats: [{ ...seat, outOfOrderFrom: A_MONDAY }] };
    const layout = layOutDay(aDay({ facilities: [broken], bookings: [bookings[0]] }));

    expect(layout.columns[0]?.loads[0]?.words).toBe('5 of 7 booked');
  });

  it('can be booked until the last place is taken', () => {
    const layout = layOutDay(aDay({ facilities: [suite], bookings }));

    expect(findTakenBy(layout, cursorAt(layout, 0, 10 * 60))).toBeUndefined();
    expect(findTakenBy(layout, cursorAt(layout, 0, 11 * 60))?.id).toBe('a');
    expect(cursorWords(layout, cursorAt(layout, 0, 10 * 60))).toBe(
      'Computer Suite, 10am, 5 of 8 booked',
    );
  });
});

describe('A day that is closed out of the ordinary', () => {
  const room = aRoom();
  const closedFrom = (from: string | null) => ({
    facilityId: room.id,
    date: A_MONDAY,
    spans: from === null ? [] : [{ from: `${A_MONDAY}T09:00`, until: `${A_MONDAY}T${from}` }],
    why: 'Staff training',
  });

  it('is hatched with its reason and lists the bookings that stand on it', () => {
    const layout = layOutDay(aDay({ open: [closedFrom(null)], bookings: [SET_UP] }));

    expect(layout.columns[0]?.bands.map((band) => band.words)).toEqual(['Closed: Staff training']);
    expect(layout.columns[0]?.words).toBe('Holds 40, closed on this day (Staff training)');
    expect(layout.closed).toMatchObject([{ words: 'Closed: Staff training', bookings: [SET_UP] }]);
  });

  it('keeps the usual words outside the hours that are closed', () => {
    const layout = layOutDay(aDay({ open: [closedFrom('13:00')], bookings: [SET_UP] }));

    expect(layout.columns[0]?.bands.map((band) => [times(band), band.words])).toEqual([
      ['8am to 9am', 'Closed until 9am'],
      ['1pm to 6pm', 'Closed: Staff training'],
    ]);
    expect(layout.closed[0]?.bookings).toEqual([SET_UP]);
  });

  it('is no news where it is only open at other hours', () => {
    const open = [
      {
        facilityId: room.id,
        date: A_MONDAY,
        spans: [
          {
            from: `${A_MONDAY}T08:00` as LocalDateTime,
            until: `${A_MONDAY}T22:00` as LocalDateTime,
          },
        ],
        why: 'Open day',
      },
    ];
    const layout = layOutDay(aDay({ open }));

    expect(layout.closed).toEqual([]);
    expect(layout.columns[0]?.words).toBe('Holds 40, open 8am to 10pm (Open day)');
  });
});

describe('The week of one room', () => {
  it('has the days as columns of one grid, each with its own hours and bookings', () => {
    const week = aWeek({
      bookings: [SET_UP, aCard('10:00', '11:00', { id: 'tue', date: '2027-01-05' as LocalDate })],
    });
    const layout = layOutRoomWeek(week, aRoom());

    expect(layout.columns.map((column) => [column.title, column.blocks.length])).toEqual([
      ['Mon 4 Jan', 1],
      ['Tue 5 Jan', 1],
      ['Wed 6 Jan', 0],
      ['Thu 7 Jan', 0],
      ['Fri 8 Jan', 0],
      ['Sat 9 Jan', 0],
      ['Sun 10 Jan', 0],
    ]);
    expect(layout.columns[6]?.words).toBe('Closed on this day');
    expect(layout.officeLines).toHaveLength(2);
    expect(cursorWords(layout, cursorAt(layout, 1, 10 * 60))).toBe(
      'Tue 5 Jan, 10am, taken 10am to 11am by Ashdown TRA',
    );
  });
});

describe('The month', () => {
  const day = (part: Partial<MonthDay>): MonthDay => ({
    date: A_MONDAY,
    bookings: 0,
    openMinutes: 720,
    freeMinutes: 720,
    isClosed: false,
    why: '',
    ...part,
  });
  const said = (part: Partial<MonthDay>) => {
    const fill = fillsOf([day(part)]).get(A_MONDAY);
    return [fill?.kind, fill?.freeWords, fill?.words];
  };

  it('tells bookings and free time in words', () => {
    expect(said({})).toEqual(['free', '12 h free', 'Monday 4 January 2027, no bookings, all free']);
    expect(said({ bookings: 3, freeMinutes: 450 })).toEqual([
      'some',
      '7 h 30 free',
      'Monday 4 January 2027, 3 bookings, 7 hours 30 minutes free',
    ]);
    expect(said({ bookings: 1, freeMinutes: 0 })).toEqual([
      'full',
      'Full',
      'Monday 4 January 2027, 1 booking, no time free',
    ]);
    expect(said({ isClosed: true, openMinutes: 0, freeMinutes: 0, why: 'Flood' })).toEqual([
      'closed',
      'Closed: Flood',
      'Monday 4 January 2027, closed: Flood',
    ]);
  });

  it('says nothing of free time while nobody has entered opening hours', () => {
    expect(said({ openMinutes: 0, freeMinutes: 0, bookings: 2 })).toEqual([
      'unknown',
      '',
      'Monday 4 January 2027, 2 bookings',
    ]);
  });

  it('adds rooms up, and is closed only where all of them are', () => {
    const open = day({ bookings: 2, freeMinutes: 600 });
    const shut = day({ isClosed: true, openMinutes: 0, freeMinutes: 0, why: 'Flood' });

    expect(sumOfMonths([[open], [open]])).toEqual([
      day({ bookings: 4, openMinutes: 1440, freeMinutes: 1200 }),
    ]);
    expect(sumOfMonths([[open], [shut]])).toEqual([day({ bookings: 2, freeMinutes: 600 })]);
    expect(sumOfMonths([[shut], [shut]])).toEqual([shut]);
  });

  it('has the weeks it touches from Monday, with empty places outside it', () => {
    const weeks = weeksOfMonth('2027-02-10' as LocalDate);

    expect(weeks).toHaveLength(4);
    expect(weeksOfMonth('2027-01-31' as LocalDate)[0]).toEqual([
      null,
      null,
      null,
      null,
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  it('is walked by day and week, and out of it into the next', () => {
    const from = '2027-01-28' as LocalDate;

    expect(movedDay(from, 'ArrowDown')).toBe('2027-02-04');
    expect(movedDay(from, 'Home')).toBe('2027-01-25');
    expect(movedDay(from, 'End')).toBe('2027-01-31');
    expect(movedDay('2027-01-31' as LocalDate, 'PageDown')).toBe('2027-02-28');
    expect(movedDay(from, 'x')).toBeUndefined();
  });
});
