import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '#db/shared/paper';
import { aBooking } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

const clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock.set('2027-01-04T09:00:00.000Z');
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const bytesOf = (paper: Paper) => Buffer.from(paper.base64, 'base64');
const textIn = (paper: Paper) => textOf(bytesOf(paper)).replaceAll(/\s+/g, ' ');

const SIZES = ['normal', 'large'] as const;

/** One group that lets its name be shown and one that does not, both in the Meeting Room that week. */
async function twoGroups() {
  const open = await aGroup(core, { name: 'Ashdown TRA', phone: '023 8000 1111' });
  const shy = await aGroup(core, { name: 'Cedar Forum', phone: '023 8000 2222' });
  const person = await aPerson(core, { name: 'P. Okafor', phone: '07700 900777' });
  const of = (groupId: string) => ({
    booker: { kind: 'group', groupId },
    responsiblePersonId: person.id,
    needs: 'Hearing loop',
  });
  const named = await aBooking(core, { ...of(open.id), mayShowName: true });
  const unnamed = await aBooking(core, { ...of(shy.id), from: '18:30', until: '20:30' });
  return { named, unnamed, room: named.facilityId };
}

/** What no paper for the public may say. */
const PRIVATE = ['Cedar', 'Okafor', '8000 1111', '8000 2222', '900777', 'Hearing'];

describe('The week sheet', () => {
  it.each(SIZES)(
    'tells the desk who has what, and what to make ready, in %s print',
    async (size) => {
      const { named, unnamed } = await twoGroups();
      const paper = await core
        .as('desk')
        .call('bookings.printWeekSheet', { date: '2027-01-07', audience: 'desk', size });
      expect(checkFile(bytesOf(paper))).toContain('No syntax');
      const text = textIn(paper);
      for (const words of [
        'Week of 4 January 2027',
        '10am to noon',
        'Ashdown TRA',
        'Cedar Forum',
        'Meeting of a group',
        'Out of hours',
        named.reference,
        unnamed.reference,
        'Small Room',
        'Free',
      ])
        expect(text).toContain(words);
      expect(text).not.toContain('900777');
      expect(paper.fileName).toBe('week-sheet-2027-01-04.pdf');
    },
  );

  it.each(SIZES)(
    'tells the public no name without leave, no phone and no need, in %s print (PPL-10)',
    async (size) => {
      await twoGroups();
      const paper = await core
        .as('desk')
        .call('bookings.printWeekSheet', { date: '2027-01-07', audience: 'public', size });
      const text = textIn(paper);
      expect(text).toContain('Ashdown TRA');
      expect(text).toContain('6:30pm to 8:30pm Booked');
      for (const kept of PRIVATE) expect(text).not.toContain(kept);
    },
  );

  it('leaves a weekend out on which nothing is open or booked, and shows why a day is closed', async () => {
    const desk = core.as('desk');
    await core.as('manager').call('calendar.addClosure', {
      name: 'Staff training',
      effect: 'closed',
      firstDate: '2027-01-06',
      lastDate: '2027-01-06',
      facilityId: null,
      from: null,
      until: null,
      isNonWorking: false,
    } as never);
    const text = textIn(
      await desk.call('bookings.printWeekSheet', { date: '2027-01-04', audience: 'desk' }),
    );
    expect(text).toContain('Fri 8 Jan');
    expect(text).not.toContain('Sat 9 Jan');
    expect(text).toContain('Closed: Staff training');
  });

  it('of one room has that room only', async () => {
    const { room } = await twoGroups();
    const text = textIn(
      await core.as('desk').call('bookings.printWeekSheet', {
        date: '2027-01-04',
        facilityId: room,
        audience: 'desk',
      }),
    );
    expect(text).not.toContain('Small Room');
  });

  it('does not tell the auditor who a person is', async () => {
    const person = await aPerson(core, { name: 'P. Okafor' });
    await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      mayShowName: true,
    });
    const paper = await core
      .as('auditor')
      .call('bookings.printWeekSheet', { date: '2027-01-04', audience: 'desk' });
    expect(textIn(paper)).not.toContain('Okafor');
  });
});

