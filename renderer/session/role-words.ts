import type { Role } from '#db/shared/roles';

/** Roles in the words of the desk. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  desk: 'Desk staff',
  officer: 'Involvement officer',
  finance: 'Finance approver',
  manager: 'Manager',
  auditor: 'Auditor',
};

/** What each role is for, in one line. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  desk: 'Books rooms and looks after groups and people.',
  officer: 'Does what desk staff do, and works with the groups.',
  finance: 'Approves money and confirms changes of accounts. Books nothing.',
  manager: 'Does everything at the desk and sets the centre up.',
  auditor: 'Reads everything, with names hidden, and changes nothing.',
};
