import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Series, SeriesChange } from '#db/bookings/series/series.contract';
import { mustExist } from '#db/shared/domain-error';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aSeries, changeFrom, onDate } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** Eight Wednesdays, 6pm to 8pm, 5 May to 23 June 2027. */
const wednesdays = (): Promise<Series> =>
  aSeries(core, {
    date: '2027-05-05',
    from: '18:00',
    until: '20:00',
    repeat: { kind: 'weekly', every: 1, weekdays: [3] },
    end: { kind: 'until', date: '2027-06-23' },
  });

const reread = (series: Series): Promise<Series> =>
  core.as('desk').call('bookings.series', { id: series.id });

const times = (series: Series): Record<string, string> =>
  Object.fromEntries(
    series.bookings.map(({ originalDate, startsAt, status }) => [
      originalDate ?? '',
      status === 'confirmed' ? startsAt : status,
    ]),
  );

const differences = async (change: SeriesChange): Promise<Record<string, string>> => {
  const shown = await core.as('desk').call('bookings.previewSeriesChange', change);
  return Object.fromEntries(
    shown.differences.map(({ before, after, words }) => [
      before.startsAt.slice(0, 10),
      after === null ? words : `${after.startsAt}${words === '' ? '' : ` ${words}`}`,
    ]),
  );
};

describe('Moving one date and then changing the rest', () => {
  /** 19 May goes to the Small Room on 20 May with a projector; 2 June is cancelled. */
  async function movedAndCancelled(): Promise<Series> {
    const made = await wednesdays();
    const small = await theRoom(core, 'Small Room');
    await core.as('desk').call(
      'bookings.change',
      changeOf(onDate(made, '2027-05-19'), {
        facilityId: small.id,
        date: '2027-05-20',
        from: '14:00',
        until: '16:00',
        thingsWanted: [{ what: 'Projector', quantity: 1 }],
      }),
    );
    const cancelled = onDate(made, '2027-06-02');
    await core.as('desk').call('bookings.cancel', {
      id: cancelled.id,
      version: cancelled.version,
      reason: 'Half term',
    });
    return reread(made);
  }

  const later1830 = { from: '18:30', until: '20:30' };

  it('lists exactly the three dates that change, and why each other one stays', async () => {
    const series = await movedAndCancelled();
    const change = changeFrom(series, '2027-06-09', later1830);
    const shown = await core.as('desk').call('bookings.previewSeriesChange', change);
    expect(shown).toMatchObject({ changes: 3, stays: 5 });
    expect(
      shown.differences.map(({ before, after, outcome, words }) => [
        before.startsAt,
        outcome,
        after?.startsAt ?? words,
      ]),
    ).toEqual([
      ['2027-05-05T18:00', 'stays', 'Before the dates that change'],
      ['2027-05-12T18:00', 'stays', 'Before the dates that change'],
      ['2027-05-20T14:00', 'stays', 'Before the dates that change'],
      ['2027-05-26T18:00', 'stays', 'Before the dates that change'],
      ['2027-06-02T18:00', 'stays', 'Before the dates that change'],
      ['2027-06-09T18:00', 'changes', '2027-06-09T18:30'],
      ['2027-06-16T18:00', 'changes', '2027-06-16T18:30'],
      ['2027-06-23T18:00', 'changes', '2027-06-23T18:30'],
    ]);
    expect(await reread(series)).toEqual(series);
  });

  it('changes those three and keeps every earlier change', async () => {
    const series = await movedAndCancelled();
    const after = await core
      .as('desk')
      .call('bookings.changeSeries', changeFrom(series, '2027-06-09', later1830));
    expect(times(after)).toEqual({
      '2027-05-05': '2027-05-05T18:00',
      '2027-05-12': '2027-05-12T18:00',
      '2027-05-19': '2027-05-20T14:00',
      '2027-05-26': '2027-05-26T18:00',
      '2027-06-02': 'cancelled',
      '2027-06-09': '2027-06-09T18:30',
      '2027-06-16': '2027-06-16T18:30',
      '2027-06-23': '2027-06-23T18:30',
    });
    expect(onDate(after, '2027-05-19')).toEqual(onDate(series, '2027-05-19'));
    expect(onDate(after, '2027-05-19')).toMatchObject({
      facilityName: 'Small Room',
      endsAt: '2027-05-20T16:00',
      thingsWanted: [{ what: 'Projector', quantity: 1 }],
    });
    expect(after.bookings.map(({ id, reference }) => [id, reference])).toEqual(
      series.bookings.map(({ id, reference }) => [id, reference]),
    );
    expect(after.words).toBe(
      'Every Wednesday, 6pm to 8pm, 5 May to 2 June 2027; Every Wednesday, 6:30pm to 8:30pm, 9 to 23 June 2027',
    );
    const lines = await core
      .as('desk')
      .call('audit.ofObject', { objectType: 'series', objectId: series.id });
    expect(lines.map((line) => line.action)).toEqual(['series.created', 'series.changed']);
  });

  it('changes all but those that were changed by themselves', async () => {
    const series = await movedAndCancelled();
    const all = changeFrom(series, '2027-06-09', { ...later1830, scope: 'all' });
    expect(await differences(all)).toMatchObject({
      '2027-05-05': '2027-05-05T18:30',
      '2027-05-20': 'Moved before',
      '2027-06-02': 'Cancelled',
    });
    const after = await core.as('desk').call('bookings.changeSeries', all);
    expect(times(after)).toMatchObject({
      '2027-05-19': '2027-05-20T14:00',
      '2027-05-26': '2027-05-26T18:30',
      '2027-06-02': 'cancelled',
    });
    expect(after.words).toBe('Every Wednesday, 6:30pm to 8:30pm, 5 May to 23 June 2027');
  });

  it('knows a date that was moved before also after the series changed', async () => {
    const series = await movedAndCancelled();
    const once = await core
      .as('desk')
      .call('bookings.changeSeries', changeFrom(series, '2027-06-09', later1830));
    const own = onDate(once, '2027-06-16');
    await core.as('desk').call('bookings.change', changeOf(own, { from: '10:00', until: '11:00' }));
    const read = await reread(once);
    const twice = changeFrom(read, '2027-05-26', { from: '19:00', until: '21:00' });
    expect(await differences(twice)).toMatchObject({
      '2027-05-26': '2027-05-26T19:00',
      '2027-06-09': '2027-06-09T19:00',
      '2027-06-16': 'Moved before',
      '2027-06-23': '2027-06-23T19:00',
    });
  });
});

