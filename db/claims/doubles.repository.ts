import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import { financialYearOf, type LocalDate } from '#db/shared/local-date';
import type { OtherClaim, SameLine, SameReceipt } from './checks/double-findings.rules.ts';
import type { SpentBefore } from './checks/standing-findings.rules.ts';
import type { ClaimId, ClaimLineId, Claimant } from './claims.contract.ts';

type OtherRow = {
  readonly claim_id: string;
  readonly reference: string;
  readonly claimant_name: string;
  readonly claimant_id: string;
  readonly is_group: number;
  readonly hands_json: string;
  readonly is_signed: number;
};

/**
 * Whether a line `l` of a claim `c` is signed for: from the first signature on, and no more while it is open to be
 * changed. What was printed to be signed and never came back is signed by nobody.
 */
const IS_SIGNED_LINE = `(l.state IN ('approved', 'other', 'asked', 'rejected') OR (l.state = 'waiting'
  AND (c.state <> 'to-sign' OR EXISTS (
    SELECT 1 FROM claim_signature s WHERE s.claim_id = c.id AND s.is_superseded = 0 AND s.role <> 'cash'))))`;

/** The same of a receipt `o`; one that is laid to no line counts from the claim's being handed in. */
const IS_SIGNED_RECEIPT = `(EXISTS (
    SELECT 1 FROM claim_line_receipt lr JOIN claim_line l ON l.id = lr.line_id
    WHERE lr.receipt_id = o.id AND l.claim_id = c.id AND ${IS_SIGNED_LINE})
  OR (c.state NOT IN ('draft', 'to-sign')
    AND NOT EXISTS (SELECT 1 FROM claim_line_receipt lr WHERE lr.receipt_id = o.id)))`;

/** What of another claim is told and compared; `c` is the claim. */
const OTHER = `
  c.id AS claim_id, c.reference,
  coalesce((SELECT g.name FROM tenant_group g WHERE g.id = c.claimant_group_id),
           (SELECT p.name FROM person p WHERE p.id = c.claimant_person_id)) AS claimant_name,
  coalesce(c.claimant_group_id, c.claimant_person_id) AS claimant_id,
  c.claimant_group_id IS NOT NULL AS is_group,
  json_array(c.claimant_person_id, c.filer_person_id, c.payee_person_id) AS hands_json`;

const toOther = (row: OtherRow): OtherClaim => ({
  claimId: row.claim_id as ClaimId,
  reference: row.reference,
  claimantName: row.claimant_name,
  claimantId: row.claimant_id,
  isGroup: row.is_group === 1,
  hands: (JSON.parse(row.hands_json) as (PersonId | null)[]).filter((id) => id !== null),
  isSigned: row.is_signed === 1,
});

/** More doubles than this are not looked for; whoever sees so many looks at the claims themselves. */
const MOST_ROWS = 60;

type ReceiptRow = OtherRow & {
  readonly receipt_id: string;
  readonly other_receipt_id: string;
  readonly is_same_file: number;
  readonly printed_number: string;
};

/** Receipts elsewhere that are the same file, or bear the same day, amount and number, as these. */
export async function listSameReceipts(
  ctx: Ctx,
  receiptIds: readonly string[],
): Promise<readonly SameReceipt[]> {
  if (receiptIds.length === 0) return [];
  const rows: readonly ReceiptRow[] = await ctx.tx.query(
    `WITH mine AS (
       SELECT r.* FROM json_each(?) wanted JOIN claim_receipt r ON r.id = wanted.value
       WHERE r.kind = 'receipt' AND r.removed_at IS NULL),
     same AS (
       SELECT mine.id AS receipt_id, o.id AS other_id, 1 AS is_same_file
       FROM mine JOIN claim_receipt o ON o.hash = mine.hash AND o.id <> mine.id
       WHERE o.kind = 'receipt' AND o.removed_at IS NULL
       UNION ALL
       SELECT mine.id, o.id, 0
       FROM mine JOIN claim_receipt o ON o.printed_on = mine.printed_on
         AND o.printed_pence = mine.printed_pence AND o.id <> mine.id
         AND o.printed_number = mine.printed_number AND o.hash <> mine.hash
       WHERE o.kind = 'receipt' AND o.removed_at IS NULL)
     SELECT ${OTHER}, same.receipt_id, same.other_id AS other_receipt_id, same.is_same_file,
            o.printed_number, ${IS_SIGNED_RECEIPT} AS is_signed
     FROM same JOIN claim_receipt o ON o.id = same.other_id
     JOIN claim c ON c.id = coalesce(o.claim_id, (
       SELECT l.claim_id FROM claim_line_receipt lr JOIN claim_line l ON l.id = lr.line_id
       WHERE lr.receipt_id = o.id LIMIT 1))
     WHERE c.state <> 'withdrawn'
     ORDER BY is_signed DESC, same.is_same_file DESC, c.received_on DESC, o.id LIMIT ${MOST_ROWS}`,
    [JSON.stringify(receiptIds)],
  );
  return rows.map((row) => ({
    ...toOther(row),
    receiptId: row.receipt_id,
    otherReceiptId: row.other_receipt_id,
    isSameFile: row.is_same_file === 1,
    printedNumber: row.printed_number,
  }));
}

