import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import { plainFigures } from '#db/payees/bank.rules';
import {
  CAME_BY_WORDS,
  CameBy,
  METHOD_WORDS,
  type Payee,
  PaymentMethod,
} from '#db/payees/payees.contract';
import type { Party } from '#db/people/party.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { DetailsFormSchema, NO_DETAILS } from './details-form-values.ts';
import { useAddDetails } from './payees.queries.ts';

type Props = {
  readonly of: Party;
  readonly name: string;
  /** Null where nobody has entered how they are paid. */
  readonly payee: Payee | null;
  readonly onSaved: (payee: Payee, notes: readonly string[]) => void;
  readonly onClose: () => void;
};

const METHODS = PaymentMethod.options.map((value) => ({ value, words: METHOD_WORDS[value] }));
const WAYS = CameBy.options.map((value) => ({ value, words: CAME_BY_WORDS[value] }));

/** New bank details. What is typed is kept through a refusal and nowhere else: it is no draft (P12). */
export function DetailsForm({ of, name, payee, onSaved, onClose }: Props) {
  const add = useAddDetails();
  const form = useContractForm(DetailsFormSchema, NO_DETAILS, {
    onSubmit: async (entered) => {
      const saved = await add.mutateAsync({ ...entered, of, version: payee?.version ?? 0 });
      onSaved(saved.payee, saved.notes);
    },
  });
  const method = useWatch({ control: form.form.control, name: 'method' });
  return (
    <FormDialog title={`Bank details of ${name}`} onClose={onClose}>
      <ContractFormBody form={form} label="Bank details">
        <Typography>
          A second person rings {name} back on a number we had before. Nothing is paid until then.
        </Typography>
        <SelectField name="method" label="How are they paid?" options={METHODS} />
        {method === 'bank-transfer' && <AccountFields />}
        {method === 'cheque' && (
          <TextField name="payableTo" label="Cheque made out to" isPersonal />
        )}
        <SelectField name="cameBy" label="How did this reach us?" options={WAYS} />
        <TextField
          name="why"
          label="Why are they entered or changed?"
          hint="In words, without any number of the account"
          isPersonal
        />
        <FormButtons
          saveWords="Enter the details"
          closeWords="Close without entering"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

function AccountFields() {
  const typed: unknown = useWatch({ name: 'accountNumber' });
  const hasSevenFigures = typeof typed === 'string' && /^\d{7}$/.test(plainFigures(typed));
  return (
    <>
      <TextField
        name="accountName"
        label="Name of the account"
        hint="As the bank has it"
        isPersonal
        spellCheck={false}
      />
      <FieldRow>
        <TextField
          name="sortCode"
          label="Sort code"
          hint="Six figures, such as 20-00-00"
          inputMode="numeric"
          width="10rem"
          isPersonal
          spellCheck={false}
        />
        <TextField
          name="accountNumber"
          label="Account number"
          hint={
            hasSevenFigures
              ? 'Seven figures: a 0 is put in front, as banks do'
              : 'Eight figures, or seven'
          }
          inputMode="numeric"
          width="12rem"
          isPersonal
          spellCheck={false}
        />
      </FieldRow>
      <TextField
        name="buildingReference"
        label="Building society reference"
        isOptional
        width="16rem"
        isPersonal
        spellCheck={false}
      />
    </>
  );
}
