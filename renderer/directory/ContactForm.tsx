import {
  CONTACT_KIND_WORDS,
  type Contact,
  ContactDetails,
  ContactKind,
} from '#db/directory/directory.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddContact, useChangeContact } from './directory.queries.ts';

type Props = {
  /** The contact to change; without it a new one is entered. */
  readonly contact?: Contact;
  /** The kind the list is narrowed to. */
  readonly kind?: ContactKind;
  readonly onSaved: (saved: Contact) => void;
  readonly onClose: () => void;
};

const KINDS = ContactKind.options.map((value) => ({ value, words: CONTACT_KIND_WORDS[value] }));

const NEW: Omit<ContactDetails, 'kind'> = {
  name: '',
  address: '',
  phone: '',
  email: '',
  web: '',
  note: '',
  lastVerifiedOn: null,
};

/** What is known of an organisation, and when somebody checked it. */
export function ContactForm({ contact, kind = 'local-adviser', onSaved, onClose }: Props) {
  const add = useAddContact();
  const change = useChangeContact();
  const isNew = contact === undefined;
  const form = useContractForm(ContactDetails, startOf(contact ?? { ...NEW, kind }), {
    draftKey: isNew ? 'contact.new' : `contact.${contact.id}.${contact.version}`,
    onSubmit: async (details) =>
      onSaved(
        contact === undefined
          ? await add.mutateAsync(details)
          : await change.mutateAsync({ ...details, id: contact.id, version: contact.version }),
      ),
  });
  return (
    <FormDialog title={isNew ? 'Add a contact' : 'Change the contact'} onClose={onClose}>
      <ContractFormBody form={form} label={isNew ? 'New contact' : 'Change the contact'}>
        <TextField name="name" label="Name of the organisation" takesFocus />
        <SelectField name="kind" label="What is it?" options={KINDS} />
        <TextField name="address" label="Address" lines={3} isOptional />
        <FieldRow>
          <TextField name="phone" label="Phone" inputMode="tel" isOptional />
          <TextField name="email" label="E-mail" isOptional />
          <TextField name="web" label="Web" isOptional />
        </FieldRow>
        <TextField
          name="note"
          label="Note for the desk"
          hint="What they help with, whom to ask for; it is not printed"
          lines={2}
          isOptional
        />
        <LocalDateField
          name="lastVerifiedOn"
          label="Details verified on"
          hint="The day somebody rang them or looked it up; empty if nobody has. Details nobody verified are not printed."
          isOptional
        />
        <FormButtons
          saveWords={isNew ? 'Add the contact' : 'Save the changes'}
          closeWords={isNew ? 'Close without adding' : 'Close without saving'}
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

const startOf = ({
  name,
  kind,
  address,
  phone,
  email,
  web,
  note,
  lastVerifiedOn,
}: ContactDetails) => ({
  name,
  kind,
  address,
  phone,
  email,
  web,
  note,
  lastVerifiedOn,
});
