import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityPage, RegisterLine } from '#db/activities/activities.contract';
import { attendanceOf } from '#db/activities/activities.service';
import { GONE } from '#db/activities/register.rules';
import { PROGRAM } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import { LocalDate } from '#db/shared/local-date';
import { anActivity, onDay, onRegister, registerDetails } from '../support/builders/activities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aDailyRound } from '../support/builders/held-person.ts';
import { aPerson } from '../support/builders/people.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const now = ({ id, version }: ActivityPage) => ({ id, version });
const lineNow = ({ id, version }: RegisterLine) => ({ id, version });
const onlyLine = (page: ActivityPage) => mustExist(page.lines[0], 'one was put on');
const refusedOn = (page: ActivityPage, part: Parameters<typeof registerDetails>[0]) =>
  desk().refusal('activities.recordPerson', { activityId: page.id, ...registerDetails(part) });

describe('The register', () => {
  it('has people on record by their record, and others by name and tenure', async () => {
    const person = await aPerson(core, { name: 'Ivy Mossop', kind: 'leaseholder' });
    const elm = await aGroup(core, { name: 'Elm TRA' });
    const activity = await anActivity(core);
    await onRegister(core, activity, { personId: person.id, groupIds: [elm.id] });
    const page = await onRegister(core, activity, {
      name: 'Tam Reeve',
      tenure: 'tenant',
      isFirstTime: true,
      arrivedAt: '10:05',
      leftAt: '11:30',
      wantsToClaim: true,
    });
    expect(page.lines).toMatchObject([
      {
        personId: person.id,
        name: 'Ivy Mossop',
        tenure: 'leaseholder',
        groups: [{ groupId: elm.id, groupName: 'Elm TRA' }],
        standing: 'came',
      },
      { personId: null, name: 'Tam Reeve', tenure: 'tenant', groups: [], arrivedAt: '10:05' },
    ]);
    expect(page.attended).toBe(2);
  });

  it('counts somebody once who came for two groups, and once in each of them', async () => {
    const person = await aPerson(core);
    const [elm, oak] = [await aGroup(core, { name: 'Elm' }), await aGroup(core, { name: 'Oak' })];
    const activity = await anActivity(core);
    const page = await onRegister(core, activity, {
      personId: person.id,
      groupIds: [oak.id, elm.id],
    });
    expect(page.totals).toMatchObject({
      came: 1,
      groups: [
        { groupName: 'Elm', count: 1 },
        { groupName: 'Oak', count: 1 },
      ],
    });
    expect(await refusedOn(page, { personId: person.id })).toMatchObject({
      code: 'register.on-already',
    });
  });

  it('marks somebody who was expected as come on the same line, for the same group', async () => {
    const [person, elm] = [await aPerson(core), await aGroup(core)];
    const activity = await anActivity(core);
    await onRegister(core, activity, {
      personId: person.id,
      standing: 'expected',
      groupIds: [elm.id],
    });
    const page = await onRegister(core, activity, { personId: person.id, arrivedAt: '10:00' });
    expect(page.lines).toHaveLength(1);
    expect(page.lines).toMatchObject([
      { standing: 'came', arrivedAt: '10:00', groups: [{ groupId: elm.id }] },
    ]);
  });

  it('answers of each person whether they came, sent apologies or are not on it (EXP-19)', async () => {
    const [came, sorry, expected, off, other] = await Promise.all(
      Array.from({ length: 5 }, () => aPerson(core)),
    );
    const people = [came, sorry, expected, off, other].map((each) => mustExist(each, 'made').id);
    const activity = await anActivity(core);
    for (const [at, standing] of ['came', 'apologies', 'expected', 'came'].entries())
      await onRegister(core, activity, { personId: people[at], standing });
    const { lines } = await desk().call('activities.get', { id: activity.id });
    await desk().call('activities.removeLine', lineNow(mustExist(lines[3], 'four were put on')));
    const answers = await core.core.unit(PROGRAM, 'reads', (ctx) =>
      attendanceOf(ctx, activity.id, people),
    );
    expect([...answers.values()]).toEqual([
      'came',
      'apologies',
      'not-on-sheet',
      'not-on-sheet',
      'not-on-sheet',
    ]);
  });

  it('takes nobody as come before the day', async () => {
    const activity = await anActivity(core, { place: onDay('2027-01-05') });
    expect(await refusedOn(activity, { name: 'Ivy' })).toMatchObject({
      code: 'register.too-early',
    });
    expect(await onRegister(core, activity, { name: 'Ivy', standing: 'expected' })).toMatchObject({
      totals: { expected: 1, came: 0 },
    });
    expect(await desk().refusal('activities.confirmRegister', now(activity))).toMatchObject({
      code: 'register.too-early',
    });
  });

  it('wants a name, and nobody leaves before arriving', async () => {
    const activity = await anActivity(core);
    expect(await refusedOn(activity, {})).toMatchObject({ code: 'register.no-name' });
    expect(
      await refusedOn(activity, { name: 'Ivy', arrivedAt: '11:00', leftAt: '10:00' }),
    ).toMatchObject({ code: 'register.left-before-arriving' });
  });

  it('is put right line by line, each line once at a time', async () => {
    const activity = await anActivity(core);
    const line = onlyLine(await onRegister(core, activity, { name: 'Ivy Mosop' }));
    const right = { ...registerDetails({ name: 'Ivy Mossop' }), ...lineNow(line) };
    expect(await desk().call('activities.changeLine', right)).toMatchObject({
      lines: [{ name: 'Ivy Mossop', version: 2 }],
    });
    expect(await desk().refusal('activities.changeLine', right)).toMatchObject({
      code: 'register.changed-by-someone-else',
    });
    expect(
      await desk().refusal('activities.removeLine', { id: 'none' as never, version: 1 }),
    ).toMatchObject({ code: 'register.line-not-found' });
  });

  it('does not have a person twice because a line was changed to them', async () => {
    const person = await aPerson(core);
    const activity = await anActivity(core);
    const line = onlyLine(await onRegister(core, activity, { name: 'Somebody' }));
    await onRegister(core, activity, { personId: person.id });
    expect(
      await desk().refusal('activities.changeLine', {
        ...registerDetails({ personId: person.id }),
        ...lineNow(line),
      }),
    ).toMatchObject({ code: 'register.on-already' });
  });

  it('keeps a line that was taken off, to be put back', async () => {
    const person = await aPerson(core);
    const activity = await anActivity(core);
    const line = onlyLine(await onRegister(core, activity, { personId: person.id }));
    expect(await desk().call('activities.removeLine', lineNow(line))).toMatchObject({
      lines: [],
      attended: 0,
    });
    const again = { id: line.id, version: line.version + 1 };
    expect(await desk().call('activities.restoreLine', again)).toMatchObject({ attended: 1 });
    await desk().call('activities.removeLine', { id: line.id, version: line.version + 2 });
    expect(await onRegister(core, activity, { personId: person.id })).toMatchObject({
      lines: [{ id: line.id }],
    });
  });

  it('changes no more once it is complete, until it is opened again with a reason', async () => {
    const activity = await anActivity(core);
    const line = onlyLine(await onRegister(core, activity, { name: 'Ivy' }));
    const closed = await desk().call('activities.confirmRegister', now(activity));
    expect(closed).toMatchObject({ isSheetClosed: true, closedBy: 'Dee Hollins' });
    expect(await refusedOn(activity, { name: 'Tam' })).toMatchObject({ code: 'register.closed' });
    for (const verb of ['removeLine', 'restoreLine'] as const)
      expect(await desk().refusal(`activities.${verb}`, lineNow(line))).toMatchObject({
        code: 'register.closed',
      });
    const reason = 'Tam Reeve signed the paper sheet';
    const open = await desk().call('activities.unlockRegister', { ...now(closed), reason });
    expect(open).toMatchObject({ isSheetClosed: false, closedAt: null });
    expect(
      await desk().refusal('activities.unlockRegister', { ...now(open), reason }),
    ).toMatchObject({ code: 'register.not-closed' });
    await onRegister(core, activity, { name: 'Tam' });
    const seen = core
      .raw()
      .prepare(`SELECT action FROM audit_entry WHERE action LIKE 'register.%' ORDER BY seq`)
      .pluck()
      .all();
    expect(seen).toEqual([
      'register.person-added',
      'register.completed',
      'register.opened-again',
      'register.person-added',
    ]);
  });

  it('of a cancelled activity takes nobody', async () => {
    const activity = await anActivity(core);
    const cancelled = await desk().call('activities.cancel', { ...now(activity), reason: 'Snow' });
    expect(await refusedOn(cancelled, { name: 'Ivy' })).toMatchObject({
      code: 'activity.cancelled',
    });
  });
});

