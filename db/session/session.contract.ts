import { z } from 'zod';
import { DESK_ROLES } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { ActId } from '#db/shared/long-act';
import { Role } from '#db/shared/roles';

/** Who sits at this screen. */
export const SignedIn = z.object({
  userId: z.string(),
  name: z.string(),
  displayName: z.string(),
  role: Role,
  isLocked: z.boolean(),
  hasPin: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** Minutes without a key, mouse or touch after which a screen that was lent is back with staff. */
export const HANDED_OVER_IDLE_MINUTES = 2;

/** How the lending of a screen came to its end; staff still have to unlock it. */
export const HandOverEnd = z.enum(['signed', 'printed', 'given-back', 'idle', 'locked']);
export type HandOverEnd = z.infer<typeof HandOverEnd>;

/**
 * A screen lent to whoever claims. Nothing but their own claim answers there, until staff have unlocked it again. Who
 * it is for and the reference are empty once nobody is there to whom they belong.
 */
export const HandedOver = z.object({
  claimId: z.string().max(36),
  claimantName: z.string(),
  reference: z.string(),
  /** Null while the claimant has the screen. */
  endedBy: HandOverEnd.nullable(),
  /** Day by which the council promises to decide what was signed; null before that and without a promise. */
  promisedBy: LocalDate.nullable(),
});
export type HandedOver = z.infer<typeof HandedOver>;

/** What a screen needs before anything else. */
export const CurrentSession = z.object({
  signedIn: SignedIn.nullable(),
  /** Null at the desk. While a screen is lent, nothing else here says anything about the centre's work. */
  handedOver: HandedOver.nullable(),
  mode: z.enum(['real', 'practice']),
  isSetUp: z.boolean(),
  centreName: z.string(),
  /** The council's own words; they replace ours on screen. */
  labels: z.object({ group: z.string(), people: z.string(), team: z.string() }),
  today: LocalDate,
  now: LocalDateTime,
  idleLockMinutes: z.int().positive(),
  /** Only in the practice centre: the accounts and passphrases shown on its sign-in page. */
  practiceAccounts: z.array(
    z.object({ name: z.string(), displayName: z.string(), role: Role, passphrase: z.string() }),
  ),
  appVersion: z.string(),
  /** What everybody at the desk must know: a broken record, a clock that cannot be right. */
  warnings: z.array(z.string()),
  /** When the last change reached the disk; null until the first one since the program started. */
  lastSavedAt: Instant.nullable(),
});
export type CurrentSession = z.infer<typeof CurrentSession>;

const Nothing = z.object({}).strict();

export const sessionContract = {
  current: procedure({
    summary: 'Tells who is signed in at this screen, which centre this is and what day it is.',
    kind: 'host',
    access: 'anyone',
    whileLocked: true,
    duringSetup: true,
    input: Nothing,
    output: CurrentSession,
  }),
  touch: procedure({
    summary: 'Says that the person at this screen is still there, so that it does not lock.',
    kind: 'host',
    access: 'signed-in',
    duringSetup: true,
    input: Nothing,
    output: Nothing,
  }),
  lock: procedure({
    summary: 'Locks this screen until the same person unlocks it.',
    kind: 'host',
    access: 'signed-in',
    whileLocked: true,
    input: Nothing,
    output: Nothing,
  }),
  unlock: procedure({
    summary: 'Unlocks this screen with the PIN or the passphrase of the person who locked it.',
    kind: 'host',
    access: 'signed-in',
    whileLocked: true,
    input: z.object({ secret: z.string().min(1).max(200) }).strict(),
    output: SignedIn,
  }),
  handOver: procedure({
    summary:
      'Lends this screen to whoever claims: nothing but that claim answers until it is unlocked.',
    kind: 'host',
    access: DESK_ROLES,
    input: z.object({ claimId: z.string().min(1).max(36) }).strict(),
    output: HandedOver,
  }),
  giveBack: procedure({
    summary: 'Ends the lending of this screen, which then waits for staff to unlock it.',
    kind: 'host',
    access: DESK_ROLES,
    input: z.object({ isIdle: z.boolean().default(false) }).strict(),
    output: Nothing,
  }),
  signOut: procedure({
    summary: 'Ends this session.',
    kind: 'host',
    access: 'signed-in',
    whileLocked: true,
    duringSetup: true,
    input: Nothing,
    output: Nothing,
  }),
  stopAct: procedure({
    summary: 'Stops a long act that this screen has started; nothing of it is kept.',
    kind: 'host',
    access: 'signed-in',
    input: z.object({ act: ActId }).strict(),
    output: Nothing,
  }),
  openPractice: procedure({
    summary: 'Opens the practice centre beside this one and tells its address.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: Nothing,
    output: z.object({ address: z.string() }),
  }),
};