describe('A change of a series', () => {
  it('leaves a date where it was when its new time is taken, and says who has it', async () => {
    const series = await wednesdays();
    const oak = await aGroup(core, { name: 'Oak Estate TRA' });
    await aBooking(core, {
      date: '2027-06-16',
      from: '20:00',
      until: '21:00',
      booker: { kind: 'group', groupId: oak.id },
    });
    const change = changeFrom(series, '2027-06-09', { from: '18:30', until: '20:30' });
    expect(await differences(change)).toMatchObject({
      '2027-06-16': 'Taken 8pm to 9pm by Oak Estate TRA',
      '2027-06-23': '2027-06-23T18:30',
    });
    const after = await core.as('desk').call('bookings.changeSeries', change);
    expect(times(after)).toMatchObject({
      '2027-06-09': '2027-06-09T18:30',
      '2027-06-16': '2027-06-16T18:00',
    });
  });

  it('moves its dates to another day of the same week, and what is still wanted with them', async () => {
    // Good Friday is still wanted; the series goes to Thursdays.
    const series = await aSeries(core, {
      date: '2027-03-19',
      repeat: { kind: 'weekly', every: 1, weekdays: [5] },
      end: { kind: 'count', count: 3 },
    });
    const change = changeFrom(series, '2027-03-19', { weekday: 4, from: '09:00' });
    const after = await core.as('desk').call('bookings.changeSeries', change);
    expect(times(after)).toEqual({
      '2027-03-19': '2027-03-18T09:00',
      '2027-04-02': '2027-04-01T09:00',
    });
    expect(after.words).toBe('Every Thursday, 9am to noon, 18 March to 1 April 2027');
    const [wanted] = await core.as('desk').call('bookings.queue', {});
    expect(wanted).toMatchObject({ date: '2027-03-25', from: '09:00', originalDate: '2027-03-26' });
  });

  it('gives every date another responsible person, but not one that has its own', async () => {
    const series = await wednesdays();
    const [bea, carl] = [await aPerson(core), await aPerson(core)];
    await core
      .as('desk')
      .call(
        'bookings.change',
        changeOf(onDate(series, '2027-06-16'), { responsiblePersonId: carl.id }),
      );
    const change = changeFrom(series, '2027-06-09', { responsiblePersonId: bea.id });
    const after = await core.as('desk').call('bookings.changeSeries', change);
    expect(after.bookings.slice(5).map((booking) => booking.responsiblePersonId)).toEqual([
      bea.id,
      carl.id,
      bea.id,
    ]);
  });

  it('leaves a date to who answered for it where the new one may not use the room, and says why', async () => {
    const series = await wednesdays();
    const bea = await aPerson(core);
    const { restriction } = await aRestriction(core, {
      subject: { kind: 'person', personId: bea.id },
      from: '2027-06-16',
      until: '2027-06-16',
    });
    const change = changeFrom(series, '2027-06-09', { responsiblePersonId: bea.id });
    const shown = await differences(change);
    expect(shown['2027-06-09']).toBe('2027-06-09T18:00');
    expect(shown['2027-06-16']).toContain(restriction.reference);
    const after = await core.as('desk').call('bookings.changeSeries', change);
    expect(
      after.bookings.slice(5).map((booking) => booking.responsiblePersonId === bea.id),
    ).toEqual([true, false, true]);
  });

  it('goes to another room only where that holds as many', async () => {
    const series = await wednesdays();
    const small = await theRoom(core, 'Small Room');
    const tooMany = changeFrom(series, '2027-06-09', { expectedNumber: 41 });
    expect(await differences(tooMany)).toMatchObject({
      '2027-06-09': expect.stringContaining('holds 40 people') as string,
    });
    const smaller = changeFrom(series, '2027-06-09', { facilityId: small.id, expectedNumber: 11 });
    expect(await differences(smaller)).toMatchObject({
      '2027-06-09': expect.stringContaining('holds 10 people') as string,
    });
    const fits = changeFrom(series, '2027-06-09', { facilityId: small.id });
    const after = await core.as('desk').call('bookings.changeSeries', fits);
    expect(onDate(after, '2027-06-23').facilityName).toBe('Small Room');
    expect(onDate(after, '2027-05-26').facilityName).toBe('Meeting Room');
  });

  it('leaves what has begun alone when all change', async () => {
    const series = await wednesdays();
    core.clock.set('2027-05-12T17:30:00.000Z');
    const all = changeFrom(series, '2027-06-09', { from: '17:00', scope: 'all' });
    const shown = await differences(all);
    expect(shown['2027-05-05']).toBe('Before the dates that change');
    expect(shown['2027-05-12']).toBe('Before the dates that change');
    expect(shown['2027-05-19']).toBe('2027-05-19T17:00');
  });

  it.each([
    ['is not there', () => ({ seriesId: 'nobody' }), 'series.not-found'],
    [
      'was changed by somebody else',
      (series: Series) => ({ version: series.version + 1 }),
      'series.changed-by-someone-else',
    ],
    ['would change nothing', () => ({ from: '18:00' }), 'series.nothing-to-change'],
    ['is to be for a legal dispute', () => ({ purpose: 'legal-dispute' }), 'booking.legal-dispute'],
    [
      'has no such date',
      () => ({ from: '17:00', choices: [{ originalDate: '2027-06-10', choice: 'skip' }] }),
      'series.unknown-date',
    ],
  ])('is refused when it %s', async (_, part, code) => {
    const series = await wednesdays();
    const change = changeFrom(series, '2027-06-09', part(series));
    expect(await core.as('desk').refusal('bookings.changeSeries', change)).toMatchObject({ code });
    if (code !== 'series.nothing-to-change')
      expect(await core.as('desk').refusal('bookings.previewSeriesChange', change)).toMatchObject({
        code,
      });
  });

  it('says of each date that it will lie out of office hours, and of none that lay there before', async () => {
    const series = await aSeries(core, {
      date: '2027-05-05',
      from: '14:00',
      until: '16:00',
      repeat: { kind: 'weekly', every: 1, weekdays: [3] },
      end: { kind: 'count', count: 2 },
    });
    const wordsOf = async (change: unknown) =>
      (await core.as('desk').call('bookings.previewSeriesChange', change as never)).differences.map(
        ({ words }) => words,
      );
    expect(await wordsOf(changeFrom(series, '2027-05-05', { until: '18:00' }))).toEqual([
      'Out of office hours',
      'Out of office hours',
    ]);
    const evenings = await wednesdays();
    expect(
      await wordsOf(changeFrom(evenings, '2027-06-16', { from: '18:30', until: '20:30' })),
    ).not.toContain('Out of office hours');
  });

  it('says what stands in the way when no date can change', async () => {
    const series = await wednesdays();
    const desk = core.as('desk');
    const tooLate = await desk.refusal(
      'bookings.changeSeries',
      changeFrom(series, '2027-06-09', { from: '20:30' }),
    );
    expect(tooLate).toMatchObject({
      code: 'series.nothing-to-change',
      message: `No date of ${series.reference} can change like that. The end is not after the start. Enter an end later than the start.`,
    });
    const tooMany = await desk.refusal(
      'bookings.changeSeries',
      changeFrom(series, '2027-06-09', { expectedNumber: 4000 }),
    );
    expect(tooMany.message).toContain('4000 are expected');
  });

  it('is refused from a booking that is none of its dates', async () => {
    const series = await wednesdays();
    const stranger = await aBooking(core);
    const change = changeFrom(series, '2027-06-09', { fromBookingId: stranger.id, from: '17:00' });
    expect(await core.as('desk').refusal('bookings.changeSeries', change)).toMatchObject({
      code: 'series.not-of-series',
    });
  });

  it('is refused another day of the week when it does not go by weeks', async () => {
    const daily = await aSeries(core, {
      repeat: { kind: 'daily' },
      end: { kind: 'count', count: 3 },
    });
    const change = changeFrom(daily, '2027-03-02', { weekday: 5 });
    expect(await core.as('desk').refusal('bookings.previewSeriesChange', change)).toMatchObject({
      code: 'series.weekday-fixed',
    });
  });
});

