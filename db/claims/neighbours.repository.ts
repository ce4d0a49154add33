import type { Party } from '#db/people/party.contract';
import { partyIdOf, toParty } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import { OPEN_CLAIM } from './queue.repository.ts';

/** More claims than this are not gone through for one act; a picture on so many is no double but a sheet. */
const MOST_NEIGHBOURS = 60;

/** The same claimant, or, where a group claims, somebody with a hand in both. */
const IS_OF_SAME_PEOPLE = `(coalesce(c.claimant_group_id, c.claimant_person_id) = me.claimant_id
  OR ((me.is_group OR c.claimant_group_id IS NOT NULL)
    AND (c.claimant_person_id IN (me.claimant_person_id, me.filer_person_id, me.payee_person_id)
      OR c.filer_person_id IN (me.claimant_person_id, me.filer_person_id, me.payee_person_id)
      OR c.payee_person_id IN (me.claimant_person_id, me.filer_person_id, me.payee_person_id))))`;

/**
 * Claims in the queue whose doubles a claim may make or take away: another receipt of theirs is the same file or bears
 * the same print, or a line of the same people is for the same journey, or the same activity and kind. It finds too
 * many rather than too few; whether there is a double the checks say. Each part is looked up by its index in the order
 * written here (CROSS JOIN): left to itself, the database reads every receipt on file.
 */
export async function listNeighbours(ctx: Ctx, claimId: string): Promise<readonly string[]> {
  const rows: readonly { readonly id: string }[] = await ctx.tx.query(
    `WITH me AS (
       SELECT id, coalesce(claimant_group_id, claimant_person_id) AS claimant_id, claimant_group_id IS NOT NULL AS is_group,
         claimant_person_id, filer_person_id, payee_person_id
       FROM claim WHERE id = ?),
     shown AS MATERIALIZED (
       SELECT r.id, r.hash, r.kind, r.printed_on, r.printed_pence, r.printed_number
       FROM me CROSS JOIN claim_receipt r WHERE r.claim_id = me.id
       UNION
       SELECT r.id, r.hash, r.kind, r.printed_on, r.printed_pence, r.printed_number
       FROM me CROSS JOIN claim_line l CROSS JOIN claim_line_receipt lr CROSS JOIN claim_receipt r
       WHERE l.claim_id = me.id AND lr.line_id = l.id AND r.id = lr.receipt_id),
     same AS MATERIALIZED (
       SELECT o.id, o.claim_id FROM shown CROSS JOIN claim_receipt o
       WHERE o.hash = shown.hash AND o.id <> shown.id AND shown.kind = 'receipt' AND o.kind = 'receipt'
       UNION
       SELECT o.id, o.claim_id FROM shown CROSS JOIN claim_receipt o
       WHERE o.printed_on = shown.printed_on AND o.printed_pence = shown.printed_pence
         AND o.printed_number = shown.printed_number AND o.id <> shown.id
         AND shown.kind = 'receipt' AND o.kind = 'receipt'),
     near AS MATERIALIZED (
       SELECT same.claim_id AS id FROM same WHERE same.claim_id IS NOT NULL
       UNION
       SELECT l.claim_id FROM same CROSS JOIN claim_line_receipt lr CROSS JOIN claim_line l
       WHERE lr.receipt_id = same.id AND l.id = lr.line_id
       UNION
       SELECT c.id FROM me CROSS JOIN claim_line mine CROSS JOIN claim_line l CROSS JOIN claim c
       WHERE mine.claim_id = me.id AND l.journey_key = mine.journey_key AND l.journey_key <> ''
         AND c.id = l.claim_id AND ${IS_OF_SAME_PEOPLE}
       UNION
       SELECT c.id FROM me CROSS JOIN claim_line mine CROSS JOIN claim_line l CROSS JOIN claim c
       WHERE mine.claim_id = me.id AND l.activity_id = mine.activity_id AND l.kind = mine.kind
         AND c.id = l.claim_id AND ${IS_OF_SAME_PEOPLE})
     SELECT c.id FROM near CROSS JOIN claim c
     WHERE c.id = near.id AND c.id <> ? AND (${OPEN_CLAIM}) ORDER BY c.received_on DESC, c.id LIMIT ${MOST_NEIGHBOURS}`,
    [claimId, claimId],
  );
  return rows.map(({ id }) => id);
}

/** Claims in the queue of which one of these is paid. */
export async function listOpenPaidTo(
  ctx: Ctx,
  payees: readonly Party[],
): Promise<readonly string[]> {
  const rows: readonly { readonly id: string }[] = await ctx.tx.query(
    `SELECT c.id FROM json_each(?) wanted
     CROSS JOIN claim c
     WHERE (c.payee_person_id = wanted.value OR c.payee_group_id = wanted.value) AND (${OPEN_CLAIM}) ORDER BY c.received_on DESC, c.id LIMIT ${MOST_NEIGHBOURS}`,
    [JSON.stringify(payees.map(partyIdOf))],
  );
  return rows.map(({ id }) => id);
}

/** Claims in the queue that are by one of these people or groups, are brought by one or paid to one. */
export async function listOpenOf(
  ctx: Ctx,
  kind: 'person' | 'group',
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows: readonly { readonly id: string }[] = await ctx.tx.query(
    `SELECT DISTINCT c.id, c.received_on FROM json_each(?) wanted
     CROSS JOIN claim c
     WHERE (c.claimant_${kind}_id = wanted.value OR c.filer_${kind}_id = wanted.value OR c.payee_${kind}_id = wanted.value)
       AND (${OPEN_CLAIM}) ORDER BY c.received_on DESC, c.id LIMIT ${MOST_NEIGHBOURS}`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ id }) => id);
}

/** Everybody for whom an account is named that these details, or others of the same payee, name at this moment. */
export async function listSharingWith(ctx: Ctx, detailsId: string): Promise<readonly Party[]> {
  const rows: readonly Parameters<typeof toParty>[0][] = await ctx.tx.query(
    `SELECT DISTINCT p.person_id, p.group_id FROM payee_details named
     JOIN payee_details mine ON mine.payee_id = named.payee_id AND mine.account_mark <> ''
       AND mine.state IN ('staged', 'verified')
     JOIN payee_details d ON d.account_mark = mine.account_mark AND d.state IN ('staged', 'verified')
     JOIN payee p ON p.id = d.payee_id WHERE named.id = ?`,
    [detailsId],
  );
  return rows.map(toParty);
}
