import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { newDataSource } from '#db/data-source';
import { CreateSearchWords } from '#db/migrations/20261122110110-create-search-words';
import { MIGRATIONS } from '#db/migrations/index';
import { wordsForSlips } from '#db/search/slips.rules';

let folder = '';
let source: DataSource;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trc-desk-words-'));
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(CreateSearchWords));
  source = newDataSource(join(folder, 'centre.sqlite')).setOptions({ migrations: [...before] });
  await source.initialize();
  await source.runMigrations({ transaction: 'none' });
});
afterEach(async () => {
  await source.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const ENTRIES = [
  ['person', 'p1', 'rana haddad rana 07700900123 ranahaddad'],
  ['person', 'p2', 'żaneta o haddad so14 7ly'],
  ['group', 'g1', 'oak estate tra'],
  ['booking', 'b1', 'bkg20270001 rosa halloran'],
] as const;

describe('Words of an older search', () => {
  it('are kept once with the number of records found by them, as the program keeps those that come', async () => {
    for (const [n, [kind, id, folded]] of ENTRIES.entries())
      await source.query(
        `INSERT INTO search_entry (id, kind, object_id, title, detail, folded, sort_key) VALUES (?, ?, ?, '', '', ?, '')`,
        [n + 1, kind, id, folded],
      );
    const runner = source.createQueryRunner();
    await new CreateSearchWords().up(runner);
    const rows: readonly { word: string; uses: number }[] = await source.query(
      'SELECT word, uses FROM search_word ORDER BY word',
    );
    const expected = ENTRIES.filter(([kind]) => kind !== 'booking').flatMap(([, , folded]) =>
      wordsForSlips(folded),
    );
    expect(rows.map(({ word }) => word)).toEqual([...new Set(expected)].toSorted());
    expect(rows.filter(({ uses }) => uses > 1)).toEqual([{ word: 'haddad', uses: 2 }]);

    await new CreateSearchWords().down(runner);
    await runner.release();
  });
});
