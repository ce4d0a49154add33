import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setDutyDates } from '#db/groups/duties.service';
import type { Group } from '#db/groups/groups.contract';
import { PROGRAM } from '#db/open-core';
import { watchReturns } from '#db/recognition/lapse-round.service';
import { readStops } from '#db/recognition/read-recognition.service';
import type { Recognition } from '#db/recognition/recognition.contract';
import { mustExist } from '#db/shared/domain-error';
import { LocalDate } from '#db/shared/local-date';
import { aGroup } from '../support/builders/groups.ts';
import {
  askPapers,
  decisionDetails,
  enterEvidence,
  recognise,
  setFigure,
} from '../support/builders/recognition.ts';
import { seriesDetails } from '../support/builders/series.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/** The clock of the tests stands on 4 January 2027. */
const TODAY = '2027-01-04';

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
const decide = (group: Group, part: Parameters<typeof decisionDetails>[1]) =>
  manager().call('recognition.recordDecision', decisionDetails(group, part));
const undo = (shown: Recognition) => ({ id: shown.decisions[0]?.id ?? '' });
const tasksOf = async (kind: string) =>
  (await manager().call('tasks.list', {})).tasks.filter((task) => task.kind === kind);

/** A group that is recognised, of which accounts are asked by 29 April 2027. */
async function aRecognisedGroup(): Promise<Group> {
  await askPapers(core, ['accounts']);
  const group = await aGroup(core, { name: 'Cedar TRA' });
  await recognise(core, group, { nextDueOn: '2027-04-29' });
  return group;
}

describe('A return', () => {
  it('takes nothing more once it is closed', async () => {
    const group = await aRecognisedGroup();
    const before = await enterEvidence(core, group, {
      words: 'accounts',
      state: 'accepted',
      receivedOn: TODAY,
    });
    const closing = mustExist(before.openReturn ?? undefined, 'the year’s return is open');
    await decide(group, { kind: 'continued', from: TODAY, nextDueOn: '2028-04-29' });
    expect(
      await desk().refusal('recognition.setEvidence', {
        returnId: closing.id,
        itemId: mustExist(closing.items[0], 'accounts are asked').id,
        state: 'not-met',
        receivedOn: null,
        evidence: 'Written afterwards',
      }),
    ).toMatchObject({ code: 'recognition.no-return' });
  });

  it('keeps no day of what has not come', async () => {
    const group = await aRecognisedGroup();
    const shown = await enterEvidence(core, group, {
      words: 'accounts',
      state: 'not-asked',
      receivedOn: TODAY,
    });
    expect(shown.openReturn?.items[0]).toMatchObject({ state: 'not-asked', receivedOn: null });
  });
});

describe('An exception', () => {
  it('lets one thing go on and nothing else, on its days alone', async () => {
    await setFigure(core, 'groups.recognitionFor', ['grants', 'computer']);
    const group = await aGroup(core);
    await manager().call('recognition.setEffect', { activity: 'rooms', effect: 'blocks' });
    const goesOn = (activity: 'computer' | 'rooms', from: string, until: string) =>
      manager().call('recognition.addException', {
        groupId: group.id,
        activity,
        from: LocalDate.parse(from),
        until: LocalDate.parse(until),
        reason: 'Called long ago',
      });
    await goesOn('computer', TODAY, '2027-12-31');
    const stops = async (activity: 'computer' | 'annual-grant') =>
      (await desk().call('recognition.stops', { groupId: group.id, activity, on: TODAY })).stops;
    expect(await stops('computer')).toBe(false);
    expect(await stops('annual-grant')).toBe(true);

    await goesOn('rooms', '2027-03-08', '2027-03-08');
    const booker = { kind: 'group', groupId: group.id };
    const wanted = await seriesDetails(core, {
      booker,
      end: { kind: 'until', date: '2027-03-15' },
    });
    const { dates } = await desk().call('bookings.previewSeries', wanted);
    expect(dates.map(({ verdict }) => verdict)).toEqual(['refused', 'free', 'refused']);
  });
});

