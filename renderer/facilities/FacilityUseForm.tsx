import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useController, useWatch } from 'react-hook-form';
import type { Facility } from '#db/facilities/facilities.contract';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { AccessFeaturesField } from './AccessFeaturesField.tsx';
import { FacilityUseSchema, valuesOfUse } from './facility-use-values.ts';
import { useFacilities, useSetFacilityUse } from './facilities.queries.ts';

type Props = {
  readonly facility: Facility;
  readonly onSaved: (facility: Facility) => void;
  readonly onClose: () => void;
};

/** How a room is used: places, parts, access, approval, and the limits the centre has set itself. */
export function FacilityUseForm({ facility, onSaved, onClose }: Props) {
  const set = useSetFacilityUse();
  const form = useContractForm(FacilityUseSchema, valuesOfUse(facility), {
    draftKey: `facility.use.${facility.id}.${facility.version}`,
    onSubmit: async (use) =>
      onSaved(await set.mutateAsync({ ...use, id: facility.id, version: facility.version })),
  });
  const units = useWatch({ control: form.form.control, name: 'units' });
  return (
    <ContractFormBody form={form} label={`How ${facility.name} is used`}>
      <AccessFeaturesField name="accessFeatures" label="What does it have?" />
      <TextField
        name="directions"
        label="How do people get there?"
        hint="Bus stop, entrance, step-free way; printed on the confirmation"
        lines={2}
        isOptional
      />
      <CheckField name="needsApproval" label="A booking waits for an officer to approve it." />
      <Typography sx={{ fontWeight: 620 }}>
        Limits of the centre. One that is left empty is no rule.
      </Typography>
      <FieldRow>
        <NumberField name="longestHours" label="Longest booking" unit="hours" isOptional />
        <NumberField name="daysAhead" label="How far ahead?" unit="days" isOptional />
        <NumberField
          name="noticeOpenDays"
          label="Notice to cancel"
          hint="Open days; with less it counts as late"
          unit="days"
          isOptional
        />
        <NumberField name="minimumAge" label="Youngest age on one’s own" unit="years" isOptional />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="units"
          label="Places booked one by one"
          hint="1 for a room that is booked whole"
        />
        <TextField
          name="unitName"
          label="What is one place called?"
          hint="Such as computer"
          isOptional
          width="14rem"
        />
      </FieldRow>
      {/* What is booked place by place is neither a part nor made of parts. */}
      {units === 1 && <PartsField facility={facility} />}
      <FormButtons
        saveWords="Save the changes"
        closeWords="Close without saving"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

/** The rooms a hall is made of: who books the hall holds them all. */
function PartsField({ facility }: { readonly facility: Facility }) {
  const { field } = useController({ name: 'partIds' });
  const { id, error } = useFieldState('partIds');
  const rooms = (useFacilities().data ?? []).filter(
    (room) =>
      room.id !== facility.id && room.isActive && room.units === 1 && room.partIds.length === 0,
  );
  const ticked: readonly string[] = Array.isArray(field.value) ? field.value : [];
  if (rooms.length === 0) return null;
  return (
    <FieldFrame
      id={id}
      error={error}
      label="Which rooms is it made of?"
      hint="For a hall that can be divided: booking it holds its parts, and booking a part holds it"
      isOptional
      isGroup
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {rooms.map((room) => (
          <FormControlLabel
            key={room.id}
            label={room.name}
            control={
              <Checkbox
                checked={ticked.includes(room.id)}
                onChange={(_, isTicked) =>
                  field.onChange(
                    isTicked ? [...ticked, room.id] : ticked.filter((each) => each !== room.id),
                  )
                }
              />
            }
          />
        ))}
      </Box>
    </FieldFrame>
  );
}
