import { useState } from 'react';
import {
  type Person,
  PERSON_KIND_WORDS,
  PersonDetails,
  PersonKind,
} from '#db/people/people.contract';
import { ApiError } from '../app/api-client.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { OnRecordNow } from '../shared/OnRecordNow.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddPerson, useChangePerson, useReadPersonAfresh } from './people.queries.ts';

type PersonFormProps = {
  /** The person to change; without it a new one is entered. */
  readonly person?: Person;
  readonly startName?: string;
  readonly onSaved: (person: Person) => void;
  readonly onClose: () => void;
};

const KIND_OPTIONS = PersonKind.options.map((value) => ({
  value,
  words: PERSON_KIND_WORDS[value],
}));

/** Name, kind and phone of a person: the three things the desk asks for. */
export function PersonForm({ person, startName = '', onSaved, onClose }: PersonFormProps) {
  const add = useAddPerson();
  const change = useChangePerson();
  const readAfresh = useReadPersonAfresh();
  // Frozen while the form is open: another person's change must be seen before it is saved over.
  const [opened] = useState(person);
  const [theirs, setTheirs] = useState<Person>();
  const isNew = person === undefined;

  async function save(details: PersonDetails): Promise<void> {
    const base = theirs ?? opened;
    if (base === undefined) return onSaved(await add.mutateAsync(details));
    try {
      const { id, version } = base;
      onSaved(await change.mutateAsync({ ...details, id, version }));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'person.changed-by-someone-else') {
        setTheirs(await readAfresh.mutateAsync(base.id));
      }
      throw error;
    }
  }

  const form = useContractForm(
    PersonDetails,
    {
      name: person?.name ?? startName,
      kind: person?.kind ?? 'not-said',
      phone: person?.phone ?? '',
    },
    {
      onSubmit: save,
      ...(opened === undefined ? {} : { draftKey: `person.change.${opened.id}.${opened.version}` }),
    },
  );

  return (
    <ContractFormBody form={form} label={isNew ? 'New person' : 'Change the person'}>
      {theirs !== undefined && (
        <OnRecordNow
          facts={[
            { label: 'Name', value: theirs.name, isPersonal: true },
            { label: 'Kind', value: PERSON_KIND_WORDS[theirs.kind] },
            { label: 'Phone', value: theirs.phone, isPersonal: true },
          ]}
        />
      )}
      <TextField name="name" label="Name, as the person writes it" isPersonal takesFocus />
      <SelectField name="kind" label="How do they hold their home?" options={KIND_OPTIONS} />
      <TextField
        name="phone"
        label="Phone"
        hint="The number on which they like to be rung"
        isOptional
        isPersonal
        inputMode="tel"
        width="16rem"
      />
      <FormButtons
        saveWords={isNew ? 'Add the person' : 'Save the changes'}
        closeWords={isNew ? 'Close without adding' : 'Close without saving'}
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
