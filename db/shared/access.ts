import type { Role } from './roles.ts';

/** Who may look: every account, the auditor too. */
export const EVERY_ROLE: readonly Role[] = ['desk', 'officer', 'finance', 'manager', 'auditor'];
/** Who serves people at the desk: books, registers, changes what was booked. */
export const DESK_ROLES: readonly Role[] = ['desk', 'officer', 'manager'];
/** Who sets the centre up: rooms, hours, figures, accounts. */
export const MANAGER_ONLY: readonly Role[] = ['manager'];
