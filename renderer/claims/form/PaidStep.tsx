import FormControlLabel from '@mui/material/FormControlLabel';
import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { z } from 'zod';
import { type Claim, ClaimWords } from '#db/claims/claims.contract';
import { METHOD_WORDS, type Payee, PaymentMethod } from '#db/payees/payees.contract';
import { DetailsForm } from '../../payees/DetailsForm.tsx';
import { maskedWords } from '../../payees/details-words.ts';
import { usePayee } from '../../payees/payees.queries.ts';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FieldFrame } from '../../shared/FieldFrame.tsx';
import { useFieldState } from '../../shared/form-context.tsx';
import { Private } from '../../shared/Private.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { StepButtons } from './StepFrame.tsx';

const PaidValues = z.object({
  method: PaymentMethod,
  accessNeedMet: ClaimWords.shape.accessNeedMet,
  notes: ClaimWords.shape.notes,
});
type PaidValues = z.infer<typeof PaidValues>;

type Props = {
  readonly claim: Claim;
  readonly words: ClaimWords;
  readonly isHandedOver: boolean;
  readonly onChange: (change: (words: ClaimWords) => ClaimWords) => void;
  readonly onContinue: () => void;
  readonly onBack?: (() => void) | undefined;
};

/** How it is paid, and what else staff should know. The account is masked; it is changed on its own form only. */
export function PaidStep({ claim, words, isHandedOver, onChange, onContinue, onBack }: Props) {
  const form = useContractForm(
    PaidValues,
    { method: words.method, accessNeedMet: words.accessNeedMet, notes: words.notes },
    { onSubmit: async () => onContinue() },
  );
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const inner = form.form;
  useEffect(
    () =>
      inner.subscribe({
        formState: { values: true },
        callback: ({ values, name }) => {
          const read = PaidValues.safeParse(values).data;
          if (name !== undefined && read !== undefined)
            latest.current((before) => ({ ...before, ...read }));
        },
      }),
    [inner],
  );

  return (
    <>
      <Typography sx={{ fontSize: '1.25rem', mb: 1 }}>
        Paid to{' '}
        <strong>
          <Private>{claim.payeeName}</Private>
        </strong>
      </Typography>
      {!isHandedOver && <Account claim={claim} />}
      <ContractFormBody form={form} label="How is it paid?">
        <MethodField />
        <TextField
          name="accessNeedMet"
          label="Did it meet an access need?"
          hint="In a few words, like: taxi, cannot use a bus. It is counted once a year, without names."
          isOptional
        />
        <TextField name="notes" label="Anything else staff should know?" isOptional lines={2} />
        <StepButtons continueWords="Continue" onBack={onBack} />
      </ContractFormBody>
    </>
  );
}

function MethodField() {
  const { field } = useController({ name: 'method' });
  const { id, error } = useFieldState('method');
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    group.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  return (
    <FieldFrame label="How is it paid?" id={`${id}-answers`} error={error} isGroup>
      <RadioGroup ref={group} value={field.value} onChange={field.onChange}>
        {PaymentMethod.options.map((method, place) => (
          <FormControlLabel
            key={method}
            value={method}
            label={METHOD_WORDS[method]}
            control={<Radio slotProps={{ input: place === 0 ? { id } : {} }} />}
          />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}

/** What is on record of how they are paid, for staff; entered here where nothing is. */
function Account({ claim }: { readonly claim: Claim }) {
  const payee = usePayee(claim.payee);
  const [isEntering, setIsEntering] = useState(false);
  if (payee.data === undefined) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Typography>
        <Private>{accountWords(payee.data)}</Private>
      </Typography>
      {payee.data === null && (
        <Button variant="outlined" onClick={() => setIsEntering(true)}>
          Enter bank details
        </Button>
      )}
      {isEntering && (
        <DetailsForm
          of={claim.payee}
          name={claim.payeeName}
          payee={payee.data}
          onSaved={() => setIsEntering(false)}
          onClose={() => setIsEntering(false)}
        />
      )}
    </Box>
  );
}

function accountWords(payee: Payee | null): string {
  if (payee === null) return 'Nobody has entered bank details yet.';
  if (payee.staged !== null) return 'New details on record wait for a second person.';
  return payee.verified === null
    ? 'The details on record were turned down.'
    : `On record: ${maskedWords(payee.verified)}.`;
}
