import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useController, useFormState } from 'react-hook-form';
import { type Facility, FacilityKind } from '#db/facilities/facilities.contract';
import { ApiError } from '../app/api-client.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddFacility, useChangeFacility, useFacilities } from './facilities.queries.ts';
import {
  FACILITY_KIND_WORDS,
  FacilityFormSchema,
  valuesOfFacility,
} from './facility-form-values.ts';
import { WeekHoursField } from './WeekHoursField.tsx';
import { readWeekHours, type WeekHoursDraft } from './week-hours-draft.ts';

type FacilityFormProps = {
  /** The room to change; without it a new one is added. */
  readonly facility?: Facility;
  readonly onSaved: (facility: Facility) => void;
  readonly onClose: () => void;
};

const KIND_OPTIONS = FacilityKind.options.map((value) => ({
  value,
  words: FACILITY_KIND_WORDS[value],
}));
const USE_OPTIONS = [
  { value: 'bookable', words: 'It is booked' },
  { value: 'walk-in', words: 'People walk in; it is booked only outside office hours' },
];

/** A room or service: what it is, whether it is booked, whom it holds and when it is open. */
export function FacilityForm({ facility, onSaved, onClose }: FacilityFormProps) {
  const add = useAddFacility();
  const change = useChangeFacility();
  const facilities = useFacilities();
  // Frozen while the form is open: another person's change must be seen before it is saved over.
  const [openedVersion] = useState(facility?.version ?? 0);
  const [version, setVersion] = useState(openedVersion);
  const isNew = facility === undefined;

  const form = useContractForm(FacilityFormSchema, valuesOfFacility(facility), {
    draftKey: isNew ? 'facility.new' : `facility.change.${facility.id}.${openedVersion}`,
    onSubmit: async ({ isActive, ...details }) => {
      if (isNew) return onSaved(await add.mutateAsync(details));
      try {
        onSaved(await change.mutateAsync({ ...details, isActive, id: facility.id, version }));
      } catch (error) {
        if (error instanceof ApiError && error.code === 'facility.changed-by-someone-else') {
          const fresh = await facilities.refetch();
          setVersion(fresh.data?.find((each) => each.id === facility.id)?.version ?? version);
        }
        throw error;
      }
    },
  });

  return (
    <ContractFormBody form={form} label={isNew ? 'New room' : 'Change the room'}>
      {!isNew && version !== openedVersion && (
        <Typography role="status">
          The room in the list behind this form is as the other person left it. Saving here puts
          what stands in this form in its place.
        </Typography>
      )}
      <TextField name="name" label="Name people use for it" takesFocus={isNew} />
      <SelectField name="kind" label="What is it?" options={KIND_OPTIONS} />
      <SelectField name="isBookable" label="How is it used?" options={USE_OPTIONS} />
      <NumberField
        name="capacity"
        label="How many people does it hold?"
        hint="Bookings for more people are refused"
        unit="people"
        isOptional
      />
      <HoursField />
      {!isNew && (
        <CheckField name="isActive" label="In use. Without the tick it takes no new bookings." />
      )}
      <FormButtons
        saveWords={isNew ? 'Add the room' : 'Save the changes'}
        closeWords={isNew ? 'Close without adding' : 'Close without saving'}
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

function HoursField() {
  const { field } = useController({ name: 'hours' });
  const { id } = useFieldState('hours');
  const { isSubmitted } = useFormState();
  const draft = field.value as WeekHoursDraft;
  return (
    <WeekHoursField
      id={id}
      label="Opening hours"
      hint="Outside them the room cannot be booked. Type times as you like: 9, 9.30, 21:00."
      unknownLabel="The opening hours are not known yet"
      value={draft}
      onChange={field.onChange}
      problems={isSubmitted ? readWeekHours(draft).problems : []}
    />
  );
}
