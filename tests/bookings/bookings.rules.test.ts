import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkHours,
  findClash,
  findNextFree,
  isOutsideInvolvement,
  isOverCapacity,
  openingWords,
  spansOn,
} from '#db/bookings/bookings.rules';
import { conditionsOfUse } from '#db/conditions/conditions-of-use.rules';
import {
  addMinutes,
  type LocalDate,
  type LocalDateTime,
  minutesBetween,
} from '#db/shared/local-date';
import { hours } from './day-values.ts';

const DAY = '2027-01-05' as LocalDate;
const at = (time: string): LocalDateTime => `${DAY}T${time}` as LocalDateTime;
const span = (from: string, until: string) => ({ from: at(from), until: at(until) });
const held = (from: string, until: string, part: object = {}) => ({
  id: 'other',
  facilityId: 'room',
  heldFrom: at(from),
  heldUntil: at(until),
  status: 'confirmed',
  ...part,
});

describe('The clash of two bookings', () => {
  it.each([
    ['10:00', '12:00', true],
    ['11:59', '13:00', true],
    ['12:00', '13:00', false],
    ['08:00', '10:00', false],
    ['08:00', '10:01', true],
  ])('with one from 10:00 to 12:00, for %s to %s, is %s', (from, until, clashes) => {
    const found = findClash({ facilityId: 'room', ...span(from, until) }, [held('10:00', '12:00')]);
    expect(found !== undefined).toBe(clashes);
  });

  it.each([
    ['in another room', { facilityId: 'other room' }],
    ['that is cancelled', { status: 'cancelled' }],
    ['that is the booking itself', { id: 'own' }],
  ])('is not with one %s', (_, part) => {
    const wanted = { facilityId: 'room', exceptId: 'own', ...span('10:00', '12:00') };
    expect(findClash(wanted, [held('10:00', '12:00', part)])).toBeUndefined();
  });

  it('names the first of several', () => {
    const several = [
      held('11:00', '12:00', { id: 'later' }),
      held('10:00', '11:00', { id: 'first' }),
    ];
    expect(findClash({ facilityId: 'room', ...span('09:00', '20:00') }, several)?.id).toBe('first');
  });
});

describe('The hours of a room and of the office', () => {
  const verdict = (part: Partial<Parameters<typeof checkHours>[0]>) =>
    checkHours({
      wanted: span('10:00', '12:00'),
      now: at('09:00'),
      isBookable: true,
      hours: hours('09:00', '21:00'),
      officeHours: hours('09:00', '17:00'),
      ...part,
    });

  it.each([
    ['inside both', {}, 'inside-office-hours'],
    ['up to the end of the office', { wanted: span('15:00', '17:00') }, 'inside-office-hours'],
    ['a minute past the office', { wanted: span('15:00', '17:01') }, 'out-of-hours'],
    ['all evening', { wanted: span('17:00', '21:00') }, 'out-of-hours'],
    ['a minute past the room', { wanted: span('17:00', '21:01') }, 'closed'],
    ['a minute before the room', { wanted: span('08:59', '10:00'), now: at('08:00') }, 'closed'],
    ['this very minute', { wanted: span('09:00', '10:00') }, 'inside-office-hours'],
    ['a minute ago', { wanted: span('08:59', '10:00') }, 'past'],
    ['backwards', { wanted: span('12:00', '10:00') }, 'ends-before-it-starts'],
    ['nothing at all', { wanted: span('12:00', '12:00') }, 'ends-before-it-starts'],
    [
      'any time of a room without hours',
      { hours: null, wanted: span('22:00', '23:00') },
      'out-of-hours',
    ],
    ['any time without hours of the office', { officeHours: [] }, 'inside-office-hours'],
    ['on a day the office is shut', { officeHours: hours('09:00', '17:00', [1]) }, 'out-of-hours'],
    ['in a walk-in room', { isBookable: false }, 'walk-in-only'],
    [
      'partly in office hours of a walk-in room',
      { isBookable: false, wanted: span('16:00', '18:00') },
      'walk-in-only',
    ],
    [
      'after hours in a walk-in room',
      { isBookable: false, wanted: span('17:00', '18:00') },
      'out-of-hours',
    ],
    [
      'a walk-in room while no office hours are known',
      { isBookable: false, officeHours: [] },
      'walk-in-only',
    ],
  ] as const)('call a booking for %s %o: %s', (_, part, expected) => {
    expect(verdict(part as never)).toBe(expected);
  });

  it('are read in the order of the day, and said in words', () => {
    const week = [...hours('13:00', '24:00', [2]), ...hours('09:00', '12:00', [2])];
    expect(spansOn(week, DAY)).toEqual([
      { from: at('09:00'), until: at('12:00') },
      { from: at('13:00'), until: '2027-01-06T00:00' },
    ]);
    expect(openingWords(week, DAY)).toBe('9am to noon and 1pm to midnight');
    expect(openingWords(hours('09:00', '17:00', [1]), DAY)).toBe('');
  });
});

