import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Group } from '#db/groups/groups.contract';
import { PROGRAM } from '#db/open-core';
import { watchReturns } from '#db/recognition/lapse-round.service';
import type { Activity, EvidenceState } from '#db/recognition/recognition.contract';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import {
  askPapers,
  decisionDetails,
  enterEvidence,
  recognise,
  setFigure,
} from '../support/builders/recognition.ts';
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
const manager = () => core.as('manager');
const atNoon = (date: string) => clock.set(`${date}T12:00:00.000Z`);
const round = () => core.core.unit(PROGRAM, 'writes', watchReturns);
const stopsOn = (group: Group, activity: Activity, on: string) =>
  desk().call('recognition.stops', { groupId: group.id, activity, on });
const taskWords = async (kind: string) =>
  (await manager().call('tasks.list', {})).tasks
    .filter((task) => task.kind === kind)
    .map((task) => task.words);

const enter = (group: Group, words: string, state: EvidenceState, receivedOn: string | null) =>
  enterEvidence(core, group, { words, state, receivedOn });

const decide = (group: Group, part: Parameters<typeof decisionDetails>[1]) =>
  manager().call('recognition.recordDecision', decisionDetails(group, part));
const refuseDecision = (group: Group, part: Parameters<typeof decisionDetails>[1]) =>
  manager().refusal('recognition.recordDecision', decisionDetails(group, part));

describe('Asking for recognition', () => {
  it('opens the task list of the first time and waits as applied until a manager decides', async () => {
    await askPapers(core, ['accounts', 'constitution if amended']);
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const applied = await desk().call('recognition.startReturn', {
      groupId: group.id,
      on: '2027-01-04',
    });
    expect(applied).toMatchObject({ state: 'applied', since: '2027-01-04', isNeeded: true });
    expect(applied.openReturn).toMatchObject({ kind: 'first', completeOn: null });
    expect(applied.openReturn?.missing).toEqual(['accounts', 'constitution if amended']);
    expect(
      await desk().refusal('recognition.startReturn', { groupId: group.id, on: '2027-01-04' }),
    ).toMatchObject({ code: 'recognition.return-open' });
    expect(await refuseDecision(group, { kind: 'recognised', from: '2027-01-04' })).toMatchObject({
      code: 'recognition.outstanding',
      message: expect.stringContaining('accounts and constitution if amended'),
    });

    await enter(group, 'accounts', 'have-it', '2027-01-04');
    expect(await taskWords('recognition.decide')).toEqual([]);
    await enter(group, 'constitution if amended', 'not-amended', '2027-01-04');
    expect(await taskWords('recognition.decide')).toEqual([
      'Everything for the recognition of Cedar TRA is in. Decide on it.',
    ]);
    const decided = await decide(group, {
      kind: 'recognised',
      from: '2027-01-04',
      nextDueOn: '2028-01-04',
    });
    expect(decided).toMatchObject({ state: 'recognised', nextDueOn: '2028-01-04' });
    expect(decided.openReturn).toMatchObject({ kind: 'yearly', dueOn: '2028-01-04' });
    expect(decided.periods).toHaveLength(1);
    expect(await taskWords('recognition.decide')).toEqual([]);
  });

  it('is for kinds that need it, and for what has happened', async () => {
    const watch = await aGroup(core, { kind: 'neighbourhood-watch' });
    for (const ask of [
      desk().refusal('recognition.startReturn', { groupId: watch.id, on: '2027-01-04' }),
      refuseDecision(watch, { kind: 'recognised', from: '2027-01-04' }),
    ])
      expect(await ask).toMatchObject({ code: 'recognition.not-needed' });
    const group = await aGroup(core);
    expect(
      await desk().refusal('recognition.startReturn', { groupId: group.id, on: '2027-01-05' }),
    ).toMatchObject({ code: 'recognition.not-yet' });
  });

  it('may be refused, and asked again later', async () => {
    const group = await aGroup(core);
    await desk().call('recognition.startReturn', { groupId: group.id, on: '2027-01-04' });
    atNoon('2027-02-01');
    const refused = await decide(group, { kind: 'refused', from: '2027-02-01' });
    expect(refused).toMatchObject({ state: 'none', openReturn: null });
    expect(refused.periods).toMatchObject([
      { state: 'applied', from: '2027-01-04', until: '2027-01-31' },
    ]);
    const again = await desk().call('recognition.startReturn', {
      groupId: group.id,
      on: '2027-02-01',
    });
    expect(again).toMatchObject({ state: 'applied', since: '2027-02-01' });
  });

  it('takes a day for what came, one that has been, and only lines that are asked', async () => {
    await askPapers(core, ['accounts']);
    const group = await aGroup(core);
    const { openReturn } = await desk().call('recognition.startReturn', {
      groupId: group.id,
      on: '2027-01-04',
    });
    const [item] = openReturn?.items ?? [];
    const wanted = {
      returnId: openReturn?.id ?? '',
      itemId: item?.id ?? '',
      state: 'have-it',
      receivedOn: '2027-01-04',
      evidence: '',
    };
    const codeFor = async (part: object) =>
      (await desk().refusal('recognition.setEvidence', { ...wanted, ...part })).code;
    expect(await codeFor({ receivedOn: null })).toBe('recognition.day-missing');
    expect(await codeFor({ receivedOn: '2027-01-05' })).toBe('recognition.not-yet');
    expect(await codeFor({ itemId: 'paper:gone' })).toBe('recognition.no-item');
    expect(await codeFor({ returnId: 'gone' })).toBe('recognition.no-return');
  });
});

