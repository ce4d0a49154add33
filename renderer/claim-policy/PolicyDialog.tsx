import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { LocalDate } from '#db/shared/local-date';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import type { ContractForm } from '../shared/use-contract-form.ts';
import { PlannedChange } from './PlannedChange.tsx';

/** A version as it would be entered, with what it changes in words. */
export type Planned<Details> = {
  readonly details: Details;
  readonly changes: readonly string[];
};

/** Where a policy is entered: its fields, by whom it was decided, and what it changes before it holds. */
export function PolicyDialog<
  In extends FieldValues,
  Details extends { readonly from: LocalDate },
>(props: {
  readonly title: string;
  /** What the policy is about, as the question before it is entered says it. */
  readonly what: string;
  readonly form: ContractForm<In, Details>;
  readonly planned: Planned<Details> | null;
  readonly onEnter: (details: Details) => Promise<void>;
  /** Goes on changing what was planned. */
  readonly onGoOn: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, form, planned } = props;
  return (
    <FormDialog title={title} width="md" onClose={props.onClose}>
      <ContractFormBody form={form} label={title}>
        {props.children}
        <TextField
          name="source"
          label="Where is it decided?"
          hint="For example the meeting and its day"
        />
        <FormButtons
          saveWords="Show what changes"
          closeWords="Close without entering"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={props.onClose}
        />
      </ContractFormBody>
      {planned !== null && (
        <PlannedChange
          what={props.what}
          from={planned.details.from}
          changes={planned.changes}
          onEnter={() => props.onEnter(planned.details)}
          onClose={props.onGoOn}
        />
      )}
    </FormDialog>
  );
}
