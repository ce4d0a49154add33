import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewSeries, SeriesDate, SeriesPreview } from '#db/bookings/series/series.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { aFacility, theRoom, useOf } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aSeries, seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const preview = (wanted: NewSeries): Promise<SeriesPreview> =>
  core.as('desk').call('bookings.previewSeries', wanted);

const outcomes = (dates: readonly SeriesDate[]): Record<string, string> =>
  Object.fromEntries(dates.map((date) => [date.originalDate, date.outcome]));

const recorded = async (
  objectType: 'booking' | 'series',
  objectId: string,
): Promise<readonly string[]> =>
  (await core.as('desk').call('audit.ofObject', { objectType, objectId })).map(
    (line) => line.action,
  );

describe('A series over a clock change and three bank holidays', () => {
  const ashdown = async () => ({
    booker: { kind: 'group', groupId: (await aGroup(core, { name: 'Ashdown TRA' })).id },
  });

  it('shows fourteen dates and marks the three on which the room is closed', async () => {
    const shown = await preview(await seriesDetails(core, await ashdown()));
    expect(shown.words).toBe('Every Monday, 10am to noon, 1 March to 31 May 2027');
    expect(shown).toMatchObject({ booked: 11, wanted: 3, dropped: 0, leftOut: '' });
    expect(shown.dates).toHaveLength(14);
    const closed = shown.dates.filter((date) => date.verdict === 'closed');
    expect(closed.map(({ originalDate, words }) => [originalDate, words])).toEqual([
      ['2027-03-29', 'Easter Monday'],
      ['2027-05-03', 'Early May bank holiday'],
      ['2027-05-31', 'Spring bank holiday'],
    ]);
    for (const date of ['2027-03-22', '2027-04-05'])
      expect(shown.dates.find((one) => one.originalDate === date)).toMatchObject({
        startsAt: `${date}T10:00`,
        endsAt: `${date}T12:00`,
      });
  });

  it('saves eleven and keeps three as still wanted, with the reason', async () => {
    const series = await aSeries(core, await ashdown());
    expect(series.reference).toBe('SER-2027-0001');
    expect(series.bookings).toHaveLength(11);
    expect(series.stillWanted).toEqual([
      { originalDate: '2027-03-29', words: 'Easter Monday' },
      { originalDate: '2027-05-03', words: 'Early May bank holiday' },
      { originalDate: '2027-05-31', words: 'Spring bank holiday' },
    ]);
    for (const booking of series.bookings)
      expect(booking).toMatchObject({
        startsAt: `${booking.originalDate}T10:00`,
        endsAt: `${booking.originalDate}T12:00`,
        seriesId: series.id,
        status: 'confirmed',
        bookerName: 'Ashdown TRA',
      });
    const queue = await core.as('desk').call('bookings.queue', {});
    expect(queue.map(({ kind, date, from, why }) => [kind, date, from, why])).toEqual([
      ['still-wanted', '2027-03-29', '10:00', 'Easter Monday'],
      ['still-wanted', '2027-05-03', '10:00', 'Early May bank holiday'],
      ['still-wanted', '2027-05-31', '10:00', 'Spring bank holiday'],
    ]);
  });

  it('is hit on one date by a closure that comes later, and nothing moves by itself', async () => {
    const series = await aSeries(core, await ashdown());
    const closure = {
      name: 'Extra bank holiday',
      effect: 'closed',
      firstDate: '2027-05-10',
      lastDate: '2027-05-10',
      facilityId: null,
      from: null,
      until: null,
      isNonWorking: true,
    } as never;
    const { hits } = await core.as('manager').call('calendar.addClosure', closure);
    const hit = series.bookings.find((booking) => booking.originalDate === '2027-05-10');
    expect(hits.map((one) => one.reference)).toEqual([hit?.reference]);
    const after = await core.as('desk').call('bookings.series', { id: series.id });
    expect(after).toEqual(series);
  });

  it('marks a date on which the clocks change', async () => {
    const room = await aFacility(core, { hours: null });
    const shown = await preview(
      await seriesDetails(core, {
        facilityId: room.id,
        date: '2027-03-21',
        repeat: { kind: 'weekly', every: 1, weekdays: [7] },
        end: { kind: 'count', count: 3 },
      }),
    );
    const marked = shown.dates.filter((date) => date.isClockChange);
    expect(marked.map(({ originalDate, outcome }) => [originalDate, outcome])).toEqual([
      ['2027-03-28', 'book'],
    ]);
  });
});

