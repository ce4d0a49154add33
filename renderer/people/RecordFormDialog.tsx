import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import type { PersonRecord } from '#db/people/person-record.contract';
import { ApiError } from '../app/api-client.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { type Fact, FactList } from '../shared/FactList.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useChangePersonRecord, useReadRecordAfresh } from './people.queries.ts';
import type { BlockChanges } from './record-forms.ts';

type Props<In extends FieldValues> = {
  /** Names the block: 'How to reach them'. */
  readonly title: string;
  readonly record: PersonRecord;
  readonly schema: z.ZodType<BlockChanges, In>;
  readonly values: DefaultValues<In>;
  /** How the block reads, for what somebody else wrote meanwhile. */
  readonly factsOf: (record: PersonRecord) => readonly Fact[];
  readonly onSaved: (saved: PersonRecord) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The form of one block of a person's record; what the block does not hold stays as it is. */
export function RecordFormDialog<In extends FieldValues>(props: Props<In>) {
  const change = useChangePersonRecord();
  const readAfresh = useReadRecordAfresh();
  // Frozen while the form is open: another person's change must be seen before it is saved over.
  const [opened] = useState(props.record);
  const [theirs, setTheirs] = useState<PersonRecord>();

  async function save(changes: BlockChanges): Promise<void> {
    const { id, version } = theirs ?? opened;
    try {
      props.onSaved(await change.mutateAsync({ ...changes, id, version }));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'person.changed-by-someone-else')
        setTheirs(await readAfresh.mutateAsync(id));
      throw error;
    }
  }

  const form = useContractForm(props.schema, props.values, { onSubmit: save });
  return (
    <FormDialog title={props.title} onClose={props.onClose}>
      <ContractFormBody form={form} label={props.title}>
        {theirs !== undefined && (
          <Box role="status">
            <Typography sx={{ fontWeight: 600 }}>On record now</Typography>
            <FactList facts={props.factsOf(theirs)} />
          </Box>
        )}
        {props.children}
        <FormButtons
          saveWords="Save the changes"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
