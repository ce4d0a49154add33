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
  const [opened, setOpened] = useState<OpenedPractice | null>(null);
  const form = useContractForm(
    Centres,
    { real: true, practice: false },
    {
      onSubmit: async (chosen) => {
        // The practice centre opens once; with its address read, the real one is set up.
        if (opened?.isReal === true && chosen.real) return props.onNext();
        if (chosen.practice) props.onStay();
        const { practiceAddress } = await choose.mutateAsync(chosen);
        if (practiceAddress === null) props.onNext();
        else setOpened({ address: practiceAddress, isReal: chosen.real });
      },
    },
  );

  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <ContractFormBody form={form}>
        <CentreChoices />
        {opened === null ? null : <PracticeIsOpen {...opened} />}
        <StepButtons words="Continue" isSending={form.isSending} onBack={props.onBack} />
      </ContractFormBody>
    </Box>
  );
}

type OpenedPractice = { readonly address: string; readonly isReal: boolean };

/** Where the practice centre opened. Its address is known only now, so the page stays until it was read. */
function PracticeIsOpen(props: OpenedPractice) {
  return (
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
      {props.address === '' ? (
        // The desktop program has no address to go to: it has opened a window.
        'The practice centre opens in a window of its own.'
      ) : (
        <>
          The practice centre is open:{' '}
          <Link color="inherit" href={props.address} target="_blank" rel="noreferrer">
            go to the practice centre
          </Link>
          .
        </>
      )}{' '}
      {props.isReal
        ? 'Then come back here and continue with the real one.'
        : 'From now on TRC Desk starts with it. To set up the real centre too, tick it above and continue.'}
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
