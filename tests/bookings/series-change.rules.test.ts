import { describe, expect, it } from 'vitest';
import {
  changePeriods,
  type DatedChange,
  type Occurrence,
  type PlannedChange,
  periodOf,
  placeIn,
  planChange,
  type SeriesPeriod,
  seriesWords,
} from '#db/bookings/series/series-change.rules';
import type { Place } from '#db/bookings/series/series-plan.rules';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';

const day = (text: string): LocalDate => text as LocalDate;

const WEDNESDAY_EVENING = {
  fromDate: '2027-05-05',
  facilityId: 'large',
  from: '18:00',
  until: '20:00',
  responsiblePersonId: 'ann',
  purpose: 'group-meeting',
  expectedNumber: 8,
  movedWeekdays: [],
} as unknown as SeriesPeriod;

const NOTHING: DatedChange = {
  fromDate: day('2027-06-09'),
  from: null,
  until: null,
  facilityId: null,
  responsiblePersonId: null,
  purpose: null,
  expectedNumber: null,
  movedWeekday: null,
};
const later = (part: Partial<Record<keyof DatedChange, unknown>>): DatedChange =>
  ({ ...NOTHING, ...part }) as DatedChange;

const WEDNESDAYS = ['2027-05-26', '2027-06-02', '2027-06-09', '2027-06-16'];

const occurrence = (originalDate: string, part: object = {}): Occurrence =>
  ({
    id: `b-${originalDate}`,
    reference: `BKG ${originalDate}`,
    facilityId: 'large',
    startsAt: `${originalDate}T18:00`,
    endsAt: `${originalDate}T20:00`,
    status: 'confirmed',
    attendance: 'expected',
    responsiblePersonId: 'ann',
    purpose: 'group-meeting',
    expectedNumber: 8,
    hoursReason: '',
    originalDate,
    ...part,
  }) as unknown as Occurrence;

/** Days in this list are taken by others, or closed. */
type World = { readonly takenOn?: readonly string[]; readonly closedOn?: readonly string[] };

function plan(
  change: DatedChange,
  part: {
    readonly own?: Readonly<Record<string, object>>;
    readonly choices?: Parameters<typeof planChange>[0]['choices'];
    readonly world?: World;
    readonly now?: string;
  } = {},
) {
  const planned = planChange<Place>({
    occurrences: WEDNESDAYS.map((date) => occurrence(date, part.own?.[date])),
    periods: [WEDNESDAY_EVENING],
    change,
    choices: part.choices ?? [],
    now: (part.now ?? '2026-11-22T10:00') as LocalDateTime,
    judge: ({ place }, asked) => {
      if (part.world?.closedOn?.includes(place.date) === true && !asked.onClosedDay)
        return { verdict: 'closed', words: 'Spring bank holiday' };
      return part.world?.takenOn?.includes(place.date) === true
        ? { verdict: 'clash', words: 'Taken by Oak Estate TRA' }
        : { verdict: 'free', hold: place };
    },
    findNextOpen: () => day('2027-06-11'),
    noteOn: (booking, place) =>
      place.from >= '20:00' && booking.startsAt.slice(11) < '20:00' ? 'Late in the evening' : '',
    findRefusal: (_, { expectedNumber }) =>
      (expectedNumber ?? 0) > 40 ? 'The room holds 40 people.' : undefined,
  });
  return planned.map((one) => shown(one));
}

const shown = ({ words, changes }: PlannedChange): string =>
  changes === undefined
    ? `stays (${words})`
    : `${changes.place.facilityId} ${changes.place.date} ${changes.place.from} to ${changes.place.until}${words === '' ? '' : ` (${words})`}`;

