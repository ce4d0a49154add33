import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { LookChoices } from '../app/LookChoices.tsx';
import { getLook } from '../app/look.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import type { StepProps } from './SetupScreen.tsx';
import { useSaveComfort } from './setup.queries.ts';
import { StepButtons } from './StepButtons.tsx';

/** Text size and colours come first, because they decide who can do the rest. */
export function ComfortStep(props: StepProps) {
  const save = useSaveComfort();
  const form = useContractForm(
    z.object({}),
    {},
    {
      onSubmit: async () => {
        const { textSize, theme } = getLook();
        await save.mutateAsync({ textSize, theme });
        props.onNext();
      },
    },
  );
  return (
    <ContractFormBody form={form}>
      <Typography>Choose what is easy to read. You can change it on every page later.</Typography>
      <Box
        sx={(theme) => ({
          padding: 2,
          borderRadius: 1.5,
          border: `1px solid ${theme.trc.line}`,
          backgroundColor: theme.palette.background.paper,
        })}
      >
        <Typography sx={{ fontWeight: 650 }}>How it will look</Typography>
        <Typography>
          Main hall is free on Tuesday 24 November from 6:30pm to 8:30pm. Shall I book it for Oak
          Estate?
        </Typography>
      </Box>
      <LookChoices />
      <StepButtons words="Continue" isSending={form.isSending} onBack={props.onBack} />
    </ContractFormBody>
  );
}
