import { useWatch } from 'react-hook-form';
import type { Venue } from '#db/venues/venues.contract';
import { AccessFeaturesField } from '../facilities/AccessFeaturesField.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddVenue, useChangeVenue } from './venues.queries.ts';
import { valuesOfVenue, VenueFormSchema } from './venue-form-values.ts';

type Props = {
  /** The venue to change; without it a new one is added. */
  readonly venue?: Venue;
  readonly onSaved: (venue: Venue) => void;
  readonly onClose: () => void;
};

const MANAGED_BY = [
  { value: 'council', words: 'The council' },
  { value: 'group', words: 'A group' },
];

/** A place other than the centre: who decides about it, and how it can be reached. */
export function VenueForm({ venue, onSaved, onClose }: Props) {
  const add = useAddVenue();
  const change = useChangeVenue();
  const isNew = venue === undefined;
  const form = useContractForm(VenueFormSchema, valuesOfVenue(venue), {
    draftKey: isNew ? 'venue.new' : `venue.change.${venue.id}.${venue.version}`,
    onSubmit: async ({ isActive, ...details }) =>
      onSaved(
        isNew
          ? await add.mutateAsync(details)
          : await change.mutateAsync({
              ...details,
              id: venue.id,
              isActive,
              version: venue.version,
            }),
      ),
  });
  const managedBy = useWatch({ control: form.form.control, name: 'managedBy' });
  return (
    <ContractFormBody form={form} label={isNew ? 'New venue' : 'Change the venue'}>
      <TextField name="name" label="Name people use for it" takesFocus={isNew} />
      <TextField name="address" label="Address" lines={3} isOptional />
      <SelectField
        name="managedBy"
        label="Who manages it?"
        hint="A venue that a group manages is not booked at this desk"
        options={MANAGED_BY}
      />
      {managedBy === 'group' && <WhoField name="group" label="Which group?" from="groups" />}
      <AccessFeaturesField name="accessFeatures" label="What does it have?" />
      <TextField
        name="conditions"
        label="Conditions of use"
        hint="Printed with it, one point on each line"
        lines={4}
        isOptional
      />
      {!isNew && <CheckField name="isActive" label="It is still in use." />}
      <FormButtons
        saveWords={isNew ? 'Add the venue' : 'Save the changes'}
        closeWords={isNew ? 'Close without adding' : 'Close without saving'}
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
