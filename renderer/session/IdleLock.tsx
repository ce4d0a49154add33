import { useSession } from '../app/session-context.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { touchSession, useLockScreen } from './session.queries.ts';
import { useIdleLock } from './use-idle-lock.ts';

/** Locks a screen that nobody uses, after a warning that any key or movement ends. */
export function IdleLock() {
  const { idleLockMinutes } = useSession();
  const lock = useLockScreen();
  const secondsLeft = useIdleLock({
    idleMinutes: idleLockMinutes,
    onLock: () => {
      if (!lock.isPending) lock.mutate();
    },
    onActivity: () => {
      // A missed touch only makes the program lock sooner; the next sign of life sends another.
      touchSession().catch(() => undefined);
    },
  });

  return (
    <IdleWarning
      secondsLeft={secondsLeft}
      words="Nobody has used this screen for a while. It locks by itself to protect people’s details. Press any key or move the mouse to go on."
      countdown="Locks in"
      stayWords="Stay at the desk"
    />
  );
}
