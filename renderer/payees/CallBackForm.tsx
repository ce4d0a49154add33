import Typography from '@mui/material/Typography';
import type { Details, Payee } from '#db/payees/payees.contract';
import { useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { callFormSchema } from './details-form-values.ts';
import { useRecordCallBack } from './payees.queries.ts';

type Props = {
  readonly payee: Payee;
  readonly staged: Details;
  readonly onSaved: (payee: Payee) => void;
  readonly onClose: () => void;
};

/** The call-back of a second person: which known number was rung, who spoke, and what they read out (P12). */
export function CallBackForm(props: Props) {
  const { payee, staged, onClose } = props;
  const record = useRecordCallBack();
  const hasAccount = staged.method === 'bank-transfer';
  const form = useContractForm(
    callFormSchema(hasAccount),
    {
      number: payee.knownNumbers[0]?.number ?? '',
      spokeTo: '',
      on: useToday(),
      sortCode: '',
      accountNumber: '',
      buildingReference: '',
    },
    {
      onSubmit: async (call) =>
        props.onSaved(await record.mutateAsync({ ...call, id: staged.id, version: payee.version })),
    },
  );
  return (
    <FormDialog title={`Call-back to ${payee.name}`} onClose={onClose}>
      <ContractFormBody form={form} label="Call-back">
        <Typography>
          Ring a number of the list, never one that came with the details.
          {hasAccount && ' Ask them to read their account out, and type what you hear.'}
        </Typography>
        <SelectField
          name="number"
          label="Which number did you ring?"
          hint="These were on record before the details came"
          options={payee.knownNumbers.map((known) => ({
            value: known.number,
            words: `${known.number}: ${known.whose}`,
          }))}
          emptyWords="Choose the number"
        />
        <FieldRow>
          <TextField name="spokeTo" label="Who spoke?" takesFocus isPersonal />
          <LocalDateField name="on" label="When was it?" />
        </FieldRow>
        {hasAccount && (
          <>
            <FieldRow>
              <TextField
                name="sortCode"
                label="Sort code they read out"
                inputMode="numeric"
                width="10rem"
                isPersonal
              />
              <TextField
                name="accountNumber"
                label="Account number they read out"
                inputMode="numeric"
                width="12rem"
                isPersonal
              />
            </FieldRow>
            {staged.hasBuildingReference && (
              <TextField
                name="buildingReference"
                label="Building society reference they read out"
                width="16rem"
                isPersonal
              />
            )}
          </>
        )}
        <FormButtons
          saveWords="Record the call-back"
          closeWords="Close without recording"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
