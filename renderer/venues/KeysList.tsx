import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import { DESK_ROLES } from '#db/shared/access';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { type KeyHolding, venuesContract } from '#db/venues/venues.contract';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ActsFor, askFor, NOTHING_TO_ASK } from '../officers/acts-for.ts';
import { ActsForField } from '../officers/ActsForField.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { chosenGroupOrNone, chosenPerson } from '../people/who.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { CorrectKeyDialog } from './CorrectKeyDialog.tsx';
import { useKeys, useRecordKey, useReturnKey } from './venues.queries.ts';

const fields = venuesContract.recordKey.input.shape;
const KeyFormSchema = z
  .object({
    keyName: fields.keyName,
    person: chosenPerson('Choose who holds it now.'),
    actsFor: ActsFor,
    group: chosenGroupOrNone,
    heldSince: fields.heldSince,
    notes: fields.notes,
  })
  .transform(({ person, group, actsFor: _asked, ...typed }) => ({
    ...typed,
    personId: person,
    groupId: group,
  }));

/** Who holds which key since when. */
export function KeysList() {
  const [withReturned, setWithReturned] = useState(false);
  const keys = useKeys(withReturned);
  const giveBack = useReturnKey();
  const record = useRecordKey();
  const mayRecord = useCan(DESK_ROLES);
  const today = useToday();
  const { say } = useToast();
  const [isAdding, setIsAdding] = useState(false);
  const [wrong, setWrong] = useState<KeyHolding | null>(null);
  const addButton = mayRecord && (
    <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
      Hand out a key
    </Button>
  );

  async function takeBack(key: KeyHolding): Promise<void> {
    const { keyName, personId, groupId, heldSince, notes } = key;
    await giveBack.mutateAsync({ id: key.id, version: key.version, returnedOn: today });
    say({
      words: `${keyName} is back.`,
      undo: {
        label: 'Undo',
        run: () => record.mutateAsync({ keyName, personId, groupId, heldSince, notes }),
      },
    });
  }

  return (
    <Box component="section" aria-label="Keys" sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1.5 }}>
        <Typography variant="h2">Keys</Typography>
        {addButton}
        <FormControlLabel
          label="Show returned keys"
          control={<Switch checked={withReturned} onChange={(_, on) => setWithReturned(on)} />}
        />
      </Box>
      {keys.isError ? (
        <ProblemPanel
          error={keys.error}
          what="The list of keys"
          onTryAgain={() => void keys.refetch()}
        />
      ) : keys.data === undefined ? (
        <LoadingShape lines={4} />
      ) : keys.data.length === 0 ? (
        <EmptyState words="No key is handed out." action={addButton} />
      ) : (
        <DataTable
          label="Keys"
          rows={keys.data}
          keyOf={(key) => key.id}
          minWidth="34rem"
          countWords={countOf(keys.data.length, 'key')}
          columns={[
            { heading: 'Key', cell: (key) => key.keyName },
            { heading: 'Held by', cell: (key) => key.personName, isPersonal: true },
            { heading: 'For', cell: (key) => key.groupName },
            { heading: 'Since', cell: (key) => formatDateNoWeekday(key.heldSince) },
            { heading: 'Notes', cell: (key) => key.notes, isPersonal: true },
            {
              heading: 'Returned',
              cell: (key) =>
                key.returnedOn !== null ? (
                  formatDateNoWeekday(key.returnedOn)
                ) : mayRecord ? (
                  <Button
                    size="small"
                    aria-label={`${key.keyName} came back`}
                    onClick={() => void takeBack(key)}
                  >
                    It came back
                  </Button>
                ) : (
                  'No'
                ),
            },
            ...(mayRecord
              ? [
                  {
                    heading: 'Mistyped?',
                    cell: (key: KeyHolding) => (
                      <Button
                        size="small"
                        aria-label={`Put right: ${key.keyName}, ${key.personName}`}
                        onClick={() => setWrong(key)}
                      >
                        Put right
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {wrong !== null && <CorrectKeyDialog holding={wrong} onClose={() => setWrong(null)} />}
      {isAdding && (
        <FormDialog title="Hand out a key" onClose={() => setIsAdding(false)}>
          <KeyForm
            onSaved={(key) => {
              setIsAdding(false);
              say({ words: `${key.keyName} is with ${key.personName}.` });
            }}
            onClose={() => setIsAdding(false)}
          />
        </FormDialog>
      )}
    </Box>
  );
}

function KeyForm(props: {
  readonly onSaved: (key: KeyHolding) => void;
  readonly onClose: () => void;
}) {
  const record = useRecordKey();
  const today = useToday();
  const form = useContractForm(
    KeyFormSchema,
    {
      keyName: '',
      person: null,
      actsFor: NOTHING_TO_ASK,
      group: null,
      heldSince: today,
      notes: '',
    },
    {
      draftKey: 'key.new',
      onSubmit: async (holding) => props.onSaved(await record.mutateAsync(holding)),
    },
  );
  const { setValue } = form.form;
  return (
    <ContractFormBody form={form} label="Hand out a key">
      <TextField name="keyName" label="What is written on the tag?" takesFocus width="16rem" />
      <WhoField
        name="person"
        label="Who holds it now?"
        from="people"
        onChosen={(person) => {
          setValue('actsFor', askFor(person));
          setValue('group', null);
        }}
      />
      <ActsForField onAnswer={(group) => setValue('group', group)} />
      <LocalDateField name="heldSince" label="Since when?" />
      <TextField name="notes" label="Notes" isOptional isPersonal />
      <FormButtons
        saveWords="Hand out the key"
        closeWords="Close without entering"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={props.onClose}
      />
    </ContractFormBody>
  );
}
