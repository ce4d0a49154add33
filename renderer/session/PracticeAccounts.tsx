import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { CurrentSession } from '#db/session/session.contract';
import { formatRole, ROLE_MEANINGS } from './role-words.ts';

type PracticeAccount = CurrentSession['practiceAccounts'][number];

/** The accounts of the practice centre, each with the button that fills it in. */
export function PracticeAccounts(props: {
  readonly accounts: readonly PracticeAccount[];
  readonly onUse: (account: PracticeAccount) => void;
}) {
  const headingId = useId();
  return (
    <Box component="section" aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2">
        Practice accounts
      </Typography>
      <Typography color="textSecondary">
        Made-up people, one for each kind of work. A button fills in the form above.
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', padding: 0, margin: 0, marginTop: 1 }}>
        {props.accounts.map((account) => (
          <Box
            component="li"
            key={account.name}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 2,
              rowGap: 0.5,
              paddingBlock: 1,
              borderTop: '1px solid',
              borderColor: 'divider',
            }}
          >
            <Box sx={{ flex: '1 1 15rem' }}>
              <Box sx={{ fontWeight: 620 }}>{account.displayName}</Box>
              <Typography variant="body2" color="textSecondary">
                {formatRole(account.role)}. {ROLE_MEANINGS[account.role]}
              </Typography>
              <Typography variant="body2">
                Sign-in name <strong>{account.name}</strong>, passphrase{' '}
                <strong>{account.passphrase}</strong>
              </Typography>
            </Box>
            <Button
              variant="outlined"
              onClick={() => props.onUse(account)}
              aria-label={`Fill in ${account.displayName}`}
            >
              Fill in
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
