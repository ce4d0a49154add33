import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_START, type ChainHead, findBrokenLink } from '#db/audit/chain';
import { checkChain } from '#db/audit/check-chain';
import { PRAGMAS } from '#db/data-source';
import { PROGRAM } from '#db/open-core';
import type { Ctx } from '#db/shared/ctx';
import { placesIn } from '../../electron/host/data-folder.ts';
import { newChance, type SeededChance } from '../support/builders/chance.ts';
import { newCentreFolder, openBareCore } from '../support/open-test-core.ts';

const KILLS = 200;
const project = fileURLToPath(new URL('../..', import.meta.url));
/** The writing program in one file and compiled, made once and not two hundred times. */
const bundle = join(project, 'test-results', `kill-child-${process.pid}`);
const homes: string[] = [];
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: 'tests/core/kill-child.ts', outDir: bundle, minify: false },
  });
});
afterAll(() => {
  for (const folder of [bundle, ...homes]) rmSync(folder, { recursive: true, force: true });
});

type Told = { readonly kept: readonly string[]; readonly refused: readonly string[] };

const startChild = (home: string, prefix: string): ChildProcess =>
  spawn(process.execPath, [join(bundle, 'kill-child.js'), home, prefix], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(bundle, 'compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Lets a program write until it has told of something, a moment longer, and kills it. */
async function writeAndKill(home: string, prefix: string, chance: SeededChance): Promise<Told> {
  const started = startChild(home, prefix);
  const kept: string[] = [];
  const refused: string[] = [];
  const troubles: string[] = [];
  if (started.stdout === null || started.stderr === null) throw new Error('The child has no voice');
  started.stderr.on('data', (data: Buffer) => troubles.push(data.toString()));
  const lines = createInterface({ input: started.stdout });
  const hasExited = new Promise<void>((resolve) => {
    lines.once('close', resolve);
  });
  const hasSpoken = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      const [word, name = ''] = line.split(' ');
      (word === 'kept' ? kept : refused).push(name);
      resolve();
    });
  });
  await Promise.race([hasSpoken, hasExited]);
  await wait(chance.below(40));
  started.kill('SIGKILL');
  await hasExited;
  expect(troubles.join('')).toBe('');
  return { kept, refused };
}

/** Opens the file as the next start would and compares it with what was told. */
function findTroubles(file: string, told: Told, prefix: string, from: ChainHead) {
  const raw = new Database(file);
  const all = (sql: string, ...values: unknown[]) =>
    raw
      .prepare(sql)
      .pluck()
      .all(...values);
  try {
    const names = new Set(all('SELECT name FROM tenant_group WHERE name LIKE ?', `${prefix}-%`));
    const phones = new Set(all('SELECT phone FROM tenant_group WHERE name LIKE ?', `${prefix}-%`));
    const entries = raw
      .prepare('SELECT * FROM audit_entry WHERE seq > ? ORDER BY seq')
      .all(from.seq) as never;
    const link = findBrokenLink(from, entries);
    return {
      lost: told.kept.filter((name) => !names.has(name)),
      ghosts: told.refused.filter((name) => names.has(name) || phones.has(name)),
      // One call at a time: at most one was on its way when the program was killed.
      untold: Math.max(names.size - told.kept.length - 1, 0),
      unaudited: all(
        `SELECT name FROM tenant_group WHERE id NOT IN (SELECT object_id FROM audit_entry)`,
      ),
      unfound: all(
        `SELECT name FROM tenant_group WHERE id NOT IN (SELECT object_id FROM search_entry)`,
      ),
      integrity: all('PRAGMA integrity_check'),
      orphans: all('PRAGMA foreign_key_check'),
      brokenLink: link.badSeq,
      head: link.head,
    };
  } finally {
    raw.close();
  }
}

async function runLane(lane: string, chance: SeededChance): Promise<number> {
  const home = await newCentreFolder();
  homes.push(home);
  const { database } = placesIn(home, 'real');
  let head: ChainHead = { seq: 0, hash: CHAIN_START };
  let told = 0;
  for (let round = 0; round < KILLS / 2; round += 1) {
    const prefix = `${lane}${round}`;
    const words = await writeAndKill(home, prefix, chance);
    expect(words.kept.length + words.refused.length).toBeGreaterThan(0);
    told += words.kept.length;
    const { head: newHead, ...troubles } = findTroubles(database, words, prefix, head);
    expect(troubles).toEqual({
      lost: [],
      ghosts: [],
      untold: 0,
      unaudited: [],
      unfound: [],
      integrity: ['ok'],
      orphans: [],
      brokenLink: null,
    });
    head = newHead;
  }
  const core = await openBareCore(home);
  const check = await checkChain(
    <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => core.unit(PROGRAM, 'reads', work),
    { fromSeq: 0, anchorsFile: placesIn(home, 'real').anchors },
  );
  expect(check.isWhole).toBe(true);
  expect(core.warnings).toEqual([]);
  await core.close();
  return told;
}

describe('A program that is killed while it writes', () => {
  it(`has lost nothing it told of and kept nothing it refused, ${KILLS} times`, async () => {
    const chance = newChance('Killed programs');
    const told = await Promise.all([runLane('a', chance), runLane('b', chance)]);
    const sum = (told[0] ?? 0) + (told[1] ?? 0);
    process.stdout.write(`Killed programs: ${sum} calls told of\n`);
    expect(sum).toBeGreaterThan(KILLS);
  }, 600_000);
});

describe('Every connection', () => {
  it('is set as it should be on the second opening of a file too', async () => {
    const home = await newCentreFolder();
    homes.push(home);
    await (await openBareCore(home)).close();
    const core = await openBareCore(home);
    const found = await core.unit(PROGRAM, 'reads', async (ctx) => {
      const values: Record<string, unknown> = {};
      for (const { name } of PRAGMAS) {
        const rows: readonly Record<string, unknown>[] = await ctx.tx.query(`PRAGMA ${name}`);
        values[name] = Object.values(rows[0] ?? {})[0];
      }
      return values;
    });
    await core.close();
    expect(found).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      busy_timeout: 5000,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      mmap_size: 0,
    });
  });

  it('would otherwise not wait for the disk, which is why it is set each time', async () => {
    const home = await newCentreFolder();
    homes.push(home);
    const raw = new Database(placesIn(home, 'real').database);
    expect(raw.pragma('synchronous', { simple: true })).toBe(1);
    raw.close();
  });
});
