import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { ConsentHow, ConsentId, ConsentPurpose, PersonConsent } from './consents.contract.ts';
import { type PersonConsentRow, personConsentTable } from './consents.table.ts';
import type { PersonId } from './people.contract.ts';

const toConsent = (row: PersonConsentRow): PersonConsent => ({
  id: row.id as ConsentId,
  personId: row.person_id as PersonId,
  purpose: row.purpose as ConsentPurpose,
  what: row.what,
  withWhom: row.with_whom,
  givenOn: row.given_on as LocalDate,
  until: row.until_date as LocalDate | null,
  how: row.how as ConsentHow,
  withdrawnOn: row.withdrawn_on as LocalDate | null,
});

/** What these people agreed to, the latest first. */
export async function listOfPeople(
  ctx: Ctx,
  personIds: readonly PersonId[],
): Promise<readonly PersonConsent[]> {
  const rows: readonly PersonConsentRow[] = await ctx.tx.query(
    `SELECT * FROM person_consent WHERE person_id IN (SELECT value FROM json_each(?))
     ORDER BY given_on DESC, recorded_at DESC, id`,
    [JSON.stringify(personIds)],
  );
  return rows.map(toConsent);
}

/** When anybody agreed to one thing, and how long; also what was withdrawn. */
export async function listTermsOf(
  ctx: Ctx,
  purpose: ConsentPurpose,
): Promise<readonly Pick<PersonConsent, 'personId' | 'givenOn' | 'until' | 'withdrawnOn'>[]> {
  return ctx.tx.query(
    `SELECT person_id AS personId, given_on AS givenOn, until_date AS until, withdrawn_on AS withdrawnOn
     FROM person_consent WHERE purpose = ?`,
    [purpose],
  );
}

export async function findById(ctx: Ctx, id: string): Promise<PersonConsent | undefined> {
  const rows: readonly PersonConsentRow[] = await ctx.tx.query(
    'SELECT * FROM person_consent WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toConsent(rows[0]);
}

export async function insert(ctx: Ctx, consent: PersonConsent): Promise<void> {
  await ctx.tx.insert(personConsentTable, {
    id: consent.id,
    person_id: consent.personId,
    purpose: consent.purpose,
    what: consent.what,
    with_whom: consent.withWhom,
    given_on: consent.givenOn,
    until_date: consent.until,
    how: consent.how,
    withdrawn_on: consent.withdrawnOn,
    recorded_at: ctx.now(),
  });
}

/** Ends a consent on a day; false when it had ended before. */
export async function withdraw(ctx: Ctx, id: ConsentId, on: LocalDate): Promise<boolean> {
  const rows: readonly { id: string }[] = await ctx.tx.query(
    'UPDATE person_consent SET withdrawn_on = ? WHERE id = ? AND withdrawn_on IS NULL RETURNING id',
    [on, id],
  );
  return rows.length === 1;
}