describe('A change of this and later dates', () => {
  const later1830 = later({ from: '18:30', until: '20:30' });

  it('leaves the dates before it alone', () => {
    expect(plan(later1830)).toEqual([
      'stays (Before the dates that change)',
      'stays (Before the dates that change)',
      'large 2027-06-09 18:30 to 20:30',
      'large 2027-06-16 18:30 to 20:30',
    ]);
  });

  it.each([
    ['cancelled', { status: 'cancelled' }, 'Cancelled'],
    ['lapsed', { status: 'lapsed' }, 'No longer held'],
    ['in another room', { facilityId: 'small' }, 'Moved before'],
    [
      'moved to another day',
      { startsAt: '2027-06-10T18:00', endsAt: '2027-06-10T20:00' },
      'Moved before',
    ],
    ['checked in', { attendance: 'in' }, 'Begun or over'],
  ])('leaves a date alone that is %s', (_, own, why) => {
    expect(plan(later1830, { own: { '2027-06-09': own } })[2]).toBe(`stays (${why})`);
  });

  it('leaves what has begun alone', () => {
    expect(plan(later1830, { now: '2027-06-09T18:01' })[2]).toBe('stays (Begun or over)');
  });

  it('leaves a date where it was when its new time is taken, and says who has it', () => {
    expect(plan(later1830, { world: { takenOn: ['2027-06-16'] } }).slice(2)).toEqual([
      'large 2027-06-09 18:30 to 20:30',
      'stays (Taken by Oak Estate TRA)',
    ]);
  });

  it('follows what the desk decides for one date', () => {
    const to = {
      facilityId: 'small',
      date: '2027-06-17',
      from: '14:00',
      until: '16:00',
    } as unknown as Place;
    const chosen = plan(later1830, {
      own: { '2027-06-02': { facilityId: 'small' } },
      choices: [
        { originalDate: day('2027-06-09'), choice: 'skip', to: null },
        { originalDate: day('2027-06-16'), choice: 'move', to },
      ],
    });
    expect(chosen.slice(2)).toEqual(['stays (Left as it is)', 'small 2027-06-17 14:00 to 16:00']);
  });

  it('takes a date along that was moved before, when the desk says so', () => {
    const chosen = plan(later1830, {
      own: { '2027-06-09': { facilityId: 'small' } },
      choices: [{ originalDate: day('2027-06-09'), choice: 'book', to: null }],
    });
    expect(chosen[2]).toBe('large 2027-06-09 18:30 to 20:30');
  });

  it('moves to another day of the same week, and past a closed one to the next open day', () => {
    const thursday = later({ movedWeekday: { weekday: 3, to: 4 } });
    expect(plan(thursday, { world: { closedOn: ['2027-06-10'] } }).slice(2)).toEqual([
      'large 2027-06-11 18:00 to 20:00 (Spring bank holiday)',
      'large 2027-06-17 18:00 to 20:00',
    ]);
  });

  it('leaves a date where it was when the next open day is taken too', () => {
    const thursday = later({ movedWeekday: { weekday: 3, to: 4 } });
    const world = { closedOn: ['2027-06-10'], takenOn: ['2027-06-11'] };
    expect(plan(thursday, { world })[2]).toBe(
      'stays (Spring bank holiday. Taken by Oak Estate TRA)',
    );
  });

  it('says beside a new time what the desk should know of it', () => {
    expect(plan(later({ from: '20:00', until: '21:00' }))[2]).toBe(
      'large 2027-06-09 20:00 to 21:00 (Late in the evening)',
    );
  });

  it('may change the hours of a booking that was taken on a closed day', () => {
    const own = { '2027-06-09': { hoursReason: 'Annual meeting' } };
    const closed = { world: { closedOn: ['2027-06-09'] } };
    expect(plan(later1830, { own, ...closed })[2]).toBe('large 2027-06-09 18:30 to 20:30');
    expect(plan(later1830, closed)[2]).toBe(
      'large 2027-06-11 18:30 to 20:30 (Spring bank holiday)',
    );
  });
});

