import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MASKED } from '#db/people/people.rules';
import { aBooking } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

describe('What somebody booked last', () => {
  it('is the booking asked for last, whenever it lies, and also when it was cancelled', async () => {
    const booker = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    const desk = core.as('desk');
    expect(await desk.call('bookings.lastOf', { booker })).toBeNull();

    await aBooking(core, { booker, date: '2027-03-02' });
    core.clock.advance(1000);
    const last = await aBooking(core, { booker, date: '2027-01-12', purpose: 'training' });
    core.clock.advance(1000);
    await aBooking(core, { date: '2027-01-13' });
    await desk.call('bookings.cancel', {
      id: last.id,
      version: last.version,
      reason: 'Too few can come',
    });

    expect(await desk.call('bookings.lastOf', { booker })).toMatchObject({
      id: last.id,
      purpose: 'training',
    });
  });

  it('tells the auditor what was booked, and not who for', async () => {
    const booker = { kind: 'person', personId: (await aPerson(core)).id } as const;
    const booking = await aBooking(core, { booker, needs: 'Large print' });

    expect(await core.as('auditor').call('bookings.lastOf', { booker })).toMatchObject({
      reference: booking.reference,
      bookerName: MASKED,
      responsibleName: MASKED,
      needs: MASKED,
    });
  });
});

describe('Bookings that wait for a word', () => {
  it('stand in the order in which they were asked for, and leave once the word is given', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true }, { name: 'Board Room' });
    const requested = await aBooking(core, { facilityId: room.id, date: '2027-02-02' });
    core.clock.advance(1000);
    const held = await aBooking(core, { hold: { lapsesOn: '2027-01-04' } });
    await aBooking(core, { date: '2027-01-07' });
    const ids = async () =>
      (await core.as('desk').call('bookings.undecided', {})).map((each) => each.id);
    expect(await ids()).toEqual([requested.id, held.id]);

    await core.as('officer').call('bookings.confirmRequest', {
      id: requested.id,
      version: requested.version,
    });
    expect(await ids()).toEqual([held.id]);
  });
});

describe('The notice of a cancellation', () => {
  it('is late with fewer clear open days than the room asks for, and says so before', async () => {
    const room = await aFacilityUsedAs(core, { noticeOpenDays: 2 }, { name: 'Board Room' });
    const noticeOn = async (date: string) => {
      const { id } = await aBooking(core, { facilityId: room.id, date });
      return core.as('desk').call('bookings.notice', { id });
    };

    expect(await noticeOn('2027-01-06')).toEqual({
      isLate: true,
      words:
        'This is a late cancellation: Board Room asks for 2 open days between the cancellation and the booking, and there is 1.',
    });
    expect(await noticeOn('2027-01-07')).toMatchObject({ isLate: false });
  });

  it('is never late where the room asks for none', async () => {
    const { id } = await aBooking(core);
    expect(await core.as('desk').call('bookings.notice', { id })).toEqual({
      isLate: false,
      words: '',
    });
  });
});
