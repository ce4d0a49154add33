import { z } from 'zod';
import { mailingsContract } from '#db/mailings/mailings-api.contract';
import type { LabelSheet } from '#db/mailings/mailings.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

const fields = mailingsContract.printLabels.input.shape;
const LabelsSchema = z
  .object({ sheet: fields.sheet, startAt: fields.startAt })
  .refine(({ sheet, startAt }) => startAt <= Number(sheet), {
    path: ['startAt'],
    message: 'The sheet has fewer labels. Enter a label that is on it.',
  });

const SHEETS = [
  { value: '21', words: '21 labels a sheet, 63.5 by 38.1 mm' },
  { value: '14', words: '14 labels a sheet, 99.1 by 38.1 mm' },
];

/** Asks on which sheet of labels to print, and where a sheet that was begun goes on. */
export function LabelsDialog(props: {
  readonly onChoose: (wanted: { readonly sheet: LabelSheet; readonly startAt: number }) => void;
  readonly onClose: () => void;
}) {
  const form = useContractForm(
    LabelsSchema,
    { sheet: '21', startAt: 1 },
    { onSubmit: async (wanted) => props.onChoose(wanted) },
  );
  return (
    <FormDialog title="Address labels" onClose={props.onClose}>
      <ContractFormBody form={form} label="Address labels">
        <SelectField name="sheet" label="Which sheets?" options={SHEETS} />
        <NumberField
          name="startAt"
          label="Start at which label?"
          hint="Counted from the top left, row by row; 1 for a whole sheet"
        />
        <FormButtons
          saveWords="Look at the labels"
          closeWords="Close without labels"
          isSending={form.isSending}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
