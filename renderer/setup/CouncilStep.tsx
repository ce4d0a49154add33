import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useController, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PresetCard } from '#db/setup/setup.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { PresetContents } from './PresetContents.tsx';
import type { StepProps } from './SetupScreen.tsx';
import { useChooseCouncil } from './setup.queries.ts';
import { StepButtons } from './StepButtons.tsx';

const Council = z.object({
  presetId: z.string().min(1, 'Choose your council, or start from a blank sheet.'),
});

/** Chooses the council's paper, and shows what it fills in and what it leaves open. */
export function CouncilStep(props: StepProps) {
  const { presets, chosenPresetId } = props.progress;
  const choose = useChooseCouncil();
  const form = useContractForm(
    Council,
    { presetId: chosenPresetId ?? '' },
    {
      onSubmit: async ({ presetId }) => {
        if (!props.isDone || presetId !== chosenPresetId) await choose.mutateAsync(presetId);
        props.onNext();
      },
    },
  );
  return (
    <ContractFormBody form={form}>
      <PresetChoices presets={presets} />
      <ChosenPreset presets={presets} />
      <StepButtons words="Use these figures" isSending={form.isSending} onBack={props.onBack} />
    </ContractFormBody>
  );
}

function ChosenPreset(props: { readonly presets: readonly PresetCard[] }) {
  const presetId: unknown = useWatch({ name: 'presetId' });
  const preset = props.presets.find((candidate) => candidate.id === presetId);
  return preset === undefined ? null : <PresetContents preset={preset} />;
}

function PresetChoices(props: { readonly presets: readonly PresetCard[] }) {
  const { field } = useController({ name: 'presetId' });
  const { id, error } = useFieldState('presetId');
  return (
    <FieldFrame
      isGroup
      id={id}
      error={error}
      label="Which council’s paper do you work by?"
      hint="It fills in figures and rules, each with its date and source. You can change every one of them later."
    >
      <RadioGroup
        name={field.name}
        value={field.value}
        onChange={(_, value) => field.onChange(value)}
        sx={{ display: 'grid', gap: 1.5, marginTop: 1 }}
      >
        {props.presets.map((preset) => (
          <Box
            key={preset.id}
            sx={(theme) => ({
              borderRadius: 1.5,
              border: `2px solid ${preset.id === field.value ? theme.palette.primary.main : theme.trc.line}`,
              backgroundColor: theme.palette.background.paper,
            })}
          >
            <FormControlLabel
              value={preset.id}
              control={<Radio />}
              sx={{ margin: 0, padding: 1.5, width: '100%', alignItems: 'flex-start' }}
              label={
                <Box sx={{ paddingBlock: 0.75 }}>
                  <Box sx={{ fontWeight: 660, fontSize: '1.1875rem' }}>{preset.council}</Box>
                  <Box sx={{ color: 'text.secondary' }}>
                    {[preset.title, preset.period].filter((words) => words !== '').join(', ')}
                  </Box>
                </Box>
              }
            />
          </Box>
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}
