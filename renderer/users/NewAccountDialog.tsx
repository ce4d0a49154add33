import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { ALL_ROLES } from '#db/shared/roles';
import { AddUser } from '#db/users/users.contract';
import { useToast } from '../app/toasts.tsx';
import { formatRole, ROLE_MEANINGS } from '../session/role-words.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { typedTwice } from './typed-twice.ts';
import { useAddUser } from './users.queries.ts';

const NewAccount = typedTwice(AddUser, 'passphrase');

/** Adds an account with a first passphrase, which its owner changes at the first sign-in. */
export function NewAccountDialog(props: { readonly onClose: () => void }) {
  const titleId = useId();
  const add = useAddUser();
  const { say } = useToast();
  const form = useContractForm(
    NewAccount,
    { displayName: '', name: '', role: 'desk', passphrase: '', again: '' },
    {
      onSubmit: async ({ displayName, name, role, passphrase }) => {
        const { outcome } = await add.mutateAsync({ displayName, name, role, passphrase });
        say({
          words:
            outcome === 'done'
              ? `${displayName} has an account.`
              : `The account of ${displayName} waits for a second person to confirm it.`,
        });
        props.onClose();
      },
    },
  );
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>Add an account</DialogTitle>
      <DialogContent>
        <ContractFormBody form={form}>
          <TextField
            name="displayName"
            label="Name"
            hint="As it should appear on screen and paper"
            takesFocus
          />
          <TextField
            name="name"
            label="Sign-in name"
            hint="Small letters without spaces, like ann.baker"
            spellCheck={false}
          />
          <SelectField
            name="role"
            label="Role"
            options={ALL_ROLES.map((role) => ({
              value: role,
              words: `${formatRole(role)}: ${ROLE_MEANINGS[role]}`,
            }))}
          />
          <NewPassphraseFields name="passphrase" againName="again" />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <Button type="submit" variant="contained" disabled={form.isSending}>
              Add the account
            </Button>
            <Button variant="outlined" onClick={props.onClose}>
              Close without adding
            </Button>
          </Box>
        </ContractFormBody>
      </DialogContent>
    </Dialog>
  );
}