describe('Recognition lapses for Cedar because accounts are missing (scenario 6.5.3)', () => {
  async function cedar() {
    await askPapers(core, ['accounts', 'constitution if amended']);
    await setFigure(core, 'groups.recognitionFor', ['annual grant', 'computer', 'room hire']);
    const group = await aGroup(core, { name: 'Cedar Estate TRA' });
    await recognise(core, group, { from: '2020-04-01', nextDueOn: '2027-04-29' });
    atNoon('2027-04-20');
    await enter(group, 'constitution if amended', 'not-amended', '2027-04-20');
    return group;
  }

  it('on 30 April, blocks the grant, leaves rooms alone until a manager switches that on, is restored on 12 May and keeps the gap of twelve days', async () => {
    const group = await cedar();
    const booker = { kind: 'group', groupId: group.id } as const;
    const early = await aBooking(core, { booker, date: '2027-05-04' });

    atNoon('2027-04-30');
    const lapsed = await decide(group, {
      kind: 'lapsed',
      from: '2027-04-30',
      reason: 'The accounts are missing.',
    });
    expect(lapsed).toMatchObject({ state: 'lapsed', since: '2027-04-30' });
    expect(lapsed.decisions[0]).toMatchObject({ kind: 'lapsed', outstanding: ['accounts'] });
    expect(lapsed.activities.map((one) => [one.activity, one.stops])).toEqual([
      ['annual-grant', true],
      ['computer', true],
      ['room-hire', true],
    ]);

    // No council's paper gives a lapse any effect on the centre's own rooms.
    await aBooking(core, { booker, date: '2027-05-05' });
    await manager().call('recognition.setEffect', { activity: 'rooms', effect: 'blocks' });
    const refusal = await desk().refusal(
      'bookings.create',
      await bookingDetails(core, { booker, date: '2027-05-06' }),
    );
    expect(refusal).toMatchObject({
      code: 'booking.needs-recognition',
      message:
        'The recognition of Cedar Estate TRA lapsed on 30 April 2027: The accounts are missing. Free rooms are for recognised groups here. Ask a manager: “Let it go on” on the page of the group allows it with a reason, and then you can book.',
    });
    const person = await aPerson(core);
    await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
      date: '2027-05-06',
    });
    const kept = await desk().call('bookings.get', { id: early.id });
    expect(kept.status).toBe('confirmed');

    await manager().call('recognition.addException', {
      groupId: group.id,
      activity: 'rooms',
      from: '2027-05-07',
      until: '2027-05-07',
      reason: 'The annual meeting was called long ago',
    });
    await aBooking(core, { booker, date: '2027-05-07' });

    atNoon('2027-05-14');
    await enter(group, 'accounts', 'accepted', '2027-05-12');
    expect(await refuseDecision(group, { kind: 'restored', from: '2027-05-11' })).toMatchObject({
      code: 'recognition.before-papers',
    });
    const restored = await decide(group, {
      kind: 'restored',
      from: '2027-05-12',
      nextDueOn: '2028-04-29',
    });
    expect(restored).toMatchObject({ state: 'recognised', since: '2027-05-12' });
    expect(restored.gaps).toMatchObject([
      { from: '2027-04-30', until: '2027-05-11', days: 12, state: 'lapsed' },
    ]);
    await aBooking(core, { booker, date: '2027-05-18' });
    const stops = async (on: string) => (await stopsOn(group, 'annual-grant', on)).stops;
    expect(await stops('2027-04-29')).toBe(false);
    expect(await stops('2027-04-30')).toBe(true);
    expect(await stops('2027-05-11')).toBe(true);
    expect(await stops('2027-05-12')).toBe(false);
  });

  it('is foreseen in the booking form, and only warned about where a manager chose that', async () => {
    const group = await cedar();
    atNoon('2027-04-30');
    await decide(group, { kind: 'lapsed', from: '2027-04-30' });
    const booker = { kind: 'group', groupId: group.id } as const;
    const wanted = await bookingDetails(core, { booker, date: '2027-05-06' });
    const foreseen = async () =>
      (
        await desk().call('bookings.foresee', {
          id: null,
          ...wanted,
          layoutId: null,
          units: 1,
          accessNeeds: [],
          hold: null,
        })
      ).lines
        .map((line) => [line.weight, line.code])
        .filter(([, code]) => /recogni/.test(code ?? ''));
    expect(await foreseen()).toEqual([]);
    await manager().call('recognition.setEffect', { activity: 'rooms', effect: 'warns' });
    expect(await foreseen()).toEqual([['warning', 'booking.not-recognised']]);
    await aBooking(core, { booker, date: '2027-05-06' });
    await manager().call('recognition.setEffect', { activity: 'rooms', effect: 'blocks' });
    expect(await foreseen()).toEqual([['problem', 'booking.needs-recognition']]);
  });

  it('is put on the manager’s list before it runs out, and lapses by itself only where the council says so', async () => {
    const group = await cedar();
    atNoon('2027-03-05');
    expect(await round()).toBe(false);
    atNoon('2027-04-01');
    expect(await round()).toBe(true);
    expect(await round()).toBe(false);
    expect(await taskWords('recognition.runs-out')).toEqual([
      'Recognition of Cedar Estate TRA runs out on 29 April 2027. Still to come: accounts. Decide whether it lapses or goes on.',
    ]);
    atNoon('2027-05-03');
    await round();
    expect((await desk().call('recognition.ofGroup', { groupId: group.id })).state).toBe(
      'recognised',
    );

    await setFigure(core, 'recognition.lapsesByItself', true);
    expect(await round()).toBe(true);
    const lapsed = await desk().call('recognition.ofGroup', { groupId: group.id });
    expect(lapsed).toMatchObject({ state: 'lapsed', since: '2027-04-30' });
    expect(lapsed.decisions[0]).toMatchObject({
      reason: 'Not in by 29 April 2027: accounts.',
      decidedBy: 'The council’s rule on late returns',
    });
    expect(await taskWords('recognition.runs-out')).toEqual([]);
    expect(await round()).toBe(false);
  });

  it('never lapses by itself while everything is in and only the decision is late', async () => {
    const group = await cedar();
    await setFigure(core, 'recognition.lapsesByItself', true);
    await enter(group, 'accounts', 'have-it', '2027-04-20');
    atNoon('2027-06-01');
    expect(await round()).toBe(false);
    expect((await desk().call('recognition.ofGroup', { groupId: group.id })).state).toBe(
      'recognised',
    );
    const gone = await decide(group, {
      kind: 'continued',
      from: '2027-06-01',
      nextDueOn: '2028-04-29',
    });
    expect(gone.periods).toHaveLength(1);
    expect(gone.openReturn).toMatchObject({ dueOn: '2028-04-29', kind: 'yearly' });
  });

  it('is restored with papers missing only on conditions', async () => {
    const group = await cedar();
    atNoon('2027-04-30');
    await decide(group, { kind: 'lapsed', from: '2027-04-30' });
    atNoon('2027-05-04');
    expect(await refuseDecision(group, { kind: 'restored', from: '2027-05-04' })).toMatchObject({
      code: 'recognition.outstanding',
    });
    const restored = await decide(group, {
      kind: 'restored',
      from: '2027-05-04',
      conditions: 'Accounts by the end of June.',
    });
    expect(restored.state).toBe('recognised');
    expect(restored.decisions[0]?.outstanding).toEqual(['accounts']);
  });
});

