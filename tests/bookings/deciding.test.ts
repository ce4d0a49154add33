import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAnythingOverdue, lapseOverdue } from '#db/bookings/queue/lapse.service';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Series } from '#db/bookings/series/series.contract';
import { PROGRAM } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import { aBooking } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { aSeries } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const officer = () => core.as('officer');
const which = ({ id, version }: Booking) => ({ id, version });
const tasks = async () => (await core.as('desk').call('tasks.list', {})).tasks;
const get = (id: string) => core.as('desk').call('bookings.get', { id });
/** What the host does each minute. */
const minuteRound = () => core.core.unit(PROGRAM, 'writes', lapseOverdue);

async function anApprovalRoom(): Promise<string> {
  return (await aFacilityUsedAs(core, { needsApproval: true })).id;
}

/** Four Mondays of March 2027, each of which waits for approval. */
async function fourRequests(): Promise<Series> {
  return aSeries(core, {
    facilityId: await anApprovalRoom(),
    end: { kind: 'until', date: '2027-03-22' },
  });
}

describe('A request that nobody decides', () => {
  it('lapses as it begins, with its task and a line that says why', async () => {
    const request = await aBooking(core, { facilityId: await anApprovalRoom() });
    expect(await tasks()).toMatchObject([{ kind: 'bookings.request' }]);

    core.clock.set('2027-01-05T09:59:59.000Z');
    expect(await core.core.unit(PROGRAM, 'reads', isAnythingOverdue)).toBe(false);
    await minuteRound();
    expect((await get(request.id)).status).toBe('requested');
    core.clock.set('2027-01-05T10:00:00.000Z');
    expect(await core.core.unit(PROGRAM, 'reads', isAnythingOverdue)).toBe(true);
    await minuteRound();

    expect(await get(request.id)).toMatchObject({
      status: 'lapsed',
      cancelReason: 'Nobody decided before it began',
    });
    expect(await tasks()).toEqual([]);
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'booking', objectId: request.id });
    expect(lines.find((line) => line.action === 'booking.lapsed')).toMatchObject({
      reason: 'Nobody decided before it began',
    });
  });

  it('still waits where it was entered after it began', async () => {
    const facilityId = await anApprovalRoom();
    core.clock.set('2027-01-05T11:00:00.000Z');
    const late = await aBooking(core, { facilityId, lateEntry: { reason: 'Nobody was here' } });
    await minuteRound();
    expect((await get(late.id)).status).toBe('requested');
  });

  it('does not come back from its cancellation once it has begun', async () => {
    const request = await aBooking(core, { facilityId: await anApprovalRoom() });
    const gone = await core
      .as('desk')
      .call('bookings.cancel', { ...which(request), reason: 'Too few can come' });
    core.clock.set('2027-01-05T10:00:00.000Z');
    expect(await core.as('desk').refusal('bookings.undoCancel', which(gone))).toMatchObject({
      code: 'booking.no-longer-held',
    });
  });
});

describe('A series that waits for approval', () => {
  it('is one task with its count and first date, until the last date is decided', async () => {
    const series = await fourRequests();
    const [first, second, third, fourth] = series.bookings.map((one) => one);
    const words = async () => (await tasks()).map((one) => one.words.replace(/ for .*?:/, ':'));
    expect(await words()).toEqual([
      `Approve or refuse 4 dates of ${series.reference}: ${first?.facilityName}, the first on Mon 1 Mar, 10am to noon.`,
    ]);
    expect(await tasks()).toMatchObject([
      { objectType: 'series', objectId: series.id, path: '/rooms/queue', role: 'officer' },
    ]);

    await officer().call('bookings.confirmRequest', which(mustExist(first, 'there are four')));
    await officer().call('bookings.withdrawRequest', {
      ...which(mustExist(second, 'there are four')),
      reason: 'The room is needed',
    });
    expect(await words()).toEqual([
      `Approve or refuse 2 dates of ${series.reference}: ${first?.facilityName}, the first on Mon 15 Mar, 10am to noon.`,
    ]);
    await core.as('desk').call('bookings.cancel', {
      ...which(mustExist(third, 'there are four')),
      reason: 'Too few can come',
    });
    expect(await words()).toEqual([
      `Approve or refuse 1 date of ${series.reference}: ${first?.facilityName}, Mon 22 Mar, 10am to noon.`,
    ]);
    core.clock.set('2027-03-22T10:00:00.000Z');
    await minuteRound();
    expect((await get(mustExist(fourth, 'there are four').id)).status).toBe('lapsed');
    expect(await tasks()).toEqual([]);
  });

  it('is approved in one act, which leaves and names the dates that cannot be', async () => {
    const { bookings, id: seriesId } = await fourRequests();
    await core.as('manager').call('calendar.addClosure', aClosure({ firstDate: '2027-03-08' }));
    const dates = bookings.map(which);
    const done = await officer().call('bookings.confirmRequests', { seriesId, dates });
    expect(done.approved.map((one) => one.startsAt.slice(0, 10))).toEqual([
      '2027-03-01',
      '2027-03-15',
      '2027-03-22',
    ]);
    expect(done.left).toMatchObject([{ reference: bookings[1]?.reference }]);
    expect(done.left[0]?.words).toContain('Staff training');
    expect(await tasks()).toContainEqual(
      expect.objectContaining({ objectId: seriesId, dueOn: '2027-03-08' }),
    );
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'series', objectId: seriesId });
    expect(lines.map((line) => line.action)).toContain('series.approved');

    expect(
      await officer().refusal('bookings.confirmRequests', { seriesId, dates: dates.slice(1, 2) }),
    ).toMatchObject({ code: 'booking.room-closed' });
    const other = await aBooking(core, { date: '2027-03-02' });
    expect(
      await officer().refusal('bookings.confirmRequests', { seriesId, dates: [which(other)] }),
    ).toMatchObject({ code: 'queue.not-of-that-series' });
  });
});
