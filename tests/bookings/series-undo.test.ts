import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Series } from '#db/bookings/series/series.contract';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aWaiting } from '../support/builders/queue.ts';
import { aSeries, changeFrom, onDate } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const reread = ({ id }: Series) => desk().call('bookings.series', { id });
const undo = ({ id, version }: Series) =>
  desk().call('bookings.undoSeriesChange', { seriesId: id, version });
const refusalOfUndo = ({ id, version }: Series) =>
  desk().refusal('bookings.undoSeriesChange', { seriesId: id, version });
const later = { from: '18:30', until: '20:30' };
const groupOf = async (name: string) =>
  ({ kind: 'group', groupId: (await aGroup(core, { name })).id }) as const;

/** Four Wednesdays, 6pm to 8pm, 5 to 26 May 2027. */
const wednesdays = () =>
  aSeries(core, {
    date: '2027-05-05',
    from: '18:00',
    until: '20:00',
    repeat: { kind: 'weekly', every: 1, weekdays: [3] },
    end: { kind: 'until', date: '2027-05-26' },
  });
const stands = (series: Series) => series.bookings.map(({ version: _, ...booking }) => booking);
const starts = (series: Series) =>
  series.bookings.map((one) => (one.status === 'confirmed' ? one.startsAt.slice(5) : one.status));
const cancelLater = (series: Series, date: string) =>
  desk().call('bookings.cancelSeries', {
    seriesId: series.id,
    scope: 'this-and-later',
    fromBookingId: onDate(series, date).id,
    reason: 'They stop',
    version: series.version,
  });

