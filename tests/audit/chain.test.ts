import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChangeBooking } from '#db/bookings/bookings.contract';
import { readAnchors } from '#db/audit/anchors';
import type { ChainCheck } from '#db/audit/audit.contract';
import { canonicalText, CHAIN_START, linkHash, sealValue } from '#db/audit/chain';
import { mustExist } from '#db/shared/domain-error';
import { placesIn } from '../../electron/host/data-folder.ts';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { chanceFrom, newChance } from '../support/builders/chance.ts';
import { aPerson } from '../support/builders/people.ts';
import { newCentreFolder, openBareCore, openTestCore } from '../support/open-test-core.ts';

type Row = Record<string, string | number | null>;

/** The entry whose text and hash are pinned for ever: every chain ever made depends on this form. */
const VECTOR = {
  seq: 2,
  at: '2027-01-04T09:00:00.000Z',
  local_at: '2027-01-04T09:00',
  clock_jumped: 0,
  actor_kind: 'user',
  actor_id: '00000000-0000-7000-8000-000000000001',
  actor_role: 'desk',
  on_behalf_of: null,
  host: 'web',
  session_id: null,
  action: 'group.added',
  object_type: 'group',
  object_id: '00000000-0000-7000-8000-000000000002',
  reason: 'Cafe\u0301 £5',
  before_json: '{}',
  after_json: '{"kind":"tra","name":"Ashdown TRA"}',
  request_id: '00000000-0000-7000-8000-000000000003',
  app_version: '0.1.0',
};

describe('The one text form of an entry', () => {
  it('is the pinned one', () => {
    expect(canonicalText(VECTOR)).toBe(
      '[2,"2027-01-04T09:00:00.000Z","2027-01-04T09:00",0,"user","00000000-0000-7000-8000-000000000001","desk",null,"web",null,"group.added","group","00000000-0000-7000-8000-000000000002","Café £5","{}","{\\"kind\\":\\"tra\\",\\"name\\":\\"Ashdown TRA\\"}","00000000-0000-7000-8000-000000000003","0.1.0"]',
    );
    expect(linkHash(CHAIN_START, VECTOR)).toBe(
      'bc390782430b42ba9dba5227ea35a1a47223284b8bc6bcf7f1fd241f6b9c668e',
    );
    expect(sealValue('ab'.repeat(32), 'name', 'Siân')).toBe(
      'f5e9803ea40e5abaca29fc36c4e6ca09432057072ec45928993d1d3afe89c8fb',
    );
  });

  it('is the same for letters composed and taken apart, and another for any other change', () => {
    const composed = linkHash(CHAIN_START, { ...VECTOR, reason: 'Café £5' });
    expect(composed).toBe(linkHash(CHAIN_START, VECTOR));
    for (const [field, value] of Object.entries(VECTOR)) {
      const other = typeof value === 'number' ? value + 1 : `${value ?? ''}x`;
      expect(linkHash(CHAIN_START, { ...VECTOR, [field]: other }), field).not.toBe(composed);
    }
    expect(linkHash('1'.repeat(64), VECTOR)).not.toBe(composed);
  });
});

