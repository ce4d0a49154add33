import { z } from 'zod';
import type { ClaimId, ClaimReceipt } from '#db/claims/claims.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { AmountField } from './AmountField.tsx';
import { useDescribeReceipt } from './filing.queries.ts';
import { penceOf } from './typed-figures.ts';

const Printed = z.object({
  printedOn: LocalDate.nullable(),
  printed: z.string(),
  printedNumber: Line.max(60, 'Use 60 characters or fewer.'),
});

type Props = {
  readonly claimId: ClaimId;
  readonly receipt: ClaimReceipt;
  readonly label: string;
  readonly onClose: () => void;
};

/** Day, amount and number printed on a receipt, so that the same one is known when it comes a second time. */
export function DescribeReceipt({ claimId, receipt, label, onClose }: Props) {
  const describe = useDescribeReceipt(claimId);
  const form = useContractForm(
    Printed,
    {
      printedOn: receipt.printedOn,
      printed: receipt.printedPence === null ? '' : String(receipt.printedPence),
      printedNumber: receipt.printedNumber,
    },
    {
      onSubmit: async (values) => {
        await describe.mutateAsync({
          id: receipt.id,
          printedOn: values.printedOn,
          printedPence: penceOf(values.printed) ?? null,
          printedNumber: values.printedNumber,
          lineIds: receipt.lineIds,
        });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`What is printed on ${label.toLowerCase()}`} onClose={onClose}>
      <ContractFormBody form={form} label="What is printed">
        <TextField name="printedNumber" label="Number on the receipt" isOptional width="16rem" />
        <AmountField name="printed" label="Amount" isOptional />
        <LocalDateField name="printedOn" label="Day" isOptional />
        <FormButtons
          saveWords="Note it"
          closeWords="Close and leave it"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
