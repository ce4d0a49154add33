import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Forecast } from '#db/bookings/booking-views.contract';
import { MASKED } from '#db/people/people.rules';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aWaiting } from '../support/builders/queue.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aDivisibleHall, aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

type Part = Parameters<typeof bookingDetails>[1];
const foresee = async (
  part: Part & { readonly id?: string } = {},
  role: 'desk' | 'auditor' = 'desk',
) => core.as(role).call('bookings.foresee', { id: null, ...(await bookingDetails(core, part)) });
const codes = (forecast: Forecast, weight: string): readonly string[] =>
  forecast.lines.filter((line) => line.weight === weight).map((line) => line.code);

describe('What the form foresees', () => {
  it('is nothing in the way of an ordinary booking', async () => {
    const forecast = await foresee();
    expect(codes(forecast, 'problem')).toEqual([]);
    expect(forecast).toMatchObject({
      heldFrom: '2027-01-05T10:00',
      heldUntil: '2027-01-05T12:00',
      isOutOfHours: false,
      nextFreeFrom: null,
      freeRoomId: null,
      canSqueeze: false,
      needsOutsideHours: false,
      needsLateEntry: false,
      needsApproval: false,
      freeUnits: null,
    });
  });

  it('is every refusal at once, in the words in which saving would refuse it, with the ways out', async () => {
    const taken = await aBooking(core, { from: '10:00', until: '12:00', cleardownMinutes: 30 });
    const wanted = { from: '12:15', until: '13:00', expectedNumber: 41, purpose: 'legal-dispute' };
    const forecast = await foresee(wanted);
    expect(codes(forecast, 'problem')).toEqual([
      'booking.legal-dispute',
      'booking.too-many-people',
      'booking.clash',
    ]);
    expect(forecast).toMatchObject({ canSqueeze: true, nextFreeFrom: '2027-01-05T12:30' });
    const clash = forecast.lines.find((line) => line.code === 'booking.clash');
    const plain = { from: '12:15', until: '13:00' };
    const refusal = await core
      .as('desk')
      .refusal('bookings.create', await bookingDetails(core, plain));
    expect(refusal.details).toMatchObject({ otherId: taken.id });
    expect((await foresee(plain)).lines.map((line) => line.words)).toContain(refusal.message);
    expect(clash?.field).toBe('from');
  });

  it('is what would have to be given up, once that was asked for', async () => {
    await aBooking(core, { cleardownMinutes: 30 });
    const forecast = await foresee({
      from: '12:15',
      until: '13:00',
      squeeze: { reason: 'The train' },
    });
    expect(codes(forecast, 'problem')).toEqual([]);
    expect(forecast.lines.map((line) => line.words)).toContain(
      '15 minutes of set-up and clear-down time are given up. It is noted on both bookings.',
    );
  });

  it('is what a closed day and a time that has passed would need', async () => {
    const friday = await foresee({ date: '2027-03-26' });
    expect([friday.needsOutsideHours, codes(friday, 'problem')]).toEqual([
      true,
      ['booking.room-closed'],
    ]);
    const early = await foresee({ date: '2027-01-04', from: '08:00', until: '09:30' });
    expect(early.needsLateEntry).toBe(true);
    expect(codes(early, 'problem')).toEqual(['booking.in-the-past', 'booking.room-closed']);
    const backwards = await foresee({ from: '12:00', until: '11:00' });
    expect(codes(backwards, 'problem')).toEqual(['booking.ends-before-it-starts']);
  });

  it('warns of what is not refused: other purposes, missing access, papers, flags, those who wait', async () => {
    const group = await aGroup(core);
    const booker = { kind: 'group', groupId: group.id };
    await aBooking(core);
    await aWaiting(core, { from: '10:00', until: '13:00' });
    await core.as('manager').call('conditions.addText', {
      kind: 'guidelines',
      text: 'Leave it tidy.',
      from: '2027-01-01',
      mustAcknowledgeAgain: true,
    });
    await aRestriction(core, {
      subject: { kind: 'group', groupId: group.id },
      scope: { kind: 'all-facilities' },
      effect: 'warns',
      reason: 'A legal dispute is under way.',
      source: 'legal-dispute',
    });
    const forecast = await foresee({
      booker,
      from: '12:00',
      until: '18:00',
      purpose: 'not-involvement',
      accessNeeds: ['hearing-loop'],
    });
    expect(codes(forecast, 'problem')).toEqual([]);
    expect(codes(forecast, 'warning')).toEqual([
      'booking.warned-about',
      'booking.outside-involvement',
      'booking.access-missing',
      'booking.condition-missing',
      'booking.somebody-waits',
    ]);
    expect(codes(forecast, 'note')).toEqual(['booking.out-of-hours']);
    expect(forecast.isOutOfHours).toBe(true);
    expect(forecast.lines.find((line) => line.field === 'accessNeeds')?.words).toBe(
      'Meeting Room has no hearing loop on record. Look for another room, or ask what would help.',
    );
  });

  it('counts who waits for the hall at a half, and for a half at the hall, but not at the other half', async () => {
    const { hall, north, south } = await aDivisibleHall(core);
    const waitsAt = async (facilityId: string, date: string) =>
      codes(await foresee({ facilityId, date }), 'warning').includes('booking.somebody-waits');
    await aBooking(core, { facilityId: hall.id, date: '2027-01-05' });
    await aWaiting(core, { facilityId: hall.id, date: '2027-01-05' });
    await aBooking(core, { facilityId: north.id, date: '2027-01-06' });
    await aWaiting(core, { facilityId: north.id, date: '2027-01-06' });
    expect(await waitsAt(north.id, '2027-01-05')).toBe(true);
    expect(await waitsAt(south.id, '2027-01-05')).toBe(true);
    expect(await waitsAt(hall.id, '2027-01-06')).toBe(true);
    expect(await waitsAt(south.id, '2027-01-06')).toBe(false);
  });

  it('says that a room asks for approval, and who is barred from it', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const person = await aPerson(core, { name: 'P. Rowe' });
    await aRestriction(core, {
      subject: { kind: 'person', personId: person.id },
      scope: { kind: 'facility', facilityId: room.id },
      reason: 'Damage.',
    });
    const part = { facilityId: room.id, responsiblePersonId: person.id };
    const forecast = await foresee(part);
    expect(forecast.needsApproval).toBe(true);
    expect(codes(forecast, 'note')).toContain('booking.needs-approval');
    expect(codes(forecast, 'problem')).toEqual(['booking.barred']);
    const seen = await foresee(part, 'auditor');
    const words = seen.lines.find((line) => line.code === 'booking.barred')?.words ?? '';
    expect(words).toContain(MASKED);
    expect(words).not.toContain('Rowe');
  });

  it('names what is left of an allowance, and warns past its end', async () => {
    const group = await aGroup(core);
    const room = await aFacilityUsedAs(core, {});
    await core.as('manager').call('usage.setAllowance', {
      facilityId: room.id,
      per: 'group',
      unit: 'booked-minutes',
      amount: 180,
      period: 'month',
      from: '2027-01-01',
    });
    const part = { facilityId: room.id, booker: { kind: 'group', groupId: group.id } };
    const first = await foresee(part);
    expect(codes(first, 'note')).toContain('booking.allowance');
    const made = await aBooking(core, part);
    const second = await foresee({ ...part, date: '2027-01-06' });
    expect(codes(second, 'warning')).toContain('booking.allowance');
    const whatIsLeft = await foresee({ ...part, date: '2027-01-06', until: '11:00' });
    expect(codes(whatIsLeft, 'note')).toContain('booking.allowance');
    const same = await foresee({ ...part, id: made.id });
    expect(codes(same, 'note')).toContain('booking.allowance');
  });

  it('never finds a booking in its own way, and asks nothing of a time that stays', async () => {
    const made = await aBooking(core, { from: '09:00', until: '11:00', date: '2027-01-04' });
    core.clock.advance(60 * 60 * 1000);
    const ask = (part: object) => {
      const { version: _, ...change } = changeOf(made, part) as Record<string, unknown>;
      return core.as('desk').call('bookings.foresee', change as never);
    };
    const same = await ask({ notes: 'Key' });
    expect(codes(same, 'problem')).toEqual([]);
    expect([same.heldFrom, same.needsLateEntry]).toEqual(['2027-01-04T09:00', false]);
    expect(codes(await ask({ until: '12:00' }), 'problem')).toEqual([]);
    expect(codes(await ask({ expectedNumber: 41 }), 'problem')).toEqual([
      'booking.too-many-people',
    ]);
    await aBooking(core, { from: '11:00', until: '12:00', date: '2027-01-04' });
    expect(codes(await ask({ until: '12:00' }), 'problem')).toEqual(['booking.clash']);
  });

  it('can be asked before anybody is named', async () => {
    const details = await bookingDetails(core);
    const forecast = await core.as('desk').call('bookings.foresee', {
      ...details,
      id: null,
      booker: null,
      responsiblePersonId: null,
      purpose: null,
    });
    expect(codes(forecast, 'problem')).toEqual([]);
  });
});
