import { AsyncLocalStorage } from 'node:async_hooks';
import type Database from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { Ctx, Origin } from './shared/ctx.ts';
import { type LongAct, UNWATCHED } from './shared/long-act.ts';

/** What a unit may do: `reads` cannot write at all, `writes` is all or nothing. */
export type UnitKind = 'reads' | 'writes';

/** Fills in everything of a unit's context but the transaction itself. */
export type CtxMaker = (
  origin: Origin,
) => Omit<Ctx, keyof Origin | keyof LongAct | 'tx' | 'afterCommit' | 'audited'>;

export type RunUnit = <T>(
  origin: Origin,
  kind: UnitKind,
  work: (ctx: Ctx) => Promise<T>,
) => Promise<T>;

const settled = (): undefined => undefined;

/**
 * [Note: one unit of work at a time]
 * TypeORM keeps one connection to a SQLite file. Two transactions that overlap on it share their fate: one that
 * failed takes the other's acknowledged rows with it, and a read in between sees rows that were never kept.
 * So every unit, reads too, waits its turn here, and a unit started inside another is refused as a defect
 * (it would wait for itself).
 */
export function newUnitOfWork(setUp: {
  readonly dataSource: DataSource;
  readonly raw: Database.Database;
  readonly makeCtx: CtxMaker;
  /** Lets units overlap, to show in a test that the queue is what keeps them apart. */
  readonly unsafeWithoutQueueForTestsOnly?: boolean;
}): { readonly run: RunUnit; readonly idle: () => Promise<void> } {
  const { dataSource, raw, makeCtx } = setUp;
  const runner = dataSource.createQueryRunner();
  const reading = newReading(raw);
  const inside = new AsyncLocalStorage<true>();
  let tail: Promise<unknown> = Promise.resolve();

  async function read<T>(origin: Origin, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const ctx: Ctx = {
      ...origin,
      ...(origin.act ?? UNWATCHED),
      ...makeCtx(origin),
      tx: runner.manager,
      afterCommit: settled,
      audited: { count: 0 },
    };
    return reading(() => work(ctx));
  }

  async function write<T>(origin: Origin, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const afterwards: (() => void)[] = [];
    await runner.startTransaction();
    let value: T;
    try {
      value = await work({
        ...origin,
        ...(origin.act ?? UNWATCHED),
        ...makeCtx(origin),
        tx: runner.manager,
        afterCommit: (effect) => afterwards.push(effect),
        audited: { count: 0 },
      });
      // The last moment at which everything can still be left undone.
      origin.act?.checkGoing();
      await runner.commitTransaction();
    } catch (error) {
      // A full disk ends the transaction by itself; rolling back again would hide why.
      if (raw.inTransaction) await runner.rollbackTransaction();
      else if (runner.isTransactionActive) await runner.rollbackTransaction().catch(settled);
      throw error;
    }
    for (const effect of afterwards) effect();
    return value;
  }

  const run: RunUnit = (origin, kind, work) => {
    if (inside.getStore() === true)
      return Promise.reject(new Error('A unit of work was started inside another one'));
    const turn = () =>
      inside.run(true, async () => {
        // Whoever stopped it while it waited for its turn does not want it begun.
        origin.act?.checkGoing();
        return kind === 'reads' ? read(origin, work) : write(origin, work);
      });
    if (setUp.unsafeWithoutQueueForTestsOnly === true) return turn();
    const result = tail.then(turn, turn);
    tail = result.then(settled, settled);
    return result;
  };

  return {
    run,
    idle: async () => {
      await tail;
    },
  };
}

/**
 * Runs work that must not write: in a transaction that is always rolled back, so that nothing it does is kept, and
 * with a look at whether it tried. SQLite's own refusal (`query_only`) would make it compile every kept statement
 * again at each turn from reading to writing; that made a booking after a look at the day about a third slower.
 */
function newReading(raw: Database.Database): <T>(work: () => Promise<T>) => Promise<T> {
  const begin = raw.prepare('BEGIN');
  const rollback = raw.prepare('ROLLBACK');
  const changes = raw.prepare('SELECT total_changes()').pluck();
  return async (work) => {
    // Units overlap only in the test that takes the queue away; there another one's transaction may be open.
    if (raw.inTransaction) return work();
    const before = changes.get();
    begin.run();
    let value: Awaited<ReturnType<typeof work>>;
    try {
      value = await work();
    } finally {
      if (raw.inTransaction) rollback.run();
    }
    if (changes.get() !== before)
      throw new Error('A unit of work that only reads has written; nothing of it was kept');
    return value;
  };
}
