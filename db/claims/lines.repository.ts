import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { Cut } from '#db/claim-policy/pricing.contract';
import type { ActivityId } from '#db/activities/activities.contract';
import type { Party } from '#db/people/party.contract';
import { partyIdOf } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { addPence, type Pence } from '#db/shared/money';
import type {
  AgeBand,
  ClaimLine,
  ClaimLineId,
  ClaimReceiptId,
  LineState,
  LineWords,
} from './claims.contract.ts';
import { type ClaimLineRow, claimLineTable } from './claims.table.ts';

type RowWithParts = ClaimLineRow & {
  readonly activity_title: string | null;
  readonly paid_pence: number;
  readonly receipts_json: string;
};

/** A line as its rows hold it; whether the claimant came is asked of the register. */
export type StoredLine = Omit<ClaimLine, 'attendance'>;

const toStored = (row: RowWithParts): StoredLine => {
  const cuts = JSON.parse(row.cuts_json) as Cut[];
  const payable = row.payable_pence as Pence | null;
  return {
    ...toWords(row),
    position: row.position,
    state: row.state as LineState,
    activityTitle: row.activity_title ?? '',
    payablePence: payable,
    askedPence:
      payable === null
        ? (row.claimed_pence as Pence | null)
        : addPence(payable, ...cuts.map((cut) => cut.pence)),
    cuts,
    policyVersion: row.policy_version,
    decidedPence: row.decided_pence as Pence | null,
    decisionWhy: row.decision_why,
    paidPence: row.paid_pence as Pence,
  };
};

const toWords = (row: RowWithParts): LineWords => ({
  id: row.id as ClaimLineId,
  kind: row.kind as CostKind,
  activityId: row.activity_id as ActivityId | null,
  day: row.on_day as LocalDate,
  fromPlace: row.from_place,
  toPlace: row.to_place,
  milesTenths: row.miles_tenths,
  minutes: row.minutes,
  children: JSON.parse(row.children_json) as AgeBand[],
  carer: row.carer,
  claimedPence: row.claimed_pence as Pence | null,
  reason: row.reason,
  noReceiptWhy: row.no_receipt_why,
  preventedAttendance: row.prevented_attendance === 1,
  overridePence: row.override_pence as Pence | null,
  overrideWhy: row.override_why,
  receiptIds: JSON.parse(row.receipts_json) as ClaimReceiptId[],
});

/** The columns of what was entered on a line; `journeyKey` is by what the same journey is known again. */
export const wordColumns = (words: LineWords, journeyKey: string) => ({
  kind: words.kind,
  activity_id: words.activityId,
  on_day: words.day,
  from_place: words.fromPlace,
  to_place: words.toPlace,
  journey_key: journeyKey,
  miles_tenths: words.milesTenths,
  minutes: words.minutes,
  children_json: JSON.stringify(words.children),
  carer: words.carer,
  claimed_pence: words.claimedPence,
  reason: words.reason,
  no_receipt_why: words.noReceiptWhy,
  prevented_attendance: words.preventedAttendance ? 1 : 0,
  override_pence: words.overridePence,
  override_why: words.overrideWhy,
});

export async function listOfClaim(ctx: Ctx, claimId: string): Promise<readonly StoredLine[]> {
  const rows: readonly RowWithParts[] = await ctx.tx.query(
    `SELECT l.*, a.title AS activity_title, coalesce((SELECT sum(p.pence) FROM claim_decision d
       JOIN claim_payment_part p ON p.decision_id = d.id WHERE d.line_id = l.id), 0) AS paid_pence,
       (SELECT json_group_array(x.receipt_id) FROM claim_line_receipt x
        JOIN claim_receipt r ON r.id = x.receipt_id AND r.removed_at IS NULL
        WHERE x.line_id = l.id) AS receipts_json
     FROM claim_line l LEFT JOIN activity a ON a.id = l.activity_id
     WHERE l.claim_id = ? ORDER BY l.position`,
    [claimId],
  );
  return rows.map(toStored);
}

