import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Group } from '#db/groups/groups.contract';
import { PROGRAM } from '#db/open-core';
import {
  papersOutstanding,
  recognitionOn,
  warnsAtJointDecision,
  whatLapseStops,
} from '#db/recognition/read-recognition.service';
import type { Activity } from '#db/recognition/recognition.contract';
import type { LocalDate } from '#db/shared/local-date';
import { bookingDetails } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import {
  askPapers,
  decisionDetails,
  enterEvidence,
  recognise,
  setFigure,
} from '../support/builders/recognition.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

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
const stopsOn = (group: Group, activity: Activity, on: string) =>
  desk().call('recognition.stops', { groupId: group.id, activity, on });

const decide = (group: Group, part: Parameters<typeof decisionDetails>[1]) =>
  manager().call('recognition.recordDecision', decisionDetails(group, part));

describe('Withdrawing (GRP-17)', () => {
  const withdrawal = (group: Group, part: object = {}) => ({
    groupId: group.id,
    from: '2027-01-04',
    taken: ['recognition', 'support', 'resources', 'money'],
    reason: 'Money was used for something else.',
    codeClauses: '4.2 and 7',
    decidedBy: 'Maya Quill, manager',
    appealWords: '',
    ...part,
  });

  it('ends recognition and enters what else is withdrawn as restrictions, with the way to appeal', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    await recognise(core, group);
    const withdrawn = await manager().call('recognition.withdraw', withdrawal(group) as never);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', since: '2027-01-04' });
    expect(withdrawn.decisions[0]).toMatchObject({
      kind: 'withdrawn',
      codeClauses: '4.2 and 7',
      appealWords: expect.stringContaining('Customer Complaints Procedure'),
    });
    const subject = { kind: 'group', groupId: group.id } as const;
    const standing = await desk().call('restrictions.list', { subject, on: '2027-01-04' });
    expect(standing.map((one) => one.scopeWords).toSorted()).toEqual([
      'all rooms and equipment of the centre',
      'grants and expenses',
      'support from the council',
    ]);
    expect(
      await desk().refusal('bookings.create', await bookingDetails(core, { booker: subject })),
    ).toMatchObject({ code: 'booking.barred' });
    expect(
      await manager().refusal('recognition.undoDecision', {
        id: withdrawn.decisions[0]?.id ?? '',
      }),
    ).toMatchObject({ code: 'recognition.not-latest' });
    atNoon('2027-03-01');
    const restored = await decide(group, { kind: 'restored', from: '2027-03-01' });
    expect(restored.gaps).toMatchObject([
      { from: '2027-01-04', until: '2027-02-28', state: 'withdrawn' },
    ]);
  });

  it('takes only what is chosen, and no recognition where there is none', async () => {
    const group = await aGroup(core);
    expect(
      await manager().refusal('recognition.withdraw', withdrawal(group) as never),
    ).toMatchObject({ code: 'recognition.not-withdrawable' });
    const money = await manager().call(
      'recognition.withdraw',
      withdrawal(group, { taken: ['money'] }) as never,
    );
    expect(money.state).toBe('none');
    const standing = await desk().call('restrictions.list', {
      subject: { kind: 'group', groupId: group.id },
      on: '2027-01-04',
    });
    expect(standing.map((one) => one.scope.kind)).toEqual(['money']);
  });
});