describe('The entries of the record', () => {
  it('are as many as there were changes, however they are mixed with refusals', async () => {
    const chance = newChance('Changes and entries');
    const core = await openTestCore();
    const desk = core.as('desk');
    const [person, other] = [await aPerson(core), await aPerson(core)];
    const made = await aBooking(core, { responsiblePersonId: person.id });
    let seq = Number(core.raw().prepare('SELECT max(seq) FROM audit_entry').pluck().get());
    const origin = {
      actor: { kind: 'program' },
      host: 'program',
      sessionId: null,
      requestId: 'r',
    } as const;
    let { version } = made;
    let personVersion = person.version;
    let changes = 0;
    // Through the door, one by one, and in blocks in one unit of work, where ten thousand take seconds.
    for (let block = 0; block < 100; block += 1)
      await core.core.unit(origin, 'writes', async (ctx) => {
        const { api } = core.core;
        for (let i = 0; i < 100; i += 1) {
          const before = ctx.audited.count;
          const isStale = chance.percent(30);
          const act = chance.pick(['booking', 'person', 'group'] as const);
          const work =
            act === 'booking'
              ? api.bookings.change(
                  ctx,
                  ChangeBooking.parse(
                    changeOf(
                      { ...made, version: isStale ? version - 1 : version },
                      { notes: `n${i}` },
                    ),
                  ),
                )
              : act === 'person'
                ? api.people.change(ctx, {
                    ...person,
                    phone: `07700 9${chance.between(10_000, 99_999)}`,
                    version: isStale ? personVersion - 1 : personVersion,
                  })
                : api.groups.add(ctx, {
                    name: isStale ? 'group 1 1' : `Group ${block} ${i}`,
                    kind: 'tra',
                    phone: '',
                  });
          const isDone = await work.then(
            () => true,
            () => false,
          );
          if (isDone && act === 'booking') version += 1;
          if (isDone && act === 'person') personVersion += 1;
          if (isDone) changes += 1;
          expect(ctx.audited.count - before, `seed ${chance.seed}`).toBe(isDone ? 1 : 0);
        }
      });
    seq += changes;
    expect(changes).toBeGreaterThan(6000);
    const kept = core
      .raw()
      .prepare('SELECT count(*) AS n, max(seq) AS last FROM audit_entry')
      .get();
    expect(kept).toEqual({ n: seq, last: seq });
    await desk.call('people.change', { ...other, name: 'Through the door' });
    expect(core.raw().prepare('SELECT max(seq) FROM audit_entry').pluck().get()).toBe(seq + 1);
    expect((await core.as('auditor').call('audit.check', {})).isWhole).toBe(true);
    await core.close();
  }, 120_000);

  it('are neither changed nor deleted, whoever writes to the file', async () => {
    const core = await openTestCore();
    const raw = core.raw();
    expect(() => raw.exec("UPDATE audit_entry SET reason = 'x' WHERE seq = 1")).toThrow(
      'audit.append-only',
    );
    expect(() => raw.exec('DELETE FROM audit_entry WHERE seq = 1')).toThrow('audit.append-only');
    await core.close();
  });
});

