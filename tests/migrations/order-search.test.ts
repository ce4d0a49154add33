import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, describe, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { newDataSource } from '#db/data-source';
import { OrderSearch } from '#db/migrations/20261122100900-order-search';
import { MIGRATIONS } from '#db/migrations/index';
import type { FoundKind } from '#db/search/search.contract';
import { placeInIndex } from '#db/search/search.rules';

let folder = '';
let source: DataSource;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trc-desk-order-'));
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(OrderSearch));
  source = newDataSource(join(folder, 'centre.sqlite')).setOptions({ migrations: [...before] });
  await source.initialize();
  await source.runMigrations({ transaction: 'none' });
});
afterEach(async () => {
  await source.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** Entries in the order in which the first release had put them in. */
const ENTRIES = [
  ['person', 'p1', 'Mia Oak', ''],
  ['booking', 'b1', 'BKG-2027-0001 Oak', '2027-03-01T10:00'],
  ['booking', 'b2', 'BKG-2027-0002 Oak', '2026-12-31T23:30'],
  ['group', 'g1', 'Oak Estate TRA', ''],
  ['booking', 'b3', 'BKG-2027-0003 Oak', '2027-03-01T10:00'],
  ['facility', 'f1', 'Oak Room', ''],
] as const;

type Row = { readonly id: number; readonly kind: FoundKind; readonly sort_key: string };

describe('Entries of an older search', () => {
  it('are found in the order in which they are shown, each in its own place', async () => {
    for (const [kind, id, title, sortKey] of ENTRIES)
      await source.query(
        `INSERT INTO search_entry (kind, object_id, title, detail, folded, sort_key) VALUES (?, ?, ?, '', lower(?), ?)`,
        [kind, id, title, title, sortKey],
      );
    await source.query(`INSERT INTO search_text (search_text) VALUES ('rebuild')`);

    const runner = source.createQueryRunner();
    await new OrderSearch().up(runner);
    const found: readonly { object_id: string }[] = await source.query(
      `SELECT e.object_id FROM search_text t JOIN search_entry e ON e.id = t.rowid
       WHERE search_text MATCH '"o"*' ORDER BY t.rowid DESC`,
    );
    expect(found.map((one) => one.object_id)).toEqual(['g1', 'p1', 'f1', 'b3', 'b1', 'b2']);
    const rows: readonly Row[] = await source.query('SELECT id, kind, sort_key FROM search_entry');
    for (const row of rows) {
      const { from, after } = placeInIndex(row.kind, row.sort_key);
      expect(row.id).toBeGreaterThan(from);
      expect(row.id).toBeLessThan(after);
    }

    await new OrderSearch().down(runner);
    const still: readonly unknown[] = await source.query(
      `SELECT rowid FROM search_text WHERE search_text MATCH '"oak"*'`,
    );
    expect(still).toHaveLength(ENTRIES.length);
    await runner.release();
  });
});
