import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { ActId, type ActProgress } from '#db/shared/long-act';
import { longDiary } from '../support/builders/diary.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import type { Desk } from '../support/program-for-tests.ts';

let core: TestCore;
let manager: Desk;
beforeEach(async () => {
  core = await openTestCore();
  manager = core.as('manager');
});
afterEach(() => core.close());

const act = ActId.parse('6f1c2a3e-0000-4000-8000-000000000001');
const file = {
  kind: 'diary-csv',
  fileName: 'diary.csv',
  text: longDiary(450),
  columns: {},
} as const;

/** Every row of every table, the index of the search and the record of who did what among them. */
function everything(): ReadonlyMap<string, readonly unknown[]> {
  const raw = core.raw();
  const names = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as readonly string[];
  return new Map(names.map((name) => [name, raw.prepare(`SELECT * FROM "${name}"`).raw().all()]));
}

/** What the page hears, with time passing between any two messages, until it is as wished; then it is stopped. */
function stopOnceHeard(wanted: (heard: ActProgress) => boolean) {
  const heard: string[] = [];
  let isStopped = false;
  core.program.changes.listen((change) => {
    core.clock.advance(100);
    if (!('act' in change)) return;
    heard.push(change.act.words);
    if (isStopped || !wanted(change.act)) return;
    isStopped = true;
    void manager.ask('session.stopAct', { act });
  });
  return heard;
}

const checked = () => manager.call('imports.checkFile', file);
const bringIn = async () =>
  manager.call('imports.startImport', { ...file, planId: (await checked()).planId });

describe('A long act of the imports', () => {
  it('tells how far it is, in words, from the first row to the last', async () => {
    const heard = stopOnceHeard(() => false);
    const { planId } = await manager.call('imports.checkFile', { ...file, act });
    expect(heard.at(0)).toBe('0 of 450 rows looked at');
    expect(heard.at(-1)).toBe('400 of 450 rows looked at');
    const { id } = await manager.call('imports.startImport', { ...file, planId, act });
    expect(heard).toContain('20 of 41 names entered');
    expect(heard.at(-1)).toBe('450 of 450 bookings brought in');
    await manager.call('imports.undoImport', { id, act });
    expect(heard).toContain('440 of 450 bookings cancelled');
    expect(heard).toContain('20 of 40 groups looked at');
    expect(heard.at(-1)).toBe('0 of 1 person record looked at');
  });

  it('that checks a file can be stopped, and leaves the file as it was', async () => {
    const before = everything();
    stopOnceHeard(({ done }) => done === 200);
    expect(await manager.refusal('imports.checkFile', { ...file, act })).toMatchObject({
      code: 'act.cancelled',
      message: 'Stopped. Nothing was changed. Start it again when you like.',
    });
    expect(everything()).toEqual(before);
  });

  it.each([
    ['looks at the rows again', '100 of 450 rows looked at'],
    ['enters new groups and people', '20 of 41 names entered'],
    ['enters the bookings', '200 of 450 bookings brought in'],
    ['has entered the last booking', '450 of 450 bookings brought in'],
  ])('is stopped while it %s, and nothing of it is kept, in the record neither', async (_, at) => {
    const { planId } = await checked();
    const before = everything();
    const heard = stopOnceHeard(({ words }) => words === at);
    const refusal = await manager.refusal('imports.startImport', { ...file, planId, act });
    expect(refusal.code).toBe('act.cancelled');
    expect(heard.at(-1)).toBe(at);
    expect(everything()).toEqual(before);
  });

  it('that was stopped can be begun anew, as if it had never been', async () => {
    const { planId } = await checked();
    stopOnceHeard(({ words }) => words === '200 of 450 bookings brought in');
    await manager.refusal('imports.startImport', { ...file, planId, act });
    const run = await manager.call('imports.startImport', { ...file, planId, act });
    expect(run).toMatchObject({ reference: 'IMP-2027-0001', added: 450 });
    expect((await core.as('auditor').call('audit.check', {})).isWhole).toBe(true);
  });

  it.each([
    ['cancels bookings', '240 of 450 bookings cancelled'],
    ['takes groups out of use', '20 of 40 groups looked at'],
  ])('that takes an import back is stopped while it %s, and all stays in', async (_, at) => {
    const { id } = await bringIn();
    const before = everything();
    const heard = stopOnceHeard(({ words }) => words === at);
    const refusal = await manager.refusal('imports.undoImport', { id, act });
    expect(refusal.code).toBe('act.cancelled');
    expect(heard.at(-1)).toBe(at);
    expect(everything()).toEqual(before);
    expect(await manager.call('imports.undoImport', { id })).toMatchObject({
      undoneAt: expect.any(String),
    });
  });

  it('that is stopped while it waits for its turn is never begun', async () => {
    const { id } = await bringIn();
    const before = everything();
    const heard = stopOnceHeard(() => false);
    const others = Promise.withResolvers<void>();
    const othersTurn = core.core.unit(PROGRAM, 'reads', () => others.promise);
    const waiting = manager.refusal('imports.undoImport', { id, act });
    // The queue stands still, and still the wish to stop gets through.
    await manager.call('session.stopAct', { act });
    others.resolve();
    expect((await waiting).code).toBe('act.cancelled');
    await othersTurn;
    expect(heard).toEqual([]);
    expect(everything()).toEqual(before);
  });
});
