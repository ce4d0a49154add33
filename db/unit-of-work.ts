import { AsyncLocalStorage } from 'node:async_hooks';
import type Database from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { Ctx, Origin } from './shared/ctx.ts';

/** What a unit may do: `reads` cannot write at all, `writes` is all or nothing. */
export type UnitKind = 'reads' | 'writes';

/** Fills in everything of a unit's context but the transaction itself. */
export type CtxMaker = (
  origin: Origin,
) => Omit<Ctx, keyof Origin | 'tx' | 'afterCommit' | 'audited'>;

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
  const allowWriting = newWriteSwitch(raw);
  const inside = new AsyncLocalStorage<true>();
  let tail: Promise<unknown> = Promise.resolve();

  async function read<T>(origin: Origin, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    allowWriting(false);
    return work({
      ...origin,
      ...makeCtx(origin),
      tx: runner.manager,
      afterCommit: settled,
      audited: { count: 0 },
    });
  }

  async function write<T>(origin: Origin, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const afterwards: (() => void)[] = [];
    allowWriting(true);
    await runner.startTransaction();
    let value: T;
    try {
      value = await work({
        ...origin,
        ...makeCtx(origin),
        tx: runner.manager,
        afterCommit: (effect) => afterwards.push(effect),
        audited: { count: 0 },
      });
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
      inside.run(true, () => (kind === 'reads' ? read(origin, work) : write(origin, work)));
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
 * Turns SQLite's own refusal to write on and off. It is turned only when the kind of unit changes: each turn makes
 * SQLite compile every kept statement again, which one read after another at the desk would feel.
 */
function newWriteSwitch(raw: Database.Database): (isAllowed: boolean) => void {
  const queryOnly = {
    on: raw.prepare('PRAGMA query_only = 1'),
    off: raw.prepare('PRAGMA query_only = 0'),
  };
  let wasAllowed = true;
  return (isAllowed) => {
    if (isAllowed === wasAllowed) return;
    (isAllowed ? queryOnly.off : queryOnly.on).run();
    wasAllowed = isAllowed;
  };
}
