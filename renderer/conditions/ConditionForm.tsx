import {
  type Condition,
  type ConditionKind,
  conditionsContract,
} from '#db/conditions/conditions.contract';
import { STARTING_TEXTS } from '#db/conditions/starting-texts.rules';
import { useToday } from '../app/session-context.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddConditionText } from './conditions.queries.ts';

export const CONDITION_WORDS: Readonly<Record<ConditionKind, string>> = {
  guidelines: 'Guidelines for the rooms',
  fire: 'Fire procedure',
};

type Props = {
  readonly kind: ConditionKind;
  /** The version that holds now; the new one begins from its words. */
  readonly latest: Condition | undefined;
  readonly onSaved: (text: Condition) => void;
  readonly onClose: () => void;
};

/** A new version of one of the two texts. */
export function ConditionForm({ kind, latest, onSaved, onClose }: Props) {
  const add = useAddConditionText();
  const today = useToday();
  const form = useContractForm(
    conditionsContract.addText.input,
    {
      kind,
      text: latest?.text ?? STARTING_TEXTS[kind],
      from: today,
      mustAcknowledgeAgain: latest !== undefined,
    },
    {
      draftKey: `condition.new.${kind}.${latest?.number ?? 0}`,
      onSubmit: async (text) => onSaved(await add.mutateAsync(text)),
    },
  );
  return (
    <ContractFormBody form={form} label={`New version: ${CONDITION_WORDS[kind]}`}>
      <TextField
        name="text"
        label="The text that people are given"
        hint={
          latest === undefined
            ? 'A text to start from. Change it to what holds at your centre.'
            : 'One point on each line'
        }
        lines={12}
        takesFocus
      />
      <LocalDateField name="from" label="From which day does it hold?" />
      {latest !== undefined && (
        <CheckField
          name="mustAcknowledgeAgain"
          label="Everybody has to be given this version, also who was given an earlier one."
        />
      )}
      <FormButtons
        saveWords="Enter the version"
        closeWords="Close without entering"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