describe('Facts that a date has by itself', () => {
  const newPerson = later({ responsiblePersonId: 'bea', expectedNumber: 12 });

  it('follow the series where the date had none of its own', () => {
    const [, , planned] = planChange<Place>({
      occurrences: WEDNESDAYS.map((date) => occurrence(date, { expectedNumber: 20 })),
      periods: [WEDNESDAY_EVENING],
      change: newPerson,
      choices: [],
      now: '2026-11-22T10:00' as LocalDateTime,
      judge: ({ place }) => ({ verdict: 'free', hold: place }),
      findRefusal: () => undefined,
      findNextOpen: () => undefined,
      noteOn: () => '',
    });
    expect(planned?.changes?.facts).toEqual({
      responsiblePersonId: 'bea',
      purpose: 'group-meeting',
      expectedNumber: 20,
    });
  });

  it('change beside a room and time that stay', () => {
    const both = later({ responsiblePersonId: 'bea', from: '18:30' });
    const own = { '2027-06-09': { facilityId: 'small' } };
    expect(plan(both, { own })[2]).toBe(
      'small 2027-06-09 18:00 to 20:00 (Moved before: keeps its room and time)',
    );
  });

  it('stay as they are where the room would be too small for them', () => {
    expect(plan(later({ expectedNumber: 41 }))[2]).toBe('stays (The room holds 40 people.)');
  });

  it('are no change when nothing differs', () => {
    expect(plan(later({ purpose: 'group-meeting' }))[2]).toBe('stays (Nothing changes)');
  });
});

describe('The periods of a series', () => {
  it('begin where a change begins, and later ones take it too', () => {
    const first = changePeriods([WEDNESDAY_EVENING], later({ from: '18:30' }));
    const second = changePeriods(first, later({ fromDate: '2027-05-19', facilityId: 'small' }));
    expect(second.map(({ fromDate, from, facilityId }) => [fromDate, from, facilityId])).toEqual([
      ['2027-05-05', '18:00', 'large'],
      ['2027-05-19', '18:00', 'small'],
      ['2027-06-09', '18:30', 'small'],
    ]);
    expect(periodOf(second, day('2027-06-08')).from).toBe('18:00');
    expect(periodOf(second, day('2027-06-09')).from).toBe('18:30');
  });

  it('are replaced by a change from the same date', () => {
    const once = changePeriods([WEDNESDAY_EVENING], later({ from: '18:30' }));
    const twice = changePeriods(once, later({ from: '19:00' }));
    expect(twice.map(({ from }) => from)).toEqual(['18:00', '19:00']);
  });

  it('move the weekdays they name and no other', () => {
    const moved = changePeriods(
      [WEDNESDAY_EVENING],
      later({ movedWeekday: { weekday: 3, to: 4 } }),
    );
    const period = periodOf(moved, day('2027-06-16'));
    expect(placeIn(period, day('2027-06-16')).date).toBe('2027-06-17');
    expect(placeIn(period, day('2027-06-18')).date).toBe('2027-06-18');
    expect(placeIn(period, day('2027-06-20')).date).toBe('2027-06-20');
    const back = changePeriods(moved, later({ movedWeekday: { weekday: 3, to: 2 } }));
    expect(placeIn(periodOf(back, day('2027-06-16')), day('2027-06-16')).date).toBe('2027-06-15');
  });
});

describe('A series that was changed, in words', () => {
  const dates = [...WEDNESDAYS].map(day);

  it('is told period by period', () => {
    const periods = changePeriods([WEDNESDAY_EVENING], later({ from: '18:30', until: '20:30' }));
    expect(seriesWords({ kind: 'weekly', every: 1, weekdays: [3] }, periods, dates)).toBe(
      'Every Wednesday, 6pm to 8pm, 26 May to 2 June 2027; Every Wednesday, 6:30pm to 8:30pm, 9 to 16 June 2027',
    );
  });

  it('goes by its new day of the week', () => {
    const thursdays = later({ fromDate: '2027-05-05', movedWeekday: { weekday: 3, to: 4 } });
    const periods = changePeriods([WEDNESDAY_EVENING], thursdays);
    expect(seriesWords({ kind: 'weekly', every: 1, weekdays: [3] }, periods, dates)).toBe(
      'Every Thursday, 6pm to 8pm, 27 May to 17 June 2027',
    );
    const monthly = { kind: 'monthly-by-weekday', every: 1, which: 1, weekday: 3 } as const;
    expect(seriesWords(monthly, periods, [day('2027-06-02')])).toBe(
      'Every first Wednesday of the month, 6pm to 8pm, June 2027, on the Thursday of that week',
    );
  });
});
