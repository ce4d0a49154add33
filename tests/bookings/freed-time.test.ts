import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { mustExist } from '#db/shared/domain-error';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aWaiting, waitingDetails } from '../support/builders/queue.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { aSeries, changeFrom, onDate, seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const groupOf = async (name: string) =>
  ({ kind: 'group', groupId: (await aGroup(core, { name })).id }) as const;
const cancel = ({ id, version }: Booking) =>
  desk().call('bookings.cancel', { id, version, reason: 'Too few can come' });

describe('Whoever a freed time is offered to', () => {
  it('is named with their phone and the end of the offer, by every act that frees it', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const there = { facilityId: room.id };
    const held = await aBooking(core, { ...there, hold: { lapsesOn: '2027-01-04' } });
    await aWaiting(core, { ...there, booker: await groupOf('Cedar Court TRA') });
    core.clock.advance(1000);
    await aWaiting(core, { ...there, booker: await groupOf('Oak Estate TRA') });

    const { offers } = await cancel(held);
    expect(offers).toMatchObject([
      {
        bookerName: 'Cedar Court TRA',
        facilityName: room.name,
        startsAt: '2027-01-05T10:00',
        offerUntil: '2027-01-05T09:00:01.000Z',
      },
    ]);
    const first = mustExist(offers[0], 'it was offered');
    const declined = await desk().call('bookings.withdrawOffer', {
      id: first.id,
      version: 1,
      reason: 'Found another room',
      staysWaiting: false,
    });
    expect(declined.offers.map((one) => one.bookerName)).toEqual(['Oak Estate TRA']);

    const second = mustExist(declined.offers[0], 'it was offered on');
    const request = await desk().call('bookings.confirmOffer', { id: second.id, version: 1 });
    expect(request.status).toBe('requested');
    await aWaiting(core, { ...there, booker: await groupOf('Birch Court TRA') });
    const refused = await core.as('officer').call('bookings.withdrawRequest', {
      id: request.id,
      version: request.version,
      reason: 'The room is needed',
    });
    expect(refused.offers.map((one) => one.bookerName)).toEqual(['Birch Court TRA']);
  });

  it('is named by a move, by a moved date of a series, by a changed series and by its undo', async () => {
    const named = (answer: { readonly offers: readonly { readonly bookerName: string }[] }) =>
      answer.offers.map((one) => one.bookerName);
    const alone = await aBooking(core);
    await aWaiting(core, { booker: await groupOf('Cedar Court TRA') });
    const moved = await desk().call(
      'bookings.change',
      changeOf(alone, { from: '15:00', until: '17:00' }),
    );
    expect(named(moved)).toEqual(['Cedar Court TRA']);
    expect(
      named(await desk().call('bookings.change', changeOf(moved, { notes: 'Later' }))),
    ).toEqual([]);

    const series = await aSeries(core, {
      date: '2027-05-05',
      from: '18:00',
      until: '20:00',
      repeat: { kind: 'weekly', every: 1, weekdays: [3] },
      end: { kind: 'until', date: '2027-05-19' },
    });
    const wish = async (name: string, date: string, from: string, until: string) =>
      aWaiting(core, { booker: await groupOf(name), date, from, until });
    await wish('Oak Estate TRA', '2027-05-05', '18:00', '20:00');
    const first = onDate(series, '2027-05-05');
    expect(
      named(
        await desk().call('bookings.change', changeOf(first, { from: '10:00', until: '12:00' })),
      ),
    ).toEqual(['Oak Estate TRA']);

    await wish('Birch Court TRA', '2027-05-12', '18:00', '18:30');
    await wish('Elm Road TRA', '2027-05-19', '18:00', '18:30');
    const later = changeFrom(series, '2027-05-12', { from: '18:30', until: '20:30' });
    const changed = await desk().call('bookings.changeSeries', later);
    expect(named(changed)).toEqual(['Birch Court TRA', 'Elm Road TRA']);

    await wish('Ash Lane TRA', '2027-05-12', '20:00', '20:30');
    const { offers } = await desk().call('bookings.undoSeriesChange', {
      seriesId: changed.id,
      version: changed.version,
    });
    expect(named({ offers })).toEqual(['Ash Lane TRA']);
  });

  it('is nobody where nobody waits', async () => {
    expect((await cancel(await aBooking(core))).offers).toEqual([]);
  });
});

