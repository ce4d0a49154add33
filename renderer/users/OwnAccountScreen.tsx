import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { Passphrase, Pin } from '#db/users/users.contract';
import { useSession } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { formatRole, ROLE_MEANINGS } from '../session/role-words.ts';
import { SecretField } from '../session/SecretField.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FactList } from '../shared/FactList.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { typedTwice } from './typed-twice.ts';
import { useSetOwnPassphrase, useSetOwnPin } from './users.queries.ts';

const CURRENT = z.string().min(1, 'Enter the passphrase you use now.');
const NewPassphrase = typedTwice(z.object({ current: CURRENT, next: Passphrase }), 'next');
const NewPin = typedTwice(z.object({ passphrase: CURRENT, pin: Pin }), 'pin');

/** The person's own passphrase and PIN. */
export function OwnAccountScreen() {
  const { signedIn } = useSession();
  if (signedIn === null) return null;
  return (
    <>
      <PageHeader title="My passphrase and PIN" actions={<BackToSettings />} />
      <Box sx={{ display: 'grid', gap: 5, maxWidth: '44rem' }}>
        <FactList
          facts={[
            { label: 'Name', value: signedIn.displayName },
            { label: 'Sign-in name', value: signedIn.name },
            {
              label: 'Role',
              value: `${formatRole(signedIn.role)}. ${ROLE_MEANINGS[signedIn.role]}`,
            },
          ]}
        />
        <PinForm hasPin={signedIn.hasPin} />
        <PassphraseForm />
      </Box>
    </>
  );
}

function PassphraseForm() {
  const setOwn = useSetOwnPassphrase();
  const { say } = useToast();
  const form = useContractForm(
    NewPassphrase,
    { current: '', next: '', again: '' },
    {
      onSubmit: async ({ current, next }) => {
        await setOwn.mutateAsync({ current, next });
        say({ words: 'Your new passphrase is set.' });
        form.startAgain();
      },
    },
  );
  return (
    <Box component="section" aria-labelledby="own-passphrase">
      <Typography id="own-passphrase" variant="h2" sx={{ marginBottom: 1.5 }}>
        Change my passphrase
      </Typography>
      <ContractFormBody form={form} label="Change my passphrase">
        <SecretField
          name="current"
          label="Passphrase you use now"
          autoComplete="current-password"
        />
        <NewPassphraseFields name="next" againName="again" />
        <Box>
          <Button type="submit" variant="contained" disabled={form.isSending}>
            Change my passphrase
          </Button>
        </Box>
      </ContractFormBody>
    </Box>
  );
}

function PinForm(props: { readonly hasPin: boolean }) {
  const setOwn = useSetOwnPin();
  const { say } = useToast();
  const form = useContractForm(
    NewPin,
    { passphrase: '', pin: '', again: '' },
    {
      onSubmit: async ({ passphrase, pin }) => {
        await setOwn.mutateAsync({ passphrase, pin });
        say({
          words:
            'Your PIN is set. It unlocks a locked screen; to sign in you still need the passphrase.',
        });
        form.startAgain();
      },
    },
  );
  return (
    <Box component="section" aria-labelledby="own-pin">
      <Typography id="own-pin" variant="h2">
        {props.hasPin ? 'Change my PIN' : 'Set a PIN'}
      </Typography>
      <Typography sx={{ marginBottom: 1.5 }}>
        A PIN of 6 to 12 numbers unlocks this screen quickly. You sign in with your passphrase as
        before.
      </Typography>
      <ContractFormBody form={form} label="PIN">
        <SecretField name="passphrase" label="Your passphrase" autoComplete="current-password" />
        <SecretField name="pin" label="New PIN" autoComplete="off" inputMode="numeric" />
        <SecretField
          name="again"
          label="Type the PIN again"
          autoComplete="off"
          inputMode="numeric"
        />
        <Box>
          <Button type="submit" variant="contained" disabled={form.isSending}>
            Set the PIN
          </Button>
        </Box>
      </ContractFormBody>
    </Box>
  );
}
