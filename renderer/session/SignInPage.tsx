import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetRecords } from '../app/query-client.ts';
import { useSession } from '../app/session-context.tsx';
import { FrontPage } from './FrontPage.tsx';
import { PracticeAccounts } from './PracticeAccounts.tsx';
import { SignInForm, useSignInForm } from './SignInForm.tsx';

/** Where everybody starts who is not signed in. */
export function SignInPage() {
  const client = useQueryClient();
  const { practiceAccounts } = useSession();
  const form = useSignInForm();
  useEffect(() => forgetRecords(client), [client]);

  return (
    <FrontPage title="Sign in">
      <Box sx={{ display: 'grid', gap: 4 }}>
        <SignInForm form={form} />
        {practiceAccounts.length === 0 ? null : (
          <PracticeAccounts
            accounts={practiceAccounts}
            onUse={(account) => {
              form.form.setValue('name', account.name, { shouldDirty: true });
              form.form.setValue('secret', account.passphrase, { shouldDirty: true });
              form.form.clearErrors();
              form.form.setFocus('secret');
            }}
          />
        )}
        <Box component="details">
          <Box component="summary" sx={{ minHeight: '2rem', cursor: 'pointer' }}>
            I cannot sign in
          </Box>
          <Typography sx={{ marginTop: 1 }}>
            After several wrong tries an account shuts for a while and opens again by itself. A
            manager can open it sooner under Settings, Accounts. Nobody can look up a passphrase,
            not even a manager.
          </Typography>
        </Box>
      </Box>
    </FrontPage>
  );
}
