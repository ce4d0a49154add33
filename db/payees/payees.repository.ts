import type { Party } from '#db/people/party.contract';
import { partyColumn, partyColumns, partyIdOf, toParty } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type {
  CameBy,
  DetailsId,
  DetailsState,
  PayeeId,
  PaymentMethod,
  SameAccount,
} from './payees.contract.ts';
import {
  type PayeeDetailsRow,
  payeeDetailsTable,
  type PayeeRow,
  payeeTable,
} from './payees.table.ts';

/** A payee as it is kept; names and details stand elsewhere. */
export type StoredPayee = {
  readonly id: PayeeId;
  readonly of: Party;
  readonly name: string;
  readonly version: number;
};

type PayeeWithName = PayeeRow & { readonly subject_name: string };

const PAYEES = `
  SELECT p.*, coalesce(g.name, n.name) AS subject_name
  FROM payee p
  LEFT JOIN tenant_group g ON g.id = p.group_id
  LEFT JOIN person n ON n.id = p.person_id`;

const toPayee = (row: PayeeWithName): StoredPayee => ({
  id: row.id as PayeeId,
  of: toParty(row),
  name: row.subject_name,
  version: row.version,
});

/** One version of the details, still sealed. */
export type StoredDetails = {
  readonly id: DetailsId;
  readonly payeeId: PayeeId;
  readonly number: number;
  readonly state: DetailsState;
  readonly method: PaymentMethod;
  readonly sealed: string;
  readonly maskedAccount: string;
  readonly maskedSortCode: string;
  readonly accountMark: string;
  readonly knownMarks: readonly string[];
  readonly cameBy: CameBy;
  readonly why: string;
  readonly enteredByUserId: string;
  readonly enteredBy: string;
  readonly enteredOn: LocalDate;
  readonly checkedBy: string;
  readonly checkedOn: LocalDate | null;
  readonly calledOn: LocalDate | null;
  readonly callSealed: string | null;
  readonly closedBy: string;
  readonly closedOn: LocalDate | null;
  readonly closedWhy: string;
  /** Day on which they came with a record that was put together with theirs. */
  readonly joinedOn: LocalDate | null;
};

type DetailsWithNames = PayeeDetailsRow & {
  readonly entered_by: string;
  readonly checked_by: string | null;
  readonly closed_by: string | null;
  readonly joined_on: string | null;
};

const DETAILS = `
  SELECT d.*, e.display_name AS entered_by, c.display_name AS checked_by, l.display_name AS closed_by,
    p.joined_on
  FROM payee_details d
  JOIN payee p ON p.id = d.payee_id
  JOIN app_user e ON e.id = d.entered_by_user_id
  LEFT JOIN app_user c ON c.id = d.checked_by_user_id
  LEFT JOIN app_user l ON l.id = d.closed_by_user_id`;

function toDetails(row: DetailsWithNames): StoredDetails {
  return {
    id: row.id as DetailsId,
    payeeId: row.payee_id as PayeeId,
    number: row.number,
    state: row.state as DetailsState,
    method: row.method as PaymentMethod,
    sealed: row.sealed,
    maskedAccount: row.masked_account,
    maskedSortCode: row.masked_sort_code,
    accountMark: row.account_mark,
    knownMarks: JSON.parse(row.known_marks) as readonly string[],
    cameBy: row.came_by as CameBy,
    why: row.why,
    enteredByUserId: row.entered_by_user_id,
    enteredBy: row.entered_by,
    enteredOn: row.entered_on as LocalDate,
    checkedBy: row.checked_by ?? '',
    checkedOn: row.checked_on as LocalDate | null,
    calledOn: row.called_on as LocalDate | null,
    callSealed: row.call_sealed,
    closedBy: row.closed_by ?? '',
    closedOn: row.closed_on as LocalDate | null,
    closedWhy: row.closed_why,
    joinedOn: row.joined_on as LocalDate | null,
  };
}

/** How a group or person is paid; not what came with records put together with theirs. */
export async function findByParty(ctx: Ctx, of: Party): Promise<StoredPayee | undefined> {
  const rows: readonly PayeeWithName[] = await ctx.tx.query(
    `${PAYEES} WHERE p.${partyColumn(of)} = ? AND p.joined_on IS NULL`,
    [partyIdOf(of)],
  );
  return rows[0] === undefined ? undefined : toPayee(rows[0]);
}

