import { useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { BatchId } from '#db/claims/claims.contract';
import type { Group } from '#db/groups/groups.contract';
import { LocalDate } from '#db/shared/local-date';
import { pathTo } from '../../app/paths.ts';
import { useToday } from '../../app/session-context.tsx';
import { useOfficers } from '../../officers/officers.queries.ts';
import { chosenPerson } from '../../people/who.ts';
import { WhoField } from '../../people/WhoField.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useStartBatch } from './sheets.queries.ts';

const Sheet = z.object({
  treasurer: chosenPerson('Choose who brings the sheet. Type two letters of the name.'),
  receivedOn: LocalDate,
});

type Props = { readonly group: Pick<Group, 'id' | 'name'>; readonly onClose: () => void };

/** One sheet of a treasurer for several members: who brings it, and when it came in. */
export function StartSheetForm(props: Props) {
  const officers = useOfficers(props.group.id, null);
  return (
    <FormDialog title={`Sheet for members of ${props.group.name}`} onClose={props.onClose}>
      {officers.data === undefined && !officers.isError ? (
        <LoadingShape lines={3} />
      ) : (
        <Begin
          {...props}
          treasurer={officers.data?.officers.find(({ post }) => post === 'treasurer') ?? null}
        />
      )}
    </FormDialog>
  );
}

function Begin(
  props: Props & {
    readonly treasurer: { readonly personId: string; readonly personName: string } | null;
  },
) {
  const today = useToday();
  const navigate = useNavigate();
  const start = useStartBatch();
  const [id] = useState(() => BatchId.parse(crypto.randomUUID()));
  const { treasurer, group } = props;
  const form = useContractForm(
    Sheet,
    {
      treasurer:
        treasurer === null
          ? null
          : { id: `person:${treasurer.personId}`, title: treasurer.personName },
      receivedOn: today,
    },
    {
      onSubmit: async (values) => {
        await start.mutateAsync({
          id,
          groupId: group.id,
          treasurerPersonId: values.treasurer,
          receivedOn: values.receivedOn,
        });
        await navigate(pathTo.claimSheet(id));
      },
    },
  );
  return (
    <ContractFormBody form={form} label="New sheet">
      <WhoField
        name="treasurer"
        label="Who brings it?"
        hint="The treasurer, for example"
        from="people"
      />
      <LocalDateField name="receivedOn" label="On which day did it come in?" />
      <FormButtons
        saveWords="Start the sheet"
        closeWords="Close without a sheet"
        isSending={form.isSending}
        onClose={props.onClose}
      />
    </ContractFormBody>
  );
}
