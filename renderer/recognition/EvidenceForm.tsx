import { z } from 'zod';
import { recognitionContract } from '#db/recognition/recognition-api.contract';
import type { ReturnItem, RecognitionReturnId } from '#db/recognition/recognition.contract';
import { EvidenceState } from '#db/recognition/recognition.contract';
import { EVIDENCE_WORDS, sentenceStart } from '#db/recognition/recognition-words.rules';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSetEvidence } from './recognition.queries.ts';

const { state, receivedOn, evidence } = recognitionContract.setEvidence.input.shape;
const Schema = z.object({ state, receivedOn, evidence });

/** One line of a return in full: how it stands, the day it came, and in what it was seen. */
export function EvidenceForm(props: {
  readonly returnId: RecognitionReturnId;
  readonly item: ReturnItem;
  readonly onClose: () => void;
}) {
  const { returnId, item, onClose } = props;
  const setEvidence = useSetEvidence();
  const today = useToday();
  const { say } = useToast();
  const words = EVIDENCE_WORDS[item.kind];
  const form = useContractForm(
    Schema,
    {
      state: item.state === 'not-asked' ? 'have-it' : item.state,
      receivedOn: item.receivedOn ?? today,
      evidence: item.evidence,
    },
    {
      draftKey: `recognition.evidence.${returnId}.${item.id}`,
      onSubmit: async (wanted) => {
        const target = { returnId, itemId: item.id };
        await setEvidence.mutateAsync({ ...target, ...wanted });
        const undo = () =>
          setEvidence.mutateAsync({
            ...target,
            state: item.state,
            receivedOn: item.receivedOn,
            evidence: item.evidence,
          });
        say({
          words: `${sentenceStart(item.words)}: ${words[wanted.state].toLowerCase()}.`,
          undo: { label: 'Undo', run: undo },
        });
        onClose();
      },
    },
  );
  const options = EvidenceState.options
    .filter((value) => value !== 'not-amended' || item.ifAmended)
    .map((value) => ({ value, words: words[value] }));
  return (
    <FormDialog title={sentenceStart(item.words)} onClose={onClose}>
      <ContractFormBody form={form} label="How it stands">
        <SelectField name="state" label="How does it stand?" options={options} />
        <LocalDateField
          name="receivedOn"
          label="When did it come?"
          hint="That day counts, whenever it is looked at"
          isOptional
        />
        <TextField name="evidence" label="What was seen?" lines={3} isOptional isPersonal />
        <FormButtons
          saveWords="Save the line"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
