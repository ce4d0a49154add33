import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';

/** Which person on record an account was said to be. */
export type AccountPerson = {
  /** False while no manager has said anything of the account. */
  readonly isSaid: boolean;
  /** Null where the account was said to be nobody on record. */
  readonly personId: PersonId | null;
};

export async function findPersonOfAccount(ctx: Ctx, userId: string): Promise<AccountPerson> {
  const rows: readonly { readonly person_id: string | null }[] = await ctx.tx.query(
    'SELECT person_id FROM account_person WHERE user_id = ?',
    [userId],
  );
  const [row] = rows;
  return { isSaid: row !== undefined, personId: (row?.person_id ?? null) as PersonId | null };
}

/** Everything by which an account is known in a claim: it and other accounts of its person, and whom that bars. */
export type AccountHands = {
  readonly userIds: readonly string[];
  /** The person behind it, and people with the same bank account. */
  readonly personIds: readonly string[];
  /** Groups with the same bank account. */
  readonly groupIds: readonly string[];
};

/** What `checkHands` asks of one claim, for all claims at once. */
export async function readAccountHands(ctx: Ctx, userId: string): Promise<AccountHands> {
  const accounts: readonly { readonly user_id: string }[] = await ctx.tx.query(
    `SELECT b.user_id FROM account_person a JOIN account_person b ON b.person_id = a.person_id WHERE a.user_id = ?`,
    [userId],
  );
  const { personId } = await findPersonOfAccount(ctx, userId);
  const alike: readonly { readonly person_id: string | null; readonly group_id: string | null }[] =
    personId === null
      ? []
      : await ctx.tx.query(
          `SELECT DISTINCT their.person_id, their.group_id FROM payee mine
           JOIN payee_details md ON md.payee_id = mine.id AND md.account_mark <> '' AND md.state IN ('staged', 'verified')
           JOIN payee_details td ON td.account_mark = md.account_mark AND td.state IN ('staged', 'verified')
           JOIN payee their ON their.id = td.payee_id
           WHERE mine.person_id = ?`,
          [personId],
        );
  const people = alike.map(({ person_id }) => person_id);
  return {
    userIds: [...new Set([userId, ...accounts.map(({ user_id }) => user_id)])],
    personIds: [...new Set([personId, ...people].filter((id) => id !== null))],
    groupIds: alike.map(({ group_id }) => group_id).filter((id) => id !== null),
  };
}

/**
 * Whether the person behind an account shares a bank account, by its keyed mark, with somebody or some group that has
 * a hand in a claim. It says the same as the file's own guard.
 */
export async function sharesBankAccount(
  ctx: Ctx,
  userId: string,
  claimId: string,
): Promise<boolean> {
  const rows: readonly { readonly found: number }[] = await ctx.tx.query(
    `SELECT EXISTS (
       SELECT 1 FROM account_person a
       JOIN payee mine ON mine.person_id = a.person_id
       JOIN payee_details md ON md.payee_id = mine.id AND md.account_mark <> '' AND md.state IN ('staged', 'verified')
       JOIN payee_details td ON td.account_mark = md.account_mark AND td.state IN ('staged', 'verified')
       JOIN payee their ON their.id = td.payee_id
       JOIN claim c ON c.id = ?
       WHERE a.user_id = ?
         AND (their.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
           OR their.group_id IN (c.claimant_group_id, c.payee_group_id))) AS found`,
    [claimId, userId],
  );
  return rows[0]?.found === 1;
}

/** Which of these steps of a claim an account took, or another account of the same person. */
export async function listStepsTakenBy(
  ctx: Ctx,
  userId: string,
  claimId: string,
): Promise<ReadonlySet<string>> {
  const rows: readonly { readonly step: string }[] = await ctx.tx.query(
    `SELECT DISTINCT d.step FROM claim_decision d
     LEFT JOIN account_person was ON was.user_id = d.user_id
     LEFT JOIN account_person now ON now.user_id = ?
     WHERE d.claim_id = ? AND (d.user_id = ? OR was.person_id = now.person_id)`,
    [userId, claimId, userId],
  );
  return new Set(rows.map(({ step }) => step));
}

