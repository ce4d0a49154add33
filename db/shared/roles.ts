import { z } from 'zod';

/** What an account may do; one role each. Desk staff, involvement officer, finance approver, manager, read-only auditor. */
export const Role = z.enum(['desk', 'officer', 'finance', 'manager', 'auditor']);
export type Role = z.infer<typeof Role>;

/** Every role, in the order in which screens list them. */
export const ALL_ROLES: readonly Role[] = Role.options;
