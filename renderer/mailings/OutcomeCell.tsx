import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { z } from 'zod';
import { mailingsContract } from '#db/mailings/mailings-api.contract';
import {
  type AskedPerson,
  LEFT_OUT_WORDS,
  type Mailing,
  Outcome,
  OUTCOME_WORDS,
} from '#db/mailings/mailings.contract';
import { outcomesOf } from '#db/mailings/outcomes.rules';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { outcomeWords } from './mailing-words.ts';
import { useRecordOutcome, useUndoOutcome } from './mailings.queries.ts';

type Props = { readonly mailing: Mailing; readonly person: AskedPerson };

/** What came of asking one person, and the button that notes it. */
export function OutcomeCell({ mailing, person }: Props) {
  const [isNoting, setIsNoting] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      {person.since !== null && (
        <StatusWord tone="warning" words={`Gets nothing: ${LEFT_OUT_WORDS[person.since]}`} />
      )}
      {person.outcomes.length > 0 && <span>{outcomeWords(person.outcomes)}</span>}
      {mailing.takenBackOn === null && (
        <Button
          size="small"
          aria-label={`Note what came of asking ${person.name}`}
          onClick={() => setIsNoting(true)}
        >
          Note it
        </Button>
      )}
      {isNoting && (
        <OutcomeDialog mailing={mailing} person={person} onClose={() => setIsNoting(false)} />
      )}
    </Box>
  );
}

const OutcomeSchema = z.object({
  outcome: z.enum(Outcome.options, 'Choose what came of it.'),
  note: mailingsContract.recordOutcome.input.shape.note,
});

function OutcomeDialog({ mailing, person, onClose }: Props & { readonly onClose: () => void }) {
  const record = useRecordOutcome();
  const undo = useUndoOutcome();
  const { say } = useToast();
  const form = useContractForm(
    OutcomeSchema,
    { outcome: '' as Outcome, note: '' },
    {
      onSubmit: async ({ outcome, note }) => {
        const noted = await record.mutateAsync({
          id: mailing.id,
          personId: person.personId,
          outcome,
          note,
        });
        onClose();
        if (outcome === 'not-again')
          say({ words: `${person.name} left the Sounding Board and is not asked again.` });
        else
          say({
            words: `Noted for ${person.name}: ${OUTCOME_WORDS[outcome].toLowerCase()}.`,
            undo: { label: 'Undo', run: () => undo.mutateAsync(noted.id) },
          });
      },
    },
  );
  return (
    <FormDialog title={`What came of asking ${person.name}?`} onClose={onClose}>
      <ContractFormBody form={form} label="What came of it">
        <SelectField
          name="outcome"
          label="What came of it?"
          hint="“Does not want to be asked again” takes them off the Sounding Board at once"
          emptyWords="Choose what came of it"
          options={outcomesOf(person.channel).map((value) => ({
            value,
            words: OUTCOME_WORDS[value],
          }))}
        />
        <TextField name="note" label="Note" isOptional isPersonal />
        <FormButtons
          saveWords="Note it"
          closeWords="Close without noting"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
