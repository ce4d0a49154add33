import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { cashWords } from '#db/claims/cash-words.rules';
import { type Claim, Strokes } from '#db/claims/claims.contract';
import { METHOD_WORDS, PaymentMethod } from '#db/payees/payees.contract';
import { GivenFile } from '#db/receipts/receipts.contract';
import { LocalDate } from '#db/shared/local-date';
import { formatPence, type Pence } from '#db/shared/money';
import { Line } from '#db/shared/text';
import { useToday } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PrintIcon } from '../../shared/icons.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { SelectField } from '../../shared/SelectField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { PadField } from '../form/PadField.tsx';
import { PaperField } from '../form/PaperField.tsx';
import { cashReceipt, usePayByHand } from './deciding.queries.ts';

const Paid = z
  .object({
    paidOn: LocalDate,
    method: PaymentMethod,
    note: Line.max(300, 'Use 300 characters or fewer.'),
    signer: Line.max(160, 'Use 160 characters or fewer.'),
    /** Where the payee signs for cash. */
    way: z.enum(['screen', 'paper']),
    strokes: z.union([Strokes, z.tuple([])]),
    paper: GivenFile.nullable(),
  })
  .superRefine(({ method, signer, way, strokes, paper }, check) => {
    if (method !== 'cash') return;
    if (signer === '')
      check.addIssue({
        code: 'custom',
        path: ['signer'],
        message: 'Enter who signed for the money.',
      });
    if (way === 'screen' && strokes.length === 0)
      check.addIssue({ code: 'custom', path: ['strokes'], message: 'Have them sign in the box.' });
    if (way === 'paper' && paper === null)
      check.addIssue({
        code: 'custom',
        path: ['paper'],
        message: 'Take a picture of the signed slip, or choose its file.',
      });
  });

const HINT_PAST_DAY = 'Like 24/11, tue or yesterday';

const WAYS = [
  { value: 'screen', words: 'On this screen' },
  { value: 'paper', words: 'On paper' },
] as const;

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
  const [isPrinting, setIsPrinting] = useState(false);
  const form = useContractForm(
    Paid,
    {
      paidOn: today,
      method: claim.method,
      note: '',
      signer: claim.payeeName,
      way: 'screen',
      strokes: [],
      paper: null,
    },
    {
      onSubmit: async ({ paidOn, method, note, signer, way, strokes, paper }) => {
        const signed =
          way === 'paper' ? { strokes: null, file: paper } : { strokes: [...strokes], file: null };
        await pay.mutateAsync({
          id: claim.id,
          key,
          version: claim.version,
          paidOn,
          method,
          note,
          cash: method === 'cash' ? { name: signer, ...signed } : null,
        });
        say({ words: `${formatPence(left)} of ${claim.reference} is recorded as paid.` });
        onClose();
      },
    },
  );
  const [method, way, paidOn] = useWatch({
    control: form.form.control,
    name: ['method', 'way', 'paidOn'],
  });
  const day = LocalDate.safeParse(paidOn).data;
  return (
    <FormDialog
      title={`${formatPence(left)} of ${claim.reference} is paid`}
      width="md"
      onClose={onClose}
    >
      <ContractFormBody form={form} label="How it was paid">
        <LocalDateField name="paidOn" label="Paid on which day?" hint={HINT_PAST_DAY} />
        <SelectField
          name="method"
          label="How was it paid?"
          hint="To the bank details that a second person has checked, or in cash that is signed for."
          options={PaymentMethod.options.map((value) => ({ value, words: METHOD_WORDS[value] }))}
        />
        {method === 'cash' && (
          <>
            <TextField name="signer" label="Who takes the money?" isPersonal />
            <SelectField name="way" label="Where do they sign for it?" options={WAYS} />
            {way === 'screen' ? (
              <>
                {day !== undefined && (
                  <Typography sx={{ fontSize: '1.25rem', fontWeight: 600 }}>
                    {cashWords({ reference: claim.reference, pence: left, paidOn: day })}
                  </Typography>
                )}
                <PadField label={`Signature for ${formatPence(left)} in cash`} />
              </>
            ) : (
              <>
                <Box>
                  <Button
                    variant="outlined"
                    startIcon={<PrintIcon />}
                    onClick={() => setIsPrinting(true)}
                  >
                    Print the slip to sign
                  </Button>
                </Box>
                <PaperField
                  label="The slip with their signature"
                  hint="It is kept with the payment, and can be opened there later."
                  isBusy={form.isSending}
                />
              </>
            )}
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
      <PaperDialog
        isOpen={isPrinting}
        title={`Cash receipt for ${claim.reference}`}
        load={cashReceipt(claim.id)}
        onClose={() => setIsPrinting(false)}
      />
    </FormDialog>
  );
}
