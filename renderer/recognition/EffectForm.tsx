import { recognitionContract } from '#db/recognition/recognition-api.contract';
import { type Activity, ACTIVITY_WORDS, Effect } from '#db/recognition/recognition.contract';
import { EFFECT_WORDS } from '#db/recognition/recognition-words.rules';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSetEffect } from './recognition.queries.ts';

const Schema = recognitionContract.setEffect.input.omit({ activity: true });
const OPTIONS = Effect.options.map((value) => ({ value, words: EFFECT_WORDS[value] }));

/** What the lack of recognition does to one thing from today on. */
export function EffectForm(props: {
  readonly activity: Activity;
  readonly effect: Effect;
  readonly onClose: () => void;
}) {
  const { activity, effect, onClose } = props;
  const setEffect = useSetEffect();
  const { say } = useToast();
  const form = useContractForm(
    Schema,
    { effect },
    {
      draftKey: `recognition.effect.${activity}`,
      onSubmit: async (wanted) => {
        await setEffect.mutateAsync({ activity, ...wanted });
        say({
          words: `${ACTIVITY_WORDS[activity]}: ${EFFECT_WORDS[wanted.effect].toLowerCase()}, from today on.`,
          undo: { label: 'Undo', run: () => setEffect.mutateAsync({ activity, effect }) },
        });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={ACTIVITY_WORDS[activity]} onClose={onClose}>
      <ContractFormBody form={form} label={ACTIVITY_WORDS[activity]}>
        <SelectField
          name="effect"
          label="Without recognition"
          hint="Holds from today on; what was done before stays"
          options={OPTIONS}
        />
        <FormButtons
          saveWords="Set what happens"
          closeWords="Close without changing"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
