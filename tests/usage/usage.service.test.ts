import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facility } from '#db/facilities/facilities.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import {
  aPastUse,
  aSession,
  sessionDetails,
  theSeat,
  theSuite,
} from '../support/builders/usage.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let suite: Facility;
beforeEach(async () => {
  core = await openTestCore();
  core.clock.set('2027-01-05T10:00:00.000Z');
  suite = await theSuite(core);
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const startRefusal = async (part: object = {}) =>
  desk().refusal('usage.start', await sessionDetails(core, suite, { ...part }));
const suiteNow = async () =>
  (await desk().call('usage.now', {})).find((one) => one.facilityId === suite.id);

/** A course in the suite, on the day of the tests, after the clock was set back to allow it. */
const course = (units: number, from: string, until: string) =>
  aBooking(core, {
    room: 'Computer Suite',
    units,
    from,
    until,
    date: '2027-01-05',
    expectedNumber: null,
  });

/** Walk-in facilities take bookings in office hours once they are bookable. */
async function makeBookable(): Promise<void> {
  const now = await theRoom(core, 'Computer Suite');
  suite = await core.as('manager').call('facilities.change', {
    id: now.id,
    name: now.name,
    kind: now.kind,
    isBookable: true,
    capacity: now.capacity,
    hours: now.hours,
    isActive: true,
    version: now.version,
  });
}

describe('A session of somebody who walked in', () => {
  it('is open until it is ended, and keeps who, for whom, and what for', async () => {
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    const person = await aPerson(core, { name: 'R. Haddad' });
    const { usage, warnings } = await aSession(core, suite, {
      personId: person.id,
      groupId: group.id,
    });
    expect(warnings).toEqual([]);
    expect(usage).toMatchObject({
      facilityName: 'Computer Suite',
      seatName: '',
      personName: 'R. Haddad',
      groupName: 'Birch Court TRA',
      startedAt: '2027-01-05T10:00',
      endedAt: null,
      minutes: null,
      recordedBy: 'Dee Hollins',
    });
    expect(await suiteNow()).toMatchObject({
      units: 8,
      freeNow: 7,
      freeWords: '7 free',
      open: [{ id: usage.id }],
    });

    core.clock.set('2027-01-05T11:20:00.000Z');
    const ended = await desk().call('usage.stop', {
      id: usage.id,
      version: 1,
      copies: 14,
      colourCopies: 2,
      notes: '',
    });
    expect(ended).toMatchObject({
      endedAt: '2027-01-05T11:20',
      minutes: 80,
      copies: 14,
      colourCopies: 2,
    });
    expect(await suiteNow()).toMatchObject({ freeNow: 8, open: [] });
    const record = await desk().call('audit.ofObject', { objectType: 'usage', objectId: usage.id });
    expect(record.map((line) => line.action)).toEqual(['usage.started', 'usage.ended']);
  });

  it('of three people adds up to the time of the month, without any booking', async () => {
    const uses = [];
    for (let n = 0; n < 3; n += 1) uses.push((await aSession(core, suite)).usage);
    for (const [n, at] of ['11:20', '10:45', '12:10'].entries()) {
      core.clock.set(`2027-01-05T${at}:00.000Z`);
      const id = uses[n]?.id ?? '';
      if (n !== 1)
        await desk().call('usage.stop', {
          id,
          version: 1,
          copies: 0,
          colourCopies: 0,
          notes: '',
        });
    }
    const second = uses[1];
    await desk().call('usage.withdraw', {
      id: second?.id ?? '',
      version: 1,
      reason: 'Entered again below',
    });
    await aPastUse(core, suite, { startedAt: '2027-01-05T10:00', minutes: 45 });
    const month = await desk().call('usage.list', { from: '2027-01-01', until: '2027-01-31' });
    expect(month).toMatchObject({ total: 3, minutes: 255 });
  });

  it('holds a named computer, which nobody else can have', async () => {
    const seat = theSeat(suite, 'PC 3');
    await aSession(core, suite, { seatId: seat.id });
    expect(await startRefusal({ seatId: seat.id })).toMatchObject({
      code: 'usage.seat-taken',
      message: 'PC 3 has been in use since 10am. Choose another, or end that session first.',
    });
    expect(await startRefusal({ seatId: 'seat-of-nowhere' })).toMatchObject({
      code: 'usage.no-such-seat',
    });
  });

  it('is refused at a computer that is out of order, and that one is no place for anybody', async () => {
    const seat = theSeat(suite, 'PC 8');
    await desk().call('facilities.markSeat', {
      seatId: seat.id,
      outOfOrder: { from: '2027-01-04', until: null, why: 'no screen' },
    });
    expect(await startRefusal({ seatId: seat.id })).toMatchObject({
      code: 'usage.seat-out-of-order',
      message: 'PC 8 is out of order: no screen. Choose another.',
    });
    expect(await suiteNow()).toMatchObject({ units: 8, outOfOrder: 1, freeNow: 7 });
  });

  it('is refused when every place is taken, and says what is free when', async () => {
    core.clock.set('2027-01-05T09:00:00.000Z');
    await makeBookable();
    await course(5, '10:00', '12:00');
    core.clock.set('2027-01-05T10:00:00.000Z');
    for (let n = 0; n < 3; n += 1) await aSession(core, suite);
    expect(await suiteNow()).toMatchObject({
      freeNow: 0,
      freeWords: 'none free until noon, 5 after',
    });
    expect(await startRefusal()).toMatchObject({
      code: 'usage.no-place',
      message:
        'Computer Suite: none free until noon, 5 after. Ask them to wait, or end a session that is over.',
    });
  });

  it('yields to a booking, with a warning', async () => {
    await makeBookable();
    await course(5, '12:00', '14:00');
    for (let n = 0; n < 3; n += 1) expect((await aSession(core, suite)).warnings).toEqual([]);
    expect((await aSession(core, suite)).warnings).toEqual([
      'A booking needs 5 of 8 computers from noon: this session must end by then.',
    ]);
  });

  it('is refused outside office hours, with the way on (BOOK-04)', async () => {
    core.clock.set('2027-01-05T18:00:00.000Z');
    expect(await startRefusal()).toMatchObject({
      code: 'usage.out-of-hours',
      message:
        'Office hours today are 9am to 5pm. Outside them Computer Suite is used only by those who booked it beforehand. Book it for them, or ask them to come in office hours.',
    });
    core.clock.set('2027-03-26T10:00:00.000Z');
    expect((await startRefusal()).message).toMatch(
      /^There are no office hours today \(Good Friday\)\./,
    );
  });

  it('is offered no free place on a closed day, which is named', async () => {
    core.clock.set('2027-03-26T10:00:00.000Z');
    expect(await suiteNow()).toMatchObject({
      closedWords: 'Closed today: Good Friday.',
      freeNow: 0,
      freeWords: '',
    });
    core.clock.set('2027-01-05T18:00:00.000Z');
    expect(await suiteNow()).toMatchObject({
      closedWords: 'Outside office hours (9am to 5pm).',
      freeNow: 0,
    });
    core.clock.set('2027-01-05T10:00:00.000Z');
    expect(await suiteNow()).toMatchObject({ closedWords: '', freeNow: 8 });
  });

  it('is refused while the facility itself is closed', async () => {
    await core.as('manager').call('calendar.addClosure', {
      name: 'New carpets',
      effect: 'closed',
      firstDate: '2027-01-05',
      lastDate: '2027-01-05',
      facilityId: suite.id,
      from: '13:00',
      until: '24:00',
      isNonWorking: false,
    });
    core.clock.set('2027-01-05T14:00:00.000Z');
    expect(await startRefusal()).toMatchObject({
      code: 'usage.closed',
      message: 'Computer Suite is open 9am to 1pm today (New carpets). Ask them to come then.',
    });
  });

  it('asks for an adult where the facility has a minimum age and the person is younger', async () => {
    suite = await core.as('manager').call('facilities.setUse', {
      id: suite.id,
      version: suite.version,
      units: 8,
      unitName: 'computer',
      partIds: [],
      accessFeatures: [],
      needsApproval: false,
      longestMinutes: null,
      daysAhead: null,
      noticeOpenDays: null,
      minimumAge: 16,
      directions: '',
    });
    expect(await startRefusal()).toMatchObject({
      code: 'usage.age-not-answered',
      field: 'isOldEnough',
      message:
        'Computer Suite is for people of 16 and over. Answer whether this person is 16 or older.',
    });
    expect(await startRefusal({ isOldEnough: false })).toMatchObject({
      code: 'usage.adult-needed',
      field: 'accompaniedBy',
      message:
        'Somebody younger than 16 comes with an adult. Enter the name of the adult who is with them.',
    });
    expect(
      (await aSession(core, suite, { isOldEnough: false, accompaniedBy: 'Mo Day' })).usage
        .accompaniedBy,
    ).toBe('Mo Day');
    expect((await aSession(core, suite, { isOldEnough: true })).usage.accompaniedBy).toBe('');
  });

  it('is refused to a person, or for a group, from whom the facility was taken away (BOOK-12)', async () => {
    const group = await aGroup(core, { name: 'Cedar Estate Forum' });
    await aRestriction(core, {
      subject: { kind: 'group', groupId: group.id },
      scope: { kind: 'facility', facilityId: suite.id },
      from: '2027-01-01',
      until: '2027-02-28',
      reason: 'Paper was taken',
      decidedBy: 'Maya Quill',
    });
    expect(await startRefusal({ groupId: group.id })).toMatchObject({
      code: 'usage.barred',
      message: expect.stringContaining(
        'Cedar Estate Forum may not use Computer Suite until 28 February 2027: Paper was taken.',
      ),
    });
    expect((await aSession(core, suite)).usage.groupId).toBeNull();
    expect((await aPastUse(core, suite, { groupId: group.id })).warnings).toHaveLength(1);
  });

  it('waits for the fire procedure where the council asks for it and there is one (BOOK-08)', async () => {
    const person = await aPerson(core, { name: 'P. Okafor' });
    await core.as('manager').call('conditions.addText', {
      kind: 'fire',
      text: 'Leave by the nearest door.',
      from: '2027-01-01',
      mustAcknowledgeAgain: false,
    });
    expect(await startRefusal({ personId: person.id })).toMatchObject({
      code: 'usage.fire-not-acknowledged',
      message:
        'P. Okafor has not been shown the fire procedure yet. Show it, enter that they know it, then start the session.',
    });
    await desk().call('conditions.recordAcknowledged', {
      kind: 'fire',
      who: { kind: 'person', personId: person.id },
      on: '2027-01-05',
      how: 'told',
    });
    expect((await aSession(core, suite, { personId: person.id })).usage.personName).toBe(
      'P. Okafor',
    );
  });

  it('only warns of guidelines that were not given yet (BOOK-07)', async () => {
    await core.as('manager').call('conditions.addText', {
      kind: 'guidelines',
      text: 'Leave it as you found it.',
      from: '2027-01-01',
      mustAcknowledgeAgain: false,
    });
    expect((await aSession(core, suite)).warnings).toHaveLength(1);
  });

  it('is refused in a facility that is no longer in use', async () => {
    await core.as('manager').call('facilities.change', {
      id: suite.id,
      name: suite.name,
      kind: suite.kind,
      isBookable: false,
      capacity: suite.capacity,
      hours: suite.hours,
      isActive: false,
      version: suite.version,
    });
    expect(await startRefusal()).toMatchObject({ code: 'usage.facility-not-in-use' });
  });

  it('turns nobody away from a facility of which nobody said how many it holds, unless it is booked', async () => {
    const library = await core.as('manager').call('facilities.add', {
      name: 'Library',
      kind: 'library',
      isBookable: true,
      capacity: null,
      hours: null,
    });
    for (let n = 0; n < 3; n += 1) await aSession(core, library);
    const now = (await desk().call('usage.now', {})).find((one) => one.facilityId === library.id);
    expect(now).toMatchObject({ units: null, freeNow: null, freeWords: '' });
    await aBooking(core, {
      facilityId: library.id,
      date: '2027-01-05',
      from: '11:00',
      until: '12:00',
    });
    core.clock.set('2027-01-05T11:30:00.000Z');
    expect(await desk().refusal('usage.start', await sessionDetails(core, library))).toMatchObject({
      code: 'usage.no-place',
      message: 'Library is booked now. Ask them to wait, or to come another time.',
    });
  });
});

describe('What was entered by mistake', () => {
  it('is opened again on the same day, while the place is free', async () => {
    const seat = theSeat(suite, 'PC 1');
    const { usage } = await aSession(core, suite, { seatId: seat.id });
    const stop = { id: usage.id, copies: 0, colourCopies: 0, notes: '' };
    await desk().call('usage.stop', { ...stop, version: 1 });
    expect(await desk().refusal('usage.stop', { ...stop, version: 2 })).toMatchObject({
      code: 'usage.already-ended',
    });
    expect(await desk().call('usage.undoStop', { id: usage.id, version: 2 })).toMatchObject({
      endedAt: null,
    });
    await desk().call('usage.stop', { ...stop, version: 3 });
    await aSession(core, suite, { seatId: seat.id });
    expect(await desk().refusal('usage.undoStop', { id: usage.id, version: 4 })).toMatchObject({
      code: 'usage.seat-taken',
    });
    core.clock.set('2027-01-06T10:00:00.000Z');
    expect(await desk().refusal('usage.undoStop', { id: usage.id, version: 4 })).toMatchObject({
      code: 'usage.not-ended-today',
    });
  });

  it('is taken back with the reason, counts no longer, and stays on record', async () => {
    const { usage } = await aPastUse(core, suite, { copies: 1400, colourCopies: 0 });
    const taken = { id: usage.id, reason: 'It was 14 pages' };
    await desk().call('usage.withdraw', { ...taken, version: 1 });
    expect(
      await desk().call('usage.list', { from: '2027-01-01', until: '2027-01-31' }),
    ).toMatchObject({ total: 0, copies: 0 });
    expect(await desk().refusal('usage.withdraw', { ...taken, version: 2 })).toMatchObject({
      code: 'usage.withdrawn',
    });
    const record = await desk().call('audit.ofObject', { objectType: 'usage', objectId: usage.id });
    expect(record.map((line) => [line.action, line.reason])).toEqual([
      ['usage.recorded', ''],
      ['usage.withdrawn', 'It was 14 pages'],
    ]);
  });

  it('is not changed by two people at once', async () => {
    const { usage } = await aSession(core, suite);
    await desk().call('usage.withdraw', {
      id: (await aSession(core, suite)).usage.id,
      reason: 'x',
      version: 1,
    });
    expect(
      await desk().refusal('usage.stop', {
        id: usage.id,
        version: 7,
        copies: 0,
        colourCopies: 0,
        notes: '',
      }),
    ).toMatchObject({ code: 'usage.changed-by-someone-else' });
    expect(
      await desk().refusal('usage.stop', {
        id: 'nobody',
        version: 1,
        copies: 0,
        colourCopies: 0,
        notes: '',
      }),
    ).toMatchObject({ code: 'usage.not-found' });
  });
});

describe('The log and the auditor', () => {
  it('shows uses, groups and figures, and no person and nothing they wrote', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    await aPastUse(core, suite, {
      groupId: group.id,
      purpose: 'Flyer on my rent',
      notes: 'Came late',
    });
    const seen = JSON.stringify(
      await core.as('auditor').call('usage.list', { from: '2027-01-01', until: '2027-01-31' }),
    );
    expect(seen).toContain('Ashdown TRA');
    for (const hidden of ['Pat ', 'Flyer', 'Came late']) expect(seen).not.toContain(hidden);
  });
});
