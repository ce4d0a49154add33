import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { z } from 'zod';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import type { StepProps } from './SetupScreen.tsx';
import { useChooseCentres } from './setup.queries.ts';
import { StepButtons } from './StepButtons.tsx';

const Centres = z
  .object({ real: z.boolean(), practice: z.boolean() })
  .refine((chosen) => chosen.real || chosen.practice, {
    path: ['real'],
    message: 'Choose the real centre, the practice centre, or both.',
  });

/** The real centre, the practice centre with made-up people, or both. */
export function CentresStep(props: StepProps) {
  const choose = useChooseCentres();
  const [practiceAddress, setPracticeAddress] = useState<string | null>(null);
  const form = useContractForm(
    Centres,
    { real: true, practice: false },
    {
      onSubmit: async (chosen) => {
        const outcome = await choose.mutateAsync(chosen);
        setPracticeAddress(outcome.practiceAddress);
        // With the practice centre open, its address stays on this page until it was read.
        if (outcome.practiceAddress === null) props.onNext();
      },
    },
  );

  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {practiceAddress === null ? null : (
        <Box
          role="status"
          sx={(theme) => ({
            padding: 2,
            borderRadius: 1.5,
            border: `2px solid ${theme.trc.practice.line}`,
            backgroundColor: theme.trc.practice.ground,
            color: theme.trc.practice.ink,
          })}
        >
          The practice centre is open beside this one:{' '}
          <Link color="inherit" href={practiceAddress} target="_blank" rel="noreferrer">
            go to the practice centre
          </Link>
          . Then come back here and continue.
        </Box>
      )}
      <ContractFormBody form={form}>
        <CentreChoices />
        <StepButtons words="Continue" isSending={form.isSending} onBack={props.onBack} />
      </ContractFormBody>
    </Box>
  );
}

function CentreChoices() {
  const { id, error } = useFieldState('real');
  return (
    <FieldFrame isGroup id={id} error={error} label="What would you like to open?">
      <Box sx={{ display: 'grid', gap: 1.5, marginTop: 1 }}>
        <BigChoice
          name="real"
          title="Real centre, empty"
          words="For your own bookings, groups and people."
        />
        <BigChoice
          name="practice"
          title="Practice centre"
          words="With made-up people and bookings to try things on. It has an amber bar and prints PRACTICE on every page."
        />
      </Box>
    </FieldFrame>
  );
}

function BigChoice(props: {
  readonly name: string;
  readonly title: string;
  readonly words: string;
}) {
  const { field } = useController({ name: props.name });
  const isTicked = field.value === true;
  return (
    <Box
      sx={(theme) => ({
        borderRadius: 1.5,
        border: `2px solid ${isTicked ? theme.palette.primary.main : theme.trc.line}`,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <FormControlLabel
        sx={{ margin: 0, padding: 1.5, width: '100%', alignItems: 'flex-start' }}
        control={<Checkbox checked={isTicked} onChange={(_, ticked) => field.onChange(ticked)} />}
        label={
          <Box sx={{ paddingBlock: 0.75 }}>
            <Box sx={{ fontWeight: 660, fontSize: '1.1875rem' }}>{props.title}</Box>
            <Box sx={{ color: 'text.secondary' }}>{props.words}</Box>
          </Box>
        }
      />
    </Box>
  );
}
