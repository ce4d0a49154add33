import { z } from 'zod';
import { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { Person } from '#db/people/people.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';
import { useToday } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FieldRow } from '../../shared/FieldRow.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { SelectField } from '../../shared/SelectField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useAgreeTravelPlan } from './plans.queries.ts';

const Agreed = z.object({
  words: Line.min(1, 'Say what was agreed.').max(300, 'Use 300 characters or fewer.'),
  kind: CostKind,
  why: Lines.max(1000, 'Use 1,000 characters or fewer.'),
  from: LocalDate,
  until: LocalDate.nullable(),
});

const KINDS = [
  { value: 'taxi', words: 'Taxi' },
  { value: 'car', words: 'Own car' },
  { value: 'passenger', words: 'With somebody who drives them' },
  { value: 'train', words: 'Train' },
  { value: 'parking', words: 'Parking' },
] as const;

/** Agrees with somebody how they travel. What was agreed is for the desk, why is for nobody who does not need it. */
export function AgreePlanForm(props: { readonly person: Person; readonly onClose: () => void }) {
  const { person, onClose } = props;
  const agree = useAgreeTravelPlan();
  const { say } = useToast();
  const today = useToday();
  const form = useContractForm(
    Agreed,
    { words: '', kind: 'taxi', why: '', from: today, until: null },
    {
      onSubmit: async ({ kind, ...plan }) => {
        await agree.mutateAsync({ personId: person.id, kinds: [kind], ...plan });
        say({ words: `Agreed with ${person.name}.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title="Agree a way of travelling" onClose={onClose}>
      <ContractFormBody form={form} label="What is agreed">
        <TextField
          name="words"
          label="What is agreed?"
          hint="Such as: by taxi after dark. The desk reads this."
          isPersonal
        />
        <SelectField name="kind" label="Which cost is it about?" options={KINDS} />
        <TextField
          name="why"
          label="Why?"
          isOptional
          hint="Kept sealed. Only officers and managers can read it, and each look stands on record."
          lines={2}
          isPersonal
        />
        <FieldRow>
          <LocalDateField name="from" label="From which day?" />
          <LocalDateField name="until" label="Last day" isOptional />
        </FieldRow>
        <FormButtons
          saveWords="Keep what is agreed"
          closeWords="Close and agree nothing"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