/** Whether two accounts are one, or belong to one person. */
export async function isSameHand(ctx: Ctx, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const rows: readonly unknown[] = await ctx.tx.query(
    `SELECT 1 FROM account_person a JOIN account_person b ON b.person_id = a.person_id
     WHERE a.user_id = ? AND b.user_id = ?`,
    [one, other],
  );
  return rows.length > 0;
}

/** How one person with a hand in a claim lives beside another, as far as the records say. */
export type Neighbour = {
  readonly personId: PersonId;
  readonly foldedName: string;
  readonly address: string;
  readonly postcode: string;
};

/** Names and addresses of these people, for comparing and not for showing. */
export async function listAddresses(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<readonly Neighbour[]> {
  const rows: readonly {
    readonly id: string;
    readonly folded_name: string;
    readonly address: string | null;
    readonly postcode: string | null;
  }[] = await ctx.tx.query(
    `SELECT p.id, p.folded_name, r.address, r.postcode
     FROM person p LEFT JOIN person_record r ON r.person_id = p.id
     WHERE p.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return rows.map((row) => ({
    personId: row.id as PersonId,
    foldedName: row.folded_name,
    address: row.address ?? '',
    postcode: row.postcode ?? '',
  }));
}

/** Claims in which people have different parts: one as claimant, filer or payee, the other as who decided or paid. */
export async function listDecidedAcross(
  ctx: Ctx,
  claimPersonId: string,
  deciderPersonId: string,
): Promise<readonly string[]> {
  const rows: readonly { readonly reference: string }[] = await ctx.tx.query(
    `SELECT DISTINCT c.reference FROM claim c
     WHERE ? IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
       AND (EXISTS (SELECT 1 FROM claim_decision d JOIN account_person a ON a.user_id = d.user_id
                    WHERE d.claim_id = c.id AND a.person_id = ?)
         OR EXISTS (SELECT 1 FROM claim_payment p JOIN account_person a ON a.user_id = p.user_id
                    WHERE p.claim_id = c.id AND a.person_id = ?))
     ORDER BY c.reference`,
    [claimPersonId, deciderPersonId, deciderPersonId],
  );
  return rows.map(({ reference }) => reference);
}

/** Claims in which a person has a hand, and on which an account took a step, whoever it was said to be then. */
export async function listTakenByAccount(
  ctx: Ctx,
  { userId, personId }: { readonly userId: string; readonly personId: string },
): Promise<readonly string[]> {
  const rows: readonly { readonly reference: string }[] = await ctx.tx.query(
    `SELECT c.reference FROM claim c
     WHERE ? IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
       AND (EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = c.id AND d.user_id = ?)
         OR EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = c.id AND p.user_id = ?))
     ORDER BY c.reference`,
    [personId, userId, userId],
  );
  return rows.map(({ reference }) => reference);
}

/** Claims of which two accounts took different steps, one account of each person. */
export async function listStepsAcross(
  ctx: Ctx,
  onePersonId: string,
  otherPersonId: string,
): Promise<readonly string[]> {
  const rows: readonly { readonly reference: string }[] = await ctx.tx.query(
    `WITH taken AS (
       SELECT d.claim_id, a.person_id, CASE WHEN d.step = 'top-up' THEN 'approve' ELSE d.step END AS part
       FROM claim_decision d JOIN account_person a ON a.user_id = d.user_id
       UNION SELECT p.claim_id, a.person_id, 'pay' FROM claim_payment p
       JOIN account_person a ON a.user_id = p.user_id)
     SELECT DISTINCT c.reference FROM taken one
     JOIN taken other ON other.claim_id = one.claim_id AND other.part <> one.part
     JOIN claim c ON c.id = one.claim_id
     WHERE one.person_id = ? AND other.person_id = ? ORDER BY c.reference`,
    [onePersonId, otherPersonId],
  );
  return rows.map(({ reference }) => reference);
}
