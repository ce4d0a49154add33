import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { CurrentSession } from '#db/session/session.contract';
import { followLookOf } from '../app/look.ts';
import { SESSION_KEY } from '../app/query-client.ts';
import { SessionProvider } from '../app/session-context.tsx';
import { onChanged } from '../app/transport.ts';
import { useIsFirstRunOnScreen } from '../setup/first-run-on-screen.ts';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useIsLockWished } from './lock-wish.ts';
import { LockScreen } from './LockScreen.tsx';
import { useCurrentSession } from './session.queries.ts';
import { SignInPage } from './SignInPage.tsx';

const SetupScreen = lazy(async () => ({
  default: (await import('../setup/SetupScreen.tsx')).SetupScreen,
}));

/** Decides what this screen may show: the first run, the sign-in page, the lock, or the desk. */
export function SessionGate(props: { readonly desk: ReactNode }) {
  const session = useCurrentSession();
  useChangeNotices((session.data?.signedIn ?? null) !== null);

  if (session.data !== undefined) {
    return (
      <SessionProvider session={session.data}>
        <Behind session={session.data} desk={props.desk} />
      </SessionProvider>
    );
  }
  return (
    <Box component="main" sx={{ padding: 4, maxWidth: '48rem' }}>
      {session.error === null ? (
        <LoadingShape words="Starting the program." />
      ) : (
        <ProblemPanel
          error={session.error}
          what="The centre"
          onTryAgain={() => void session.refetch()}
        />
      )}
    </Box>
  );
}

function Behind(props: { readonly session: CurrentSession; readonly desk: ReactNode }) {
  const { signedIn, isSetUp } = props.session;
  const isFirstRunOnScreen = useIsFirstRunOnScreen();
  const isLockWished = useIsLockWished();
  const userId = signedIn?.userId ?? null;
  useEffect(() => followLookOf(userId), [userId]);

  if (!isSetUp || isFirstRunOnScreen) {
    return (
      <Suspense fallback={<LoadingShape />}>
        <SetupScreen />
      </Suspense>
    );
  }
  if (signedIn === null) return <SignInPage />;
  if (signedIn.isLocked || isLockWished) return <LockScreen signedIn={signedIn} />;
  return props.desk;
}

/**
 * Reads again whatever another screen, or the program itself, says has changed. The door tells it
 * only to people who are signed in, so nobody else asks.
 */
function useChangeNotices(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    return onChanged((notice) => {
      // How far an act is changes no record.
      if (notice.act !== undefined) return;
      for (const module of notice.changed ?? []) {
        void client.invalidateQueries({ queryKey: [module] });
      }
      // The session carries the time of the last save, so every change concerns it.
      void client.invalidateQueries({ queryKey: SESSION_KEY });
    });
  }, [client, isSignedIn]);
}
