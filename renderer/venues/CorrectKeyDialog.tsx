import { z } from 'zod';
import { type KeyHolding, venuesContract } from '#db/venues/venues.contract';
import { useToast } from '../app/toasts.tsx';
import { WhatHappened } from '../bookings/WhatHappened.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { choiceIdOf, chosenGroupOrNone, chosenPerson } from '../people/who.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useChangeKey } from './venues.queries.ts';

const fields = venuesContract.changeKey.input.shape;
const CorrectionSchema = z
  .object({
    keyName: fields.keyName,
    person: chosenPerson('Choose who holds it, or held it.'),
    group: chosenGroupOrNone,
    heldSince: fields.heldSince,
    returnedOn: fields.returnedOn,
    notes: fields.notes,
    why: fields.why,
  })
  .transform(({ person, group, ...typed }) => ({ ...typed, personId: person, groupId: group }));

type Props = { readonly holding: KeyHolding; readonly onClose: () => void };

/** Puts a mistyped entry of a key right, with the reason; below it stands what had been entered before. */
export function CorrectKeyDialog({ holding, onClose }: Props) {
  const change = useChangeKey();
  const { say } = useToast();
  const { id, version, personId, personName, groupId, groupName, ...rest } = holding;
  const form = useContractForm(
    CorrectionSchema,
    {
      ...rest,
      person: { id: choiceIdOf({ kind: 'person', personId }), title: personName },
      group:
        groupId === null ? null : { id: choiceIdOf({ kind: 'group', groupId }), title: groupName },
      why: '',
    },
    {
      draftKey: `key.correct.${id}`,
      onSubmit: async (entry) => {
        const saved = await change.mutateAsync({ ...entry, id, version });
        say({ words: `Put right: ${saved.keyName}, ${saved.personName}.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`Put the entry of ${holding.keyName} right`} onClose={onClose}>
      <ContractFormBody form={form} label="Put the entry right">
        <TextField name="keyName" label="What is written on the tag?" takesFocus width="16rem" />
        <WhoField name="person" label="Who holds it, or held it?" from="people" />
        <WhoField
          name="group"
          label="For which group?"
          hint="Empty when they hold it for themself"
          from="groups"
          isOptional
        />
        <LocalDateField name="heldSince" label="Since when?" />
        <LocalDateField
          name="returnedOn"
          label="When did it come back?"
          hint="Empty while it is out"
          isOptional
        />
        <TextField name="notes" label="Notes" isOptional isPersonal />
        <TextField
          name="why"
          label="What was wrong with it?"
          hint="The record keeps what it said before, with these words"
          isPersonal
        />
        <FormButtons
          saveWords="Put the entry right"
          closeWords="Leave it as it is"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
      <WhatHappened objectType="key" objectId={id} />
    </FormDialog>
  );
}
