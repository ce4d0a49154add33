import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { z } from 'zod';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { TextField } from '../shared/TextField.tsx';
import { type ContractForm, useContractForm } from '../shared/use-contract-form.ts';
import { SecretField } from './SecretField.tsx';
import { useSignIn } from './session.queries.ts';

const SignIn = z.object({
  name: z.string().trim().min(1, 'Enter your sign-in name, like ann.baker.'),
  secret: z.string().min(1, 'Enter your passphrase.'),
});
type SignIn = z.infer<typeof SignIn>;

/** The form's state, so that a practice account can be filled in from beside it. */
export function useSignInForm(name = ''): ContractForm<SignIn, SignIn> {
  const signIn = useSignIn();
  return useContractForm(
    SignIn,
    { name, secret: '' },
    { onSubmit: (given) => signIn.mutateAsync(given) },
  );
}

export function SignInForm(props: { readonly form: ContractForm<SignIn, SignIn> }) {
  const { form } = props;
  return (
    <ContractFormBody form={form}>
      <TextField
        name="name"
        label="Sign-in name"
        autoComplete="username"
        spellCheck={false}
        takesFocus
        width="24rem"
      />
      <SecretField name="secret" label="Passphrase" autoComplete="current-password" />
      <Box>
        <Button type="submit" size="large" variant="contained" disabled={form.isSending}>
          Sign in
        </Button>
      </Box>
    </ContractFormBody>
  );
}
