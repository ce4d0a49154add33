import type { Role } from '#db/shared/roles';
import { ROLE_WORDS } from '#db/users/users.contract';

/** A role standing alone, as in a table: 'Desk staff'. */
export function formatRole(role: Role): string {
  const words = ROLE_WORDS[role];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What each role is for, in one line. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  desk: 'Books rooms and looks after groups and people.',
  officer: 'Does what desk staff do, and works with the groups.',
  finance: 'Approves money and confirms changes of accounts. Books nothing.',
  manager: 'Does everything at the desk and sets the centre up.',
  auditor: 'Reads everything, with names hidden, and changes nothing.',
};
