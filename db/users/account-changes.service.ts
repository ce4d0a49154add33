import { recordAudit } from '#db/audit/record';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { Instant } from '#db/shared/instant';
import type { Role } from '#db/shared/roles';
import { isLastManager, secondPeople } from './account-change.rules.ts';
import {
  type AccountChange,
  ROLE_WORDS,
  type UserId,
  type usersContract,
  type WaitingChange,
} from './users.contract.ts';
import { userErrors } from './users.errors.ts';
import * as users from './users.repository.ts';
import type { AccountChangeRow, UserRow } from './users.table.ts';

/** Told after an account's role or state changed, so that its sessions follow at once; given by the host. */
export type OnAccountChanged = (userId: string, how: 'role-or-state' | 'pin') => void;

type ByTwo = Pick<Handlers<typeof usersContract>, 'askChange' | 'confirmChange' | 'withdrawChange'>;

/** What of an account changes only when a second person confirms it. */
export function accountChangesService(onAccountChanged: OnAccountChanged): ByTwo {
  return {
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
  };
}

/** Active people other than the one signed in who could confirm a change to an account. */
export async function othersWhoConfirm(ctx: Ctx): Promise<readonly { readonly id: string }[]> {
  return secondPeople((await users.listAll(ctx)).map(toAccount), userIdOf(ctx.actor));
}

const toAccount = (row: UserRow) => ({ id: row.id, role: row.role, isActive: row.is_active === 1 });

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

/** Keeps a change until a second person confirms or somebody withdraws it. */
export async function keepWaiting(
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

export async function getUser(ctx: Ctx, id: string): Promise<UserRow> {
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

function toChange(row: AccountChangeRow, user: UserRow): AccountChange {
  const userId = row.user_id as UserId;
  if (row.kind === 'change-role') return { kind: 'change-role', userId, role: row.role as Role };
  if (row.kind === 'stop' || row.kind === 'restart') return { kind: row.kind, userId };
  return { kind: 'add', name: user.name, displayName: user.display_name, role: user.role as Role };
}

/** A change that waits, in words, with whether whoever asks may confirm it. */
export function toWaiting(ctx: Ctx, row: AccountChangeRow, all: readonly UserRow[]): WaitingChange {
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