describe('Cancelling a series', () => {
  const cancel = (series: Series, date: string, scope: 'this-and-later' | 'all') => ({
    seriesId: series.id,
    scope,
    fromBookingId: onDate(series, date).id,
    reason: 'The group has closed',
    version: series.version,
  });

  it('cancels this and later dates, and keeps those before', async () => {
    const series = await wednesdays();
    const after = await core
      .as('desk')
      .call('bookings.cancelSeries', cancel(series, '2027-06-09', 'this-and-later'));
    expect(times(after)).toMatchObject({
      '2027-06-02': '2027-06-02T18:00',
      '2027-06-09': 'cancelled',
      '2027-06-23': 'cancelled',
    });
    expect(onDate(after, '2027-06-09').cancelReason).toBe('The group has closed');
    expect(onDate(after, '2027-06-09').isLateCancellation).toBe(false);
  });

  it('keeps a date whose people have come already, before it begins', async () => {
    const series = await wednesdays();
    core.clock.set('2027-05-05T16:30:00.000Z');
    const { id, version } = onDate(series, '2027-05-05');
    await core.as('desk').call('bookings.startUse', { id, version });
    const after = await core
      .as('desk')
      .call('bookings.cancelSeries', cancel(await reread(series), '2027-05-12', 'all'));
    expect(times(after)).toMatchObject({
      '2027-05-05': '2027-05-05T18:00',
      '2027-05-12': 'cancelled',
    });
  });

  it('cancels all that are to come and gives up what is still wanted', async () => {
    const series = await aSeries(core);
    core.clock.set('2027-03-10T09:00:00.000Z');
    const after = await core
      .as('desk')
      .call('bookings.cancelSeries', cancel(series, '2027-05-10', 'all'));
    expect(times(after)).toMatchObject({
      '2027-03-01': '2027-03-01T10:00',
      '2027-03-08': '2027-03-08T10:00',
      '2027-03-15': 'cancelled',
    });
    expect(after.stillWanted).toEqual([]);
    expect(await core.as('desk').call('bookings.queue', {})).toEqual([]);
    const [settled] = await core.as('desk').call('bookings.queue', { withSettled: true });
    expect(settled).toMatchObject({ state: 'withdrawn' });
  });

  it('is refused when nothing is left to cancel', async () => {
    const series = await wednesdays();
    const first = await core
      .as('desk')
      .call('bookings.cancelSeries', cancel(series, '2027-05-05', 'all'));
    expect(
      await core.as('desk').refusal('bookings.cancelSeries', cancel(first, '2027-05-05', 'all')),
    ).toMatchObject({ code: 'series.nothing-to-cancel' });
  });
});