describe('The month overview', () => {
  it.each(SIZES)('shows when a room is taken and by nobody named, in %s print', async (size) => {
    const { room } = await twoGroups();
    const paper = await core
      .as('desk')
      .call('bookings.printMonthOverview', { date: '2027-01-20', facilityId: room, size });
    expect(checkFile(bytesOf(paper))).toContain('No syntax');
    const text = textIn(paper);
    for (const words of ['Meeting Room', 'January 2027', '10am to noon', '6:30pm to 8:30pm'])
      expect(text).toContain(words);
    expect(text).toContain('Closed: New Year');
    for (const kept of [...PRIVATE, 'Ashdown']) expect(text).not.toContain(kept);
  });

  it('has every day of its month and none of another', async () => {
    const room = await theRoom(core, 'Meeting Room');
    const text = textIn(
      await core.as('desk').call('bookings.printMonthOverview', {
        date: '2028-02-10',
        facilityId: room.id,
        size: 'large',
      }),
    );
    expect(text).toContain('Tue 29 Feb');
    expect(text).not.toContain('31 Jan');
    expect(text).not.toContain('1 Mar');
  });
});

describe('The door sign', () => {
  it.each(SIZES)('names who agreed to it and nobody else, in %s print (PPL-10)', async (size) => {
    const { room } = await twoGroups();
    const paper = await core
      .as('desk')
      .call('bookings.printDoorSign', { date: '2027-01-05', facilityId: room, size });
    expect(paper.pages).toBe(1);
    const text = textIn(paper);
    expect(text).toContain('Tuesday 5 January 2027');
    expect(text).toContain('10am to noon Ashdown TRA');
    expect(text).toContain('6:30pm to 8:30pm Booked');
    for (const kept of PRIVATE) expect(text).not.toContain(kept);
  });

  it('says that a room is free or closed all day', async () => {
    const room = await theRoom(core, 'Meeting Room');
    const desk = () => core.as('desk');
    const sign = async (date: string) =>
      textIn(await desk().call('bookings.printDoorSign', { date: date, facilityId: room.id }));
    expect(await sign('2027-01-06')).toContain('Free all day. Ask at the desk.');
    core.clock.set('2027-01-07T10:00:00.000Z');
    const missed = await aBooking(core, { facilityId: room.id, date: '2027-01-07' });
    expect(await sign('2027-01-07')).toContain('Booked');
    await desk().call('bookings.recordNoShow', { id: missed.id, version: missed.version });
    expect(await sign('2027-01-07')).toContain('Free all day. Ask at the desk.');
    expect(await sign('2027-01-09')).toContain('Closed');
  });
});

describe('The check-out sheet', () => {
  it.each(SIZES)(
    'is blank to write on until the booking is checked out, in %s print',
    async (size) => {
      const booking = await aBooking(core);
      const paper = await core
        .as('desk')
        .call('bookings.printCheckOutSheet', { id: booking.id, size });
      const text = textIn(paper);
      for (const words of [
        booking.reference,
        'Cups and crockery are washed and put away',
        'Time out',
        'Damage',
        'Responsible person',
        'Tenant Participation Unit',
      ])
        expect(text).toContain(words);
      expect(text).not.toContain('☑');
    },
  );

  it('shows what was noted, with what is not in order said in words', async () => {
    const booking = await aBooking(core, { date: '2027-01-04', from: '10:00', until: '12:00' });
    const desk = core.as('desk');
    const used = await desk.call('bookings.startUse', {
      id: booking.id,
      version: booking.version,
      headcount: 17,
    });
    const over = await desk.call('bookings.stopUse', {
      id: used.id,
      version: used.version,
      checklist: { tidy: true, crockery: false, equipment: null, nothingLeft: true },
      damage: 'One chair',
      found: ['A blue umbrella'],
      notes: '',
    });
    const text = textIn(await desk.call('bookings.printCheckOutSheet', { id: over.id }));
    expect(text.split('☑')).toHaveLength(3);
    for (const words of [
      'put away (not in order)',
      'here (not looked at)',
      '17',
      'One chair',
      'A blue umbrella',
      'Monday 4 January 2027, 9am',
    ])
      expect(text).toContain(words);
    const masked = textIn(
      await core.as('auditor').call('bookings.printCheckOutSheet', { id: over.id }),
    );
    for (const kept of ['One chair', 'umbrella', booking.responsibleName])
      expect(masked).not.toContain(kept);
  });
});