describe('A wish that already waits', () => {
  it('is refused a second time, with the wish and its place in the queue', async () => {
    const taken = await aBooking(core);
    await aWaiting(core, { booker: await groupOf('Cedar Court TRA') });
    core.clock.advance(1000);
    const booker = await groupOf('Oak Estate TRA');
    const wish = await waitingDetails(core, { booker });
    await desk().call('bookings.addWaiting', wish);

    expect(await desk().refusal('bookings.addWaiting', wish)).toMatchObject({
      code: 'queue.already-waiting',
      message:
        'Oak Estate TRA already waits for Meeting Room on Tue 5 Jan, 10am to noon, at place 2 in the queue. Leave that wish as it is, or take it off the list before you put them down again.',
    });
    const later = { ...wish, from: '11:30', until: '12:30' } as typeof wish;
    expect(await desk().refusal('bookings.addWaiting', later)).toMatchObject({
      code: 'queue.already-waiting',
    });
    expect(await desk().call('bookings.queue', {})).toHaveLength(2);
    await cancel(taken);
    const [offered] = await desk().call('bookings.queue', {});
    const again = { ...wish, booker: mustExist(offered, 'it was offered').booker };
    expect((await desk().refusal('bookings.addWaiting', again)).message).toBe(
      'Cedar Court TRA already has an offer of Meeting Room on Tue 5 Jan, 10am to noon, at place 1 in the queue. Enter whether they accept it before you put them down again.',
    );
  });

  it('is not put down again by a series of the same booker, which says so, and is by anybody else’s', async () => {
    const booker = await groupOf('Oak Estate TRA');
    for (const date of ['2027-03-08', '2027-03-15'])
      await aBooking(core, { date, from: '11:00', until: '13:00' });
    await aWaiting(core, { booker, date: '2027-03-08', from: '10:00', until: '12:00' });
    const end = { kind: 'until', date: '2027-03-22' } as const;
    const wanted = await seriesDetails(core, { booker, end });
    const preview = await desk().call('bookings.previewSeries', wanted);
    expect(preview).toMatchObject({ booked: 2, wanted: 1, dropped: 1 });
    expect(preview.dates.find((date) => date.outcome === 'drop')).toMatchObject({
      originalDate: '2027-03-08',
      words: expect.stringMatching(
        /^Taken .*\. They already wait for this time, so it is not put on the list again\.$/,
      ) as string,
    });
    const made = await desk().call('bookings.createSeries', wanted);
    expect(made.stillWanted.map((one) => one.originalDate)).toEqual(['2027-03-15']);
    expect(await desk().call('bookings.queue', {})).toHaveLength(2);

    const others = await seriesDetails(core, { booker: await groupOf('Elm Road TRA'), end });
    expect(await desk().call('bookings.previewSeries', others)).toMatchObject({ dropped: 0 });
  });

  it('is no bar to a wish for another time, another room or somebody else', async () => {
    await aBooking(core, { from: '09:00', until: '13:00' });
    await aBooking(core, { room: 'Small Room', from: '09:00', until: '13:00' });
    const booker = await groupOf('Oak Estate TRA');
    await aWaiting(core, { booker });
    await aWaiting(core, { booker, from: '12:00', until: '13:00' });
    await aWaiting(core, { booker, room: 'Small Room' });
    await aWaiting(core, { booker: await groupOf('Cedar Court TRA') });
    expect(await desk().call('bookings.queue', {})).toHaveLength(4);
  });
});
