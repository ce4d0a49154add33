import { useState } from 'react';
import { type Group, GROUP_KIND_WORDS, GroupDetails, GroupKind } from '#db/groups/groups.contract';
import { ApiError } from '../app/api-client.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { OnRecordNow } from '../shared/OnRecordNow.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddGroup, useChangeGroup, useReadGroupAfresh } from './groups.queries.ts';

type GroupFormProps = {
  /** The group to change; without it a new one is entered. */
  readonly group?: Group;
  readonly startName?: string;
  readonly onSaved: (group: Group) => void;
  readonly onClose: () => void;
};

const KIND_OPTIONS = GroupKind.options.map((value) => ({ value, words: GROUP_KIND_WORDS[value] }));

/** Name, kind and phone of a group: all the desk needs before it can book for it. */
export function GroupForm({ group, startName = '', onSaved, onClose }: GroupFormProps) {
  const add = useAddGroup();
  const change = useChangeGroup();
  const readAfresh = useReadGroupAfresh();
  // Frozen while the form is open: another person's change must be seen before it is saved over.
  const [opened] = useState(group);
  const [theirs, setTheirs] = useState<Group>();
  const isNew = group === undefined;

  async function save(details: GroupDetails): Promise<void> {
    const base = theirs ?? opened;
    if (base === undefined) return onSaved(await add.mutateAsync(details));
    try {
      const { id, version } = base;
      onSaved(await change.mutateAsync({ ...details, id, version }));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'group.changed-by-someone-else') {
        setTheirs(await readAfresh.mutateAsync(base.id));
      }
      throw error;
    }
  }

  const form = useContractForm(
    GroupDetails,
    { name: group?.name ?? startName, kind: group?.kind ?? 'tra', phone: group?.phone ?? '' },
    {
      onSubmit: save,
      ...(opened === undefined ? {} : { draftKey: `group.change.${opened.id}.${opened.version}` }),
    },
  );

  return (
    <ContractFormBody form={form} label={isNew ? 'New group' : 'Change the group'}>
      {theirs !== undefined && (
        <OnRecordNow
          facts={[
            { label: 'Name', value: theirs.name, isPersonal: true },
            { label: 'Kind', value: GROUP_KIND_WORDS[theirs.kind] },
            { label: 'Phone', value: theirs.phone, isPersonal: true },
          ]}
        />
      )}
      <TextField name="name" label="Name of the group" takesFocus />
      <SelectField name="kind" label="What kind of group is it?" options={KIND_OPTIONS} />
      <TextField
        name="phone"
        label="Phone"
        hint="The number the desk rings about bookings"
        isOptional
        isPersonal
        inputMode="tel"
        width="16rem"
      />
      <FormButtons
        saveWords={isNew ? 'Add the group' : 'Save the changes'}
        closeWords={isNew ? 'Close without adding' : 'Close without saving'}
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