describe('What the council asks and what a lapse stops', () => {
  it('is kept by a manager in words, order and times, under the same ids when the words change', async () => {
    await setFigure(core, 'groups.criteria', ['constitution', 'remit']);
    const { criteria } = await manager().call('recognition.rules', {});
    expect(criteria.map((item) => item.words)).toEqual(['constitution', 'remit']);
    const [constitution, remit] = criteria;
    if (constitution === undefined || remit === undefined) throw new Error('Two were given');
    const wanted = [
      { id: remit.id, words: 'What the group is for', asked: 'first', ifAmended: false },
      { id: constitution.id, words: 'Constitution', asked: 'always', ifAmended: true },
    ] as const;
    const saved = await manager().call('recognition.setItems', {
      kind: 'criterion',
      items: [...wanted],
    });
    expect(saved.criteria.map(({ id, words, asked }) => [id, words, asked])).toEqual([
      [remit.id, 'What the group is for', 'first'],
      [constitution.id, 'Constitution', 'always'],
    ]);
    const parameters = await manager().call('settings.parameters', {});
    expect(parameters.find((one) => one.name === 'groups.criteria')?.value).toEqual([
      'What the group is for',
      'Constitution',
    ]);
    expect(
      await manager().refusal('recognition.setItems', {
        kind: 'criterion',
        items: [wanted[0], { ...wanted[0], id: null }],
      }),
    ).toMatchObject({ code: 'recognition.asked-twice' });
  });

  it('keeps a closed return as it was when the list changes', async () => {
    await askPapers(core, ['accounts']);
    const group = await aGroup(core);
    await recognise(core, group, { from: '2026-04-01', nextDueOn: '2027-01-10' });
    await enterEvidence(core, group, {
      words: 'accounts',
      state: 'accepted',
      receivedOn: '2027-01-04',
    });
    const { decisions } = await decide(group, { kind: 'continued', from: '2027-01-04' });
    await askPapers(core, ['insurance']);
    const paper = await manager().call('recognition.printDecision', {
      id: decisions[0]?.id ?? '',
    });
    const words = textOf(Buffer.from(paper.base64, 'base64'));
    expect(words).toContain('Accounts');
    expect(words).not.toContain('Insurance');
  });

  it('holds from the day a manager sets it', async () => {
    await setFigure(core, 'groups.recognitionFor', ['annual grant', 'decision-making']);
    const group = await aGroup(core, { name: 'Cedar TRA' });
    await recognise(core, group, { from: '2027-03-01' });
    atNoon('2027-02-01');
    await manager().call('recognition.setEffect', { activity: 'annual-grant', effect: 'none' });
    expect((await stopsOn(group, 'annual-grant', '2027-01-31')).stops).toBe(true);
    expect((await stopsOn(group, 'annual-grant', '2027-02-01')).stops).toBe(false);
    const rules = await desk().call('recognition.rules', {});
    expect(rules.effects.find((one) => one.activity === 'annual-grant')).toEqual({
      activity: 'annual-grant',
      effect: 'none',
      isFirstValue: false,
    });
  });

  it('goes on for days that are in order', async () => {
    const group = await aGroup(core);
    expect(
      await manager().refusal('recognition.addException', {
        groupId: group.id,
        activity: 'rooms',
        from: '2027-02-02',
        until: '2027-02-01',
        reason: 'Why not',
      }),
    ).toMatchObject({ code: 'recognition.exception-ends-before' });
  });

  it('answers other modules: the state on a day, what is stopped, joint decisions (GRP-04), papers (GRP-02)', async () => {
    await askPapers(core, ['accounts']);
    await setFigure(core, 'groups.recognitionFor', ['grants', 'decision-making']);
    const group = await aGroup(core, { name: 'Cedar TRA' });
    await recognise(core, group, { from: '2027-01-02', nextDueOn: '2028-01-02' });
    await core.core.unit(PROGRAM, 'reads', async (ctx) => {
      const on = '2027-01-01' as LocalDate;
      expect(await recognitionOn(ctx, group.id, on)).toBe('none');
      expect(await recognitionOn(ctx, group.id, '2027-01-02' as LocalDate)).toBe('recognised');
      expect((await whatLapseStops(ctx, group.id, 'annual-grant', on)).stops).toBe(true);
      expect(await papersOutstanding(ctx, group.id)).toEqual(['accounts']);
    });
    atNoon('2027-02-01');
    await decide(group, { kind: 'lapsed', from: '2027-02-01' });
    await core.core.unit(PROGRAM, 'reads', async (ctx) => {
      const today = '2027-02-01' as LocalDate;
      expect(await warnsAtJointDecision(ctx, group.id, today)).toContain('lapsed on 1 February');
      expect(await warnsAtJointDecision(ctx, group.id, '2027-01-31' as LocalDate)).toBeUndefined();
      expect((await whatLapseStops(ctx, group.id, 'annual-grant', today)).stops).toBe(true);
    });
  });
});
