import type { Comparator, QuestionId } from '#db/profiles/profiles.contract';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { ComparatorFields, comparatorFields, readComparator } from './comparator-values.ts';
import { ComparatorInputs } from './ComparatorInputs.tsx';
import { useSetComparator } from './profiles.queries.ts';

/** An answer with the share of all tenants who give it. */
export type ComparedLine = {
  readonly choiceId: string;
  readonly words: string;
  readonly comparator: Comparator | null;
};

type Props = {
  readonly questionId: QuestionId;
  readonly line: ComparedLine;
  readonly onClose: () => void;
};

const Schema = ComparatorFields.transform((typed, ctx) => ({
  comparator: readComparator(typed, ctx),
}));

/** The share of all tenants who give an answer; without a percentage it is taken out. */
export function ComparatorForm({ questionId, line, onClose }: Props) {
  const set = useSetComparator();
  const { say } = useToast();
  const form = useContractForm(Schema, comparatorFields(line.comparator), {
    onSubmit: async ({ comparator }) => {
      const of = { questionId, choiceId: line.choiceId };
      const { before } = await set.mutateAsync({ ...of, comparator });
      onClose();
      say({
        words: `${line.words}: ${comparator === null ? 'no share of all tenants.' : `${comparator.percent}% of all tenants.`}`,
        undo: { label: 'Undo', run: () => set.mutateAsync({ ...of, comparator: before }) },
      });
    },
  });
  return (
    <FormDialog title={`Share of all tenants: ${line.words}`} onClose={onClose}>
      <ContractFormBody form={form} label="Share of all tenants">
        <ComparatorInputs />
        <FormButtons
          saveWords="Save the share"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
