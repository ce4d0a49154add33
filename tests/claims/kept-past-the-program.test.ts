import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import { pence } from '#db/shared/money';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  enterGeneral,
  enterRates,
  signClaim,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
let filed: Claim;
let paid: Claim;
beforeAll(async () => {
  core = await openTestCore();
  await enterRates(core);
  await enterGeneral(core);
  filed = await aSignedClaim(1);
  paid = await aPaidClaim();
});
afterAll(() => core.close());

/** A bus ticket for a meeting that somebody came to, with its picture, handed in. */
async function aSignedClaim(shade: number): Promise<Claim> {
  const { person, activity } = await anAttendee(core);
  const draft = await aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
  const lineIds = draft.lines.map(({ id }) => id);
  await core.as('desk').call('claims.attachReceipt', { id: draft.id, ...aPicture(shade), lineIds });
  return signClaim(core, await core.as('desk').call('claims.get', { id: draft.id }));
}

async function aPaidClaim(): Promise<Claim> {
  const { id } = await aSignedClaim(2);
  await verified(core, id);
  await approved(core, id);
  return payCash(id);
}

async function payCash(id: Claim['id']): Promise<Claim> {
  const { version } = await core.as('manager').call('claims.get', { id });
  return core.as('manager').call('claims.payByHand', {
    id,
    key: countedId(),
    version,
    paidOn: '2027-01-04',
    method: 'cash',
    note: '',
    cash: { name: 'Pat', strokes: [[1, 2, 3, 4]], file: null },
  });
}

/** What somebody writes into the file with another tool; `:filed` and `:paid` are the claims above. */
function written(sql: string): () => void {
  return () => {
    const db = core.raw();
    const named = { filed: filed.id, paid: paid.id };
    const used = Object.entries(named).filter(([name]) => sql.includes(`:${name}`));
    db.exec('BEGIN');
    try {
      if (db.prepare(sql).run(Object.fromEntries(used)).changes === 0)
        throw new Error('nothing was written at all');
    } finally {
      db.exec('ROLLBACK');
      db.close();
    }
  };
}