describe('The next free time', () => {
  const next = (
    from: string,
    until: string,
    bookings: readonly ReturnType<typeof held>[],
    open = hours('09:00', '21:00'),
  ) =>
    findNextFree({
      wanted: { facilityId: 'room', ...span(from, until) },
      held: bookings,
      hours: open,
    });

  it.each([
    ['after the one in the way', [held('10:00', '12:00')], '12:00'],
    [
      'in a gap that is just long enough',
      [held('10:00', '12:00'), held('14:00', '21:00')],
      '12:00',
    ],
    ['past a gap that is too short', [held('10:00', '12:00'), held('13:00', '15:00')], '15:00'],
    ['now, where nothing is in the way', [], '10:00'],
  ] as const)('is %s', (_, bookings, time) => {
    expect(next('10:00', '12:00', bookings)).toBe(at(time));
  });

  it('is none when the rest of the day is too short or taken', () => {
    expect(next('10:00', '12:00', [held('10:00', '19:30')])).toBeNull();
    expect(next('10:00', '12:00', [held('09:00', '21:00')])).toBeNull();
  });

  it('is free, open, long enough and not too early, whatever is booked', () => {
    const slot = fc.tuple(fc.nat(47), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 10 }), slot, (taken, [start, length]) => {
        const moment = (quarter: number) => addMinutes(at('09:00'), quarter * 15);
        const bookings = taken.map(([from, size], id) => ({
          id: String(id),
          facilityId: 'room',
          heldFrom: moment(from),
          heldUntil: moment(from + size),
          status: 'confirmed',
        }));
        const wanted = { facilityId: 'room', from: moment(start), until: moment(start + length) };
        const isFree = (from: LocalDateTime) => {
          const until = addMinutes(from, length * 15);
          return (
            until <= at('21:00') &&
            findClash({ facilityId: 'room', from, until }, bookings) === undefined
          );
        };
        const found = findNextFree({ wanted, held: bookings, hours: hours('09:00', '21:00') });
        const firstFree = Array.from({ length: 49 }, (_, quarter) => moment(quarter)).find(
          (from) => from >= wanted.from && isFree(from),
        );
        expect(found).toBe(firstFree ?? null);
        if (found !== null) expect(minutesBetween(wanted.from, found)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Figures that nobody has given', () => {
  it('are no rule', () => {
    expect(isOverCapacity(null, 5000)).toBe(false);
    expect(isOverCapacity(10, null)).toBe(false);
    expect([isOverCapacity(10, 10), isOverCapacity(10, 11)]).toEqual([false, true]);
    expect(conditionsOfUse(new Map())).toEqual([]);
  });

  it('warn only of what is not involvement work', () => {
    expect(isOutsideInvolvement('not-involvement')).toBe(true);
    expect(isOutsideInvolvement('training')).toBe(false);
  });
});

describe('The conditions of use', () => {
  it.each([
    ['rooms.useRestriction', 'involvement', 'Use the centre for tenant involvement work only.'],
    [
      'rooms.guidelinesBeforeUse',
      true,
      'Ask for the guidelines for the rooms and equipment before you start.',
    ],
    [
      'rooms.fireProcedure',
      true,
      'Know the fire procedure, and make sure that everyone in your party does.',
    ],
    [
      'equipment.removalConsent',
      'TPU',
      'Take no equipment out of the centre unless the TPU has agreed.',
    ],
    [
      'rooms.removalOfService',
      'removal',
      'Whoever abuses a service loses the use of that service.',
    ],
    ['meetings.houseRules', ['No smoking'], 'No smoking.'],
  ])('say what %s asks', (name, value, sentence) => {
    expect(conditionsOfUse(new Map([[name, value]]))).toEqual([sentence]);
    expect(conditionsOfUse(new Map([[name, null]]))).toEqual([]);
  });

  it('ask to tidy up and to leave nothing behind', () => {
    expect(conditionsOfUse(new Map([['rooms.cleanTidy', true]]))).toHaveLength(2);
    expect(conditionsOfUse(new Map([['rooms.cleanTidy', false]]))).toEqual([]);
  });
});