describe('A decision on recognition', () => {
  it('is a manager’s, follows from the state, and begins after what stands', async () => {
    const group = await aGroup(core);
    await recognise(core, group, { from: '2026-04-01' });
    expect(
      await desk().refusal('recognition.recordDecision', decisionDetails(group, {})),
    ).toMatchObject({ code: 'session.not-allowed' });
    expect(await refuseDecision(group, { kind: 'restored', from: '2027-01-04' })).toMatchObject({
      code: 'recognition.not-a-change',
    });
    expect(await refuseDecision(group, { kind: 'lapsed', from: '2026-04-01' })).toMatchObject({
      code: 'recognition.before-now',
    });
    expect(
      await refuseDecision(group, {
        kind: 'continued',
        from: '2027-01-04',
        nextDueOn: '2027-01-03',
      }),
    ).toMatchObject({ code: 'recognition.due-before' });
  });

  it('is taken back with its period, its return and its next day, the latest first', async () => {
    await askPapers(core, ['accounts']);
    const group = await aGroup(core);
    const first = await recognise(core, group, { from: '2026-04-01', nextDueOn: '2027-01-10' });
    await enter(group, 'accounts', 'accepted', '2027-01-04');
    const second = await decide(group, {
      kind: 'continued',
      from: '2027-01-04',
      nextDueOn: '2028-01-10',
    });
    const [latest, earliest] = second.decisions;
    expect(
      await manager().refusal('recognition.undoDecision', { id: earliest?.id ?? '' }),
    ).toMatchObject({ code: 'recognition.not-latest' });
    expect(
      await desk().refusal('recognition.undoDecision', { id: latest?.id ?? '' }),
    ).toMatchObject({ code: 'recognition.manager-decided' });
    const back = await manager().call('recognition.undoDecision', { id: latest?.id ?? '' });
    expect(back).toMatchObject({ state: 'recognised', nextDueOn: '2027-01-10' });
    expect(back.openReturn?.id).toBe(first.openReturn?.id);
    expect(back.openReturn?.items[0]).toMatchObject({ state: 'accepted' });

    const lapsed = await decide(group, { kind: 'lapsed', from: '2027-01-03' });
    const undone = await manager().call('recognition.undoDecision', {
      id: lapsed.decisions[0]?.id ?? '',
    });
    expect(undone.periods).toMatchObject([
      { state: 'recognised', from: '2026-04-01', until: null },
    ]);
    expect(await manager().refusal('recognition.undoDecision', { id: 'gone' })).toMatchObject({
      code: 'recognition.no-decision',
    });
  });

  it('on an application of the same day is taken back to the application, and that by the desk', async () => {
    const group = await aGroup(core);
    await desk().call('recognition.startReturn', { groupId: group.id, on: '2027-01-04' });
    const decided = await decide(group, { kind: 'recognised', from: '2027-01-04' });
    const applied = await manager().call('recognition.undoDecision', {
      id: decided.decisions[0]?.id ?? '',
    });
    expect(applied).toMatchObject({ state: 'applied', openReturn: { kind: 'first' } });
    const none = await desk().call('recognition.undoDecision', {
      id: applied.decisions.find((one) => !one.isTakenBack)?.id ?? '',
    });
    expect(none).toMatchObject({ state: 'none', openReturn: null, periods: [] });
  });

  it('stands in the history of the group, and tells the auditor no reason', async () => {
    const group = await aGroup(core);
    await recognise(core, group);
    const entries = await manager().call('audit.ofObject', {
      objectType: 'group',
      objectId: group.id,
    });
    expect(entries.map((entry) => entry.action)).toContain('recognition.recognised');
    const shown = await core.as('auditor').call('recognition.ofGroup', { groupId: group.id });
    expect(shown.periods[0]?.reason).toBe('•••');
    expect(shown.decisions[0]?.reason).toBe('•••');
  });
});
