import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFieldArray } from 'react-hook-form';
import type { Mandate } from '#db/payees/mandate.contract';
import { useToday } from '../app/session-context.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { MandateFormSchema, mandateValues } from './mandate-form-values.ts';
import { useChangeMandate } from './payees.queries.ts';

type Props = {
  readonly mandate: Mandate;
  readonly name: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
};

/** Who may sign for a group's account, from when to when, and how many must. */
export function MandateForm({ mandate, name, onSaved, onClose }: Props) {
  const change = useChangeMandate();
  const form = useContractForm(MandateFormSchema, mandateValues(mandate, useToday()), {
    draftKey: `mandate.${mandate.groupId}.${mandate.version}`,
    onSubmit: async (entered) => {
      await change.mutateAsync({
        ...entered,
        groupId: mandate.groupId,
        version: mandate.version,
      });
      onSaved();
    },
  });
  return (
    <FormDialog title={`Who signs for ${name}`} onClose={onClose} width="md">
      <ContractFormBody form={form} label="Who signs">
        <NumberField name="toSign" label="How many must sign?" hint="Usually two" />
        <SignatoryRows />
        <LocalDateField name="confirmedOn" label="When did the group or its bank say so?" />
        <FormButtons
          saveWords="Save who signs"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

function SignatoryRows() {
  const { fields, append, remove } = useFieldArray({ name: 'signatories' });
  const today = useToday();
  return (
    <>
      {fields.map((row, at) => (
        <Box
          key={row.id}
          component="fieldset"
          sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 1.5 }}
        >
          <WhoField name={`signatories.${at}.who`} label={`Signatory ${at + 1}`} from="people" />
          <FieldRow>
            <LocalDateField name={`signatories.${at}.from`} label={`Signatory ${at + 1} from`} />
            <LocalDateField
              name={`signatories.${at}.until`}
              label={`Signatory ${at + 1} last day`}
              hint="Empty while they may sign"
              isOptional
            />
          </FieldRow>
          <Box>
            <Button
              variant="outlined"
              size="small"
              aria-label={`Take signatory ${at + 1} off the list`}
              onClick={() => remove(at)}
            >
              Take off the list
            </Button>
          </Box>
        </Box>
      ))}
      <Box>
        <Button
          variant="outlined"
          startIcon={<AddIcon />}
          onClick={() => append({ who: null, from: today, until: null })}
        >
          Add a signatory
        </Button>
      </Box>
    </>
  );
}
