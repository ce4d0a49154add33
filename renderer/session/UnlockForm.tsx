import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { z } from 'zod';
import type { SignedIn } from '#db/session/session.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { SecretField } from './SecretField.tsx';
import { useSignOut, useUnlock } from './session.queries.ts';

const Unlock = z.object({ secret: z.string().min(1, 'Enter your PIN or passphrase.') });

/** The way back in for whoever locked the screen or lent it, and the way out for somebody else. */
export function UnlockForm(props: { readonly signedIn: SignedIn; readonly takesFocus?: boolean }) {
  const { signedIn } = props;
  const unlock = useUnlock();
  const signOut = useSignOut();
  const form = useContractForm(
    Unlock,
    { secret: '' },
    { onSubmit: ({ secret }) => unlock.mutateAsync(secret) },
  );

  return (
    <ContractFormBody form={form}>
      <SecretField
        name="secret"
        label={signedIn.hasPin ? 'PIN or passphrase' : 'Passphrase'}
        autoComplete="current-password"
        takesFocus={props.takesFocus ?? false}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Button type="submit" size="large" variant="contained" disabled={form.isSending}>
          Unlock the screen
        </Button>
        <Button size="large" variant="outlined" onClick={() => signOut.mutate()}>
          Sign in as someone else
        </Button>
      </Box>
    </ContractFormBody>
  );
}
