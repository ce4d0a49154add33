import { z } from 'zod';
import { type Usage, usageContract } from '#db/usage/usage.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useStopSession } from './usage.queries.ts';

const fields = usageContract.stop.input.shape;
const StopSchema = z
  .object({
    copies: fields.copies.nullable(),
    colourCopies: fields.colourCopies.nullable(),
    notes: fields.notes,
  })
  .transform((typed) => ({
    copies: typed.copies ?? 0,
    colourCopies: typed.colourCopies ?? 0,
    notes: typed.notes,
  }));

type Props = {
  readonly usage: Usage;
  readonly onSaved: (usage: Usage) => void;
  readonly onClose: () => void;
};

/** Ends an open session, with the pages that were printed in it. */
export function StopSessionForm({ usage, onSaved, onClose }: Props) {
  const stop = useStopSession();
  const form = useContractForm(
    StopSchema,
    { copies: null, colourCopies: null, notes: '' },
    {
      draftKey: `usage.stop.${usage.id}`,
      onSubmit: async (typed) =>
        onSaved(await stop.mutateAsync({ ...typed, id: usage.id, version: usage.version })),
    },
  );
  return (
    <ContractFormBody form={form} label="End the session">
      <FieldRow>
        <NumberField
          name="copies"
          label="Pages printed, all of them"
          hint="Black and white and colour together"
          unit="pages"
          isOptional
        />
        <NumberField name="colourCopies" label="Of these in colour" unit="pages" isOptional />
      </FieldRow>
      <TextField name="notes" label="Notes" isOptional isPersonal />
      <FormButtons
        saveWords="End the session"
        closeWords="Let it go on"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
