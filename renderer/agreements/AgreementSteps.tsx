import { z } from 'zod';
import type { Agreement } from '#db/agreements/agreements.contract';
import { agreementsContract } from '#db/agreements/agreements-api.contract';
import { addMonths } from '#db/shared/local-date';
import { useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useConfirmSigned, useEndAgreement } from './agreements.queries.ts';

type Props = {
  readonly agreement: Agreement;
  readonly onSaved: (saved: Agreement) => void;
  readonly onClose: () => void;
};

const MONTHS_TO_REVIEW = 12;
const signing = agreementsContract.confirmSigned.input.shape;
const SignSchema = z.object({ signedOn: signing.signedOn, reviewOn: signing.reviewOn });

/** Says that everybody has signed. */
export function SignForm({ agreement, onSaved, onClose }: Props) {
  const sign = useConfirmSigned();
  const today = useToday();
  const form = useContractForm(
    SignSchema,
    { signedOn: today, reviewOn: agreement.reviewOn ?? addMonths(today, MONTHS_TO_REVIEW) },
    {
      onSubmit: async (days) =>
        onSaved(await sign.mutateAsync({ ...days, id: agreement.id, version: agreement.version })),
    },
  );
  return (
    <FormDialog title={`${agreement.reference} is signed`} onClose={onClose}>
      <ContractFormBody form={form} label="The agreement is signed">
        <LocalDateField
          name="signedOn"
          label="On which day had everybody signed?"
          hint="Lines without a day of their own get this one"
        />
        <LocalDateField name="reviewOn" label="Next review on" isOptional />
        <FormButtons
          saveWords="Everybody has signed"
          closeWords="Close without signing"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

const ending = agreementsContract.end.input.shape;
const EndSchema = z.object({ endedOn: ending.endedOn, why: ending.why });

/** Ends an agreement with its last day and the reason. */
export function EndForm({ agreement, onSaved, onClose }: Props) {
  const end = useEndAgreement();
  const today = useToday();
  const form = useContractForm(
    EndSchema,
    { endedOn: today, why: '' },
    {
      onSubmit: async (ended) =>
        onSaved(await end.mutateAsync({ ...ended, id: agreement.id, version: agreement.version })),
    },
  );
  return (
    <FormDialog title={`End ${agreement.reference}`} onClose={onClose}>
      <ContractFormBody form={form} label="End the agreement">
        <LocalDateField name="endedOn" label="Which is its last day?" />
        <TextField name="why" label="Why does it end?" takesFocus isPersonal />
        <FormButtons
          saveWords="End the agreement"
          closeWords="Close without ending"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