type LineRow = OtherRow & { readonly line_id: string; readonly other_line_id: string };

const toSameLine = (row: LineRow): SameLine => ({
  ...toOther(row),
  lineId: row.line_id as ClaimLineId,
  otherLineId: row.other_line_id,
});

/** Lines of other claims for the same journey; what was refused or withdrawn may be claimed again. */
export async function listSameJourneys(
  ctx: Ctx,
  claimId: ClaimId,
  journeys: readonly { readonly lineId: ClaimLineId; readonly key: string }[],
): Promise<readonly SameLine[]> {
  const wanted = journeys.filter(({ key }) => key !== '');
  if (wanted.length === 0) return [];
  const rows: readonly LineRow[] = await ctx.tx.query(
    `SELECT ${OTHER}, wanted.value ->> 'lineId' AS line_id, l.id AS other_line_id, ${IS_SIGNED_LINE} AS is_signed
     FROM json_each(?) wanted
     JOIN claim_line l ON l.journey_key = wanted.value ->> 'key' AND l.journey_key <> ''
     JOIN claim c ON c.id = l.claim_id
     WHERE c.id <> ? AND c.state <> 'withdrawn' AND l.state NOT IN ('rejected', 'withdrawn')
     ORDER BY is_signed DESC, c.received_on DESC, l.id LIMIT ${MOST_ROWS}`,
    [JSON.stringify(wanted), claimId],
  );
  return rows.map(toSameLine);
}

/** Lines of other claims for the same activity and kind, of this claimant or with a hand in both. */
export async function listSameActivityKinds(
  ctx: Ctx,
  claim: {
    readonly id: ClaimId;
    readonly claimant: Claimant;
    readonly hands: readonly PersonId[];
    readonly lines: readonly {
      readonly id: ClaimLineId;
      readonly activityId: string | null;
      readonly kind: string;
    }[];
  },
): Promise<readonly SameLine[]> {
  const wanted = claim.lines.filter(({ activityId }) => activityId !== null);
  if (wanted.length === 0) return [];
  const { claimant } = claim;
  const claimantId = claimant.kind === 'group' ? claimant.groupId : claimant.personId;
  const rows: readonly LineRow[] = await ctx.tx.query(
    `SELECT ${OTHER}, wanted.value ->> 'id' AS line_id, l.id AS other_line_id, ${IS_SIGNED_LINE} AS is_signed
     FROM json_each(?) wanted
     JOIN claim_line l ON l.activity_id = wanted.value ->> 'activityId' AND l.kind = wanted.value ->> 'kind'
     JOIN claim c ON c.id = l.claim_id
     WHERE c.id <> ? AND c.state <> 'withdrawn' AND l.state NOT IN ('rejected', 'withdrawn')
       AND (coalesce(c.claimant_group_id, c.claimant_person_id) = ?
         OR c.claimant_person_id IN (SELECT value FROM json_each(?))
         OR c.filer_person_id IN (SELECT value FROM json_each(?))
         OR c.payee_person_id IN (SELECT value FROM json_each(?)))
     ORDER BY is_signed DESC, c.received_on DESC, l.id LIMIT ${MOST_ROWS}`,
    [
      JSON.stringify(wanted.map(({ id, activityId, kind }) => ({ id, activityId, kind }))),
      claim.id,
      claimantId,
      ...Array.from({ length: 3 }, () => JSON.stringify(claim.hands)),
    ],
  );
  return rows.map(toSameLine);
}

/** What the other claims of a claimant come to by month and financial year of their lines' days. */
export async function readSpentBefore(
  ctx: Ctx,
  claim: { readonly id: ClaimId; readonly claimant: Claimant },
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<SpentBefore> {
  const { claimant } = claim;
  const [column, id] =
    claimant.kind === 'group'
      ? ['claimant_group_id', claimant.groupId]
      : ['claimant_person_id', claimant.personId];
  const rows: readonly { readonly month: string; readonly pence: number }[] = await ctx.tx.query(
    `SELECT substr(l.on_day, 1, 7) AS month, sum(coalesce(l.decided_pence, l.payable_pence, 0)) AS pence
     FROM claim c JOIN claim_line l ON l.claim_id = c.id
     WHERE c.${column} = ? AND c.id <> ? AND c.state <> 'withdrawn'
       AND l.state IN ('waiting', 'approved', 'other', 'asked') AND l.on_day BETWEEN ? AND ?
     GROUP BY month`,
    [id, claim.id, days.from, days.until],
  );
  const months = new Map(rows.map(({ month, pence }): [string, number] => [month, pence]));
  const years = new Map<string, number>();
  for (const [month, spent] of months) {
    const year = financialYearOf(`${month}-01` as LocalDate);
    years.set(year, (years.get(year) ?? 0) + spent);
  }
  return { months, years };
}
