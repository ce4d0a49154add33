import { z } from 'zod';
import { PersonId } from '#db/people/people.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { Role } from '#db/shared/roles';
import { SignedIn } from '#db/session/session.contract';
import { Line } from '#db/shared/text';

export const UserId = z.string().min(1).max(36).brand('UserId');
export type UserId = z.infer<typeof UserId>;

/** Roles as they stand in a sentence. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  desk: 'desk staff',
  officer: 'officer',
  finance: 'finance approver',
  manager: 'manager',
  auditor: 'auditor',
};

/** The name typed at sign-in: short, no spaces, always lower case. */
export const SignInName = Line.toLowerCase()
  .min(2, 'Use at least 2 letters for the sign-in name.')
  .max(40, 'Use 40 letters or fewer for the sign-in name.')
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'Use letters, numbers, dots and hyphens only, like ann.baker.');

/** Long rather than complicated; four words do well. */
export const Passphrase = z
  .string()
  .min(12, 'Use at least 12 characters. Four words with spaces work well.')
  .max(200, 'Use 200 characters or fewer.');

/** Quick unlock only; never the only key. */
export const Pin = z.string().regex(/^\d{6,12}$/, 'Use 6 to 12 numbers for the PIN.');

export const DisplayName = Line.min(
  1,
  'Enter the name as it should appear on screen and paper.',
).max(100, 'Use 100 characters or fewer.');

/** An account as the accounts page shows it; never a secret in any form. */
export const User = z.object({
  id: UserId,
  name: z.string(),
  displayName: z.string(),
  role: Role,
  isActive: z.boolean(),
  hasPin: z.boolean(),
  /** Set while too many wrong tries keep the account shut. */
  lockedUntil: Instant.nullable(),
  createdAt: Instant,
  /** Which person on record it was said to be: nobody has said, nobody on record, or somebody. */
  person: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('not-said') }),
    z.object({ kind: z.literal('nobody') }),
    z.object({ kind: z.literal('person'), personId: PersonId, name: z.string() }),
  ]),
  version: z.int(),
});
export type User = z.infer<typeof User>;

/** What may be changed about an account. */
export const AccountChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), name: SignInName, displayName: DisplayName, role: Role }),
  z.object({ kind: z.literal('change-role'), userId: UserId, role: Role }),
  z.object({ kind: z.literal('stop'), userId: UserId }),
  z.object({ kind: z.literal('restart'), userId: UserId }),
]);
export type AccountChange = z.infer<typeof AccountChange>;

/** A change that waits for a second manager or finance approver. */
export const WaitingChange = z.object({
  id: z.string(),
  change: AccountChange,
  /** In words: 'Make Ann Baker a manager'. */
  words: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  mayConfirm: z.boolean(),
});
export type WaitingChange = z.infer<typeof WaitingChange>;

export const AddUser = z
  .object({ name: SignInName, displayName: DisplayName, role: Role, passphrase: Passphrase })
  .strict();
export type AddUser = z.infer<typeof AddUser>;

/** `done` at once, or `waiting` for a second person. */
export const ChangeOutcome = z.object({ outcome: z.enum(['done', 'waiting']) });
export type ChangeOutcome = z.infer<typeof ChangeOutcome>;

export const usersContract = {
  signIn: procedure({
    summary: 'Signs a person in by name and passphrase; the door keeps the session.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: z.object({ name: Line.min(1).max(100), secret: z.string().min(1).max(200) }).strict(),
    output: SignedIn,
  }),
  list: procedure({
    summary: 'Lists the accounts and the changes that wait for a second person.',
    kind: 'query',
    access: ['finance', 'manager', 'auditor'],
    input: z.object({}).strict(),
    output: z.object({ users: z.array(User), waiting: z.array(WaitingChange) }),
  }),
  add: procedure({
    summary:
      'Adds an account. A lone manager may; once there is a second manager or finance approver, that person confirms.',
    kind: 'steps',
    access: MANAGER_ONLY,
    touches: ['users'],
    input: AddUser,
    output: ChangeOutcome,
  }),
  askChange: procedure({
    summary: 'Asks for a change of role, or for an account to be stopped or started again.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['users'],
    input: z
      .object({
        change: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('change-role'), userId: UserId, role: Role }).strict(),
          z.object({ kind: z.literal('stop'), userId: UserId }).strict(),
          z.object({ kind: z.literal('restart'), userId: UserId }).strict(),
        ]),
      })
      .strict(),
    output: ChangeOutcome,
  }),
  confirmChange: procedure({
    summary: 'Confirms a waiting change as the second person.',
    kind: 'command',
    access: ['finance', 'manager'],
    touches: ['users'],
    input: z.object({ changeId: z.string().max(36) }).strict(),
    output: ChangeOutcome,
  }),
  withdrawChange: procedure({
    summary: 'Takes a waiting change back.',
    kind: 'command',
    access: ['finance', 'manager'],
    touches: ['users'],
    input: z.object({ changeId: z.string().max(36) }).strict(),
    output: z.object({}),
  }),
  sayWho: procedure({
    summary:
      'Says which person on record an account is, or that it is nobody on record, so that nobody decides on money of their own.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['users', 'claims'],
    input: z.object({ userId: UserId, personId: PersonId.nullable() }).strict(),
    output: z.object({}),
  }),
  unlockAccount: procedure({
    summary: 'Ends a lock-out after wrong tries. The secret itself stays unknown to everyone.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['users'],
    input: z.object({ userId: UserId }).strict(),
    output: z.object({}),
  }),
  setOwnPassphrase: procedure({
    summary: 'Changes the passphrase of the person signed in.',
    kind: 'steps',
    access: 'signed-in',
    touches: ['users'],
    input: z.object({ current: z.string().min(1).max(200), next: Passphrase }).strict(),
    output: z.object({}),
  }),
  setOwnPin: procedure({
    summary: 'Sets the quick-unlock PIN of the person signed in.',
    kind: 'steps',
    access: 'signed-in',
    touches: ['users'],
    input: z.object({ passphrase: z.string().min(1).max(200), pin: Pin }).strict(),
    output: z.object({}),
  }),
};
