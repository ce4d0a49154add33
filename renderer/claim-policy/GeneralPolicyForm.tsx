import { useState } from 'react';
import type { GeneralPolicy, GeneralPolicyDetails } from '#db/claim-policy/claim-policy.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useEnterGeneral, usePreviewGeneral } from './claim-policy.queries.ts';
import { GeneralPolicyFields, generalPolicyFields } from './general-policy-values.ts';
import { type Planned, PolicyDialog } from './PolicyDialog.tsx';

/** Enters the limits that hold for every claim from a day on, after showing what they change. */
export function GeneralPolicyForm(props: {
  readonly policy: GeneralPolicy;
  readonly onClose: () => void;
}) {
  const { policy, onClose } = props;
  const today = useToday();
  const { say } = useToast();
  const preview = usePreviewGeneral();
  const enter = useEnterGeneral();
  const [planned, setPlanned] = useState<Planned<GeneralPolicyDetails> | null>(null);
  const form = useContractForm(GeneralPolicyFields, generalPolicyFields(policy, today), {
    draftKey: 'policy.general',
    keepsDraft: () => true,
    onSubmit: async (details) => {
      const { changes } = await preview.mutateAsync(details);
      setPlanned({ details, changes });
    },
  });

  async function enterPlanned(details: GeneralPolicyDetails): Promise<void> {
    await enter.mutateAsync(details);
    form.startAgain();
    say({ words: `The limits from ${formatDateNoWeekday(details.from)} are entered.` });
    onClose();
  }

  return (
    <PolicyDialog
      title="Limits for every claim"
      what="Limits for every claim"
      form={form}
      planned={planned}
      onEnter={enterPlanned}
      onGoOn={() => setPlanned(null)}
      onClose={onClose}
    >
      <LocalDateField
        name="from"
        label="From which day do they hold?"
        hint="Today or later: days that are over keep what they had"
      />
      <TextField
        name="eligibleActivityKinds"
        label="Which activities count?"
        hint="One kind on each line, as on the activity itself. Empty means: every kind"
        lines={3}
      />
      <FieldRow>
        <NumberField
          name="timeLimitDays"
          label="Days in which to claim"
          hint="Empty means: no limit"
        />
        <NumberField
          name="promisedWorkingDays"
          label="Working days in which we decide"
          hint="Empty means: not promised"
        />
      </FieldRow>
      <FieldRow>
        <TextField name="monthLimitPence" label="Most in a month (£)" width="10rem" />
        <TextField name="yearLimitPence" label="Most in a year (£)" width="10rem" />
        <TextField
          name="secondApproverAbovePence"
          label="Second approver above (£)"
          width="10rem"
        />
        <TextField name="cashLimitPence" label="Most in cash at the desk (£)" width="10rem" />
      </FieldRow>
      <CheckField name="mileageExemptFromReceipt" label="Miles need no receipt" />
      <CheckField name="entererMayVerify" label="Whoever entered a claim may check it too" />
      <TextField
        name="principle"
        label="The council’s principle"
        hint="Stands on the sheet, and where somebody is left out of pocket"
        isOptional
        lines={2}
      />
    </PolicyDialog>
  );
}
