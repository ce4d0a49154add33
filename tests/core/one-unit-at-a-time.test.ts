import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { type Core, PROGRAM } from '#db/open-core';
import type { Ctx } from '#db/shared/ctx';
import { newChance, type SeededChance } from '../support/builders/chance.ts';
import { newCentreFolder, openBareCore } from '../support/open-test-core.ts';

/** One call: what it makes, where it dawdles, whether it fails in the end. */
type Call = { readonly n: number; readonly fails: boolean; readonly waits: readonly number[] };

const CALLS = 1000;

const callsFor = (chance: SeededChance): readonly Call[] =>
  Array.from({ length: CALLS }, (_, n) => ({
    n,
    fails: chance.percent(30),
    waits: Array.from({ length: 3 }, () => (chance.percent(75) ? 0 : chance.below(4))),
  }));

const dawdle = async (milliseconds = 0): Promise<void> => {
  if (milliseconds > 0) await wait(milliseconds);
};

async function countGroups(ctx: Ctx): Promise<number> {
  const rows: readonly { n: number }[] = await ctx.tx.query(
    'SELECT count(*) AS n FROM tenant_group',
  );
  return rows[0]?.n ?? 0;
}

/** Two groups in one unit of work; the second carries how many there were when the unit began. */
async function makePair(core: Core, call: Call): Promise<void> {
  await core.unit(PROGRAM, 'writes', async (ctx) => {
    const { add } = core.api.groups;
    const before = await countGroups(ctx);
    await dawdle(call.waits[0]);
    await add(ctx, { name: `First ${call.n}`, kind: 'tra', phone: '' });
    await dawdle(call.waits[1]);
    await add(ctx, { name: `Second ${call.n}`, kind: 'tra', phone: String(before) });
    await dawdle(call.waits[2]);
    if (call.fails) throw new Error('told to fail');
  });
}

/** What stands in the file, seen from outside the program. */
function readFile(file: string): readonly { readonly name: string; readonly phone: string }[] {
  const raw = new Database(file, { readonly: true });
  try {
    return raw.prepare('SELECT name, phone FROM tenant_group ORDER BY name').all() as never;
  } finally {
    raw.close();
  }
}

/** Runs all calls at once with reads in between, and compares what was answered with what was kept. */
async function runAtOnce(core: Core, calls: readonly Call[]) {
  const acknowledged: Call[] = [];
  const refused: Call[] = [];
  let dirtyReads = 0;
  const reading = async (call: Call): Promise<void> => {
    const isEven = await core.unit(PROGRAM, 'reads', async (ctx) => {
      const first = await countGroups(ctx);
      await dawdle(call.waits[0]);
      return first % 2 === 0 && first === (await countGroups(ctx));
    });
    if (!isEven) dirtyReads += 1;
  };
  await Promise.all(
    calls.flatMap((call) => [
      makePair(core, call).then(
        () => acknowledged.push(call),
        () => refused.push(call),
      ),
      ...(call.n % 10 === 0 ? [reading(call).catch(() => undefined)] : []),
    ]),
  );
  const kept = readFile(core.file);
  const names = new Set(kept.map(({ name }) => name));
  const namesOf = (call: Call) => [`First ${call.n}`, `Second ${call.n}`];
  return {
    acknowledged,
    kept,
    answered: acknowledged.length + refused.length,
    lost: acknowledged.flatMap(namesOf).filter((name) => !names.has(name)).length,
    ghosts: refused.flatMap(namesOf).filter((name) => names.has(name)).length,
    dirtyReads,
  };
}

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});
const newFolder = async (): Promise<string> => {
  const home = await newCentreFolder();
  homes.push(home);
  return home;
};

