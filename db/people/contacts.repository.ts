import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { PersonId } from './people.contract.ts';

/** When somebody was last contacted, and at which version their record stands. */
export type LastContact = {
  readonly id: PersonId;
  readonly lastOn: LocalDate | null;
  readonly version: number;
};

/** The last contact with each of these people who has a record. */
export async function listLastContacts(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<readonly LastContact[]> {
  return ctx.tx.query(
    `SELECT p.id, r.last_contacted_on AS lastOn, p.version
     FROM person_record r JOIN person p ON p.id = r.person_id
     WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id`,
    [JSON.stringify(ids)],
  );
}

/** Sets the day for each of them, and counts it as a change of their record. */
export async function setLastContacts(
  ctx: Ctx,
  contacts: readonly Pick<LastContact, 'id' | 'lastOn'>[],
): Promise<void> {
  const given = JSON.stringify(contacts.map(({ id, lastOn }) => [id, lastOn]));
  await ctx.tx.query(
    `UPDATE person_record SET last_contacted_on = told.last_on
     FROM (SELECT value ->> 0 AS id, value ->> 1 AS last_on FROM json_each(?)) AS told
     WHERE person_record.person_id = told.id`,
    [given],
  );
  await ctx.tx.query(
    'UPDATE person SET version = version + 1 WHERE id IN (SELECT value ->> 0 FROM json_each(?))',
    [given],
  );
}
