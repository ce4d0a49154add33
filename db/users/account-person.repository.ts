import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';

/** What was said of an account; without a person it was said to be nobody on record. */
export type AccountPerson = {
  readonly userId: string;
  readonly personId: PersonId | null;
  readonly name: string | null;
};

export async function listAll(ctx: Ctx): Promise<readonly AccountPerson[]> {
  return ctx.tx.query(
    `SELECT a.user_id AS userId, a.person_id AS personId, p.name
     FROM account_person a LEFT JOIN person p ON p.id = a.person_id`,
  );
}

/** Says it of an account, over what was said before. */
export async function save(
  ctx: Ctx,
  said: {
    readonly userId: string;
    readonly personId: PersonId | null;
    readonly saidBy: string;
  },
): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO account_person (user_id, person_id, said_by_user_id, said_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id) DO UPDATE
     SET person_id = excluded.person_id, said_by_user_id = excluded.said_by_user_id, said_at = excluded.said_at`,
    [said.userId, said.personId, said.saidBy, ctx.now()],
  );
}
