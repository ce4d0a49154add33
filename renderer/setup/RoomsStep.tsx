import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSession } from '../app/session-context.tsx';
import { SignInForm, useSignInForm } from '../session/SignInForm.tsx';
import { WeekHoursInForm } from '../settings/WeekHoursInForm.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { CentreForm, newCentreForm, toDescription } from './centre-form.ts';
import { keepFirstRunOnScreen } from './first-run-on-screen.ts';
import { RoomFields } from './RoomFields.tsx';
import type { StepProps } from './SetupScreen.tsx';
import { useDescribeCentre } from './setup.queries.ts';
import { StepButtons } from './StepButtons.tsx';

/** Name, address, rooms and hours of the centre; only the manager who was just made may enter them. */
export function RoomsStep(props: StepProps) {
  const { signedIn } = useSession();
  return signedIn === null ? <SignInAgain {...props} /> : <CentreAndRooms {...props} />;
}

/** After closing in the middle, the manager signs in to go on. */
function SignInAgain(props: StepProps) {
  const form = useSignInForm();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>
        Sign in as {props.progress.managerName ?? 'the first manager'} to go on where you stopped.
      </Typography>
      <SignInForm form={form} />
    </Box>
  );
}

function CentreAndRooms(props: StepProps) {
  const { presets, chosenPresetId } = props.progress;
  const describe = useDescribeCentre();
  const form = useContractForm(
    CentreForm,
    newCentreForm(presets.find((preset) => preset.id === chosenPresetId)),
    {
      draftKey: 'setup.rooms',
      onSubmit: async (typed) => {
        keepFirstRunOnScreen(true);
        try {
          await describe.mutateAsync(toDescription(typed));
        } catch (error) {
          keepFirstRunOnScreen(false);
          throw error;
        }
      },
    },
  );

  return (
    <ContractFormBody form={form}>
      <TextField name="name" label="Name of the centre" hint="As it should stand on letters" />
      <TextField
        name="address"
        label="Address"
        hint="One line below the other"
        lines={4}
        isOptional
      />
      <TextField name="phone" label="Phone" inputMode="tel" width="16rem" isOptional />
      <Typography variant="h2">Rooms and services</Typography>
      <RoomFields />
      <Typography variant="h2">Office hours</Typography>
      <WeekHoursInForm
        name="officeHours"
        label="When is the unit staffed?"
        hint="Bookings outside these hours are marked ‘out of hours’."
        unknownLabel="Not known yet"
      />
      <StepButtons words="Finish setting up" isSending={form.isSending} onBack={props.onBack} />
    </ContractFormBody>
  );
}
