import { useWatch } from 'react-hook-form';
import type { Facility } from '#db/facilities/facilities.contract';
import type { Usage } from '#db/usage/usage.contract';
import { useNow } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { newRecordValues, RecordFormSchema } from './usage-form-values.ts';
import { useRecordUsage } from './usage.queries.ts';
import { WhoUses } from './WhoUses.tsx';

type Props = {
  readonly facility: Facility | undefined;
  readonly onSaved: (usage: Usage, warnings: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Enters a use that is over: pages copied, or a session that nobody entered in time. */
export function RecordUseForm({ facility, onSaved, onClose }: Props) {
  const record = useRecordUsage();
  const now = useNow();
  const walkIns = (useFacilities().data ?? []).filter(isWalkIn);
  const form = useContractForm(RecordFormSchema, newRecordValues(facility, now), {
    draftKey: 'usage.record',
    onSubmit: async (used) => {
      const { usage, warnings } = await record.mutateAsync(used);
      onSaved(usage, warnings);
    },
  });
  const facilityId = useWatch({ control: form.form.control, name: 'facilityId' });
  const chosen = walkIns.find((each) => each.id === facilityId);
  return (
    <ContractFormBody form={form} label="Enter a use">
      <SelectField
        name="facilityId"
        label="What was used?"
        emptyWords="Choose what was used"
        options={walkIns.map((each) => ({ value: each.id, words: each.name }))}
      />
      <WhoUses minimumAge={chosen?.minimumAge ?? null} takesFocus />
      <FieldRow>
        <NumberField name="copies" label="Pages, all of them" unit="pages" isOptional />
        <NumberField name="colourCopies" label="Of these in colour" unit="pages" isOptional />
        <NumberField name="minutes" label="How long?" unit="minutes" isOptional />
      </FieldRow>
      <FieldRow>
        <LocalDateField name="date" label="Which day?" />
        <TimeField name="time" label="From when?" />
      </FieldRow>
      <TextField name="notes" label="Notes" isOptional isPersonal />
      <FormButtons
        saveWords="Enter the use"
        closeWords="Close without entering"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

/** What people use as they come: whatever is not booked whole, and everything with places of its own. */
export function isWalkIn(facility: Facility): boolean {
  return facility.isActive && (!facility.isBookable || facility.units > 1);
}
