import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closes what the first guards of claims left open to anything but the program: rows put in the place of others, lines,
 * signatures and pictures changed or taken away after signing, amounts without a decision, and an account that becomes
 * the person whose claim it decided.
 */
export class KeepWhatWasSigned implements MigrationInterface {
  name = 'KeepWhatWasSigned20261122150000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, isThere] of ADDED_ONLY)
      await guard(runner, `${table}_not_replaced`, {
        before: `INSERT ON "${table}"`,
        when: `EXISTS (SELECT 1 FROM "${table}" old WHERE ${isThere})`,
        says: 'a row is not put in the place of another',
      });
    for (const [name, one] of Object.entries(GUARDS)) await guard(runner, name, one);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of ADDED_ONLY) await runner.query(`DROP TRIGGER "${table}_not_replaced"`);
    for (const name of Object.keys(GUARDS)) await runner.query(`DROP TRIGGER "${name}"`);
  }
}

type Guard = { readonly before: string; readonly when: string; readonly says: string };

const guard = (runner: QueryRunner, name: string, { before, when, says }: Guard) =>
  runner.query(`
    CREATE TRIGGER "${name}" BEFORE ${before}
    WHEN ${when}
    BEGIN SELECT RAISE(ABORT, '${says}'); END
  `);

/** SQLite asks no guard of deletion when INSERT OR REPLACE takes a row's place, so it is looked for before. */
const ADDED_ONLY = [
  ['audit_entry', 'old.seq = NEW.seq'],
  ['claim', 'old.id = NEW.id OR old.reference = NEW.reference OR old.sign_key = NEW.sign_key'],
  [
    'claim_line',
    'old.id = NEW.id OR (old.claim_id = NEW.claim_id AND old.position = NEW.position)',
  ],
  [
    'claim_decision',
    'old.id = NEW.id OR (old.key = NEW.key AND old.step = NEW.step AND old.line_id IS NEW.line_id)',
  ],
  ['claim_payment', 'old.id = NEW.id OR old.key = NEW.key'],
  ['claim_payment_part', 'old.decision_id = NEW.decision_id'],
  ['claim_signature', 'old.id = NEW.id'],
  ['claim_receipt', 'old.id = NEW.id'],
  ['claim_kind_policy', 'old.id = NEW.id OR old.sequence = NEW.sequence'],
  ['claim_general_policy', 'old.id = NEW.id OR old.sequence = NEW.sequence'],
  ['kept_file', 'old.hash = NEW.hash'],
] as const;

/** A claim that was signed or printed to be signed, by the id in a column. */
const isSigned = (column: string): string =>
  `EXISTS (SELECT 1 FROM claim WHERE id = ${column} AND signed_hash <> '')`;

/** Another word in its place; an erasure leaves nothing there, or a word that says so. */
const rewritten = (column: string, erased = ''): string =>
  `(NEW.${column} <> OLD.${column} AND NEW.${column} <> '${erased}')`;

const FIGURES = ['kind', 'activity_id', 'on_day', 'miles_tenths', 'minutes', 'children_json'];
const changed = (columns: readonly string[]): string =>
  columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');

/** Amounts of a line that somebody approved or added, sent back ones too: never less than what stands. */
const DECIDED = `(SELECT coalesce(sum(pence), 0) FROM claim_decision
  WHERE line_id = NEW.id AND decision IN ('approved', 'other') AND step IN ('approve', 'top-up'))`;

const SIGNED_STAYS = 'what was signed is not changed';

