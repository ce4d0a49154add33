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

type Behind = {
  readonly desk: ReactNode;
  /** All that a claimant sees while the screen is lent, and its end. */
  readonly handedOver: ReactNode;
};

/** Decides what this screen may show: the first run, the sign-in page, the lock, one lent claim, or the desk. */
export function SessionGate(props: Behind) {
  usePageAfresh();
  const session = useCurrentSession();
  useChangeNotices((session.data?.signedIn ?? null) !== null);

  if (session.data !== undefined) {
    return (
      <SessionProvider session={session.data}>
        <Shown session={session.data} {...props} />
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

function Shown(props: Behind & { readonly session: CurrentSession }) {
  const { signedIn, handedOver, isSetUp } = props.session;
  const isFirstRunOnScreen = useIsFirstRunOnScreen();
  const isLockWished = useIsLockWished();
  // How a claimant sets the text is not how the owner of the account had it.
  const userId = handedOver === null ? (signedIn?.userId ?? null) : null;
  useEffect(() => followLookOf(userId), [userId]);

  if (!isSetUp || isFirstRunOnScreen) {
    return (
      <Suspense fallback={<LoadingShape />}>
        <SetupScreen />
      </Suspense>
    );
  }
  if (signedIn === null) return <SignInPage />;
  if (handedOver !== null) return props.handedOver;
  if (signedIn.isLocked || isLockWished) return <LockScreen signedIn={signedIn} />;
  return props.desk;
}

/**
 * A browser may keep a page as it was left, and show it again at Back without asking anybody. Such a page hides
 * itself when it is left and begins afresh when it is shown again, so that it asks whose screen it is now.
 */
function usePageAfresh(): void {
  useEffect(() => {
    const root = document.documentElement;
    const onHide = (event: PageTransitionEvent): void => {
      root.hidden = event.persisted;
    };
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) location.reload();
      else root.hidden = false;
    };
    window.addEventListener('pagehide', onHide);
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('pageshow', onShow);
    };
  }, []);
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