describe('A year of third Thursdays', () => {
  it('is twelve bookings, numbered on, found by name and each in the record', async () => {
    const group = await aGroup(core, { name: 'Quarry Forum' });
    const series = await aSeries(core, {
      date: '2027-01-05',
      from: '18:30',
      until: '20:30',
      booker: { kind: 'group', groupId: group.id },
      repeat: { kind: 'monthly-by-weekday', which: 3, weekday: 4 },
      end: { kind: 'until', date: '2027-12-31' },
    });
    expect(series.words).toBe(
      'Every third Thursday of the month, 6:30pm to 8:30pm, January to December 2027',
    );
    expect(series.bookings.map((booking) => booking.originalDate)).toEqual([
      '2027-01-21',
      '2027-02-18',
      '2027-03-18',
      '2027-04-15',
      '2027-05-20',
      '2027-06-17',
      '2027-07-15',
      '2027-08-19',
      '2027-09-16',
      '2027-10-21',
      '2027-11-18',
      '2027-12-16',
    ]);
    expect(series.bookings.map((booking) => booking.reference)).toEqual(
      Array.from({ length: 12 }, (_, i) => `BKG-2027-${String(i + 1).padStart(4, '0')}`),
    );
    // Office hours end at 5pm, so the mark of an evening stands on each of them.
    expect(series.bookings.every((booking) => booking.isOutOfHours)).toBe(true);
    const first = series.bookings[0];
    expect(await recorded('booking', first?.id ?? '')).toEqual(['booking.created']);
    expect(await recorded('series', series.id)).toEqual(['series.created']);
    const found = await core.as('desk').call('search.everything', { text: 'BKG-2027-0012' });
    expect(JSON.stringify(found)).toContain('Quarry Forum');
  });
});

