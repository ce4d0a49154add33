import type { GroupId } from '#db/groups/groups.contract';
import type { PaymentMethod } from '#db/payees/payees.contract';
import type { Party } from '#db/people/party.contract';
import { partyIdOf, toParty } from '#db/people/party.rules';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type { Pence } from '#db/shared/money';
import type { BatchId, Claim, Claimant, ClaimId, ClaimState } from './claims.contract.ts';
import { type ClaimRow, claimTable } from './claims.table.ts';

type RowWithNames = ClaimRow & {
  readonly claimant_name: string;
  readonly payee_name: string;
  readonly batch_reference: string | null;
  readonly lines: number;
};

/** A claim as its own row holds it, with the names that stand beside it; nothing is masked. */
export type StoredClaim = Omit<
  Claim,
  'lines' | 'receipts' | 'signatures' | 'warnings' | 'decisions' | 'payments' | 'promisedBy'
> & {
  readonly startedByUserId: string | null;
  readonly filedByUserId: string | null;
  readonly filedAt: Instant | null;
  readonly signKey: string | null;
  /** What was signed last, as canonical JSON; empty before anybody has. */
  readonly signedJson: string;
  readonly openWarnings: number;
  /** Without the lines that were withdrawn. */
  readonly lineCount: number;
};

const toStored = (row: RowWithNames): StoredClaim => ({
  id: row.id as ClaimId,
  reference: row.reference,
  state: row.state as ClaimState,
  claimant: toClaimant(row),
  claimantKind: row.claimant_kind as Claimant['kind'],
  claimantName: row.claimant_name,
  filerPersonId: row.filer_person_id as PersonId | null,
  filerGroupId: row.filer_group_id as GroupId | null,
  filerWords: row.filer_words,
  payee: toParty({ person_id: row.payee_person_id, group_id: row.payee_group_id }),
  payeeName: row.payee_name,
  method: row.method as PaymentMethod,
  batch:
    row.batch_id === null
      ? null
      : { id: row.batch_id as BatchId, reference: row.batch_reference ?? '' },
  receivedOn: row.received_on as LocalDate,
  filedOn: row.filed_on as LocalDate | null,
  notes: row.notes,
  accessNeedMet: row.access_need_met,
  claimedPence: row.claimed_pence as Pence | null,
  payablePence: row.payable_pence as Pence | null,
  decidedPence: row.decided_pence as Pence | null,
  paidPence: row.paid_pence as Pence,
  isChangedSinceSigned: row.is_changed_since_signed === 1,
  withdrawnWhy: row.withdrawn_why,
  version: row.version,
  startedByUserId: row.started_by_user_id,
  filedByUserId: row.filed_by_user_id,
  filedAt: row.filed_at as Instant | null,
  signKey: row.sign_key,
  signedJson: row.signed_json,
  signedHash: row.signed_hash,
  openWarnings: row.open_warnings,
  lineCount: row.lines,
});

function toClaimant(row: ClaimRow): Claimant {
  if (row.claimant_group_id !== null)
    return { kind: 'group', groupId: row.claimant_group_id as GroupId };
  const kind = row.claimant_kind === 'staff' ? 'staff' : 'person';
  return { kind, personId: row.claimant_person_id as PersonId };
}

/** The columns that name who claims, who brings it and who is paid. */
export const handColumns = (
  words: Pick<Claim, 'claimant' | 'filerPersonId' | 'filerGroupId' | 'payee'>,
) => ({
  claimant_kind: words.claimant.kind,
  claimant_person_id: words.claimant.kind === 'group' ? null : words.claimant.personId,
  claimant_group_id: words.claimant.kind === 'group' ? words.claimant.groupId : null,
  filer_person_id: words.filerPersonId,
  filer_group_id: words.filerGroupId,
  payee_person_id: words.payee.kind === 'person' ? words.payee.personId : null,
  payee_group_id: words.payee.kind === 'group' ? words.payee.groupId : null,
});

const WITH_NAMES = `
  SELECT c.*, coalesce(cg.name, cp.name) AS claimant_name, coalesce(pg.name, pp.name) AS payee_name,
    b.reference AS batch_reference,
    (SELECT count(*) FROM claim_line l WHERE l.claim_id = c.id AND l.state <> 'withdrawn') AS lines
  FROM claim c
  LEFT JOIN tenant_group cg ON cg.id = c.claimant_group_id
  LEFT JOIN person cp ON cp.id = c.claimant_person_id
  LEFT JOIN tenant_group pg ON pg.id = c.payee_group_id
  LEFT JOIN person pp ON pp.id = c.payee_person_id
  LEFT JOIN claim_batch b ON b.id = c.batch_id`;

export async function insert(ctx: Ctx, row: ClaimRow): Promise<void> {
  await ctx.tx.insert(claimTable, row);
}

