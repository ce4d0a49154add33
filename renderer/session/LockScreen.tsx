import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import type { SignedIn } from '#db/session/session.contract';
import { closePanel } from '../app/panels.ts';
import { forgetRecords } from '../app/query-client.ts';
import { setBlanked } from '../app/privacy.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { FrontPage } from './FrontPage.tsx';
import { SecretField } from './SecretField.tsx';
import { useLockScreen, useSignOut, useUnlock } from './session.queries.ts';

const Unlock = z.object({ secret: z.string().min(1, 'Enter your PIN or passphrase.') });

/**
 * All that is left while the screen is locked: who locked it and a way back in. The desk is off the
 * page, and what it had read is forgotten; what was typed stays for its owner.
 */
export function LockScreen(props: { readonly signedIn: SignedIn }) {
  const { signedIn } = props;
  const unlock = useUnlock();
  const signOut = useSignOut();
  useCleanSlate();
  useTellAgain(signedIn.isLocked);

  const secretWords = signedIn.hasPin ? 'PIN or passphrase' : 'Passphrase';
  const form = useContractForm(
    Unlock,
    { secret: '' },
    { onSubmit: ({ secret }) => unlock.mutateAsync(secret) },
  );

  return (
    <FrontPage title="Locked">
      <Typography sx={{ marginBottom: 3 }}>
        This is the screen of {signedIn.displayName}. Nothing of what you were doing is lost.
      </Typography>
      <ContractFormBody form={form}>
        <SecretField name="secret" label={secretWords} autoComplete="current-password" takesFocus />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <Button type="submit" size="large" variant="contained" disabled={form.isSending}>
            Unlock the screen
          </Button>
          <Button size="large" variant="outlined" onClick={() => signOut.mutate()}>
            Sign in as someone else
          </Button>
        </Box>
      </ContractFormBody>
    </FrontPage>
  );
}

function useCleanSlate(): void {
  const client = useQueryClient();
  useEffect(() => {
    forgetRecords(client);
    closePanel();
    setBlanked(false);
  }, [client]);
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