const GUARDS: Readonly<Record<string, Guard>> = {
  claim_not_deleted: {
    before: 'DELETE ON "claim"',
    when: `OLD.signed_hash <> ''`,
    says: 'a claim that was signed stays on record',
  },
  // A later signature brings its own text and mark; an erasure leaves the mark alone.
  claim_signed_text_kept: {
    before: 'UPDATE OF "signed_json", "signed_hash" ON "claim"',
    when: `OLD.signed_hash <> ''
      AND (NEW.signed_hash <> OLD.signed_hash OR ${rewritten('signed_json')})
      AND NOT (OLD.state IN ('draft', 'asked', 'to-sign') AND NEW.state IN ('to-sign', 'filed'))`,
    says: SIGNED_STAYS,
  },
  claim_line_not_deleted: {
    before: 'DELETE ON "claim_line"',
    when: `OLD.state <> 'open' OR ${isSigned('OLD.claim_id')}`,
    says: 'a cost that was signed stays on record',
  },
  // A line opens as it was signed, and only while nothing was decided on it.
  claim_line_opened: {
    before: 'UPDATE ON "claim_line"',
    when: `NEW.id <> OLD.id OR NEW.claim_id <> OLD.claim_id OR (OLD.state <> 'open' AND NEW.state = 'open'
      AND (OLD.state NOT IN ('waiting', 'asked') OR ${changed([...FIGURES, 'claimed_pence', 'payable_pence', 'cuts_json'])}))`,
    says: SIGNED_STAYS,
  },
  claim_line_signed_words: {
    before: 'UPDATE ON "claim_line"',
    when: `OLD.state <> 'open' AND NEW.state <> 'open' AND (${changed(['override_pence', 'prevented_attendance'])} OR ${[
      'from_place',
      'to_place',
      'carer',
      'reason',
      'no_receipt_why',
      'override_why',
    ]
      .map((column) => rewritten(column))
      .join(' OR ')})`,
    says: SIGNED_STAYS,
  },
  claim_line_as_decided: {
    before: 'UPDATE OF "decided_pence" ON "claim_line"',
    when: `NEW.decided_pence IS NOT OLD.decided_pence AND NEW.decided_pence > ${DECIDED}`,
    says: 'an amount stands by a decision',
  },
  claim_decision_of_line: {
    before: 'INSERT ON "claim_decision"',
    when: `NEW.pence < 0 OR (NEW.line_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM claim_line WHERE id = NEW.line_id AND claim_id = NEW.claim_id))`,
    says: 'a decision is on a cost of its claim',
  },
  claim_signature_kept: {
    before: 'UPDATE ON "claim_signature"',
    when: `${changed(['id', 'claim_id', 'batch_id', 'role', 'way', 'receipt_id', 'signed_hash', 'signed_on', 'signed_at'])}
      OR ${rewritten('name', 'erased')} OR ${rewritten('strokes_json', '[]')} OR ${rewritten('words')}
      OR NEW.is_superseded < OLD.is_superseded`,
    says: 'a signature stays as it was given',
  },
  claim_signature_not_deleted: {
    before: 'DELETE ON "claim_signature"',
    when: '1',
    says: 'a signature stays on record',
  },
  claim_receipt_kept: {
    before: 'UPDATE ON "claim_receipt"',
    when: `NEW.id <> OLD.id OR NEW.hash <> OLD.hash OR NEW.kind <> OLD.kind
      OR (NEW.claim_id IS NOT OLD.claim_id AND ${isSigned('OLD.claim_id')})`,
    says: 'a receipt stays what it is',
  },
  claim_receipt_not_deleted: {
    before: 'DELETE ON "claim_receipt"',
    when: '1',
    says: 'a receipt stays on record',
  },
  claim_line_receipt_kept: {
    before: 'DELETE ON "claim_line_receipt"',
    when: `EXISTS (SELECT 1 FROM claim_line WHERE id = OLD.line_id AND state NOT IN ('open', 'withdrawn'))`,
    says: 'a receipt stays with the cost that was signed',
  },
  // An erasure takes the name off first, and whoever took a picture by mistake takes it off the claim first.
  kept_file_shown: {
    before: 'DELETE ON "kept_file"',
    when: `EXISTS (SELECT 1 FROM claim_receipt WHERE hash = OLD.hash AND removed_at IS NULL AND name <> '')`,
    says: 'a picture stays while a claim shows it',
  },
  account_person_not_decider: {
    before: 'INSERT ON "account_person"',
    when: handIn('NEW'),
    says: 'nobody decides on a claim of their own',
  },
  account_person_not_decider_later: {
    before: 'UPDATE OF "user_id", "person_id" ON "account_person"',
    when: handIn('NEW'),
    says: 'nobody decides on a claim of their own',
  },
};

/** Whether a person has a hand in a claim on which an account took a step. */
function handIn(row: string): string {
  return `EXISTS (
      SELECT 1 FROM claim c
      WHERE ${row}.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
        AND (EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = c.id AND d.user_id = ${row}.user_id)
          OR EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = c.id AND p.user_id = ${row}.user_id)))`;
}