/** The same row once more, with one column otherwise, put in the place of the one that is there. */
function putInPlace(table: string, column: string, value: string): () => void {
  const db = core.raw();
  const columns = db
    .prepare('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table) as readonly string[];
  db.close();
  const values = columns.map((one) => (one === column ? value : `"${one}"`));
  return written(
    `INSERT OR REPLACE INTO ${table} (${columns.map((one) => `"${one}"`).join()})
     SELECT ${values.join()} FROM ${table} ORDER BY rowid DESC LIMIT 1`,
  );
}

const LINE = 'claim_id = :filed';
const SIGNED = 'what was signed is not changed';

describe('The file itself, whatever writes into it,', () => {
  it.each([
    ['where a journey began', `UPDATE claim_line SET from_place = 'Moon' WHERE ${LINE}`],
    ['the reason of a cost', `UPDATE claim_line SET reason = 'Because' WHERE ${LINE}`],
    ['an actual cost that was allowed', `UPDATE claim_line SET override_pence = 9 WHERE ${LINE}`],
    [
      'the claim that a cost is of',
      `UPDATE claim_line SET claim_id = :paid, position = 9 WHERE ${LINE}`,
    ],
    [
      'an amount while the cost is opened',
      `UPDATE claim_line SET state = 'open', claimed_pence = 9 WHERE ${LINE}`,
    ],
    [
      'a cost that was decided, by opening it',
      `UPDATE claim_line SET state = 'open', decided_pence = NULL WHERE claim_id = :paid`,
    ],
    ['the text that was signed', `UPDATE claim SET signed_json = '{}' WHERE id = :filed`],
    ['the mark of what was signed', `UPDATE claim SET signed_hash = 'x' WHERE id = :filed`],
  ])('changes nothing of what was signed: %s', (_, sql) => {
    expect(written(sql)).toThrow(SIGNED);
  });

  it.each([
    [
      'a signature by another name',
      `UPDATE claim_signature SET name = 'A' WHERE claim_id = :filed`,
    ],
    [
      'other strokes',
      `UPDATE claim_signature SET strokes_json = '[[1,1]]' WHERE claim_id = :filed`,
    ],
    ['other words', `UPDATE claim_signature SET words = 'I do' WHERE claim_id = :filed`],
    ['another day', `UPDATE claim_signature SET signed_on = '2026-01-01' WHERE claim_id = :filed`],
    ['another mark', `UPDATE claim_signature SET signed_hash = 'x' WHERE claim_id = :filed`],
    ['another claim', `UPDATE claim_signature SET claim_id = :paid WHERE claim_id = :filed`],
  ])('takes for a signature neither %s', (_, sql) => {
    expect(written(sql)).toThrow('a signature stays as it was given');
  });

  it('lets no signature count again that another took the place of', () => {
    const db = core.raw();
    db.prepare('UPDATE claim_signature SET is_superseded = 1 WHERE claim_id = ?').run(filed.id);
    db.close();
    expect(written('UPDATE claim_signature SET is_superseded = 0 WHERE claim_id = :filed')).toThrow(
      'a signature stays as it was given',
    );
  });

  it.each([
    ['claim', 'claim', 'id = :filed'],
    ['cost', 'claim_line', LINE],
    ['signature', 'claim_signature', LINE],
    ['receipt', 'claim_receipt', LINE],
    ['decision', 'claim_decision', 'claim_id = :paid'],
    ['payment', 'claim_payment', 'claim_id = :paid'],
  ])('loses no %s that was signed for', (_, table, where) => {
    expect(written(`DELETE FROM ${table} WHERE ${where}`)).toThrow(/ on record|never deleted/);
  });

  it('keeps a picture while a claim shows it, with the cost it was laid to, and as it is', () => {
    const shown = '(SELECT hash FROM claim_receipt WHERE claim_id = :filed)';
    expect(written(`DELETE FROM kept_file WHERE hash IN ${shown}`)).toThrow('a picture stays');
    expect(
      written(
        `DELETE FROM claim_line_receipt WHERE line_id IN (SELECT id FROM claim_line WHERE ${LINE})`,
      ),
    ).toThrow('a receipt stays with the cost');
    for (const change of ["hash = 'x'", "kind = 'member-form'", 'claim_id = :paid'])
      expect(written(`UPDATE claim_receipt SET ${change} WHERE ${LINE}`)).toThrow(
        'a receipt stays what it is',
      );
  });

  it.each([
    ['claim', 'paid_pence', '0'],
    ['claim_line', 'claimed_pence', '9'],
    ['claim_decision', 'pence', '9'],
    ['claim_payment', 'pence', '9'],
    ['claim_payment_part', 'line_id', '"line_id"'],
    ['claim_signature', 'name', "'A'"],
    ['claim_receipt', 'name', "'A'"],
    ['claim_kind_policy', 'sentence', "'Everything is paid.'"],
    ['claim_general_policy', 'source', "'Nobody'"],
    ['kept_file', 'kept_at', "'2020'"],
    ['audit_entry', 'action', "'nothing'"],
  ])('puts no row of %s in the place of another', (table, column, value) => {
    expect(putInPlace(table, column, value)).toThrow(
      /not put in the place of another|only what was decided/,
    );
  });

  it('puts no part of a payment in the place of another, where as much was added since', async () => {
    const { id } = await aSignedClaim(3);
    await verified(core, id);
    const { version, lines } = await core.as('finance').call('claims.get', { id });
    const [lineId] = lines.map((line) => line.id);
    if (lineId === undefined) expect.fail('it has a line');
    const low = { lineId, decision: 'other' as const, pence: pence(100), why: 'Half fare' };
    const key = countedId();
    await core.as('finance').call('claims.decide', { id, key, version, lines: [low] });
    const half = await payCash(id);
    await core.as('finance').call('claims.topUp', {
      id,
      lineId,
      key: countedId(),
      version: half.version,
      pence: pence(100),
      why: 'Full fare',
    });
    expect(putInPlace('claim_payment_part', 'line_id', '"line_id"')).toThrow(
      'not put in the place of another',
    );
  });

  it('puts no decision in the place of one by its key, under another id', () => {
    const again = putInPlace('claim_decision', 'id', "'another'");
    expect(again).toThrow('not put in the place of another');
  });

  it('takes no amount that nobody decided, nor a decision on a cost of another claim or below nothing', () => {
    const more = `UPDATE claim_line SET decided_pence = 99999 WHERE claim_id = :paid`;
    expect(written(more)).toThrow('an amount stands by a decision');
    const decides = (line: string, pence: number): string =>
      `INSERT INTO claim_decision SELECT 'new', :filed, (SELECT id FROM claim_line WHERE claim_id = ${line}), 'approve',
         'approved', ${pence}, '', 'a-new-key', user_id, decided_on, decided_at
       FROM claim_decision WHERE step = 'approve' LIMIT 1`;
    for (const sql of [decides(':paid', 320), decides(':filed', -320)])
      expect(written(sql)).toThrow('a decision is on a cost of its claim');
    expect(written(decides(':filed', 320))).not.toThrow();
  });
});
