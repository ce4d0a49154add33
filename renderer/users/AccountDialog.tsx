import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { z } from 'zod';
import { ALL_ROLES, Role } from '#db/shared/roles';
import type { User } from '#db/users/users.contract';
import { useToast } from '../app/toasts.tsx';
import { formatRole, ROLE_MEANINGS } from '../session/role-words.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { AccountPersonForm } from './AccountPersonForm.tsx';
import { useAskChange, useUnlockAccount } from './users.queries.ts';

/** What a manager may do about one account: its role, stop or restart it, end a lock-out. */
export function AccountDialog(props: { readonly user: User; readonly onClose: () => void }) {
  const { user, onClose } = props;
  const titleId = useId();
  const askChange = useAskChange();
  const unlock = useUnlockAccount();
  const { say } = useToast();
  const [isStopping, setIsStopping] = useState(false);

  const ask = async (change: Parameters<typeof askChange.mutateAsync>[0]): Promise<void> => {
    const { outcome } = await askChange.mutateAsync(change);
    say({
      words:
        outcome === 'done'
          ? `The account of ${user.displayName} is changed.`
          : `The change for ${user.displayName} waits for a second person to confirm it.`,
    });
    onClose();
  };
  const form = useContractForm(
    z.object({ role: Role }),
    { role: user.role },
    { onSubmit: ({ role }) => ask({ kind: 'change-role', userId: user.id, role }) },
  );

  return (
    <>
      <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
        <DialogTitle id={titleId}>{user.displayName}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          {user.lockedUntil === null ? null : (
            <Box>
              <p>This account is shut after wrong tries.</p>
              <Button
                variant="outlined"
                onClick={() =>
                  unlock.mutate(user.id, {
                    onSuccess: () => {
                      say({ words: `${user.displayName} can sign in again.` });
                      onClose();
                    },
                  })
                }
              >
                Unlock the account
              </Button>
            </Box>
          )}
          <ContractFormBody form={form} label="Role">
            <SelectField
              name="role"
              label="Role"
              options={ALL_ROLES.map((role) => ({
                value: role,
                words: `${formatRole(role)}: ${ROLE_MEANINGS[role]}`,
              }))}
            />
            <Box>
              <Button type="submit" variant="contained" disabled={form.isSending}>
                Change the role
              </Button>
            </Box>
          </ContractFormBody>
          <AccountPersonForm user={user} onSaid={onClose} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <Button
              variant="outlined"
              color={user.isActive ? 'error' : 'primary'}
              onClick={() => setIsStopping(true)}
            >
              {user.isActive ? 'Stop the account' : 'Start the account again'}
            </Button>
            <Button variant="outlined" onClick={onClose}>
              Close without changing
            </Button>
          </Box>
        </DialogContent>
      </Dialog>
      <ConfirmDialog
        isOpen={isStopping}
        title={
          user.isActive
            ? `Stop the account of ${user.displayName}?`
            : `Start the account of ${user.displayName} again?`
        }
        confirmWords={user.isActive ? 'Stop the account' : 'Start the account'}
        keepWords="Leave it as it is"
        isDanger={user.isActive}
        onConfirm={() => ask({ kind: user.isActive ? 'stop' : 'restart', userId: user.id })}
        onClose={() => setIsStopping(false)}
      >
        {user.isActive
          ? 'Nobody can sign in with it any more. What the person did stays on record.'
          : 'The person can sign in again with the same passphrase.'}
      </ConfirmDialog>
    </>
  );
}
