import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { choiceWords } from '#db/officers/officers.rules';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import type { Choice } from '../shared/ChooserField.tsx';
import { choiceIdOf, personOf } from '../people/who.ts';
import { ANOTHER, NOTHING_TO_ASK, OPEN, readActsFor, THEMSELF } from './acts-for.ts';
import { useCapacities } from './officers.queries.ts';

type Props = {
  /** The group they act for, null for themself or for another group; called with each answer. */
  readonly onAnswer: (group: Choice | null, who: Choice) => void;
  /** Offers 'Another group' where the form has a field to name it. */
  readonly hasAnother?: boolean;
};

/** 'Who do they act for?': a row of answers for a person who holds a post, and nothing for anybody else. */
export function ActsForField({ onAnswer, hasAnother = false }: Props) {
  const { control, setValue } = useFormContext();
  const { id, error } = useFieldState('actsFor');
  const { who, answer } = readActsFor(useWatch({ control, name: 'actsFor' }));
  const capacities = useCapacities(who === null ? null : personOf(who));
  // Who holds no post is not asked; and a question that cannot be put must not stand in the way of a booking.
  const hasNothingToAsk = capacities.isError || capacities.data?.length === 0;

  useEffect(() => {
    if (who !== null && hasNothingToAsk) setValue('actsFor', NOTHING_TO_ASK);
  }, [who, hasNothingToAsk, setValue]);

  if (who === null || capacities.data === undefined || capacities.data.length === 0) return null;
  const groups = capacities.data.map((capacity) => ({
    choice: {
      id: choiceIdOf({ kind: 'group', groupId: capacity.groupId }),
      title: capacity.groupName,
    },
    words: choiceWords(capacity),
  }));

  function take(chosen: string): void {
    setValue('actsFor', { who, answer: chosen }, { shouldDirty: true, shouldValidate: true });
    const group = groups.find(({ choice }) => choice.id === chosen)?.choice;
    if (who !== null) onAnswer(group ?? null, who);
  }

  const answers = [
    { value: THEMSELF, words: 'Themself' },
    ...groups.map(({ choice, words }) => ({ value: choice.id, words })),
    ...(hasAnother ? [{ value: ANOTHER, words: 'Another group' }] : []),
  ];
  return (
    <FieldFrame label="Who do they act for?" id={`${id}-answers`} error={error} isGroup>
      <RadioGroup
        row
        value={answer === OPEN ? null : answer}
        onChange={(_, chosen) => take(chosen)}
        sx={{ columnGap: 1.5 }}
      >
        {answers.map(({ value, words }, index) => (
          <FormControlLabel
            key={value}
            value={value}
            label={words}
            // The first one bears the field's id, so that the summary of what is missing leads to it.
            control={<Radio slotProps={{ input: index === 0 ? { id } : {} }} />}
          />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}