describe('The slip and the day sheet', () => {
  it('say how long the room is kept, how it is set out, and what stands ready', async () => {
    const manager = core.as('manager');
    const room = await theRoom(core, 'Meeting Room');
    const layouts = [
      { id: null, name: 'Theatre rows', capacity: 30, setupMinutes: 30, cleardownMinutes: 15 },
    ];
    const laidOut = await manager.call('facilities.setLayouts', {
      id: room.id,
      version: room.version,
      layouts,
    });
    const booking = await aBooking(core, {
      layoutId: laidOut.layouts[0]?.id,
      accessNeeds: ['hearing-loop'],
      thingsWanted: [{ what: 'projector', quantity: 1 }],
      crechePlaces: 4,
    });
    const desk = core.as('desk');
    const slip = textIn(await desk.call('bookings.printSlip', { id: booking.id }));
    for (const words of [
      'The room is kept for you 9:30am to 12:15pm, with set-up and clear-down.',
      'Theatre rows',
      'Hearing loop',
      '1 projector',
      '4 children',
    ])
      expect(slip).toContain(words);
    const sheet = textIn(await desk.call('bookings.printDaySheet', { date: '2027-01-05' }));
    for (const words of ['Layout: Theatre rows', 'Set-up from 9:30am', 'Clear-down until 12:15pm'])
      expect(sheet).toContain(words);
    const masked = await core.as('auditor').call('bookings.printSlip', { id: booking.id });
    expect(textIn(masked)).not.toContain('Hearing loop');
  });

  it('say of a hold that it is not confirmed and when it lapses', async () => {
    const held = await aBooking(core, { hold: { lapsesOn: '2027-01-04' } });
    const slip = textIn(await core.as('desk').call('bookings.printSlip', { id: held.id }));
    expect(slip).toContain('HELD FOR YOU');
    expect(slip).toContain('It lapses after 4 January 2027 unless you tell us that you want it.');
    const sheet = await core.as('desk').call('bookings.printDaySheet', { date: '2027-01-05' });
    expect(textIn(sheet)).toContain('Held');
  });

  it('say who came and when, as far as it is known', async () => {
    const booking = await aBooking(core, { date: '2027-01-04', from: '09:00', until: '10:00' });
    const desk = core.as('desk');
    await desk.call('bookings.startUse', {
      id: booking.id,
      version: booking.version,
      headcount: 9,
    });
    const sheet = textIn(await desk.call('bookings.printDaySheet', { date: '2027-01-04' }));
    expect(sheet).toMatch(/In 9am Out .*People 9/);
  });

  it('say why a day has other hours than usual', async () => {
    await core.as('manager').call('calendar.addClosure', {
      name: 'Staff training',
      effect: 'closed',
      firstDate: '2027-01-05',
      lastDate: '2027-01-05',
      facilityId: null,
      from: '09:00',
      until: '12:00',
      isNonWorking: false,
    } as never);
    const sheet = await core.as('desk').call('bookings.printDaySheet', { date: '2027-01-05' });
    expect(textIn(sheet)).toContain('Open noon to 9pm: Staff training');
  });
});
