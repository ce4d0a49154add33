import { describe, expect, it } from 'vitest';
import type { LocalDateTime } from '#db/shared/local-date';
import { previewBooking, type WantedTime } from '../../renderer/bookings/booking-preview.ts';
import { A_MONDAY, aCard, aDay, aRoom, hours } from './day-values.ts';

const NOW = `${A_MONDAY}T09:00` as LocalDateTime;

const DAY = aDay({
  facilities: [
    aRoom(),
    aRoom({ id: 'room-2', name: 'Small Room', capacity: 10 }),
    aRoom({ id: 'suite', name: 'Computer Suite', isBookable: false }),
  ],
  bookings: [aCard('18:00', '20:00', { reference: 'BKG-2027-0041' })],
});

function preview(part: Partial<WantedTime>, day = DAY) {
  return previewBooking(
    day,
    {
      facilityId: 'room-1',
      date: A_MONDAY,
      from: '10:00',
      until: '11:00',
      expectedNumber: null,
      purpose: 'group-meeting',
      ...part,
    },
    NOW,
  );
}

const wordsOf = (part: Partial<WantedTime>): readonly string[] =>
  preview(part).lines.map((line) => `${line.kind}: ${line.words}`);

describe('The booking form before saving', () => {
  it('has nothing to say about a free time in office hours', () => {
    expect(preview({}).lines).toEqual([]);
  });

  it('names who has the room, when it is free next, and another free room', () => {
    const found = preview({ from: '19:00', until: '21:00' });

    expect(found.lines[0]).toEqual({
      kind: 'problem',
      words:
        'Meeting Room is taken 6pm to 8pm by Ashdown TRA (BKG-2027-0041). It has no other free time of that length that day. Small Room is free at the time you want.',
    });
    expect(found.freeRoom?.name).toBe('Small Room');
    expect(preview({ from: '18:30', until: '19:00' }).nextFreeFrom).toBe(`${A_MONDAY}T20:00`);
  });

  it('offers no other room that is too small for the people expected', () => {
    expect(preview({ from: '19:00', until: '20:00', expectedNumber: 30 }).freeRoom).toBeNull();
  });

  it('allows a booking that starts as another ends', () => {
    expect(preview({ from: '20:00', until: '21:00' }).clash).toBeUndefined();
  });

  it('leaves the booking that is being changed out of its own way', () => {
    expect(preview({ from: '18:30', until: '20:30', exceptId: 'booking-18:00' }).clash).toBe(
      undefined,
    );
  });

  it.each([
    [{ from: '17:30', until: '18:00' }, /^note: Out of hours/],
    [{ from: '08:00', until: '08:30' }, /^problem: .* has passed/],
    [{ from: '20:30', until: '21:30' }, /^problem: Meeting Room is open 9am to 9pm/],
    [{ facilityId: 'suite' }, /^problem: Computer Suite is for walking in/],
    [{ expectedNumber: 41 }, /^problem: Meeting Room holds 40 people and 41 are expected/],
    [
      { purpose: 'not-involvement' },
      /^note: Work in the centre should be about tenant involvement/,
    ],
  ])('says of %o what the desk needs to know', (part, sentence) => {
    expect(wordsOf(part)).toEqual([expect.stringMatching(sentence)]);
  });

  it('waits with its answer until day, start and end can be read', () => {
    expect(wordsOf({ from: '1', until: '11:00' })).toEqual([]);
    expect(wordsOf({ date: '', from: '19:00', until: '20:00' })).toEqual([]);
  });

  it('knows that the room is closed on that one day, whatever its week says', () => {
    const open = [{ facilityId: 'room-1', date: A_MONDAY, spans: [], why: 'Staff training' }];
    const [line] = preview({}, aDay({ open })).lines;

    expect(line?.words).toMatch(/^Meeting Room is closed on Monday 4 January 2027/);
  });

  it('leaves it to the core to count the places of a facility that has several', () => {
    const suite = aRoom({ units: 8, unitName: 'computer' });
    const day = aDay({ facilities: [suite], bookings: [aCard('10:00', '12:00', { units: 5 })] });

    expect(preview({}, day).clash).toBeUndefined();
  });

  it('closes nothing in a room whose hours nobody has entered', () => {
    const day = aDay({
      facilities: [aRoom({ hours: null })],
      officeHours: hours('09:00', '17:00'),
    });

    expect(preview({ from: '22:00', until: '23:00' }, day).lines.map((line) => line.kind)).toEqual([
      'note',
    ]);
  });
});