describe('A series that meets others', () => {
  const mondays = { end: { kind: 'count', count: 3 } };

  it('leaves a date that is taken on the list of those still wanted, and says who has it', async () => {
    const oak = await aGroup(core, { name: 'Oak Estate TRA' });
    await aBooking(core, {
      date: '2027-03-08',
      from: '11:00',
      until: '13:00',
      booker: { kind: 'group', groupId: oak.id },
    });
    const wanted = await seriesDetails(core, mondays);
    const shown = await preview(wanted);
    expect(outcomes(shown.dates)).toEqual({
      '2027-03-01': 'book',
      '2027-03-08': 'want',
      '2027-03-15': 'book',
    });
    expect(shown.dates[1]).toMatchObject({
      verdict: 'clash',
      words: 'Taken 11am to 1pm by Oak Estate TRA',
    });
    expect((await core.as('auditor').call('bookings.previewSeries', wanted)).booked).toBe(2);
  });

  it('does not name a person to the auditor', async () => {
    const ivy = await aPerson(core, { name: 'Ivy Marsh' });
    const taken = { date: '2027-03-08', booker: { kind: 'person', personId: ivy.id } };
    const other = await aBooking(core, taken);
    const shown = await core
      .as('auditor')
      .call('bookings.previewSeries', await seriesDetails(core, mondays));
    expect(shown.dates[1]?.words).not.toContain('Ivy');
    expect(shown.dates[1]?.words).toContain(other.reference);
    const series = await aSeries(core, mondays);
    expect(series.stillWanted[0]?.words).toContain('Ivy Marsh');
    const masked = await core.as('auditor').call('bookings.series', { id: series.id });
    expect(masked.stillWanted[0]?.words).not.toContain('Ivy');
  });

  it('is stopped by a part of the room that is taken', async () => {
    const [hall, half] = [await aFacility(core), await aFacility(core)];
    await core.as('manager').call('facilities.setUse', useOf(hall, { partIds: [half.id] }));
    await aBooking(core, { facilityId: half.id, date: '2027-03-08' });
    const shown = await preview(await seriesDetails(core, { ...mondays, facilityId: hall.id }));
    expect(outcomes(shown.dates)['2027-03-08']).toBe('want');
  });

  it('counts places of a facility that has several', async () => {
    const suite = await aFacility(core);
    await core
      .as('manager')
      .call('facilities.setUse', useOf(suite, { units: 8, unitName: 'computer' }));
    await aBooking(core, { facilityId: suite.id, date: '2027-03-08', units: 5 });
    const four = await preview(
      await seriesDetails(core, { ...mondays, facilityId: suite.id, units: 4 }),
    );
    expect(four.dates[1]).toMatchObject({ outcome: 'want', words: 'Only 3 places free' });
    const three = await preview(
      await seriesDetails(core, { ...mondays, facilityId: suite.id, units: 3 }),
    );
    expect(three.booked).toBe(3);
  });

  it('leaves the days out on which the group may not use the room', async () => {
    const group = await aGroup(core);
    await aRestriction(core, {
      subject: { kind: 'group', groupId: group.id },
      scope: { kind: 'all-facilities' },
      from: '2027-03-02',
      until: '2027-03-10',
      reason: 'Left the hall unlocked.',
      decidedBy: 'Maya Quill',
    });
    const shown = await preview(
      await seriesDetails(core, { ...mondays, booker: { kind: 'group', groupId: group.id } }),
    );
    expect(outcomes(shown.dates)).toEqual({
      '2027-03-01': 'book',
      '2027-03-08': 'want',
      '2027-03-15': 'book',
    });
    expect(shown.dates[1]).toMatchObject({
      verdict: 'refused',
      words: expect.stringContaining('Left the hall unlocked.') as string,
    });
  });

  it('books what the desk decides for single dates', async () => {
    await aBooking(core, { date: '2027-03-08' });
    await aBooking(core, { date: '2027-03-15' });
    const small = await theRoom(core, 'Small Room');
    const to = { facilityId: small.id, date: '2027-03-09', from: '14:00', until: '16:00' };
    const wanted = await seriesDetails(core, {
      ...mondays,
      choices: [
        { originalDate: '2027-03-08', choice: 'move', to },
        { originalDate: '2027-03-15', choice: 'skip' },
      ],
    });
    expect(outcomes((await preview(wanted)).dates)).toEqual({
      '2027-03-01': 'book',
      '2027-03-08': 'book',
      '2027-03-15': 'drop',
    });
    const series = await core.as('desk').call('bookings.createSeries', wanted);
    expect(
      series.bookings.map(({ originalDate, facilityName, startsAt }) => [
        originalDate,
        facilityName,
        startsAt,
      ]),
    ).toEqual([
      ['2027-03-01', 'Meeting Room', '2027-03-01T10:00'],
      ['2027-03-08', 'Small Room', '2027-03-09T14:00'],
    ]);
    expect(series.stillWanted).toEqual([]);
  });

  it('asks where a date moves that is to be moved', async () => {
    const wanted = await seriesDetails(core, {
      ...mondays,
      choices: [{ originalDate: '2027-03-08', choice: 'move' }],
    });
    expect(await core.as('desk').refusal('bookings.previewSeries', wanted)).toMatchObject({
      code: 'api.invalid-input',
    });
  });
});

describe('Closed days of a series', () => {
  const easter = { date: '2027-03-22', end: { kind: 'count', count: 2 } };

  it('move to the next open day when that was asked', async () => {
    const series = await aSeries(core, { ...easter, onClosedDay: 'next-open' });
    expect(series.bookings.map((booking) => booking.startsAt)).toEqual([
      '2027-03-22T10:00',
      '2027-03-30T10:00',
    ]);
  });

  it('are kept when that was asked, by a manager with a keyholder and a reason only', async () => {
    const kept = {
      ...easter,
      onClosedDay: 'keep',
      outsideHours: { keyholder: 'Kofi Lane', reason: 'Annual meeting' },
    };
    const wanted = await seriesDetails(core, kept);
    expect((await preview(wanted)).dates[1]).toMatchObject({ outcome: 'want' });
    const series = await core.as('manager').call('bookings.createSeries', wanted);
    expect(series.bookings[1]).toMatchObject({
      startsAt: '2027-03-29T10:00',
      keyholder: 'Kofi Lane',
      hoursReason: 'Annual meeting',
    });
    expect(series.bookings[0]).toMatchObject({ keyholder: '' });
  });

  it('are days without hours too', async () => {
    const shown = await preview(
      await seriesDetails(core, {
        date: '2027-03-06',
        repeat: { kind: 'weekly', every: 1, weekdays: [6, 1] },
        end: { kind: 'count', count: 2 },
      }),
    );
    expect(shown.dates[0]).toMatchObject({ verdict: 'closed', words: 'Closed on Saturdays' });
  });
});

