import { z } from 'zod';
import { profilesContract, type Question } from '#db/profiles/profiles.contract';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useChangeQuestion } from './profiles.queries.ts';

type Props = {
  readonly question: Question;
  readonly onSaved: (saved: Question) => void;
  readonly onClose: () => void;
};

const fields = profilesContract.changeQuestion.input.shape;
const Schema = z.object({
  words: fields.words,
  isAsked: z.boolean(),
  choices: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .pipe(fields.choices),
});

/** What a question asks and which answers it offers, one on each line. */
export function QuestionForm({ question, onSaved, onClose }: Props) {
  const change = useChangeQuestion();
  const { id, version } = question;
  const start = {
    words: question.words,
    isAsked: question.isAsked,
    choices: question.choices
      .filter(({ isOffered }) => isOffered)
      .map(({ words }) => words)
      .join('\n'),
  };
  const form = useContractForm(Schema, start, {
    draftKey: `profile-question.${id}.${version}`,
    onSubmit: async (wanted) => onSaved(await change.mutateAsync({ ...wanted, id, version })),
  });
  return (
    <FormDialog title="Change the question" onClose={onClose}>
      <ContractFormBody form={form} label="Change the question">
        <TextField name="words" label="What the form asks" takesFocus />
        <CheckField name="isAsked" label="Ask it" />
        <TextField
          name="choices"
          label="Answers"
          hint="One on each line. “Prefer not to say” is always there. One that you take out still counts where it was chosen; one that you write in other words is a new one."
          lines={8}
        />
        <FormButtons
          saveWords="Save the question"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