describe('A thousand calls at once', () => {
  it('lose nothing acknowledged, keep nothing refused, read nothing half done, as if one came after the other', async () => {
    const calls = callsFor(newChance('A thousand calls at once'));
    const core = await openBareCore(await newFolder());
    const result = await runAtOnce(core, calls);
    await core.close();

    const serial = await openBareCore(await newFolder());
    for (const call of result.acknowledged) await makePair(serial, { ...call, waits: [] });
    await serial.close();

    expect(result.acknowledged.length).toBe(calls.filter((call) => !call.fails).length);
    expect({
      answered: result.answered,
      lost: result.lost,
      ghosts: result.ghosts,
      dirtyReads: result.dirtyReads,
    }).toEqual({ answered: CALLS, lost: 0, ghosts: 0, dirtyReads: 0 });
    expect(result.kept).toEqual(readFile(serial.file));
  });

  it('go wrong without the queue, which shows that the check above can fail', async () => {
    const calls = callsFor(newChance('A thousand calls without the queue'));
    const core = await openBareCore(await newFolder(), { unsafeWithoutQueueForTestsOnly: true });
    const result = await runAtOnce(core, calls);
    expect({
      acknowledged: result.acknowledged.length,
      lost: result.lost,
      ghosts: result.ghosts,
      dirtyReads: result.dirtyReads,
    }).not.toEqual({
      acknowledged: calls.filter((call) => !call.fails).length,
      lost: 0,
      ghosts: 0,
      dirtyReads: 0,
    });
    await core.close().catch(() => undefined);
  });

  it.each([
    ['lose what was acknowledged without the queue', true, []],
    ['keep what was acknowledged with it', false, ['First 2', 'Second 2']],
  ])('%s, when one fails that began before and ends after', async (_, isUnsafe, expected) => {
    const core = await openBareCore(await newFolder(), {
      unsafeWithoutQueueForTestsOnly: isUnsafe,
    });
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let goOn = (): void => undefined;
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const failing = core.unit(PROGRAM, 'writes', async () => {
      begun();
      await mayGoOn;
      throw new Error('told to fail');
    });
    await hasBegun;
    const other = makePair(core, { n: 2, fails: false, waits: [] });
    // With the queue the other waits for the first; without it, it is answered in between.
    if (isUnsafe) await other;
    goOn();
    await expect(failing).rejects.toThrow('told to fail');
    await expect(other).resolves.toBeUndefined();
    expect(readFile(core.file).map(({ name }) => name)).toEqual(expected);
    await core.close().catch(() => undefined);
  });
});

describe('A unit of work', () => {
  it('is refused inside another one, for which it would wait for ever', async () => {
    const core = await openBareCore(await newFolder());
    const inner = core.unit(PROGRAM, 'writes', () => core.unit(PROGRAM, 'reads', countGroups));
    await expect(inner).rejects.toThrow('A unit of work was started inside another one');
    await core.close();
  });

  it('that only reads cannot write', async () => {
    const core = await openBareCore(await newFolder());
    const writing = core.unit(PROGRAM, 'reads', (ctx) =>
      core.api.groups.add(ctx, { name: 'Sneaked in', kind: 'tra', phone: '' }),
    );
    await expect(writing).rejects.toThrow('nothing of it was kept');
    const adding = core.unit(PROGRAM, 'writes', (ctx) =>
      core.api.groups.add(ctx, { name: 'Asked for', kind: 'tra', phone: '' }),
    );
    expect((await adding).name).toBe('Asked for');
    await core.close();
    expect(readFile(core.file).map(({ name }) => name)).toEqual(['Asked for']);
  });

  it('tells of its effects only once it is on disk, and never when it failed', async () => {
    const core = await openBareCore(await newFolder());
    const told: string[] = [];
    const unit = (name: string, fails: boolean) =>
      core.unit(PROGRAM, 'writes', async (ctx) => {
        ctx.afterCommit(() => told.push(`${name}: ${readFile(core.file).length}`));
        await core.api.groups.add(ctx, { name, kind: 'tra', phone: '' });
        if (fails) throw new Error('told to fail');
      });
    await unit('One', false);
    await expect(unit('Two', true)).rejects.toThrow('told to fail');
    await unit('Three', false);
    expect(told).toEqual(['One: 1', 'Three: 2']);
    await core.close();
  });
});