export async function findById(ctx: Ctx, id: string): Promise<StoredPayee | undefined> {
  const rows: readonly PayeeWithName[] = await ctx.tx.query(`${PAYEES} WHERE p.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toPayee(rows[0]);
}

export async function insert(ctx: Ctx, id: PayeeId, of: Party): Promise<void> {
  await ctx.tx.insert(payeeTable, {
    id,
    ...partyColumns(of),
    created_at: ctx.now(),
    version: 1,
  });
}

/** Raises the version if the payee is still at `seenVersion`; false when someone else was quicker. */
export async function raiseVersion(ctx: Ctx, id: PayeeId, seenVersion: number): Promise<boolean> {
  const result = await ctx.tx.update(
    payeeTable,
    { id, version: seenVersion },
    { version: seenVersion + 1 },
  );
  return result.affected === 1;
}

/** Every version of a payee's details, the newest first. */
export async function listDetails(ctx: Ctx, id: PayeeId): Promise<readonly StoredDetails[]> {
  const rows: readonly DetailsWithNames[] = await ctx.tx.query(
    `${DETAILS} WHERE d.payee_id = ? ORDER BY d.number DESC`,
    [id],
  );
  return rows.map(toDetails);
}

/** Every version that came with records put together with a group's or person's, the last joined first. */
export async function listJoinedDetails(ctx: Ctx, of: Party): Promise<readonly StoredDetails[]> {
  const rows: readonly DetailsWithNames[] = await ctx.tx.query(
    `${DETAILS} WHERE p.${partyColumn(of)} = ? AND p.joined_on IS NOT NULL
     ORDER BY p.joined_on DESC, p.id, d.number DESC`,
    [partyIdOf(of)],
  );
  return rows.map(toDetails);
}

export async function findDetails(ctx: Ctx, id: string): Promise<StoredDetails | undefined> {
  const rows: readonly DetailsWithNames[] = await ctx.tx.query(`${DETAILS} WHERE d.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toDetails(rows[0]);
}

/** What a new version is made of. */
export type NewRow = Pick<
  StoredDetails,
  | 'id'
  | 'payeeId'
  | 'number'
  | 'method'
  | 'sealed'
  | 'maskedAccount'
  | 'maskedSortCode'
  | 'accountMark'
  | 'knownMarks'
  | 'cameBy'
  | 'why'
  | 'enteredByUserId'
  | 'enteredOn'
>;

export async function insertDetails(ctx: Ctx, row: NewRow): Promise<void> {
  await ctx.tx.insert(payeeDetailsTable, {
    id: row.id,
    payee_id: row.payeeId,
    number: row.number,
    state: 'staged',
    method: row.method,
    sealed: row.sealed,
    masked_account: row.maskedAccount,
    masked_sort_code: row.maskedSortCode,
    account_mark: row.accountMark,
    known_marks: JSON.stringify(row.knownMarks),
    came_by: row.cameBy,
    why: row.why,
    entered_by_user_id: row.enteredByUserId,
    entered_at: ctx.now(),
    entered_on: row.enteredOn,
    closed_why: '',
  });
}

/** Takes staged details into force. */
export async function setVerified(
  ctx: Ctx,
  id: DetailsId,
  check: {
    readonly byUserId: string;
    readonly at: Instant;
    readonly on: LocalDate;
    readonly calledOn: LocalDate;
    readonly callSealed: string;
  },
): Promise<void> {
  await ctx.tx.update(
    payeeDetailsTable,
    { id },
    {
      state: 'verified',
      checked_by_user_id: check.byUserId,
      checked_at: check.at,
      checked_on: check.on,
      called_on: check.calledOn,
      call_sealed: check.callSealed,
    },
  );
}

/** Ends a version: others took its place, or it was turned down. */
export async function setClosed(
  ctx: Ctx,
  id: DetailsId,
  closing: {
    readonly state: 'replaced' | 'rejected';
    readonly byUserId: string;
    readonly on: LocalDate;
    readonly why: string;
  },
): Promise<void> {
  await ctx.tx.update(
    payeeDetailsTable,
    { id },
    {
      state: closing.state,
      closed_by_user_id: closing.byUserId,
      closed_on: closing.on,
      closed_why: closing.why,
    },
  );
}

/** Other payees with details in force or staged that bear one of these marks. */
export async function listByMarks(
  ctx: Ctx,
  marks: readonly string[],
  except: PayeeId,
): Promise<readonly SameAccount[]> {
  const rows: readonly (PayeeWithName & { readonly state: string })[] = await ctx.tx.query(
    `SELECT p.*, coalesce(g.name, n.name) AS subject_name, d.state AS state
     FROM payee_details d
     JOIN payee p ON p.id = d.payee_id
     LEFT JOIN tenant_group g ON g.id = p.group_id
     LEFT JOIN person n ON n.id = p.person_id
     WHERE d.account_mark IN (SELECT value FROM json_each(?)) AND d.account_mark <> ''
       AND d.state IN ('staged', 'verified') AND d.payee_id <> ?
     ORDER BY subject_name, p.id, d.number`,
    [JSON.stringify(marks), except],
  );
  return rows.map((row) => ({
    payeeId: row.id as PayeeId,
    of: toParty(row),
    name: row.subject_name,
    state: row.state as DetailsState,
  }));
}
