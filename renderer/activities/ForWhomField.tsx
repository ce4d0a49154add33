import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { RegisterLine } from '#db/activities/activities.contract';
import { choiceWords } from '#db/officers/officers.rules';
import { useCapacities } from '../officers/officers.queries.ts';
import { ChosenWho, choiceIdOf, personOf } from '../people/who.ts';
import { WhoField } from '../people/WhoField.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { isNameAlone, NOT_ASKED, readForWhom, THEMSELF } from './register-form-values.ts';

type Props = {
  /** Groups for which the line stands already; they stay to be ticked, also without a post today. */
  readonly known?: RegisterLine['groups'];
};

/** For whom they come: a tick for each group in which they hold a post, and a group of somebody else. */
export function ForWhomField({ known = [] }: Props) {
  const { control, setValue } = useFormContext();
  const { id, error } = useFieldState('forWhom');
  const who = ChosenWho.safeParse(useWatch({ control, name: 'who' })).data ?? null;
  const { isAsked, ticked } = readForWhom(useWatch({ control, name: 'forWhom' }));
  const capacities = useCapacities(who === null || isNameAlone(who) ? null : personOf(who));
  const held = capacities.data ?? [];
  // Who holds no post is not asked; and a question that cannot be put must not keep anybody waiting at the door.
  const hasNothingToAsk = isNameAlone(who) || capacities.isError || capacities.data?.length === 0;

  useEffect(() => {
    if (isAsked && hasNothingToAsk) setValue('forWhom', NOT_ASKED);
  }, [isAsked, hasNothingToAsk, setValue]);

  const groups = [
    ...held.map((capacity) => ({
      value: choiceIdOf({ kind: 'group', groupId: capacity.groupId }),
      words: choiceWords(capacity),
    })),
    ...known
      .filter(({ groupId }) => !held.some((capacity) => capacity.groupId === groupId))
      .map(({ groupId, groupName }) => ({
        value: choiceIdOf({ kind: 'group', groupId }),
        words: groupName,
      })),
  ];
  const answers = [{ value: THEMSELF, words: 'Themself' }, ...groups];

  function tick(answer: string, isTicked: boolean): void {
    // Themself, or groups: one rules the other out.
    const others = ticked.filter(
      (each) => each !== answer && (each === THEMSELF) === (answer === THEMSELF),
    );
    const next = isTicked ? [...others, answer] : ticked.filter((each) => each !== answer);
    setValue('forWhom', { isAsked, ticked: next }, { shouldDirty: true, shouldValidate: true });
  }

  return (
    <>
      {groups.length > 0 && (
        <FieldFrame label="For whom do they come?" id={`${id}-answers`} error={error} isGroup>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
            {answers.map(({ value, words }, place) => (
              <FormControlLabel
                key={value}
                label={words}
                control={
                  <Checkbox
                    // The first one bears the field's id, so that the summary of what is missing leads to it.
                    {...(place === 0 ? { id } : {})}
                    checked={ticked.includes(value)}
                    onChange={(_, isTicked) => tick(value, isTicked)}
                  />
                }
              />
            ))}
          </Box>
        </FieldFrame>
      )}
      <WhoField
        name="group"
        label={groups.length > 0 ? 'For another group?' : 'For which group?'}
        hint="Empty when they come for themself"
        from="groups"
        isOptional
      />
    </>
  );
}
