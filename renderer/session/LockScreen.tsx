import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { SignedIn } from '#db/session/session.contract';
import { FrontPage } from './FrontPage.tsx';
import { useLockScreen } from './session.queries.ts';
import { UnlockForm } from './UnlockForm.tsx';
import { useCleanSlate } from './use-clean-slate.ts';

/**
 * All that is left while the screen is locked: who locked it and a way back in. The desk is off the
 * page, and what it had read is forgotten; what was typed stays for its owner.
 */
export function LockScreen(props: { readonly signedIn: SignedIn }) {
  const { signedIn } = props;
  useCleanSlate();
  useTellAgain(signedIn.isLocked);

  return (
    <FrontPage title="Locked">
      <Typography sx={{ marginBottom: 3 }}>
        This is the screen of {signedIn.displayName}. Nothing of what you were doing is lost.
      </Typography>
      <UnlockForm signedIn={signedIn} takesFocus />
    </FrontPage>
  );
}

/** The screen was locked here, but the program has not heard of it: say it again until it has. */
function useTellAgain(isHeard: boolean): void {
  const { mutate, isIdle, isError } = useLockScreen();
  const isWanted = !isHeard && (isIdle || isError);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => mutate(), TELL_AGAIN_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isWanted, mutate]);
}

const TELL_AGAIN_AFTER_MILLISECONDS = 3_000;
