import type { Role } from '#db/shared/roles';

/** Roles whose holders may confirm a change to an account as the second person. */
export const CONFIRMING_ROLES: readonly Role[] = ['finance', 'manager'];

/** As much of an account as these rules look at. */
export type Account = { readonly id: string; readonly role: string; readonly isActive: boolean };

/** Active accounts other than the asker's that could confirm a change. */
export function secondPeople<A extends Account>(
  accounts: readonly A[],
  askerId: string | null,
): readonly A[] {
  return accounts.filter(
    (account) =>
      account.id !== askerId &&
      account.isActive &&
      CONFIRMING_ROLES.some((role) => role === account.role),
  );
}

/** True when the account is the only active manager, so that losing it would leave nobody in charge. */
export function isLastManager(accounts: readonly Account[], userId: string): boolean {
  const managers = accounts.filter((account) => account.isActive && account.role === 'manager');
  return managers.length === 1 && managers[0]?.id === userId;
}

/** Whether somebody may say of their own account which person it is: only the one manager of a centre. */
export function mayTieOwnAccount(accounts: readonly Account[], userId: string): boolean {
  return isLastManager(accounts, userId);
}
