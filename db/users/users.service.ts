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
import { isLastManager, secondPeople } from './account-change.rules.ts';
import { FRESH, isGuessablePin, remainingLockOut } from './lock-out.rules.ts';
import { proveSecret, type SessionUser, toSessionUser, tryStateOf } from './sign-in.service.ts';
import {
  type AccountChange,
  ROLE_WORDS,
  type ChangeOutcome,
  type User,
  type UserId,
  type usersContract,
  type WaitingChange,
} from './users.contract.ts';
import { userErrors } from './users.errors.ts';
import * as users from './users.repository.ts';
import type { AccountChangeRow, UserRow } from './users.table.ts';

/** Told after an account's role or state changed, so that its sessions follow at once; given by the host. */
export type OnAccountChanged = (userId: string, how: 'role-or-state' | 'pin') => void;

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

    async askChange(ctx, { change }) {
      await checkChange(ctx, change);
      const mayConfirm = (await othersWhoConfirm(ctx)).filter(({ id }) => id !== change.userId);
      if (mayConfirm.length === 0) throw userErrors.error('user.needs-second-person', {});
      await waitForSecond(ctx, change);
      return { outcome: 'waiting' };
    },

    async confirmChange(ctx, { changeId }) {
      const waiting = await getWaiting(ctx, changeId);
      if (waiting.asked_by_user_id === userIdOf(ctx.actor))
        throw userErrors.error('user.same-person', {});
      if (waiting.user_id === userIdOf(ctx.actor)) throw userErrors.error('user.own-account', {});
      const change = toChange(waiting, await getUser(ctx, waiting.user_id));
      if (change.kind !== 'add') await checkChange(ctx, change);

      await apply(ctx, waiting);
      await users.settleChange(ctx, changeId, { state: 'confirmed', by: userIdOf(ctx.actor) });
      await recordAudit(ctx, {
        action: 'user.change-confirmed',
        objectType: 'user',
        objectId: waiting.user_id,
        after: { kind: waiting.kind, role: waiting.role },
      });
      ctx.afterCommit(() => onAccountChanged(waiting.user_id, 'role-or-state'));
      return { outcome: 'done' };
    },

    async withdrawChange(ctx, { changeId }) {
      const waiting = await getWaiting(ctx, changeId);
      await users.settleChange(ctx, changeId, { state: 'withdrawn', by: userIdOf(ctx.actor) });
      await recordAudit(ctx, {
        action: 'user.change-withdrawn',
        objectType: 'user',
        objectId: waiting.user_id,
        before: { kind: waiting.kind, role: waiting.role },
      });
      return {};
    },

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

async function othersWhoConfirm(ctx: Ctx): Promise<readonly { readonly id: string }[]> {
  return secondPeople((await users.listAll(ctx)).map(toAccount), userIdOf(ctx.actor));
}

const toAccount = (row: UserRow) => ({ id: row.id, role: row.role, isActive: row.is_active === 1 });

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

/** Refuses what nobody may do, second person or not. */
async function checkChange(
  ctx: Ctx,
  change: Exclude<AccountChange, { kind: 'add' }>,
): Promise<void> {
  const user = await getUser(ctx, change.userId);
  if (user.id === userIdOf(ctx.actor)) throw userErrors.error('user.own-account', {});
  const losesManager =
    change.kind === 'stop' || (change.kind === 'change-role' && change.role !== 'manager');
  if (losesManager && isLastManager((await users.listAll(ctx)).map(toAccount), user.id))
    throw userErrors.error('user.last-manager', {});
}

async function waitForSecond(
  ctx: Ctx,
  change: Exclude<AccountChange, { kind: 'add' }>,
): Promise<void> {
  await keepWaiting(ctx, {
    userId: change.userId,
    kind: change.kind,
    role: change.kind === 'change-role' ? change.role : null,
  });
  await recordAudit(ctx, {
    action: 'user.change-asked',
    objectType: 'user',
    objectId: change.userId,
    after: { kind: change.kind, role: change.kind === 'change-role' ? change.role : null },
  });
}

async function keepWaiting(
  ctx: Ctx,
  change: { readonly userId: string; readonly kind: string; readonly role: Role | null },
): Promise<void> {
  await users.insertChange(ctx, {
    id: ctx.newId(),
    user_id: change.userId,
    kind: change.kind,
    role: change.role,
    asked_by_user_id: mustExist(userIdOf(ctx.actor), 'only a manager signed in asks for changes'),
    asked_at: ctx.now(),
    state: 'waiting',
    settled_by_user_id: null,
    settled_at: null,
  });
}

async function apply(ctx: Ctx, change: AccountChangeRow): Promise<void> {
  const user = await getUser(ctx, change.user_id);
  const version = user.version + 1;
  if (change.kind === 'change-role' && change.role !== null)
    await users.update(ctx, user.id, { role: change.role, version });
  else await users.update(ctx, user.id, { is_active: change.kind === 'stop' ? 0 : 1, version });
}

async function getUser(ctx: Ctx, id: string): Promise<UserRow> {
  const found = await users.findById(ctx, id);
  if (found === undefined) throw userErrors.error('user.not-found', { id });
  return found;
}

async function getWaiting(ctx: Ctx, id: string): Promise<AccountChangeRow> {
  const found = await users.findChange(ctx, id);
  if (found === undefined || found.state !== 'waiting')
    throw userErrors.error('user.change-settled', {});
  return found;
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

function toChange(row: AccountChangeRow, user: UserRow): AccountChange {
  const userId = row.user_id as UserId;
  if (row.kind === 'change-role') return { kind: 'change-role', userId, role: row.role as Role };
  if (row.kind === 'stop' || row.kind === 'restart') return { kind: row.kind, userId };
  return { kind: 'add', name: user.name, displayName: user.display_name, role: user.role as Role };
}

function toWaiting(ctx: Ctx, row: AccountChangeRow, all: readonly UserRow[]): WaitingChange {
  const user = mustExist(
    all.find((one) => one.id === row.user_id),
    'changes point at accounts',
  );
  const change = toChange(row, user);
  return {
    id: row.id,
    change,
    words: changeWords(change, user.display_name),
    askedBy: all.find((one) => one.id === row.asked_by_user_id)?.display_name ?? '',
    askedAt: row.asked_at as Instant,
    mayConfirm: row.asked_by_user_id !== userIdOf(ctx.actor) && row.user_id !== userIdOf(ctx.actor),
  };
}

function changeWords(change: AccountChange, name: string): string {
  switch (change.kind) {
    case 'add':
      return `Add ${name} as ${ROLE_WORDS[change.role]}`;
    case 'change-role':
      return `Make ${name} ${ROLE_WORDS[change.role]}`;
    case 'stop':
      return `Stop the account of ${name}`;
    case 'restart':
      return `Start the account of ${name} again`;
    default:
      return change satisfies never;
  }
}
