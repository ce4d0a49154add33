import Box from '@mui/material/Box';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import {
  type GapGroup,
  profilesContract,
  type Question,
  QuestionId,
} from '#db/profiles/profiles.contract';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { ComparatorFields, comparatorFields, readComparator } from './comparator-values.ts';
import { ComparatorInputs } from './ComparatorInputs.tsx';
import { useAddGapGroup, useChangeGapGroup } from './profiles.queries.ts';

type Props = {
  /** The group to change; without it a new one is entered. */
  readonly group?: GapGroup;
  /** What the council's paper calls it. */
  readonly name?: string;
  readonly questions: readonly Question[];
  readonly onSaved: (saved: GapGroup) => void;
  readonly onClose: () => void;
};

const Schema = ComparatorFields.extend({
  name: profilesContract.addGapGroup.input.shape.name,
  questionId: QuestionId,
  /** Ticks by question, so that a change of the question and back loses none. */
  ticked: z.record(z.string(), z.record(z.string(), z.boolean())),
}).transform(({ name, questionId, ticked, ...typed }, ctx) => {
  const choiceIds = Object.entries(ticked[questionId] ?? {}).flatMap(([id, isTicked]) =>
    isTicked ? [id] : [],
  );
  if (choiceIds.length === 0)
    ctx.addIssue({ code: 'custom', path: ['questionId'], message: 'Tick at least one answer.' });
  return { name, questionId, choiceIds, comparator: readComparator(typed, ctx) };
});

/** A group that the council wants to reach: the answers that make it up, and its share of all tenants. */
export function GapGroupForm({ group, name = '', questions, onSaved, onClose }: Props) {
  const add = useAddGapGroup();
  const change = useChangeGapGroup();
  const ticked = Object.fromEntries(
    questions.map(({ id, choices }) => [
      id,
      Object.fromEntries(
        choices.map((choice) => [
          choice.id,
          group?.questionId === id && group.choiceIds.includes(choice.id),
        ]),
      ),
    ]),
  );
  const start = {
    name: group?.name ?? name,
    questionId: group?.questionId ?? questions[0]?.id ?? 'age',
    ticked,
    ...comparatorFields(group?.comparator ?? null),
  };
  const form = useContractForm(Schema, start, {
    onSubmit: async (wanted) =>
      onSaved(
        group === undefined
          ? await add.mutateAsync(wanted)
          : await change.mutateAsync({ ...wanted, id: group.id, version: group.version }),
      ),
  });
  const questionId = useWatch({ control: form.form.control, name: 'questionId' });
  const question = questions.find(({ id }) => id === questionId);
  return (
    <FormDialog
      title={group === undefined ? 'Add a group to reach' : 'Change the group'}
      onClose={onClose}
    >
      <ContractFormBody form={form} label="Group to reach">
        <TextField name="name" label="What is it called?" hint="Such as young people" takesFocus />
        <SelectField
          name="questionId"
          label="Which question tells?"
          options={questions.map(({ id, words }) => ({ value: id, words }))}
        />
        <Box component="fieldset" sx={{ border: 0, margin: 0, padding: 0, display: 'grid' }}>
          <Box component="legend" sx={{ fontWeight: 620, fontSize: '1.0625rem', padding: 0 }}>
            Which answers make it up?
          </Box>
          {question?.choices
            .filter(({ isOffered }) => isOffered)
            .map(({ id, words }) => (
              <CheckField key={id} name={`ticked.${question.id}.${id}`} label={words} />
            ))}
        </Box>
        <ComparatorInputs />
        <FormButtons
          saveWords={group === undefined ? 'Add the group' : 'Save the group'}
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
