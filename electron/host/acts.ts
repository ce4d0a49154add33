import { z } from 'zod';
import { ActId, type ActProgress, type LongAct } from '#db/shared/long-act';
import { hostErrors } from './host.errors.ts';
import type { Session } from './sessions.ts';

/** Least time between two messages of one act: ten a second look smooth, more would only cost. */
const LEAST_BETWEEN_MS = 100;

const Named = z.object({ act: ActId });

/** The act that an input names; only procedures whose schema has an `act` let one through. */
export function actNamedIn(input: unknown): ActId | undefined {
  return Named.safeParse(input).data?.act;
}

type Running = { isStopped: boolean };

/**
 * The long acts under way, each by its session and the name that its page gave it. Nobody reaches an act of another
 * session: it is as unknown there as one that does not exist. Nothing here waits for a unit of work, so that an act
 * can be stopped while its unit runs.
 */
export function newActs(parts: {
  readonly steadyNow: () => number;
  readonly isOpen: (session: Session) => boolean;
  readonly tell: (session: Session, progress: ActProgress) => void;
}) {
  const running = new Map<string, Running>();
  const keyOf = (session: Session, id: ActId): string => `${session.id} ${id}`;

  return {
    /** Enters an act and answers what its procedure sees, and how it is taken off again when it has ended. */
    begin(session: Session, id: ActId): { readonly act: LongAct; readonly end: () => void } {
      const key = keyOf(session, id);
      if (running.has(key)) throw hostErrors.error('act.under-way', {});
      const one: Running = { isStopped: false };
      running.set(key, one);
      let toldAt = Number.NEGATIVE_INFINITY;
      return {
        act: {
          progress(progress) {
            const now = parts.steadyNow();
            if (now - toldAt < LEAST_BETWEEN_MS) return;
            toldAt = now;
            parts.tell(session, { id, ...progress });
          },
          checkGoing() {
            if (one.isStopped) throw hostErrors.error('act.cancelled', {});
            // Whoever signed out, or was signed out, can neither see nor stop it any more.
            if (!parts.isOpen(session)) throw hostErrors.error('session.none', {});
          },
        },
        end: () => void running.delete(key),
      };
    },

    /** Wishes an act of this session stopped; it ends at its next step. Throws `act.unknown` when none is under way. */
    stop(session: Session, id: ActId): void {
      const one = running.get(keyOf(session, id));
      if (one === undefined) throw hostErrors.error('act.unknown', {});
      one.isStopped = true;
    },

    /** Wishes every act stopped, because the program closes. */
    stopAll(): void {
      for (const one of running.values()) one.isStopped = true;
    },
  };
}

export type Acts = ReturnType<typeof newActs>;
