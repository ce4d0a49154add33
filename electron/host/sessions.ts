import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { LentClaim } from '#db/claims/handing-over/handing-over.rules';
import type { HandOverEnd } from '#db/session/session.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { SessionUser } from '#db/users/sign-in.service';

/** A session's screen while it is lent to whoever claims, and until staff have unlocked it afterwards. */
export type ScreenHandedOver = LentClaim & {
  readonly endedBy: HandOverEnd | null;
  readonly promisedBy: LocalDate | null;
};

/** How a lending ended, and by when what was signed is promised to be decided. */
export type HandOverEnding = {
  readonly by: HandOverEnd;
  readonly promisedBy?: LocalDate | null;
};

/** One screen that somebody is signed in at. Kept in memory only: closing the program signs everybody out. */
export type Session = {
  readonly id: string;
  readonly host: 'web' | 'desktop';
  user: SessionUser;
  isLocked: boolean;
  handedOver: ScreenHandedOver | undefined;
  /** On the steady clock: when the person last did something. */
  activeAt: number;
};

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Sessions by the SHA-256 of their token; the token itself is known only to the screen that holds it. */
export function newSessions(steadyNow: () => number) {
  const byDigest = new Map<string, Session>();
  const isOf = (userId: string) => (entry: readonly [string, Session]) =>
    entry[1].user.userId === userId;

  return {
    /** Opens a session and answers the token that the door hands to the screen. */
    open(
      user: SessionUser,
      host: Session['host'],
    ): { readonly token: string; readonly session: Session } {
      const token = randomBytes(32).toString('base64url');
      const session: Session = {
        id: randomUUID(),
        host,
        user,
        isLocked: false,
        handedOver: undefined,
        activeAt: steadyNow(),
      };
      byDigest.set(digest(token), session);
      return { token, session };
    },

    find(token: string | undefined): Session | undefined {
      return token === undefined ? undefined : byDigest.get(digest(token));
    },

    isOpen(session: Session): boolean {
      return [...byDigest.values()].includes(session);
    },

    end(session: Session): void {
      for (const [key, one] of byDigest) if (one === session) byDigest.delete(key);
    },

    /** Ends every session of an account: it was stopped, or its role changed. */
    endAllOf(userId: string): void {
      for (const [key] of [...byDigest].filter(isOf(userId))) byDigest.delete(key);
    },

    /** Follows a change of the account that leaves the session open, such as a new PIN. */
    refresh(user: SessionUser): void {
      for (const [, session] of [...byDigest].filter(isOf(user.userId))) session.user = user;
    },

    all(): readonly Session[] {
      return [...byDigest.values()];
    },
  };
}

export type Sessions = ReturnType<typeof newSessions>;

/** The lending of a screen while the claimant has it; undefined at the desk and once staff have to unlock it. */
export const lentNow = (of: Session | undefined): ScreenHandedOver | undefined =>
  of?.handedOver?.endedBy === null ? of.handedOver : undefined;

/** True once nobody has touched a screen for the idle time; a little grace lets the screen lock itself first. */
export function isIdle(session: Session, steadyNow: number, idleMinutes: number): boolean {
  const GRACE_MS = 15_000;
  return steadyNow - session.activeAt > idleMinutes * 60_000 + GRACE_MS;
}