describe('A register and its people', () => {
  it('has a person once after two records of them were put together', async () => {
    const [kept, lost] = [await aPerson(core), await aPerson(core)];
    const [both, one] = [await anActivity(core), await anActivity(core)];
    await onRegister(core, both, { personId: kept.id });
    await onRegister(core, both, { personId: lost.id });
    await onRegister(core, one, { personId: lost.id });
    await desk().call('holdings.joinRecords', {
      kind: 'person',
      keptId: kept.id,
      lostId: lost.id,
      keptVersion: kept.version,
      lostVersion: lost.version,
      fromLost: [],
      reason: '',
    } as never);
    for (const { id } of [both, one])
      expect((await desk().call('activities.get', { id })).lines).toMatchObject([
        { personId: kept.id },
      ]);
  });

  it('has a group once after two records of it were put together', async () => {
    const [kept, lost] = [await aGroup(core), await aGroup(core)];
    const activity = await anActivity(core, { groupId: lost.id });
    await onRegister(core, activity, { name: 'Ivy Mossop', groupIds: [kept.id, lost.id] });
    await desk().call('holdings.joinRecords', {
      kind: 'group',
      keptId: kept.id,
      lostId: lost.id,
      keptVersion: kept.version,
      lostVersion: lost.version,
      fromLost: [],
      reason: '',
    } as never);
    const page = await desk().call('activities.get', { id: activity.id });
    expect(page.ledBy).toMatchObject({ groupId: kept.id });
    expect(page.totals.groups).toMatchObject([{ groupId: kept.id, count: 1 }]);
  });

  it('counts names without a record still when their time is over, and names them no more', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const activity = await anActivity(core);
    await onRegister(core, activity, { personId: person.id });
    await onRegister(core, activity, { name: 'Ivy Mossop', tenure: 'leaseholder' });
    const manager = () => core.as('manager');
    const confirm = async (on: string) => {
      clock.set(`${on}T09:00:00.000Z`);
      await manager().call('holdings.confirmClock', { today: LocalDate.parse(on) });
    };
    await confirm('2029-01-05');
    const wanted = { recordType: 'activities', ids: null, total: 1 };
    const { dueOn } = await manager().call('holdings.confirmPast', wanted);
    await confirm(dueOn);
    await aDailyRound(core, dueOn);
    const page = await desk().call('activities.get', { id: activity.id });
    expect(page.lines.map(({ name, tenure }) => [name, tenure])).toEqual([
      ['Rana Haddad', 'tenant'],
      [GONE, 'leaseholder'],
    ]);
    expect(page.attended).toBe(2);
    const words = core
      .raw()
      .prepare("SELECT count(*) FROM audit_personal_value WHERE value LIKE '%Mossop%'");
    expect(words.pluck().get()).toBe(0);
  });

  it('counts them still after they were erased, and names them no more', async () => {
    const [first, second] = [await aPerson(core), await aPerson(core)];
    const activity = await anActivity(core);
    for (const { id } of [first, second]) await onRegister(core, activity, { personId: id });
    for (const { id } of [first, second]) {
      const asked = { kind: 'person', id } as const;
      const manager = core.as('manager');
      const { version } = await manager.call('holdings.previewErasure', asked);
      await manager.call('holdings.eraseRecord', { ...asked, version, reason: 'They asked' });
    }
    clock.set('2027-02-10T09:00:00.000Z');
    await aDailyRound(core, '2027-02-10');
    const page = await desk().call('activities.get', { id: activity.id });
    expect(page.lines.map(({ name }) => name)).toEqual([GONE, GONE]);
    expect(page.attended).toBe(2);
  });
});
