import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { GroupRecord } from '#db/groups/group-record.contract';
import { GROUP_KIND_WORDS, GroupKind } from '#db/groups/groups.contract';
import { isRepKind } from '#db/groups/kinds.rules';
import { ApiError } from '../app/api-client.ts';
import { WhoField } from '../people/WhoField.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { AreasField } from './AreasField.tsx';
import { useChangeGroupRecord, useReadGroupRecordAfresh } from './group-record.queries.ts';
import { OnRecordNow } from '../shared/OnRecordNow.tsx';
import { recordFacts } from './record-facts.tsx';
import { RecordFormSchema, recordFormValues } from './record-form-values.ts';
import { WarnedAbout } from './WarnedAbout.tsx';

const KIND_OPTIONS = GroupKind.options.map((value) => ({ value, words: GROUP_KIND_WORDS[value] }));

type Props = {
  readonly record: GroupRecord;
  readonly onSaved: (saved: GroupRecord) => void;
  readonly onClose: () => void;
};

/** Everything that is entered about a group as a whole; nothing but the name is required. */
export function GroupRecordForm({ record, onSaved, onClose }: Props) {
  const change = useChangeGroupRecord();
  const readAfresh = useReadGroupRecordAfresh();
  // Frozen while the form is open: another person's change must be seen before it is saved over.
  const [opened] = useState(record);
  const [theirs, setTheirs] = useState<GroupRecord>();
  const form = useContractForm(RecordFormSchema, recordFormValues(opened), {
    draftKey: `group.record.${opened.id}.${opened.version}`,
    onSubmit: async (typed) => {
      const { id, version } = theirs ?? opened;
      try {
        onSaved(await change.mutateAsync({ ...typed, id, version }));
      } catch (error) {
        if (error instanceof ApiError && error.code === 'group.changed-by-someone-else')
          setTheirs(await readAfresh.mutateAsync(id));
        throw error;
      }
    },
  });

  return (
    <FormDialog title="Change the group’s record" width="md" onClose={onClose}>
      <ContractFormBody form={form} label="Change the group’s record">
        {theirs !== undefined && <OnRecordNow facts={recordFacts(theirs)} />}
        <TextField name="name" label="Name of the group" takesFocus />
        <SelectField name="kind" label="What kind of group is it?" options={KIND_OPTIONS} />
        <AreasField name="areaIds" label="Areas it covers" />
        <WarnedAbout id={opened.id} />
        <RepFields />
        <FieldRow>
          <TextField name="phone" label="Phone" isOptional isPersonal inputMode="tel" />
          <TextField name="email" label="E-mail" isOptional isPersonal />
        </FieldRow>
        <WhoField name="parentId" label="Part of which group?" from="groups" isOptional />
        <CheckField name="isScheme" label="It is the group of a sheltered or supported scheme" />
        <TextField name="remit" label="What is it for?" lines={2} isOptional />
        <FieldRow>
          <NumberField name="activeMembers" label="Active members" isOptional />
          <LocalDateField name="activeMembersAsAt" label="Counted on" hint="" isOptional />
        </FieldRow>
        <TextField
          name="quorumWords"
          label="Quorum"
          hint="As the constitution says it: five members, or one third of the committee"
          isOptional
        />
        <TextField name="linkOfficer" label="Link officer" isOptional />
        <LocalDateField name="startedOn" label="Began on" hint="" isOptional />
        <FormButtons
          saveWords="Save the changes"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

/** A representative is one person with a patch; a group has somebody to write to. */
function RepFields() {
  const { control } = useFormContext();
  const kind = GroupKind.safeParse(useWatch({ control, name: 'kind' })).data ?? 'other';
  return (
    <>
      <WhoField
        name="contactId"
        label={isRepKind(kind) ? 'Who is the representative?' : 'Who is the contact?'}
        from="people"
        isOptional
      />
      {isRepKind(kind) && (
        <TextField
          name="patch"
          label="Which homes do they look after?"
          hint="For example flats 1 to 40, Alder House"
          lines={2}
          isOptional
        />
      )}
    </>
  );
}
