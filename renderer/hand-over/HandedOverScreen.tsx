import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { MemoryRouter } from 'react-router';
import { ClaimId } from '#db/claims/claims.contract';
import { HANDED_OVER_IDLE_MINUTES, type HandedOver } from '#db/session/session.contract';
import { ToastProvider } from '../app/toasts.tsx';
import { FrontPage } from '../session/FrontPage.tsx';
import { IdleWarning } from '../session/IdleWarning.tsx';
import { touchSession } from '../session/session.queries.ts';
import { useCleanSlate } from '../session/use-clean-slate.ts';
import { useIdleLock } from '../session/use-idle-lock.ts';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemBoundary } from '../shared/ProblemBoundary.tsx';
import type { LentForm } from './HandedOverPlace.tsx';
import { useGiveBack } from './hand-over.queries.ts';
import { useWindowKept } from './use-window-kept.ts';

/** The program's own patience is fifteen seconds longer than the screen's, so it hears often of somebody there. */
const TOUCH_EVERY_MILLISECONDS = 10_000;

/**
 * A lent screen: one claim over the whole of it, and the way to give it back. The form stands in an address space of
 * its own, so that neither a link nor Back leads from it to the desk's pages.
 */
export function HandedOverScreen(props: { readonly lent: HandedOver; readonly form: LentForm }) {
  const { claimId, claimantName } = props.lent;
  const Form = props.form;
  const isClean = useCleanSlate();
  useWindowKept();
  const [parking, setParking] = useState<Parking | null>(null);
  const secondsLeft = useIdleLock({
    idleMinutes: HANDED_OVER_IDLE_MINUTES,
    touchEveryMilliseconds: TOUCH_EVERY_MILLISECONDS,
    onLock: () => setParking((before) => before ?? { isIdle: true }),
    onActivity: () => {
      // A missed touch only brings the screen back sooner; the next sign of life sends another.
      touchSession().catch(() => undefined);
    },
  });
  const giveBack = (): void => setParking((before) => before ?? { isIdle: false });

  return (
    <ToastProvider onOpen={() => undefined}>
      <FrontPage title="Your expense claim" width="72rem">
        {parking !== null || !isClean ? (
          <>
            <LoadingShape words="Keeping what was filled in." />
            {parking === null ? null : <Parked isIdle={parking.isIdle} />}
          </>
        ) : (
          <>
            <Box
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                gap: 1.5,
                alignItems: 'center',
                justifyContent: 'space-between',
                marginBottom: 3,
              }}
            >
              <Typography sx={{ flex: '1 1 18rem', fontSize: '1.125rem' }}>
                For {claimantName}. What you fill in is saved as you go; staff see it afterwards.
              </Typography>
              <Button variant="outlined" size="large" onClick={giveBack}>
                Give the screen back
              </Button>
            </Box>
            <ProblemBoundary what="The form">
              <MemoryRouter>
                <Suspense fallback={<LoadingShape />}>
                  <Form claimId={ClaimId.parse(claimId)} isHandedOver onDone={giveBack} />
                </Suspense>
              </MemoryRouter>
            </ProblemBoundary>
            <IdleWarning
              secondsLeft={secondsLeft}
              words="Nobody has used this screen for a while. What you filled in is kept, and the screen goes back to staff by itself. Press any key or touch the screen to go on."
              countdown="Goes back in"
              stayWords="Go on with the claim"
            />
          </>
        )}
      </FrontPage>
    </ToastProvider>
  );
}

type Parking = { readonly isIdle: boolean };

/**
 * Gives the screen back once everything that the form sent as it left the page has been answered: the lock would
 * refuse it. Where the program cannot be told, it is told again; it takes the screen back by itself meanwhile.
 */
function Parked({ isIdle }: Parking) {
  const client = useQueryClient();
  const saving = useIsMutating();
  const { mutate, isError } = useGiveBack();
  useEffect(() => {
    const wait = isError ? AGAIN_IN_MILLISECONDS : SETTLES_IN_MILLISECONDS;
    const timer = setTimeout(() => {
      if (client.isMutating() === 0) mutate(isIdle);
    }, wait);
    return () => clearTimeout(timer);
  }, [client, saving, mutate, isError, isIdle]);
  return null;
}

/** A save that waits for the one before it begins a moment after that has ended. */
const SETTLES_IN_MILLISECONDS = 50;
const AGAIN_IN_MILLISECONDS = 3_000;
