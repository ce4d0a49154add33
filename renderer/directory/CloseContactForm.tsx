import { z } from 'zod';
import { type Contact, directoryContract } from '#db/directory/directory.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useRetireContact } from './directory.queries.ts';

const CloseSchema = z.object({ closedNote: directoryContract.retire.input.shape.closedNote });

/** Says what became of an organisation that is no longer there. */
export function CloseContactForm(props: {
  readonly contact: Contact;
  readonly onSaved: (saved: Contact) => void;
  readonly onClose: () => void;
}) {
  const { contact } = props;
  const retire = useRetireContact();
  const form = useContractForm(
    CloseSchema,
    { closedNote: '' },
    {
      onSubmit: async ({ closedNote }) =>
        props.onSaved(
          await retire.mutateAsync({ id: contact.id, version: contact.version, closedNote }),
        ),
    },
  );
  return (
    <FormDialog title={`${contact.name} has closed`} onClose={props.onClose}>
      <ContractFormBody form={form} label="The organisation has closed">
        <TextField
          name="closedNote"
          label="What became of it?"
          hint="For example: Closed April 2012, its work went to another body"
          takesFocus
        />
        <FormButtons
          saveWords="Enter it as closed"
          closeWords="Keep it listed"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
