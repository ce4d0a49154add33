import { AskedWhen, type Item, ItemDetails } from '#db/recognition/recognition.contract';
import { ASKED_WORDS } from '#db/recognition/recognition-words.rules';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

const OPTIONS = AskedWhen.options.map((value) => ({ value, words: ASKED_WORDS[value] }));

/** One line of the council's list: its words, and when it is asked. */
export function ItemForm(props: {
  readonly kind: Item['kind'];
  readonly item: ItemDetails | undefined;
  readonly onSave: (item: ItemDetails) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { kind, item, onSave, onClose } = props;
  const form = useContractForm(
    ItemDetails,
    item ?? { id: null, words: '', asked: 'always', ifAmended: false },
    {
      draftKey: `recognition.item.${item?.id ?? kind}`,
      onSubmit: async (wanted) => {
        await onSave(wanted);
        onClose();
      },
    },
  );
  const what = kind === 'paper' ? 'paper' : 'criterion';
  return (
    <FormDialog
      title={item === undefined ? `Add a ${what}` : `Change the ${what}`}
      onClose={onClose}
    >
      <ContractFormBody form={form} label={`One ${what}`}>
        <TextField
          name="words"
          label="What is asked?"
          hint="In the council’s own words, such as ‘accounts’"
          takesFocus
        />
        <SelectField name="asked" label="When is it asked?" options={OPTIONS} />
        {kind === 'paper' && (
          <CheckField name="ifAmended" label="Only if it was amended since the last time" />
        )}
        <FormButtons
          saveWords={`Save the ${what}`}
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