describe('A date that is still wanted', () => {
  it('is offered when somebody else cancels, in the order of asking', async () => {
    const taken = await aBooking(core, { date: '2027-03-08' });
    const series = await aSeries(core, { end: { kind: 'count', count: 2 }, needs: 'Tea urn' });
    expect(series.stillWanted.map((one) => one.originalDate)).toEqual(['2027-03-08']);
    await core.as('desk').call('bookings.cancel', {
      id: taken.id,
      version: taken.version,
      reason: 'Not needed',
    });
    const [wanted] = await core.as('desk').call('bookings.queue', {});
    expect(wanted).toMatchObject({ state: 'offered', originalDate: '2027-03-08' });
    const offered = await core
      .as('desk')
      .call('bookings.get', { id: mustExist(wanted?.bookingId, 'the time is offered') });
    expect(offered).toMatchObject({
      status: 'offered',
      startsAt: '2027-03-08T10:00',
      needs: 'Tea urn',
    });
    const confirmed = await core
      .as('desk')
      .call('bookings.confirmOffer', { id: offered.id, version: offered.version });
    expect(confirmed).toMatchObject({ seriesId: series.id, originalDate: '2027-03-08' });
    const after = await reread(series);
    expect(after.bookings.map((booking) => booking.originalDate)).toEqual([
      '2027-03-01',
      '2027-03-08',
    ]);
    expect(after.stillWanted).toEqual([]);
  });
});