/** Writes what changed if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  id: string,
  seenVersion: number,
  change: Partial<Omit<ClaimRow, 'id' | 'version'>>,
): Promise<boolean> {
  const result = await ctx.tx.update(
    claimTable,
    { id, version: seenVersion },
    { ...change, version: seenVersion + 1 },
  );
  return result.affected === 1;
}

/** Writes sums that follow from what is kept already; nobody at a screen has anything to look at again for it. */
export async function updateSums(
  ctx: Ctx,
  id: string,
  sums: Pick<ClaimRow, 'claimed_pence' | 'payable_pence' | 'open_warnings'>,
): Promise<void> {
  await ctx.tx.update(claimTable, { id }, sums);
}

/** Writes how many warnings are open, where another claim or the records changed it and not this claim itself. */
export async function setOpenWarnings(ctx: Ctx, id: string, open: number): Promise<void> {
  await ctx.tx.update(claimTable, { id }, { open_warnings: open });
}

async function listWhere(
  ctx: Ctx,
  rest: string,
  values: readonly unknown[] = [],
): Promise<readonly StoredClaim[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} ${rest}`, [...values]);
  return rows.map(toStored);
}

export const findById = async (ctx: Ctx, id: string): Promise<StoredClaim | undefined> =>
  (await listWhere(ctx, 'WHERE c.id = ?', [id]))[0];

export const findByReference = async (
  ctx: Ctx,
  reference: string,
): Promise<StoredClaim | undefined> =>
  (await listWhere(ctx, 'WHERE c.reference = ?', [reference]))[0];

/** The claim that was signed under a key; undefined while nothing was. */
export const findBySignKey = async (ctx: Ctx, key: string): Promise<StoredClaim | undefined> =>
  (await listWhere(ctx, 'WHERE c.sign_key = ?', [key]))[0];

/** The sheet of a reference; undefined when there is none. */
export async function findBatchId(ctx: Ctx, reference: string): Promise<BatchId | undefined> {
  const rows: readonly { id: BatchId }[] = await ctx.tx.query(
    'SELECT id FROM claim_batch WHERE reference = ?',
    [reference],
  );
  return rows[0]?.id;
}

const LATEST_FIRST = 'ORDER BY c.received_on DESC, c.started_at DESC, c.id DESC';

/** Claims that are being filled in, wait for a signed paper, or are changed after a question; the latest first. */
export const listParked = (ctx: Ctx): Promise<readonly StoredClaim[]> =>
  listWhere(
    ctx,
    `WHERE c.state IN ('draft', 'to-sign') OR (c.state = 'asked'
       AND EXISTS (SELECT 1 FROM claim_line l WHERE l.claim_id = c.id AND l.state = 'open'))
     ${LATEST_FIRST}`,
  );

/** Claims of a person or group, as claimant or as who brought them, the latest first. */
export function listOfParty(ctx: Ctx, of: Party, limit: number): Promise<readonly StoredClaim[]> {
  const id = partyIdOf(of);
  return listWhere(
    ctx,
    `WHERE c.claimant_${of.kind}_id = ? OR c.filer_${of.kind}_id = ? ${LATEST_FIRST} LIMIT ?`,
    [id, id, limit],
  );
}

/** Every claim that names a person or group as claimant, as who brought it or as who is paid. */
export function listNaming(ctx: Ctx, of: Party): Promise<readonly StoredClaim[]> {
  const id = partyIdOf(of);
  return listWhere(
    ctx,
    `WHERE c.claimant_${of.kind}_id = ? OR c.filer_${of.kind}_id = ? OR c.payee_${of.kind}_id = ?`,
    [id, id, id],
  );
}

/** Claims of a sheet, in the order in which they were put on it. */
export const listOfBatch = (ctx: Ctx, batchId: string): Promise<readonly StoredClaim[]> =>
  listWhere(ctx, 'WHERE c.batch_id = ? ORDER BY c.started_at, c.reference', [batchId]);

/** The last claim of a claimant that was handed in, as what to begin the next one from. */
export const findLastFiled = async (ctx: Ctx, of: Party): Promise<StoredClaim | undefined> =>
  (
    await listWhere(
      ctx,
      `WHERE c.claimant_${of.kind}_id = ? AND c.filed_at IS NOT NULL AND c.state <> 'withdrawn'
       ${LATEST_FIRST} LIMIT 1`,
      [partyIdOf(of)],
    )
  )[0];

/** How many claims wait for each step, and since when the eldest of them. */
export async function countWaiting(
  ctx: Ctx,
): Promise<readonly { readonly state: string; readonly n: number; readonly since: LocalDate }[]> {
  return ctx.tx.query(
    `SELECT state, count(*) AS n, min(received_on) AS since FROM claim
     WHERE state IN ('filed', 'verified', 'second') GROUP BY state`,
  );
}

/** Claims of these ids, in the order of the ids. */
export async function listByIds(ctx: Ctx, ids: readonly string[]): Promise<readonly StoredClaim[]> {
  const found = await listWhere(ctx, 'WHERE c.id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
  const known = new Map(found.map((one): [string, StoredClaim] => [one.id, one]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
