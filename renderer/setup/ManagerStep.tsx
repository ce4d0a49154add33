import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { FirstManager } from '#db/setup/setup.contract';
import { LeftIcon } from '../shared/icons.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { NewPassphraseFields } from '../users/NewPassphraseFields.tsx';
import { typedTwice } from '../users/typed-twice.ts';
import type { StepProps } from './SetupScreen.tsx';
import { useAddFirstManager, useSetupProgress } from './setup.queries.ts';
import { StepButtons } from './StepButtons.tsx';

const Manager = typedTwice(FirstManager, 'passphrase');

/** Makes the account of the person who looks after the centre, and signs that person in. */
export function ManagerStep(props: StepProps) {
  const add = useAddFirstManager();
  const progress = useSetupProgress();
  const form = useContractForm(
    Manager,
    { displayName: '', name: '', passphrase: '', again: '' },
    {
      onSubmit: async ({ displayName, name, passphrase }) => {
        await add.mutateAsync({ displayName, name, passphrase });
        await progress.refetch();
        props.onNext();
      },
    },
  );

  if (props.isDone) {
    return (
      <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Typography>{props.progress.managerName} is the first manager.</Typography>
        <Box sx={{ display: 'flex', gap: 1.5 }}>
          <Button size="large" variant="contained" onClick={props.onNext}>
            Continue
          </Button>
          {props.onBack === null ? null : (
            <Button size="large" startIcon={<LeftIcon />} onClick={props.onBack}>
              Back
            </Button>
          )}
        </Box>
      </Box>
    );
  }
  return (
    <ContractFormBody form={form}>
      <Typography>
        The manager sets the centre up: rooms, figures and accounts. You can add colleagues later.
      </Typography>
      <TextField
        name="displayName"
        label="Your name"
        hint="As it should appear on screen and paper"
        autoComplete="name"
      />
      <TextField
        name="name"
        label="Sign-in name"
        hint="Small letters without spaces, like ann.baker"
        autoComplete="username"
        spellCheck={false}
      />
      <NewPassphraseFields name="passphrase" againName="again" />
      <StepButtons words="Make the account" isSending={form.isSending} onBack={props.onBack} />
    </ContractFormBody>
  );
}
