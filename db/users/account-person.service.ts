import { personal, recordAudit } from '#db/audit/record';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import * as accountPeople from './account-person.repository.ts';
import { mayTieOwnAccount } from './account-change.rules.ts';
import type { User, usersContract } from './users.contract.ts';
import { userErrors } from './users.errors.ts';
import * as users from './users.repository.ts';

/** Claims of a person on which an account took a step, in words; the module of claims answers it. */
export type ClaimsTakenBy = (
  ctx: Ctx,
  of: { readonly userId: string; readonly personId: string },
) => Promise<readonly string[]>;

/**
 * A manager says which person on record an account is, so that nobody checks, decides or pays a claim of their own.
 * Of their own account they say it only while there is no other manager. An account that took a step on somebody's
 * claim never comes to be that person: it would have decided on money of its own, and nobody could see since when.
 */
export const accountPersonService = (
  claimsTakenBy: ClaimsTakenBy,
): Pick<Handlers<typeof usersContract>, 'sayWho'> => ({
  async sayWho(ctx, { userId, personId }) {
    const saidBy = mustExist(userIdOf(ctx.actor), 'only a manager signed in says it');
    const all = await users.listAll(ctx);
    const account = all.find(({ id }) => id === userId);
    if (account === undefined) throw userErrors.error('user.not-found', { id: userId });
    const accounts = all.map((row) => ({
      id: row.id,
      role: row.role,
      isActive: row.is_active === 1,
    }));
    if (userId === saidBy && !mayTieOwnAccount(accounts, userId))
      throw userErrors.error('user.own-person', {});
    const person = personId === null ? null : await getPerson(ctx, personId);
    const taken = personId === null ? [] : await claimsTakenBy(ctx, { userId, personId });
    if (taken.length > 0) throw userErrors.error('user.decided-own-claim', { claims: taken });
    const before = (await accountPeople.listAll(ctx)).find((one) => one.userId === userId);
    await accountPeople.save(ctx, { userId, personId, saidBy });
    await recordAudit(ctx, {
      action: 'user.person-said',
      objectType: 'user',
      objectId: userId,
      before: { person: wordsOf(before) },
      after: { person: wordsOf({ personId, name: person?.name ?? null }) },
    });
    return {};
  },
});

/** What is kept of a person on record is sealed under that person's key. */
function wordsOf(said: Pick<accountPeople.AccountPerson, 'personId' | 'name'> | undefined) {
  if (said === undefined) return 'not said';
  if (said.personId === null) return 'nobody on record';
  return personal(said.personId, said.name ?? '');
}

/** Which person on record each account is, as the accounts page shows it; the auditor reads no names. */
export async function listPeopleOfAccounts(ctx: Ctx): Promise<ReadonlyMap<string, User['person']>> {
  const found = await accountPeople.listAll(ctx);
  return new Map(
    found.map(({ userId, personId, name }): [string, User['person']] => [
      userId,
      personId === null
        ? { kind: 'nobody' }
        : { kind: 'person', personId, name: isAuditor(ctx.actor) ? MASKED : (name ?? '') },
    ]),
  );
}