describe('A record that was tampered with while the program was closed', () => {
  const ENTRIES = 1200;
  let whole: Buffer;
  let anchors: string;
  let template = '';
  let home = '';
  let file = '';

  beforeAll(async () => {
    template = await newCentreFolder();
    const core = await openBareCore(template);
    const origin = {
      actor: { kind: 'program' },
      host: 'program',
      sessionId: null,
      requestId: 'r',
    } as const;
    await core.unit(origin, 'writes', async (ctx) => {
      for (let i = 0; i < ENTRIES; i += 1)
        await core.api.people.add(ctx, { name: `Pat ${i}`, kind: 'tenant', phone: String(i) });
    });
    await core.close();
    whole = readFileSync(placesIn(template, 'real').database);
    anchors = readFileSync(placesIn(template, 'real').anchors, 'utf8');
  });
  afterAll(() => rmSync(template, { recursive: true, force: true }));
  beforeEach(async () => {
    home = await newCentreFolder();
    file = placesIn(home, 'real').database;
    writeFileSync(file, whole);
    writeFileSync(placesIn(home, 'real').anchors, anchors);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Alters the closed file with the guards taken out, then lets the auditor check it. */
  async function checkAfter(tamper: (raw: Database.Database) => void): Promise<ChainCheck> {
    const raw = new Database(file);
    raw.exec('DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete');
    tamper(raw);
    raw.close();
    const core = await openTestCore({ home });
    const check = await core.as('auditor').call('audit.check', {});
    await core.stop();
    return check;
  }

  const last = (raw: Database.Database): number =>
    Number(raw.prepare('SELECT max(seq) FROM audit_entry').pluck().get());

  /** Gives every entry from a number on the hashes that would fit. */
  function rebuild(raw: Database.Database, from: number): void {
    const previous = raw.prepare('SELECT hash FROM audit_entry WHERE seq = ?').pluck();
    const set = raw.prepare('UPDATE audit_entry SET prev_hash = ?, hash = ? WHERE seq = ?');
    // After a gap the entry before it is pointed back to.
    let head = from === 1 ? CHAIN_START : String(previous.get(from - 1) ?? previous.get(from - 2));
    const rows = raw.prepare('SELECT * FROM audit_entry WHERE seq >= ? ORDER BY seq').all(from);
    for (const row of rows as readonly (Row & { readonly seq: number })[]) {
      const hash = linkHash(head, row as never);
      set.run(head, hash, row.seq);
      head = hash;
    }
  }

  it('is whole when nothing was done to it', async () => {
    const check = await checkAfter(() => undefined);
    expect(check).toMatchObject({ isWhole: true, firstBadSeq: null });
    expect(check.words).toBe(`All ${check.checked} entries checked are whole and in order.`);
    expect(check.checked).toBeGreaterThan(ENTRIES);
  });

  it.each([
    [
      'an act was edited',
      (raw) => raw.exec("UPDATE audit_entry SET action = 'x' WHERE seq = 700"),
      700,
    ],
    [
      'facts were made unreadable',
      (raw) => raw.exec("UPDATE audit_entry SET after_json = 'not json' WHERE seq = 700"),
      700,
    ],
    [
      'facts were emptied',
      (raw) => raw.exec("UPDATE audit_entry SET after_json = 'null' WHERE seq = 700"),
      700,
    ],
    [
      'a pointer back was edited',
      (raw) => raw.exec("UPDATE audit_entry SET prev_hash = 'x' WHERE seq = 700"),
      700,
    ],
    ['an entry was deleted', (raw) => raw.exec('DELETE FROM audit_entry WHERE seq = 700'), 700],
    [
      'two entries were swapped',
      (raw) =>
        raw.exec(
          'UPDATE audit_entry SET seq = -1 WHERE seq = 700; UPDATE audit_entry SET seq = 700 WHERE seq = 701; UPDATE audit_entry SET seq = 701 WHERE seq = -1',
        ),
      700,
    ],
    [
      'an entry was put in between',
      (raw) => {
        raw.exec('UPDATE audit_entry SET seq = -seq WHERE seq > 700');
        raw.exec('UPDATE audit_entry SET seq = 1 - seq WHERE seq < 0');
        const row = raw.prepare('SELECT * FROM audit_entry WHERE seq = 700').get() as Row;
        const names = Object.keys(row);
        raw
          .prepare(`INSERT INTO audit_entry VALUES (${names.map(() => '?').join(', ')})`)
          .run(names.map((name) => (name === 'seq' ? 701 : (row[name] ?? null))));
      },
      701,
    ],
    [
      'a readable value was exchanged behind its seal',
      (raw) =>
        raw.exec(
          "UPDATE audit_personal_value SET value = 'Someone Else' WHERE seq = 700 AND field = 'name'",
        ),
      700,
    ],
    [
      'a key was exchanged',
      (raw) =>
        raw.exec(
          "UPDATE subject_key SET key_hex = 'ff' WHERE subject_id = (SELECT subject_id FROM audit_personal_value WHERE seq = 700 LIMIT 1)",
        ),
      700,
    ],
  ] as readonly (readonly [string, (raw: Database.Database) => void, number])[])(
    'is found out when %s',
    async (_, tamper, badSeq) => {
      const check = await checkAfter(tamper);
      expect(check).toMatchObject({ isWhole: false, firstBadSeq: badSeq });
      expect(check.words).toBe(
        `The record was changed outside the program at entry ${badSeq}. Nothing before it is affected. Tell the auditor before anyone works on.`,
      );
    },
  );

  it.each([1, 10, 1000])(
    'is found out by its check marks when the last %i are cut off',
    async (n) => {
      let cutFrom = 0;
      const check = await checkAfter((raw) => {
        cutFrom = last(raw) - n;
        for (const table of ['audit_entry', 'audit_personal_value'])
          raw.prepare(`DELETE FROM ${table} WHERE seq > ?`).run(cutFrom);
      });
      expect(check.isWhole).toBe(false);
      expect(check.firstBadSeq).toBeGreaterThan(cutFrom);
      expect(check.words).toContain('entries were cut off or the record was rebuilt');
    },
  );

  it.each([1, 700])(
    'is found out by its check marks when rebuilt from entry %i on',
    async (from) => {
      const check = await checkAfter((raw) => {
        raw.prepare("UPDATE audit_entry SET reason = 'forged' WHERE seq = ?").run(from);
        rebuild(raw, from);
      });
      expect(check.isWhole).toBe(false);
      expect(check.words).toContain('entries were cut off or the record was rebuilt');
    },
  );

  it('is found out by its numbers when an entry is left out and the rest rebuilt', async () => {
    writeFileSync(placesIn(home, 'real').anchors, '');
    const check = await checkAfter((raw) => {
      for (const table of ['audit_entry', 'audit_personal_value'])
        raw.prepare(`DELETE FROM ${table} WHERE seq = 700`).run();
      rebuild(raw, 701);
    });
    expect(check).toMatchObject({ isWhole: false, firstBadSeq: 700 });
  });

  it('could be rebuilt unseen without the check marks, which is why they are kept outside', async () => {
    writeFileSync(placesIn(home, 'real').anchors, '');
    const check = await checkAfter((raw) => {
      raw.exec("UPDATE audit_entry SET reason = 'forged' WHERE seq = 1");
      rebuild(raw, 1);
    });
    expect(check.isWhole).toBe(true);
  });

  it('stays whole after a person was erased, who is then readable nowhere in it', async () => {
    const check = await checkAfter((raw) => {
      const id = raw
        .prepare("SELECT subject_id FROM audit_personal_value WHERE value = 'Pat 600'")
        .pluck()
        .get();
      raw.prepare('DELETE FROM audit_personal_value WHERE subject_id = ?').run(id);
      raw.prepare('DELETE FROM subject_key WHERE subject_id = ?').run(id);
    });
    expect(check.isWhole).toBe(true);
    const raw = new Database(file, { readonly: true });
    const entries = JSON.stringify(raw.prepare('SELECT * FROM audit_entry').all());
    raw.close();
    expect(entries).not.toContain('Pat 600');
    expect(entries).not.toContain('Pat 601');
    expect(entries).toContain('"sealed');
  });

  it('reads past a check mark that a power cut tore', async () => {
    const { anchors: anchorsFile } = placesIn(home, 'real');
    appendFileSync(anchorsFile, '2027-01-04T09:00:00.000Z 12 abc');
    expect(readAnchors(anchorsFile).length).toBe(anchors.trim().split('\n').length);
    expect((await checkAfter(() => undefined)).isWhole).toBe(true);
  });
});

describe('A check of a hundred thousand entries', () => {
  it('lets the desk have its turn in between, again and again', async () => {
    const home = await newCentreFolder();
    const raw = new Database(placesIn(home, 'real').database);
    const chance = chanceFrom(1);
    const row = raw.prepare('SELECT * FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as Row;
    const names = Object.keys(row);
    const insert = raw.prepare(
      `INSERT INTO audit_entry (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    raw.transaction(() => {
      let head = mustExist(row['hash'], 'every entry has a hash') as string;
      for (let seq = Number(row['seq']) + 1; seq <= 100_000; seq += 1) {
        const entry: Row = {
          ...row,
          seq,
          after_json: JSON.stringify({ name: `Group ${chance.below(1e9)}`, kind: 'tra' }),
          prev_hash: head,
        };
        head = linkHash(head, entry as never);
        insert.run(names.map((name) => (name === 'hash' ? head : (entry[name] ?? null))));
      }
    })();
    raw.close();
    const core = await openTestCore({ home });
    const auditor = core.as('auditor');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const from = process.hrtime.bigint();
    delay.enable();
    let isChecked = false;
    const checking = auditor.call('audit.check', {}).finally(() => {
      isChecked = true;
    });
    const desk = core.as('desk');
    let answeredMeanwhile = 0;
    for (let n = 0; n < 30; n += 1) {
      await desk.call('bookings.today', {});
      if (!isChecked) answeredMeanwhile += 1;
    }
    const check = await checking;
    delay.disable();
    const seconds = Number(process.hrtime.bigint() - from) / 1e9;
    process.stdout.write(
      `A check of ${check.checked} entries: ${Math.round(seconds * 1000)} ms, longest stall ${Math.round(delay.max / 1e6)} ms, 99th of 100 ${Math.round(delay.percentile(99) / 1e6)} ms\n`,
    );
    expect(check.isWhole).toBe(true);
    expect(check.checked).toBe(100_001);
    expect(answeredMeanwhile).toBe(30);
    await core.close();
  }, 120_000);
});
