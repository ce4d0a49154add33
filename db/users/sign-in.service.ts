import { recordAudit } from '#db/audit/record';
import type { Ctx, SlowWork, Steps } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { Role } from '#db/shared/roles';
import {
  countTry,
  FRESH,
  remainingLockOut,
  TRIES_BEFORE_LOCK_OUT,
  type TryState,
} from './lock-out.rules.ts';
import { type AskedFor, userErrors } from './users.errors.ts';
import * as users from './users.repository.ts';
import type { UserRow } from './users.table.ts';

/** What a session remembers of an account. */
export type SessionUser = {
  readonly userId: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly hasPin: boolean;
};

export const toSessionUser = (row: UserRow): SessionUser => ({
  userId: row.id,
  name: row.name,
  displayName: row.display_name,
  role: row.role as Role,
  hasPin: row.pin_hash !== null,
});

export const tryStateOf = (row: UserRow): TryState => ({
  failedTries: row.failed_tries,
  lockLevel: row.lock_level,
  lockedAtSteady: row.locked_at_steady,
  lockedForMs: row.locked_for_ms,
});

const columnsOf = (state: TryState) => ({
  failed_tries: state.failedTries,
  lock_level: state.lockLevel,
  locked_at_steady: state.lockedAtSteady,
  locked_for_ms: state.lockedForMs,
});

const MINUTE_MS = 60_000;

/**
 * Tries against names that have no account, counted like the others, so that a name cannot be told from one
 * that exists. In memory only, and only the latest thousand: there is nothing behind them to protect.
 */
const strangers = new Map<string, TryState>();
const STRANGERS_KEPT = 1000;

/** A try that has been counted: what to compare the secret with, if anything. */
type CountedTry = {
  readonly user: UserRow | undefined;
  readonly state: TryState;
};

/**
 * Counts a try before the secret is compared; commit this unit first. Refused while the account is shut.
 * Account stopped or unknown: the try is counted and compared with nothing.
 */
async function takeTry(
  ctx: Ctx,
  who: { readonly name: string } | { readonly userId: string },
): Promise<CountedTry> {
  const user =
    'userId' in who
      ? await users.findById(ctx, who.userId)
      : await users.findByName(ctx, who.name.toLowerCase());
  const strangerName = 'name' in who ? who.name.toLowerCase() : '';
  const state = user === undefined ? (strangers.get(strangerName) ?? FRESH) : tryStateOf(user);

  const steadyNow = ctx.steadyMilliseconds();
  const shutFor = remainingLockOut(state, steadyNow);
  if (shutFor > 0)
    throw userErrors.error('user.locked-out', { minutes: Math.ceil(shutFor / MINUTE_MS) });

  const counted = countTry(state, steadyNow);
  if (user === undefined) {
    if (strangers.size >= STRANGERS_KEPT) strangers.clear();
    strangers.set(strangerName, counted);
  } else {
    await users.update(ctx, user.id, columnsOf(counted));
  }
  return {
    user: user?.is_active === 1 ? user : undefined,
    state: counted,
  };
}

/** After a right secret: the tries are forgotten and the act is recorded. */
async function acceptTry(ctx: Ctx, userId: string, action: ProofAction): Promise<SessionUser> {
  const user = mustExist(await users.findById(ctx, userId), 'the secret of this account was right');
  await users.update(ctx, userId, columnsOf(FRESH));
  const accepted = toSessionUser(user);
  // From here on the person is known, so the record names them and not 'nobody signed in'.
  const actor = { kind: 'user', ...accepted } as const;
  await recordAudit({ ...ctx, actor }, { action, objectType: 'user', objectId: userId });
  return accepted;
}

/** After a wrong secret: recorded without what was typed; answers with the refusal to throw. */
async function refuseTry(ctx: Ctx, { user, state }: CountedTry, asked: AskedFor): Promise<Error> {
  const shutFor = remainingLockOut(state, ctx.steadyMilliseconds());
  await recordAudit(ctx, {
    action: shutFor > 0 ? 'user.locked-out' : 'user.wrong-secret',
    objectType: 'user',
    objectId: user?.id ?? 'unknown',
  });
  return shutFor > 0
    ? userErrors.error('user.locked-out', { minutes: Math.ceil(shutFor / MINUTE_MS) })
    : userErrors.error('user.wrong-secret', {
        triesLeft: TRIES_BEFORE_LOCK_OUT - state.failedTries,
        asked,
      });
}

/** What a person proved who they are for; it is the audit trail's word for it. */
export type ProofAction = 'user.signed-in' | 'user.unlocked-screen' | 'user.proved-passphrase';

/**
 * Proves a person by passphrase, or by PIN too where `withPin` says so (a PIN only unlocks, it never signs in).
 * Three parts: the try is counted and committed, the secret compared outside any unit of work, the outcome
 * written. Throws `user.wrong-secret` or `user.locked-out`; known and unknown names take the same road.
 */
export async function proveSecret(
  steps: Pick<Steps, 'unit'> & { readonly slow: Pick<SlowWork, 'matchesSecret'> },
  who: { readonly name: string } | { readonly userId: string },
  proof: { readonly secret: string; readonly action: ProofAction; readonly withPin: boolean },
): Promise<SessionUser> {
  const tried = await steps.unit((ctx) => takeTry(ctx, who));
  const { user } = tried;
  const isPin = proof.withPin && /^\d+$/.test(proof.secret) && user?.pin_hash != null;
  const stored = isPin ? (user?.pin_hash ?? undefined) : user?.passphrase_hash;
  const isRight = await steps.slow.matchesSecret(proof.secret, stored);
  if (isRight && user !== undefined)
    return steps.unit((ctx) => acceptTry(ctx, user.id, proof.action));
  const asked = 'name' in who ? 'name' : proof.withPin ? 'pin' : 'passphrase';
  throw await steps.unit((ctx) => refuseTry(ctx, tried, asked));
}

/** The account as it stands now, for a session that is about to be refreshed; undefined when it is stopped. */
export async function findSessionUser(ctx: Ctx, userId: string): Promise<SessionUser | undefined> {
  const user = await users.findById(ctx, userId);
  return user === undefined || user.is_active === 0 ? undefined : toSessionUser(user);
}