/** Lines of these ids that belong to another claim. */
export async function listElsewhere(
  ctx: Ctx,
  claimId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows: readonly { reference: string }[] = await ctx.tx.query(
    `SELECT c.reference FROM claim_line l JOIN claim c ON c.id = l.claim_id
     WHERE l.claim_id <> ? AND l.id IN (SELECT value FROM json_each(?))`,
    [claimId, JSON.stringify(ids)],
  );
  return rows.map(({ reference }) => reference);
}

export async function insert(ctx: Ctx, rows: readonly ClaimLineRow[]): Promise<void> {
  if (rows.length > 0) await ctx.tx.insert(claimLineTable, [...rows]);
}

export async function update(
  ctx: Ctx,
  id: string,
  change: Partial<Omit<ClaimLineRow, 'id' | 'claim_id'>>,
): Promise<void> {
  if (Object.keys(change).length > 0) await ctx.tx.update(claimLineTable, { id }, change);
}

/** Moves every line of a claim out of the way, so that their new places never meet the old ones. */
export async function clearPositions(ctx: Ctx, claimId: string): Promise<void> {
  await ctx.tx.query('UPDATE claim_line SET position = -1 - position WHERE claim_id = ?', [
    claimId,
  ]);
}

/** Takes a line away that nobody has signed, with all that hangs on it. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  for (const table of ['claim_cap_use', 'claim_line_receipt', 'claim_answer'])
    await ctx.tx.query(`DELETE FROM ${table} WHERE line_id = ?`, [id]);
  await ctx.tx.delete(claimLineTable, { id });
}

/** Lays exactly these receipts to a line. */
export async function layReceipts(
  ctx: Ctx,
  lineId: string,
  receiptIds: readonly string[],
): Promise<void> {
  await ctx.tx.query('DELETE FROM claim_line_receipt WHERE line_id = ?', [lineId]);
  for (const receiptId of new Set(receiptIds))
    await ctx.tx.query('INSERT INTO claim_line_receipt (line_id, receipt_id) VALUES (?, ?)', [
      lineId,
      receiptId,
    ]);
}

/** A journey as the form offers it again; amounts are never carried over. */
export type Journey = Pick<LineWords, 'kind' | 'fromPlace' | 'toPlace' | 'milesTenths'> & {
  readonly on: LocalDate;
};

/**
 * Journeys of a claimant's latest claims that were handed in, each way once, the latest first.
 * One that is being typed was no journey of last time, whoever types it and whether it stays.
 */
export async function listClaimedFor(
  ctx: Ctx,
  of: Party,
  activityIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: readonly { readonly id: string }[] = await ctx.tx.query(
    `SELECT DISTINCT l.activity_id AS id FROM claim c CROSS JOIN claim_line l
     WHERE c.claimant_${of.kind}_id = ? AND l.claim_id = c.id
       AND c.state NOT IN ('draft', 'to-sign', 'withdrawn') AND l.state NOT IN ('open', 'withdrawn', 'rejected')
       AND l.activity_id IN (SELECT value FROM json_each(?))`,
    [partyIdOf(of), JSON.stringify(activityIds)],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function listJourneys(
  ctx: Ctx,
  of: Party,
  limit: number,
): Promise<readonly Journey[]> {
  return ctx.tx.query(
    `SELECT kind, from_place AS "fromPlace", to_place AS "toPlace", miles_tenths AS "milesTenths",
       max(on_day) AS "on" FROM (
       SELECT l.kind, l.from_place, l.to_place, l.miles_tenths, l.on_day FROM claim c
       JOIN claim_line l ON l.claim_id = c.id
       WHERE c.claimant_${of.kind}_id = ? AND c.state NOT IN ('draft', 'to-sign', 'withdrawn') AND l.state <> 'withdrawn'
         AND l.from_place <> '' AND l.to_place <> ''
       ORDER BY c.received_on DESC LIMIT 200)
     GROUP BY kind, from_place, to_place ORDER BY max(on_day) DESC LIMIT ?`,
    [partyIdOf(of), limit],
  );
}
