import { recordAudit } from '#db/audit/record';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx, Steps } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { type Instant, millisecondsOf, toInstant } from '#db/shared/instant';
import type { Role } from '#db/shared/roles';
import {
  accountPersonService,
  type ClaimsTakenBy,
  listPeopleOfAccounts,
} from './account-person.service.ts';
import {
  accountChangesService,
  getUser,
  keepWaiting,
  type OnAccountChanged,
  othersWhoConfirm,
  toWaiting,
} from './account-changes.service.ts';
import { FRESH, isGuessablePin, remainingLockOut } from './lock-out.rules.ts';
import { proveSecret, type SessionUser, toSessionUser, tryStateOf } from './sign-in.service.ts';
import type { ChangeOutcome, User, UserId, usersContract } from './users.contract.ts';
import { userErrors } from './users.errors.ts';
import * as users from './users.repository.ts';
import type { UserRow } from './users.table.ts';

export function usersService(
  onAccountChanged: OnAccountChanged,
  claimsTakenBy: ClaimsTakenBy,
): Handlers<typeof usersContract> {
  return {
    async list(ctx) {
      const rows = await users.listAll(ctx);
      const waiting = await users.listWaiting(ctx);
      const people = await listPeopleOfAccounts(ctx);
      return {
        users: rows.map((row) => ({
          ...toUser(ctx, row),
          person: people.get(row.id) ?? { kind: 'not-said' },
        })),
        waiting: waiting.map((change) => toWaiting(ctx, change, rows)),
      };
    },

    ...accountPersonService(claimsTakenBy),

    async add(steps, wanted) {
      const passphraseHash = await steps.slow.hashSecret(wanted.passphrase);
      return steps.unit((ctx) => addAccount(ctx, { ...wanted, passphraseHash }));
    },

    ...accountChangesService(onAccountChanged),

    async unlockAccount(ctx, { userId }) {
      const user = await getUser(ctx, userId);
      await users.update(ctx, user.id, {
        failed_tries: FRESH.failedTries,
        lock_level: FRESH.lockLevel,
        locked_at_steady: null,
        locked_for_ms: null,
      });
      await recordAudit(ctx, {
        action: 'user.lock-out-ended',
        objectType: 'user',
        objectId: user.id,
      });
      return {};
    },

    async setOwnPassphrase(steps, { current, next }) {
      const user = await proveOwnPassphrase(steps, current);
      const hash = await steps.slow.hashSecret(next);
      await steps.unit(async (ctx) => {
        await users.update(ctx, user.userId, { passphrase_hash: hash });
        await recordAudit(ctx, {
          action: 'user.passphrase-changed',
          objectType: 'user',
          objectId: user.userId,
        });
      });
      return {};
    },

    async setOwnPin(steps, { passphrase, pin }) {
      if (isGuessablePin(pin)) throw userErrors.error('user.pin-too-simple', {});
      const user = await proveOwnPassphrase(steps, passphrase);
      const hash = await steps.slow.hashSecret(pin);
      await steps.unit(async (ctx) => {
        await users.update(ctx, user.userId, { pin_hash: hash });
        await recordAudit(ctx, {
          action: 'user.pin-set',
          objectType: 'user',
          objectId: user.userId,
        });
        ctx.afterCommit(() => onAccountChanged(user.userId, 'pin'));
      });
      return {};
    },
  };
}

/** The first account of a centre; only while there is none. */
export async function addFirstManager(
  ctx: Ctx,
  wanted: {
    readonly name: string;
    readonly displayName: string;
    readonly passphraseHash: string;
  },
): Promise<SessionUser> {
  const row = newRow(ctx, { ...wanted, role: 'manager' }, true);
  await users.insert(ctx, row);
  await recordAudit(ctx, {
    action: 'user.first-manager-added',
    objectType: 'user',
    objectId: row.id,
    after: { name: row.name, role: row.role },
  });
  return toSessionUser(row);
}

/** How many active people other than the one signed in could confirm a change to an account. */
export async function countSecondPeople(ctx: Ctx): Promise<number> {
  return (await othersWhoConfirm(ctx)).length;
}

/** Whether the centre has any account at all; the first run makes the first one. */
export async function hasAnyAccount(ctx: Ctx): Promise<boolean> {
  return (await users.listAll(ctx)).length > 0;
}

/** The display name of the first manager; null before there is one. */
export async function findFirstManagerName(ctx: Ctx): Promise<string | null> {
  const all = await users.listAll(ctx);
  return all.find((user) => user.role === 'manager')?.display_name ?? null;
}

async function proveOwnPassphrase(steps: Steps, secret: string): Promise<SessionUser> {
  const userId = mustExist(userIdOf(steps.actor), 'only people signed in get here');
  return proveSecret(
    steps,
    { userId },
    { secret, action: 'user.proved-passphrase', withPin: false },
  );
}

/** Makes an account, at once for a lone manager, otherwise shut until a second person confirms it. */
export async function addAccount(
  ctx: Ctx,
  wanted: {
    readonly name: string;
    readonly displayName: string;
    readonly role: Role;
    readonly passphraseHash: string;
  },
): Promise<ChangeOutcome> {
  if ((await users.findByName(ctx, wanted.name)) !== undefined)
    throw userErrors.error('user.name-taken', { name: wanted.name });
  const isLone = (await othersWhoConfirm(ctx)).length === 0;

  const row = newRow(ctx, wanted, isLone);
  await users.insert(ctx, row);
  await recordAudit(ctx, {
    action: 'user.added',
    objectType: 'user',
    objectId: row.id,
    after: { name: row.name, role: row.role, isActive: isLone },
  });
  if (isLone) return { outcome: 'done' };
  await keepWaiting(ctx, { userId: row.id, kind: 'add', role: wanted.role });
  return { outcome: 'waiting' };
}

function newRow(
  ctx: Ctx,
  wanted: {
    readonly name: string;
    readonly displayName: string;
    readonly role: Role;
    readonly passphraseHash: string;
  },
  isActive: boolean,
): UserRow {
  return {
    id: ctx.newId(),
    name: wanted.name,
    display_name: wanted.displayName,
    role: wanted.role,
    is_active: isActive ? 1 : 0,
    passphrase_hash: wanted.passphraseHash,
    pin_hash: null,
    failed_tries: 0,
    lock_level: 0,
    locked_at_steady: null,
    locked_for_ms: null,
    created_at: ctx.now(),
    version: 1,
  };
}

function toUser(ctx: Ctx, row: UserRow): Omit<User, 'person'> {
  const shutFor = remainingLockOut(tryStateOf(row), ctx.steadyMilliseconds());
  return {
    id: row.id as UserId,
    name: row.name,
    displayName: row.display_name,
    role: row.role as Role,
    isActive: row.is_active === 1,
    hasPin: row.pin_hash !== null,
    lockedUntil: shutFor === 0 ? null : toInstant(millisecondsOf(ctx.now()) + shutFor),
    createdAt: row.created_at as Instant,
    version: row.version,
  };
}
