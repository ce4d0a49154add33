import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { type Claim, Strokes } from '#db/claims/claims.contract';
import { METHOD_WORDS, PaymentMethod } from '#db/payees/payees.contract';
import { LocalDate } from '#db/shared/local-date';
import { formatPence, type Pence } from '#db/shared/money';
import { Line } from '#db/shared/text';
import { useToday } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { SelectField } from '../../shared/SelectField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { PadField } from '../form/PadField.tsx';
import { usePayByHand } from './deciding.queries.ts';

const Paid = z
  .object({
    paidOn: LocalDate,
    method: PaymentMethod,
    note: Line.max(300, 'Use 300 characters or fewer.'),
    signer: Line.max(160, 'Use 160 characters or fewer.'),
    strokes: z.union([Strokes, z.tuple([])]),
  })
  .superRefine(({ method, signer, strokes }, check) => {
    if (method !== 'cash') return;
    if (signer === '')
      check.addIssue({
        code: 'custom',
        path: ['signer'],
        message: 'Enter who signed for the money.',
      });
    if (strokes.length === 0)
      check.addIssue({ code: 'custom', path: ['strokes'], message: 'Have them sign in the box.' });
  });

/** Records money that was paid outside any run: to checked details, or in cash that is signed for. */
export function PayByHandForm(props: {
  readonly claim: Claim;
  readonly left: Pence;
  readonly onClose: () => void;
}) {
  const { claim, left, onClose } = props;
  const today = useToday();
  const pay = usePayByHand();
  const { say } = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const form = useContractForm(
    Paid,
    { paidOn: today, method: claim.method, note: '', signer: claim.payeeName, strokes: [] },
    {
      onSubmit: async ({ paidOn, method, note, signer, strokes }) => {
        await pay.mutateAsync({
          id: claim.id,
          key,
          version: claim.version,
          paidOn,
          method,
          note,
          cash: method === 'cash' ? { name: signer, strokes: [...strokes], file: null } : null,
        });
        say({ words: `${formatPence(left)} of ${claim.reference} is recorded as paid.` });
        onClose();
      },
    },
  );
  const method = useWatch({ control: form.form.control, name: 'method' });
  return (
    <FormDialog title={`${formatPence(left)} of ${claim.reference} is paid`} onClose={onClose}>
      <ContractFormBody form={form} label="How it was paid">
        <LocalDateField name="paidOn" label="Paid on which day?" />
        <SelectField
          name="method"
          label="How was it paid?"
          hint="To the bank details that a second person has checked, or in cash that is signed for."
          options={PaymentMethod.options.map((value) => ({ value, words: METHOD_WORDS[value] }))}
        />
        {method === 'cash' && (
          <>
            <TextField name="signer" label="Who takes the money?" isPersonal />
            <PadField label={`Signature for ${formatPence(left)} in cash`} />
          </>
        )}
        <TextField name="note" label="Note" isOptional hint="Such as the number of the cheque." />
        <FormButtons
          saveWords="Record the payment"
          closeWords="Close without recording"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