describe('Taking a change of a series back', () => {
  it('puts every date back where it stood, as one act with one line in the record', async () => {
    const made = await wednesdays();
    const change = changeFrom(made, '2027-05-12', { ...later, weekday: 4, purpose: 'training' });
    const changed = await desk().call('bookings.changeSeries', change);
    expect(starts(changed)[1]).toBe('05-13T18:30');

    const back = await undo(changed);
    expect(back).toMatchObject({ undone: 3, left: [] });
    expect(stands(back.series)).toEqual(stands(made));
    expect(back.series.words).toBe(made.words);
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'series', objectId: made.id });
    expect(lines.filter((line) => line.action === 'series.change-undone')).toHaveLength(1);
    expect(await refusalOfUndo(back.series)).toMatchObject({ code: 'series.nothing-to-undo' });
    expect(await refusalOfUndo(changed)).toMatchObject({
      code: 'series.changed-by-someone-else',
    });
  });

  it('leaves and names the dates whose time was taken or that were changed since', async () => {
    const made = await wednesdays();
    const changed = await desk().call(
      'bookings.changeSeries',
      changeFrom(made, '2027-05-05', { from: '15:00', until: '17:00' }),
    );
    const taken = await aBooking(core, { date: '2027-05-12', from: '18:00', until: '19:00' });
    const moved = onDate(changed, '2027-05-19');
    await desk().call('bookings.change', changeOf(moved, { from: '12:00', until: '14:00' }));

    const back = await undo(changed);
    expect(back.undone).toBe(2);
    expect(back.left.map((one) => one.reference)).toEqual([
      onDate(made, '2027-05-12').reference,
      moved.reference,
    ]);
    expect(back.left[0]?.words).toContain(taken.reference);
    expect(back.left[1]?.words).toContain('changed by itself since');
    expect(starts(back.series)).toEqual([
      '05-05T18:00',
      '05-12T15:00',
      '05-19T12:00',
      '05-26T18:00',
    ]);
  });

  it('is refused where no date can go back, and changes nothing', async () => {
    const made = await wednesdays();
    const changed = await desk().call(
      'bookings.changeSeries',
      changeFrom(made, '2027-05-26', { from: '15:00', until: '17:00' }),
    );
    await aBooking(core, { date: '2027-05-26', from: '18:00', until: '20:00' });
    expect(await refusalOfUndo(changed)).toMatchObject({ code: 'booking.slot-gone' });
    expect({ ...(await reread(made)), offers: [] }).toEqual(changed);
  });

  it('is refused where its only date was changed by itself since', async () => {
    const made = await wednesdays();
    const change = changeFrom(made, '2027-05-26', { from: '15:00', until: '17:00' });
    const changed = await desk().call('bookings.changeSeries', change);
    const own = changeOf(onDate(changed, '2027-05-26'), { from: '12:00', until: '14:00' });
    await desk().call('bookings.change', own);
    expect(await refusalOfUndo(changed)).toMatchObject({ code: 'series.date-changed-since' });
  });

  it('leaves a date whose old time has passed, or whose old day was closed since', async () => {
    const made = await wednesdays();
    const change = changeFrom(made, '2027-05-05', { from: '19:00', until: '21:00' });
    const changed = await desk().call('bookings.changeSeries', change);
    const closure = aClosure({ firstDate: '2027-05-12' });
    await core.as('manager').call('calendar.addClosure', closure);
    core.clock.set('2027-05-05T17:30:00.000Z');
    const back = await undo(changed);
    expect(back.undone).toBe(2);
    expect(back.left.map((one) => one.startsAt)).toEqual(['2027-05-05T19:00', '2027-05-12T19:00']);
    expect(back.left[0]?.words).toContain('has passed');
    expect(back.left[1]?.words).toContain('Staff training');
  });

  it('wins over an offer of the old time that nobody has accepted, and keeps its place for it', async () => {
    const made = await wednesdays();
    const wish = await aWaiting(core, {
      date: '2027-05-12',
      from: '18:00',
      until: '20:00',
      booker: await groupOf('Cedar Court TRA'),
    });
    const changed = await desk().call(
      'bookings.changeSeries',
      changeFrom(made, '2027-05-05', { from: '15:00', until: '17:00' }),
    );
    expect((await desk().call('bookings.queue', {}))[0]?.state).toBe('offered');
    expect(await undo(changed)).toMatchObject({ undone: 4, left: [] });
    expect(await desk().call('bookings.queue', {})).toMatchObject([
      { id: wish.id, state: 'waiting', place: 1 },
    ]);
  });

  it('puts a date that is still wanted back to its old time', async () => {
    await aBooking(core, { date: '2027-05-19', from: '17:00', until: '21:00' });
    const made = await wednesdays();
    const wanted = async () =>
      (await desk().call('bookings.queue', {})).map((one) => [one.date, one.from, one.until]);
    const changed = await desk().call(
      'bookings.changeSeries',
      changeFrom(made, '2027-05-05', later),
    );
    expect(await wanted()).toEqual([['2027-05-19', '18:30', '20:30']]);
    await undo(changed);
    expect(await wanted()).toEqual([['2027-05-19', '18:00', '20:00']]);
  });
});

describe('Taking the cancellation of a series back', () => {
  it('books this and later dates again, wants the dropped ones again, and says who was offered the time', async () => {
    await aBooking(core, { date: '2027-05-19', from: '17:00', until: '21:00' });
    const made = await wednesdays();
    await aWaiting(core, {
      date: '2027-05-26',
      from: '18:00',
      until: '20:00',
      booker: await groupOf('Cedar Court TRA'),
    });
    const { offers, ...gone } = await cancelLater(made, '2027-05-12');
    expect(offers.map((one) => one.bookerName)).toEqual(['Cedar Court TRA']);
    expect(gone.stillWanted).toEqual([]);

    const back = await undo(gone);
    expect(back).toMatchObject({ undone: 2, left: [] });
    expect(starts(back.series)).toEqual(['05-05T18:00', '05-12T18:00', '05-26T18:00']);
    expect(back.series.stillWanted).toMatchObject([{ originalDate: '2027-05-19' }]);
  });

  it('leaves and names the date whose time somebody has by now', async () => {
    const made = await wednesdays();
    const { offers: _, ...gone } = await cancelLater(made, '2027-05-05');
    await aBooking(core, { date: '2027-05-19', from: '18:00', until: '19:00' });
    const back = await undo(gone);
    expect(back.undone).toBe(3);
    expect(back.left).toMatchObject([{ reference: onDate(made, '2027-05-19').reference }]);
    expect(starts(back.series)[2]).toBe('cancelled');
  });
});
