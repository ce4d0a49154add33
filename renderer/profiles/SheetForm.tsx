import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { PERSON_KIND_WORDS, PersonKind } from '#db/people/people.contract';
import type { Question, SheetKey } from '#db/profiles/profiles.contract';
import { useToday } from '../app/session-context.tsx';
import { areaOptions } from '../areas/area-options.ts';
import { useAreas } from '../areas/areas.queries.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddSheet } from './profiles.queries.ts';
import {
  answerOptions,
  type Kept,
  monthOptions,
  newSheetValues,
  SheetFormSchema,
} from './sheet-form-values.ts';

type Props = {
  readonly questions: readonly Question[];
  readonly kept: Kept;
  /** The first sheet begins with where and who; the next ones with the first answer. */
  readonly isFirst: boolean;
  readonly onEntered: (key: SheetKey, kept: Kept) => void;
};

const TENURES = PersonKind.options.map((value) => ({ value, words: PERSON_KIND_WORDS[value] }));
const INVOLVED = [
  { value: 'yes', words: 'Yes, takes part' },
  { value: 'no', words: 'No' },
];
const COLUMNS = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
};

/** One filled sheet. What is typed is not kept anywhere until it is entered. */
export function SheetForm({ questions, kept, isFirst, onEntered }: Props) {
  const areas = useAreas().data ?? [];
  const today = useToday();
  const add = useAddSheet();
  const form = useContractForm(SheetFormSchema, newSheetValues(kept, questions), {
    onSubmit: async (sheet) => {
      const { key } = await add.mutateAsync(sheet);
      onEntered(key, {
        areaId: sheet.areaId ?? '',
        tenure: sheet.tenure,
        isInvolved: sheet.isInvolved ? 'yes' : 'no',
        month: sheet.month,
      });
    },
  });
  const { setFocus } = form.form;
  const first = questions[0]?.id;
  useEffect(() => {
    if (!isFirst && first !== undefined) setFocus(`answers.${first}`);
  }, [isFirst, first, setFocus]);

  return (
    <ContractFormBody form={form} label="Equality form">
      <Box sx={COLUMNS}>
        <SelectField
          name="areaId"
          label="Area"
          emptyWords="Not said"
          options={areaOptions(areas, null, 'area')}
        />
        <SelectField name="tenure" label="Holds their home as" options={TENURES} />
        <SelectField
          name="isInvolved"
          label="Takes part?"
          emptyWords="Choose yes or no"
          options={INVOLVED}
        />
        <SelectField name="month" label="Filled in" options={monthOptions(today)} />
      </Box>
      <Box
        component="fieldset"
        sx={(theme) => ({
          ...COLUMNS,
          margin: 0,
          padding: 0,
          paddingBlockStart: 2,
          border: 0,
          borderBlockStart: `1px solid ${theme.trc.line}`,
        })}
      >
        <Box component="legend" sx={{ fontWeight: 700, fontSize: '1.1875rem', padding: 0 }}>
          Answers
        </Box>
        {questions.map((question) => (
          <SelectField
            key={question.id}
            name={`answers.${question.id}`}
            label={question.words}
            emptyWords="Not answered"
            options={answerOptions(question)}
          />
        ))}
      </Box>
      <Box>
        <Button type="submit" variant="contained" disabled={form.isSending}>
          Enter the form
        </Button>
      </Box>
    </ContractFormBody>
  );
}
