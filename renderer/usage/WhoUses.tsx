import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormContext, useWatch } from 'react-hook-form';
import { useToday } from '../app/session-context.tsx';
import { ANOTHER, askFor, readActsFor } from '../officers/acts-for.ts';
import { ActsForField } from '../officers/ActsForField.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { ChosenWho, whoOf } from '../people/who.ts';
import type { Choice } from '../shared/ChooserField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useAllowanceLeft } from './usage.queries.ts';

type Props = {
  /** The youngest age on one's own; null where the centre has none, and then nobody is asked. */
  readonly minimumAge: number | null;
  readonly takesFocus?: boolean;
};

/** Who uses it, for which group, what for; whether they are old enough where the centre asks. */
export function WhoUses({ minimumAge, takesFocus = false }: Props) {
  const { control, setValue } = useFormContext();
  const isOldEnough: unknown = useWatch({ control, name: 'isOldEnough' });
  const actsFor = readActsFor(useWatch({ control, name: 'actsFor' }));
  // Whoever holds a post was asked above and answers there, unless it is for a group of somebody else.
  const namesGroup = actsFor.who === null || actsFor.answer === ANOTHER;

  function ask(person: Choice | null): void {
    if (actsFor.answer !== '') setValue('group', null);
    setValue('actsFor', askFor(person));
  }

  return (
    <>
      <WhoField
        name="person"
        label="Who is it?"
        from="people"
        takesFocus={takesFocus}
        onChosen={ask}
      />
      <ActsForField hasAnother onAnswer={(group) => setValue('group', group)} />
      {namesGroup && (
        <WhoField
          name="group"
          label="For which group?"
          hint="Empty when they are here for themselves; pages count for the group that is named"
          from="groups"
          isOptional
        />
      )}
      <Left />
      <TextField name="purpose" label="What for?" hint="Such as a newsletter or a job search" />
      {minimumAge !== null && (
        <SelectField
          name="isOldEnough"
          label={`Are they ${minimumAge} or older?`}
          emptyWords="Ask them"
          options={[
            { value: 'yes', words: 'Yes' },
            { value: 'no', words: 'No, an adult is with them' },
          ]}
        />
      )}
      {minimumAge !== null && isOldEnough === 'no' && (
        <TextField name="accompaniedBy" label="Name of the adult" isPersonal />
      )}
    </>
  );
}

/** What the group, or the person, has left of the centre's allowances. */
function Left() {
  const { control } = useFormContext();
  const today = useToday();
  const group = ChosenWho.safeParse(useWatch({ control, name: 'group' })).data ?? null;
  const person = ChosenWho.safeParse(useWatch({ control, name: 'person' })).data ?? null;
  const forWhom = group ?? person;
  const who = forWhom === null ? undefined : whoOf(forWhom);
  const left = useAllowanceLeft({
    groupId: who?.kind === 'group' ? who.groupId : null,
    personId: who?.kind === 'person' ? who.personId : null,
    on: today,
  });
  if (left.data === undefined || left.data.length === 0) return null;
  return (
    <Box role="status">
      {left.data.map((each) => (
        <Typography
          key={each.allowance.id}
          sx={each.left <= 0 ? { color: 'error.main', fontWeight: 600 } : {}}
        >
          {`${each.allowance.facilityName}: ${each.words}`}
        </Typography>
      ))}
    </Box>
  );
}