describe('A series that leaves something out', () => {
  it('says which months have no 31st', async () => {
    const room = await aFacility(core, { hours: null });
    const shown = await preview(
      await seriesDetails(core, {
        facilityId: room.id,
        date: '2027-01-31',
        repeat: { kind: 'monthly-by-date', day: 31 },
        end: { kind: 'until', date: '2027-06-30' },
      }),
    );
    expect(shown.dates.map((date) => date.originalDate)).toEqual([
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
    ]);
    expect(shown.leftOut).toBe('February, April and June 2027 have no 31st and are left out.');
  });

  it('is of hand-picked dates alone when these were chosen', async () => {
    const series = await aSeries(core, {
      repeat: { kind: 'picked', dates: ['2027-06-02', '2027-03-08', '2027-04-14'] },
    });
    expect(series.bookings.map((booking) => booking.originalDate)).toEqual([
      '2027-03-08',
      '2027-04-14',
      '2027-06-02',
    ]);
    expect(series.words).toBe('On 3 chosen dates, 10am to noon, 8 March to 2 June 2027');
  });
});

describe('A series that cannot be', () => {
  it.each([
    [
      'has more than 366 dates',
      { repeat: { kind: 'daily' }, end: { kind: 'until', date: '2028-03-02' } },
      'series.too-many-dates',
    ],
    [
      'has no date',
      {
        repeat: { kind: 'weekly', weekdays: [2] },
        end: { kind: 'until', date: '2027-03-01' },
      },
      'series.no-dates',
    ],
    [
      'goes on after the diary ends',
      { repeat: { kind: 'yearly', every: 50 }, end: { kind: 'count', count: 9 } },
      'series.beyond-the-diary',
    ],
    [
      'has a choice for a date that is none of its own',
      { choices: [{ originalDate: '2027-03-02', choice: 'skip' }] },
      'series.unknown-date',
    ],
  ])('is refused when it %s', async (_, part, code) => {
    const wanted = await seriesDetails(core, part);
    expect(await core.as('desk').refusal('bookings.previewSeries', wanted)).toMatchObject({ code });
    expect(await core.as('desk').refusal('bookings.createSeries', wanted)).toMatchObject({ code });
  });

  it('is refused when none of its dates can be booked', async () => {
    const bankHolidays = { date: '2027-03-29', end: { kind: 'count', count: 1 } };
    const refusal = await core
      .as('desk')
      .refusal('bookings.createSeries', await seriesDetails(core, bankHolidays));
    expect(refusal).toMatchObject({
      code: 'series.nothing-to-book',
      message:
        'None of the dates can be booked. Monday 29 March 2027: Easter Monday. Choose another time or another room.',
    });
  });

  it('is refused by the rule that every date breaks, at its own field', async () => {
    const crowded = await seriesDetails(core, { expectedNumber: 41 });
    expect(await core.as('desk').refusal('bookings.createSeries', crowded)).toMatchObject({
      code: 'booking.too-many-people',
      field: 'expectedNumber',
    });
    const dispute = await seriesDetails(core, { purpose: 'legal-dispute' });
    expect(await core.as('desk').refusal('bookings.createSeries', dispute)).toMatchObject({
      code: 'booking.legal-dispute',
    });
  });

  it('leaves nothing behind when it is refused', async () => {
    await core
      .as('desk')
      .refusal('bookings.createSeries', await seriesDetails(core, { expectedNumber: 41 }));
    expect((await aSeries(core)).reference).toBe('SER-2027-0001');
    expect((await aSeries(core, { room: 'Small Room' })).bookings[0]?.reference).toBe(
      'BKG-2027-0012',
    );
  });

  it('is asked for under an id that is not there', async () => {
    expect(
      await core.as('desk').refusal('bookings.series', { id: 'nobody' as never }),
    ).toMatchObject({ code: 'series.not-found' });
  });
});
