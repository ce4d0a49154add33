import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Party } from '#db/people/party.contract';
import { mustExist } from '#db/shared/domain-error';
import type { Ctx } from '#db/shared/ctx';
import type { Claimant } from './claims.contract.ts';
import type { ClaimLineRow, ClaimRow } from './claims.table.ts';
import type { LentClaim, NamedParts } from './handing-over/handing-over.rules.ts';

type RowWithName = ClaimRow & { readonly claimant_name: string };

/**
 * A claim that is being filled in, a draft or one that was opened again after a question, as far as a lent screen must
 * keep to it; undefined at any other step.
 */
export async function findClaimToLend(ctx: Ctx, claimId: string): Promise<LentClaim | undefined> {
  const [row]: readonly RowWithName[] = await ctx.tx.query(
    `SELECT c.*, coalesce(p.name, g.name) AS claimant_name FROM claim c
     LEFT JOIN person p ON p.id = c.claimant_person_id
     LEFT JOIN tenant_group g ON g.id = c.claimant_group_id
     WHERE c.id = ? AND (c.state = 'draft' OR (c.state = 'asked' AND EXISTS
       (SELECT 1 FROM claim_line l WHERE l.claim_id = c.id AND l.state = 'open')))`,
    [claimId],
  );
  if (row === undefined) return undefined;
  const lines: readonly Pick<ClaimLineRow, 'id' | 'override_pence' | 'override_why'>[] =
    await ctx.tx.query(
      'SELECT id, override_pence, override_why FROM claim_line WHERE claim_id = ?',
      [claimId],
    );
  return {
    claimId: row.id,
    reference: row.reference,
    claimantName: row.claimant_name,
    claimant: toClaimant(row),
    filerPersonId: row.filer_person_id,
    filerGroupId: row.filer_group_id,
    payee: toParty(row.payee_person_id, row.payee_group_id),
    batchId: row.batch_id,
    receivedOn: row.received_on,
    overrides: new Map(
      lines.map((line) => [line.id, { pence: line.override_pence, why: line.override_why }]),
    ),
  };
}

const toParty = (personId: string | null, groupId: string | null): Party =>
  groupId === null
    ? { kind: 'person', personId: mustExist(personId, 'the table asks for one of two') as PersonId }
    : { kind: 'group', groupId: groupId as GroupId };

function toClaimant(row: ClaimRow): Claimant {
  const party = toParty(row.claimant_person_id, row.claimant_group_id);
  return party.kind === 'person' && row.claimant_kind === 'staff'
    ? { kind: 'staff', personId: party.personId }
    : party;
}

/**
 * How many of these belong to others than this claim; unknown ones belong to nobody yet. A receipt of a sheet is read
 * where it is laid to a line of this claim, and changed nowhere: it may be another member's as well.
 */
export async function countPartsOfOthers(
  ctx: Ctx,
  claimId: string,
  { lineIds = [], readsReceiptIds = [], changesReceiptIds = [] }: NamedParts,
): Promise<number> {
  const [found]: readonly { readonly others: number }[] = await ctx.tx.query(
    `WITH lent(id) AS (SELECT ?)
     SELECT (SELECT count(*) FROM claim_line, lent WHERE claim_id <> lent.id
         AND claim_line.id IN (SELECT value FROM json_each(?)))
       + (SELECT count(*) FROM claim_receipt r, lent WHERE r.claim_id IS NOT lent.id
         AND r.id IN (SELECT value FROM json_each(?)))
       + (SELECT count(*) FROM claim_receipt r, lent WHERE r.claim_id IS NOT lent.id
         AND r.id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM claim_line_receipt x JOIN claim_line l ON l.id = x.line_id
           WHERE x.receipt_id = r.id AND l.claim_id = lent.id)) AS others`,
    [
      claimId,
      JSON.stringify(lineIds),
      JSON.stringify(changesReceiptIds),
      JSON.stringify(readsReceiptIds),
    ],
  );
  return found?.others ?? 0;
}
