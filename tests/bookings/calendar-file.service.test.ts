import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const JANUARY = { from: '2027-01-01', until: '2027-01-31' };

const linesOf = (text: string, name: string): readonly string[] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1));

describe('A calendar file of the centre', () => {
  it('of a room names only who agreed to it, and tells nobody’s phone or needs (PPL-10)', async () => {
    const open = await aGroup(core, { name: 'Ashdown TRA', phone: '023 8000 1111' });
    const shy = await aGroup(core, { name: 'Cedar Forum' });
    const booking = await aBooking(core, {
      booker: { kind: 'group', groupId: open.id },
      mayShowName: true,
      needs: 'Hearing loop',
    });
    await aBooking(core, { booker: { kind: 'group', groupId: shy.id }, date: '2027-01-06' });
    const file = await core.as('desk').call('bookings.exportCalendar', {
      of: { kind: 'facility', facilityId: booking.facilityId },
      ...JANUARY,
    });
    expect(file).toMatchObject({
      title: 'Calendar of Meeting Room, 2 bookings',
      fileName: 'meeting-room.ics',
      mediaType: 'text/calendar',
    });
    expect(linesOf(file.text, 'SUMMARY')).toEqual([
      'Ashdown TRA: Meeting Room',
      'Booked: Meeting Room',
    ]);
    for (const kept of ['Cedar', '8000 1111', '07700', 'Hearing', 'Pat ', 'Meeting of a group'])
      expect(file.text).not.toContain(kept);
  });

  it('of a group has its bookings with their purpose, cancelled ones as cancelled', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    const booker = { kind: 'group', groupId: group.id };
    const kept = await aBooking(core, { booker });
    const gone = await aBooking(core, { booker, date: '2027-01-06' });
    await aBooking(core, { booker, date: '2027-02-01' });
    await aBooking(core, { date: '2027-01-07' });
    await core.as('desk').call('bookings.cancel', {
      id: gone.id,
      version: gone.version,
      reason: 'Ill',
    });
    const file = await core
      .as('desk')
      .call('bookings.exportCalendar', { of: { kind: 'group', groupId: group.id }, ...JANUARY });
    expect(linesOf(file.text, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(linesOf(file.text, 'DESCRIPTION')[0]).toBe(`${kept.reference}\\nMeeting of a group`);
    expect(linesOf(file.text, 'SEQUENCE')).toEqual(['0', '1']);
    expect(file.text).not.toContain(kept.responsibleName);
  });

  it('gives a changed booking its old name and a higher number, so that a calendar replaces it', async () => {
    const before = await aBooking(core);
    const of = { kind: 'booking', id: before.id } as const;
    const desk = core.as('desk');
    const first = await desk.call('bookings.exportCalendar', { of, ...JANUARY });
    await desk.call('bookings.change', changeOf(before, { from: '11:00' }));
    const second = await desk.call('bookings.exportCalendar', { of, ...JANUARY });
    expect(linesOf(second.text, 'UID')).toEqual(linesOf(first.text, 'UID'));
    expect([...linesOf(first.text, 'SEQUENCE'), ...linesOf(second.text, 'SEQUENCE')]).toEqual([
      '0',
      '1',
    ]);
    expect(linesOf(second.text, 'DTSTART')).toEqual(['20270105T110000Z']);
    expect(second.fileName).toBe(`${before.reference.toLowerCase()}.ics`);
  });

  it('does not tell the auditor who the person is', async () => {
    const person = await aPerson(core, { name: 'P. Okafor' });
    const booking = await aBooking(core, { booker: { kind: 'person', personId: person.id } });
    const file = await core.as('auditor').call('bookings.exportCalendar', {
      of: { kind: 'booking', id: booking.id },
      ...JANUARY,
    });
    expect(file.text).not.toContain('Okafor');
  });

  it('refuses a last day before the first', async () => {
    const booking = await aBooking(core);
    expect(
      await core.as('desk').refusal('bookings.exportCalendar', {
        of: { kind: 'facility', facilityId: booking.facilityId },
        from: '2027-01-02',
        until: '2027-01-01',
      }),
    ).toMatchObject({ code: 'booking.calendar-days-reversed', field: 'until' });
  });
});