describe('What a manager sets for the rooms', () => {
  it('stops the dates of a series from its day on, and is on record with what stood before', async () => {
    const group = await aGroup(core);
    const verdicts = async () => {
      const wanted = await seriesDetails(core, {
        booker: { kind: 'group', groupId: group.id },
        date: '2027-01-18',
        end: { kind: 'until', date: '2027-02-01' },
      });
      const { dates } = await desk().call('bookings.previewSeries', wanted);
      return dates.map(({ verdict }) => verdict);
    };
    expect(await verdicts()).toEqual(['free', 'free', 'free']);
    await manager().call('recognition.setEffect', { activity: 'rooms', effect: 'blocks' });
    expect(await verdicts()).toEqual(['refused', 'refused', 'refused']);
    const stopsOn = await core.core.unit(PROGRAM, 'reads', (ctx) =>
      readStops(ctx, group.id, 'rooms'),
    );
    expect(stopsOn(LocalDate.parse('2027-01-03')).stops).toBe(false);
    expect(stopsOn(LocalDate.parse(TODAY)).stops).toBe(true);
    const [entry] = core
      .raw()
      .prepare(
        `SELECT before_json AS before, after_json AS after FROM audit_entry WHERE action = 'recognition.effect-set'`,
      )
      .all() as readonly { readonly before: string; readonly after: string }[];
    expect(entry?.before).toContain('none');
    expect(entry?.after).toContain('blocks');
  });
});

describe('The daily round', () => {
  it('leaves a group alone that was recognised again after the day by which it was late', async () => {
    const group = await aRecognisedGroup();
    await setFigure(core, 'recognition.lapsesByItself', true);
    const dates = { lastOn: null, nextDueOn: LocalDate.parse('2020-03-01') };
    await core.core.unit(PROGRAM, 'writes', (ctx) =>
      setDutyDates(ctx, group.id, 'recognition', dates),
    );
    await round();
    const { state } = await desk().call('recognition.ofGroup', { groupId: group.id });
    expect(state).toBe('recognised');
  });

  it('neither reminds of nor lets lapse a recognition that was withdrawn', async () => {
    const group = await aRecognisedGroup();
    atNoon('2027-04-01');
    expect(await round()).toBe(true);
    expect(await tasksOf('recognition.runs-out')).toHaveLength(1);
    await manager().call('recognition.withdraw', {
      groupId: group.id,
      from: LocalDate.parse('2027-04-01'),
      reason: 'Breach of the code',
      decidedBy: 'Maya Quill, manager',
      codeClauses: '4',
      taken: ['recognition'],
      appealWords: '',
    });
    expect(await tasksOf('recognition.runs-out')).toEqual([]);
    await setFigure(core, 'recognition.lapsesByItself', true);
    atNoon('2027-05-04');
    expect(await round()).toBe(false);
    const { state } = await desk().call('recognition.ofGroup', { groupId: group.id });
    expect(state).toBe('withdrawn');
  });
});

describe('A decision that is taken back', () => {
  it('puts it to the manager again where everything is in', async () => {
    const group = await aRecognisedGroup();
    await enterEvidence(core, group, { words: 'accounts', state: 'accepted', receivedOn: TODAY });
    expect(await tasksOf('recognition.decide')).toHaveLength(1);
    const decided = await decide(group, {
      kind: 'continued',
      from: TODAY,
      nextDueOn: '2028-04-29',
    });
    expect(await tasksOf('recognition.decide')).toEqual([]);
    await manager().call('recognition.undoDecision', undo(decided));
    expect(await tasksOf('recognition.decide')).toHaveLength(1);
  });

  it('is one for whose next return nothing has come yet', async () => {
    const group = await aRecognisedGroup();
    const shown = await enterEvidence(core, group, {
      words: 'accounts',
      state: 'accepted',
      receivedOn: TODAY,
    });
    expect(await manager().refusal('recognition.undoDecision', undo(shown))).toMatchObject({
      code: 'recognition.not-latest',
    });
  });
});
