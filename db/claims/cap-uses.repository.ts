import { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { UsedCap } from '#db/claim-policy/pricing.contract';
import type { Party } from '#db/people/party.contract';
import { partyIdOf } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { Pence } from '#db/shared/money';
import { type ClaimCapUseRow, claimCapUseTable } from './claims.table.ts';

/** What a signed line uses up, written when it is frozen. */
export async function save(ctx: Ctx, lineId: string, used: readonly UsedCap[]): Promise<void> {
  await forget(ctx, lineId);
  const rows = used.map(
    ({ kind, unit, key, pence }): ClaimCapUseRow => ({
      line_id: lineId,
      kind,
      unit,
      cap_key: key,
      pence,
    }),
  );
  if (rows.length > 0) await ctx.tx.insert(claimCapUseTable, rows);
}

/** Gives back what a line used up: it was refused, withdrawn or opened again. */
export async function forget(ctx: Ctx, lineId: string): Promise<void> {
  await ctx.tx.delete(claimCapUseTable, { line_id: lineId });
}

const toUsed = (rows: readonly Omit<ClaimCapUseRow, 'line_id'>[]): readonly UsedCap[] =>
  rows.map((row) => ({
    kind: row.kind as UsedCap['kind'],
    unit: row.unit as UsedCap['unit'],
    key: row.cap_key,
    pence: row.pence as Pence,
  }));

/**
 * What signed claims of a claimant have used up, one claim left out, whichever was handed in first: what others hold by
 * now is gone. What a household shares is asked for under its own key.
 */
export async function listUsedBy(
  ctx: Ctx,
  of: Party,
  exceptClaimId: string,
): Promise<readonly UsedCap[]> {
  return toUsed(
    await ctx.tx.query(
      `SELECT u.kind, u.unit, u.cap_key, u.pence FROM claim c
       JOIN claim_line l ON l.claim_id = c.id JOIN claim_cap_use u ON u.line_id = l.id
       WHERE c.claimant_${of.kind}_id = ? AND c.id <> ?
         AND (u.unit <> 'household' OR u.cap_key LIKE 'own %')`,
      [partyIdOf(of), exceptClaimId],
    ),
  );
}

/** What everybody of a household has used up at some meetings, whoever of them claimed. */
export async function listUsedByHousehold(
  ctx: Ctx,
  keys: readonly string[],
  exceptClaimId: string,
): Promise<readonly UsedCap[]> {
  if (keys.length === 0) return [];
  return toUsed(
    await ctx.tx.query(
      `SELECT u.kind, u.unit, u.cap_key, u.pence FROM claim_cap_use u
       JOIN claim_line l ON l.id = u.line_id JOIN claim c ON c.id = l.claim_id
       WHERE u.kind IN (SELECT value FROM json_each(?)) AND u.unit = 'household'
         AND u.cap_key IN (SELECT value FROM json_each(?))
         AND c.id <> ?`,
      [JSON.stringify(CostKind.options), JSON.stringify(keys), exceptClaimId],
    ),
  );
}

/** What the signed lines of one claim hold, as they were decided, one line left out; lines that are open hold nothing. */
export async function listUsedInClaim(
  ctx: Ctx,
  claimId: string,
  exceptLineId = '',
): Promise<readonly UsedCap[]> {
  return toUsed(
    await ctx.tx.query(
      `SELECT u.kind, u.unit, u.cap_key, u.pence FROM claim_line l
       JOIN claim_cap_use u ON u.line_id = l.id WHERE l.claim_id = ? AND l.id <> ?`,
      [claimId, exceptLineId],
    ),
  );
}

/** What a line uses up from now on: it was decided, its decision was taken back, or added to. */
export async function setTo(ctx: Ctx, lineId: string, amount: number): Promise<void> {
  await ctx.tx.query('UPDATE claim_cap_use SET pence = ? WHERE line_id = ?', [amount, lineId]);
}
