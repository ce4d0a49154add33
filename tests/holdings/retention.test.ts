import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { remindOfPast } from '#db/holdings/retention/retention.service';
import { keptUntil, RETENTION_TYPES } from '#db/holdings/retention/retention-types.rules';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { mustExist } from '#db/shared/domain-error';
import { anActivity, onRegister } from '../support/builders/activities.ts';
import { aBooking } from '../support/builders/bookings.ts';
import { aDraft } from '../support/builders/claims.ts';
import { aGroup, recordDetails } from '../support/builders/groups.ts';
import { aDailyRound } from '../support/builders/held-person.ts';
import { aTerm } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aPastUse, theSuite } from '../support/builders/usage.ts';
import { newFixedClock, type FixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const manager = () => core.as('manager');
const day = (date: string) => date as LocalDate;

/** Makes one record of each kind whose time begins on a day of January 2027; answers whom it is about, for a hold. */
type Made = { readonly start: string; readonly hold: { kind: 'person' | 'group'; id: string } };
const MAKE: Readonly<Record<string, () => Promise<Made>>> = {
  async bookings() {
    const person = await aPerson(core);
    const group = await aGroup(core);
    await aBooking(core, {
      booker: { kind: 'group', groupId: group.id },
      responsiblePersonId: person.id,
      date: '2027-01-05',
    });
    return { start: '2027-01-05', hold: { kind: 'group', id: group.id } };
  },
  async 'booking-needs'() {
    const person = await aPerson(core);
    await aBooking(core, { responsiblePersonId: person.id, date: '2027-01-05', needs: 'A ramp' });
    return { start: '2027-01-05', hold: { kind: 'person', id: person.id } };
  },
  async 'people-needs'() {
    const person = await aPerson(core);
    const desk = core.as('desk');
    const { version } = await desk.call('people.changeRecord', {
      id: person.id,
      version: person.version,
      accessNeeds: 'A ramp',
    });
    await desk.call('people.confirmDetails', { id: person.id, version });
    return { start: '2027-01-04', hold: { kind: 'person', id: person.id } };
  },
  async usage() {
    const person = await aPerson(core);
    clock.set('2027-01-04T12:00:00.000Z');
    await aPastUse(core, await theSuite(core), { personId: person.id });
    return { start: '2027-01-04', hold: { kind: 'person', id: person.id } };
  },
  async activities() {
    const group = await aGroup(core);
    const activity = await anActivity(core, { groupId: group.id });
    await onRegister(core, activity, { name: 'Ivy Mossop' });
    return { start: '2027-01-04', hold: { kind: 'group', id: group.id } };
  },
  async officers() {
    const person = await aPerson(core);
    await aTerm(core, { personId: person.id, from: '2026-01-01', until: '2027-01-04' });
    return { start: '2027-01-04', hold: { kind: 'person', id: person.id } };
  },
  async groups() {
    const group = await aGroup(core, { phone: '023 8000 1000' });
    const { version } = await core
      .as('desk')
      .call('groups.changeRecord', recordDetails(group, { email: 'a@example.org' }));
    await core.as('desk').call('groups.endGroup', {
      id: group.id,
      on: day('2027-01-04'),
      reason: 'Wound up',
      successorId: null,
      version,
    });
    return { start: '2027-01-04', hold: { kind: 'group', id: group.id } };
  },
  async conduct() {
    const person = await aPerson(core);
    await aRestriction(core, {
      subject: { kind: 'person', personId: person.id },
      from: '2027-01-04',
      until: '2027-01-10',
    });
    return { start: '2027-01-10', hold: { kind: 'person', id: person.id } };
  },
  async claims() {
    const person = await aPerson(core);
    await aDraft(core, person);
    return { start: '2027-01-04', hold: { kind: 'person', id: person.id } };
  },
  async requests() {
    const person = await aPerson(core);
    const { id } = await core.as('desk').call('holdings.askForCopy', {
      kind: 'person',
      id: person.id,
      askedOn: day('2027-01-04'),
      how: '',
    });
    await manager().call('holdings.settleCopyRequest', {
      id,
      version: 1,
      on: day('2027-01-04'),
      answer: '',
    });
    return { start: '2027-01-04', hold: { kind: 'person', id: person.id } };
  },
};

/** How many of each kind are past their time, and how many of them a hold keeps. */
async function proposed(recordType: string): Promise<readonly [past: number, onHold: number]> {
  const { lines } = await manager().call('holdings.pastTheirTime', {});
  const line = mustExist(
    lines.find((one) => one.recordType === recordType),
    'it is in the schedule',
  );
  expect(line.items).toHaveLength(line.total);
  return [line.total, line.onHold];
}

const at = (date: LocalDate): void => clock.set(`${date}T09:00:00.000Z`);

describe('Records past their time', () => {
  const types = RETENTION_TYPES.filter(({ isProposed }) => isProposed);

  it.each(types.map((type) => [type.recordType, type] as const))(
    'are proposed the day after their last one and not before, unless a hold stands: %s',
    async (recordType, type) => {
      const made = await mustExist(MAKE[recordType], 'each kind is tried')();
      const last = keptUntil(type, day(made.start), new Map());
      at(addDays(last, -1));
      expect(await proposed(recordType)).toEqual([0, 0]);
      at(last);
      expect(await proposed(recordType)).toEqual([0, 0]);
      at(addDays(last, 1));
      expect(await proposed(recordType)).toEqual([1, 0]);
      const hold = await manager().call('holdings.addHold', {
        kind: made.hold.kind,
        recordId: made.hold.id,
        from: addDays(last, 1),
        reason: 'Claim',
      });
      expect(await proposed(recordType)).toEqual([0, 1]);
      await manager().call('holdings.endHold', { id: hold.id, reason: 'Settled' });
      const [year] = [`${Number(made.start.slice(0, 4)) - 1}/${made.start.slice(2, 4)}`];
      await manager().call('holdings.addHold', {
        kind: 'year',
        recordId: year,
        from: addDays(last, 1),
        reason: 'Audit of the accounts',
      });
      expect(await proposed(recordType)).toEqual([0, 1]);
    },
  );

  it('are put on the list of what waits by the daily round, which deletes nothing', async () => {
    await mustExist(MAKE['bookings'], 'bookings are tried')();
    at(day('2029-01-06'));
    const rows = () => core.raw().prepare('SELECT * FROM booking').all();
    const before = rows();
    expect(await core.core.unit(PROGRAM, 'writes', remindOfPast)).toBe(true);
    await aDailyRound(core, '2029-01-06');
    expect(rows()).toEqual(before);
    expect(
      (await manager().call('tasks.list', { withDone: false, limit: 50 })).tasks,
    ).toContainEqual(
      expect.objectContaining({ kind: 'holdings.past', words: 'Records past their time: 1' }),
    );
  });

  it('go 30 days after a manager confirmed them, and only those', async () => {
    const people = [
      await aPerson(core, { name: 'Qzone Past' }),
      await aPerson(core, { name: 'Qztwo Past' }),
    ];
    for (const [i, person] of people.entries())
      await aBooking(core, {
        booker: { kind: 'person', personId: person.id },
        responsiblePersonId: person.id,
        expectedNumber: 2,
        date: `2027-01-0${5 + i}`,
        notes: 'Personal note',
      });
    at(day('2029-02-01'));
    const seen = await manager().call('holdings.pastTheirTime', {});
    expect(seen.clockDoubt).toBe('ahead');
    const [line] = seen.lines;
    const item = mustExist(line?.items[0], 'two are past their time');
    const wanted = { recordType: 'bookings', ids: [item.id], total: 2 };
    expect(await manager().refusal('holdings.confirmPast', wanted)).toMatchObject({
      code: 'retention.clock-doubtful',
    });
    expect(await manager().refusal('holdings.confirmClock', { today: '2029-02-02' })).toMatchObject(
      {
        code: 'retention.clock-doubtful',
      },
    );
    await manager().call('holdings.confirmClock', { today: day('2029-02-01') });
    expect(await manager().refusal('holdings.confirmPast', { ...wanted, total: 1 })).toMatchObject({
      code: 'retention.changed-meanwhile',
    });
    expect(
      await manager().refusal('holdings.confirmPast', { ...wanted, recordType: 'songs' }),
    ).toMatchObject({ code: 'retention.no-such-type' });
    expect(await manager().call('holdings.confirmPast', wanted)).toEqual({
      confirmed: 1,
      dueOn: '2029-03-03',
    });
    at(day('2029-03-02'));
    await aDailyRound(core, '2029-03-02');
    expect((await manager().call('holdings.pastTheirTime', {})).waiting).toHaveLength(1);
    at(day('2029-03-03'));
    await aDailyRound(core, '2029-03-03');
    const rows = core
      .raw()
      .prepare('SELECT person_id AS who, notes FROM booking ORDER BY starts_at')
      .all();
    expect(rows).toEqual([
      { who: 'somebody-erased', notes: '' },
      { who: people[1]?.id, notes: 'Personal note' },
    ]);
    expect(await proposed('bookings')).toEqual([1, 0]);
  });

  it('stay where the confirmation is taken back, or a hold comes before the day', async () => {
    const person = await aPerson(core);
    await aBooking(core, { responsiblePersonId: person.id });
    at(day('2029-02-01'));
    const m = manager();
    await m.call('holdings.confirmClock', { today: day('2029-02-01') });
    const all = { recordType: 'bookings', ids: null, total: 1 };
    await m.call('holdings.confirmPast', all);
    const taken = { recordType: 'bookings', confirmedOn: day('2029-02-01') };
    expect(await m.call('holdings.undoPast', taken)).toEqual({ undone: 1 });
    expect(await m.refusal('holdings.undoPast', taken)).toMatchObject({
      code: 'retention.nothing-to-undo',
    });
    await m.call('holdings.confirmPast', all);
    await m.call('holdings.addHold', {
      kind: 'person',
      recordId: person.id,
      from: day('2029-02-01'),
      reason: 'Claim',
    });
    at(day('2029-03-03'));
    await aDailyRound(core, '2029-03-03');
    expect(core.raw().prepare('SELECT responsible_person_id FROM booking').pluck().get()).toBe(
      person.id,
    );
  });

  it('are of people and groups erased as records, with the same 30 days', async () => {
    const made = await mustExist(MAKE['officers'], 'officers are tried')();
    at(day('2029-01-06'));
    await manager().call('holdings.confirmClock', { today: day('2029-01-06') });
    await manager().call('holdings.confirmPast', { recordType: 'officers', ids: null, total: 1 });
    expect(await manager().call('holdings.erasures', {})).toEqual([
      expect.objectContaining({ recordId: made.hold.id, state: 'waiting', dueOn: '2029-02-05' }),
    ]);
  });

  it('are kept for as long as the council enters', async () => {
    await mustExist(MAKE['bookings'], 'bookings are tried')();
    at(day('2029-01-06'));
    await manager().call('holdings.changeRetention', { recordType: 'bookings', amount: 3 });
    expect(await proposed('bookings')).toEqual([0, 0]);
    at(day('2030-01-06'));
    expect(await proposed('bookings')).toEqual([1, 0]);
  });
});
