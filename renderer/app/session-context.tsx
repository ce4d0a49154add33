import type { CurrentSession } from '#db/session/session.contract';
import { addMinutes, dateOf, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import { mustExist } from '#db/shared/domain-error';
import type { Role } from '#db/shared/roles';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const SessionContext = createContext<CurrentSession | null>(null);
const NowContext = createContext<LocalDateTime | null>(null);

const MILLISECONDS_PER_MINUTE = 60_000;

/** Gives the screens below it the session and the program's clock. */
export function SessionProvider(props: {
  readonly session: CurrentSession;
  readonly children: ReactNode;
}) {
  return (
    <SessionContext value={props.session}>
      <NowContext value={useServerClock(props.session.now)}>{props.children}</NowContext>
    </SessionContext>
  );
}

/** Who sits here, which centre this is and what it calls things. */
export function useSession(): CurrentSession {
  return mustExist(useContext(SessionContext), 'every screen stands inside the SessionProvider');
}

/** Whether the person signed in has one of these roles; the core asks again before it acts. */
export function useCan(roles: readonly Role[]): boolean {
  const role = useSession().signedIn?.role;
  return role !== undefined && roles.includes(role);
}

/** The centre's calendar day. */
export function useToday(): LocalDate {
  return dateOf(useNow());
}

/** The centre's clock, moved on each minute; it comes from the program and not from this computer's settings. */
export function useNow(): LocalDateTime {
  return mustExist(useContext(NowContext), 'every screen stands inside the SessionProvider');
}

/** Milliseconds on a stopwatch that no change of the computer's clock moves; only for how long something took. */
export function stopwatchMilliseconds(): number {
  return performance.now();
}

function useServerClock(now: LocalDateTime): LocalDateTime {
  const [passed, setPassed] = useState({ since: now, minutes: 0 });
  useEffect(() => {
    const startedAt = stopwatchMilliseconds();
    const timer = setInterval(() => {
      const milliseconds = stopwatchMilliseconds() - startedAt;
      setPassed({ since: now, minutes: Math.floor(milliseconds / MILLISECONDS_PER_MINUTE) });
    }, MILLISECONDS_PER_MINUTE);
    return () => clearInterval(timer);
  }, [now]);
  return addMinutes(now, passed.since === now ? passed.minutes : 0);
}
