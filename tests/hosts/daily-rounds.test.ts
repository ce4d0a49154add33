import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAILY_WORK, type DailyWork } from '#db/daily-work';
import { newChanges } from '../../electron/host/changes.ts';
import { startDailyRounds } from '../../electron/host/daily-rounds.ts';
import { aGroup, NOTHING_SET } from '../support/builders/groups.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, setUpCentre, type TestCore } from '../support/open-test-core.ts';
import { startTestProgram } from '../support/program-for-tests.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

/** Rounds that the test turns by hand, with what they told the screens and the log. */
function roundsOf(place: Pick<TestCore, 'core'> | undefined, work = DAILY_WORK) {
  const told: unknown[] = [];
  const logged: string[] = [];
  const changes = newChanges();
  changes.listen((change) => told.push(change));
  const silent = (what: string) => {
    logged.push(what);
  };
  let turn: () => void = () => undefined;
  const rounds = startDailyRounds({
    core: () => place?.core,
    changes,
    log: { info: silent, warn: silent, error: silent, close: () => undefined },
    work,
    repeat: (again) => {
      turn = again;
      return () => {
        turn = () => undefined;
      };
    },
  });
  return { ...rounds, told, logged, turn: () => turn() };
}

/** Work that counts how often it is done. */
function countedWork(answer: () => boolean): DailyWork & { readonly done: () => number } {
  let times = 0;
  return {
    name: 'test.counted',
    touches: ['tasks'],
    run: () => {
      times += 1;
      return Promise.resolve(answer());
    },
    done: () => times,
  };
}

describe('The daily rounds of the host', () => {
  it('put on the list what groups owe, on the day on which it begins to wait', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    await core.as('desk').call('groups.setDuty', {
      groupId,
      kind: 'accounts',
      lastOn: null,
      nextDueOn: '2027-04-30',
      shown: NOTHING_SET,
    });
    const rounds = roundsOf(core);
    await rounds.round();
    // A new centre begins its claims policy on its first round, and the manager is asked for the rates.
    const begun = { changed: ['policy', 'tasks'] };
    expect(rounds.told).toEqual([begun]);

    clock.set('2027-03-05T00:00:00.000Z');
    rounds.turn();
    await rounds.stop();
    const { tasks } = await core.as('desk').call('tasks.list', {});
    expect(tasks.map((task) => task.words)).toEqual([
      'Accounts of Cedar TRA: due on 30 April 2027.',
      expect.stringMatching(/^Enter what the council pays for claims: /),
    ]);
    expect(rounds.told).toEqual([begun, { changed: ['tasks'] }]);
  });

  it('do each work once a day', async () => {
    const work = countedWork(() => true);
    const rounds = roundsOf(core, [work]);
    for (let n = 0; n < 3; n += 1) await rounds.round();
    expect(work.done()).toBe(1);
    clock.set('2027-01-05T00:00:00.000Z');
    await rounds.round();
    expect([work.done(), rounds.told.length]).toEqual([2, 2]);
  });

  it('do the work of a centre that was opened meanwhile on the same day', async () => {
    const work = countedWork(() => false);
    const place = { core: core.core };
    const rounds = roundsOf(place, [work]);
    await rounds.round();
    const other = await openTestCore({ clock });
    place.core = other.core;
    await rounds.round();
    await other.close();
    expect(work.done()).toBe(2);
  });

  it('ask the manager of a new centre for the rates as soon as the first run ends, also where a turn came in the middle of it', async () => {
    let turn: () => void = () => undefined;
    const started = await startTestProgram({
      repeat: (again) => {
        turn = again;
        return () => undefined;
      },
    });
    const desk = started.nobody();
    await setUpCentre({
      home: started.home,
      nobody: () => ({
        ...desk,
        call: async (name, input) => {
          turn();
          const answer = await desk.call(name, input);
          turn();
          return answer;
        },
      }),
    });
    const { tasks } = await desk.call('tasks.list', {});
    await started.close();
    expect(tasks.map(({ words }) => words)).toContainEqual(
      expect.stringMatching(/^Enter what the council pays for claims: /),
    );
  });

  it('log what fails, do the rest, and try again on the next turn', async () => {
    let isBroken = true;
    const broken = countedWork(() => {
      if (isBroken) throw new Error('no');
      return false;
    });
    const other = countedWork(() => false);
    const rounds = roundsOf(core, [broken, other]);
    await rounds.round();
    expect([rounds.logged, other.done()]).toEqual([['daily.failed'], 1]);
    isBroken = false;
    await rounds.round();
    await rounds.round();
    expect([broken.done(), other.done(), rounds.logged.length]).toEqual([2, 1, 1]);
  });

  it('wait for nothing where no centre is open', async () => {
    const rounds = roundsOf(undefined);
    await rounds.round();
    expect([rounds.told, rounds.logged]).toEqual([[], []]);
  });
});
