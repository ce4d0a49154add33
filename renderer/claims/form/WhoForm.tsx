import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { PersonId } from '#db/people/people.contract';
import { ActsForField } from '../../officers/ActsForField.tsx';
import { askFor, NOTHING_TO_ASK } from '../../officers/acts-for.ts';
import { usePersonRecord } from '../../people/people.queries.ts';
import { ChosenWho, personOf } from '../../people/who.ts';
import { WhoField } from '../../people/WhoField.tsx';
import { CheckField } from '../../shared/CheckField.tsx';
import type { Choice } from '../../shared/ChooserField.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FieldFrame } from '../../shared/FieldFrame.tsx';
import { useFieldState } from '../../shared/form-context.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import {
  BRINGER_WORDS,
  BRINGERS,
  isGroup,
  PAID_TO,
  PAID_TO_WORDS,
  WhoValues,
} from './who-values.ts';

type Props = {
  readonly start: z.input<typeof WhoValues>;
  readonly today: string;
  readonly onWho: (values: WhoValues) => Promise<unknown>;
  readonly children: ReactNode;
};

/** Who claims, who brings it and who is paid (EXP-19): one name where it is the same person three times. */
export function WhoForm({ start, today, onWho, children }: Props) {
  const form = useContractForm(WhoValues, start, { onSubmit: onWho });
  return (
    <ContractFormBody form={form} label="Who is this claim for?">
      <Questions isNew={start.claimant === null} today={today} />
      {children}
    </ContractFormBody>
  );
}

function Questions({ isNew, today }: { readonly isNew: boolean; readonly today: string }) {
  const { control, setValue } = useFormContext();
  const claimant = ChosenWho.safeParse(useWatch({ control, name: 'claimant' })).data ?? null;
  const bringer: unknown = useWatch({ control, name: 'bringer' });
  const paidTo: unknown = useWatch({ control, name: 'paidTo' });
  const receivedOn: unknown = useWatch({ control, name: 'receivedOn' });
  const ofGroup = isGroup(claimant);

  function claims(choice: Choice | null): void {
    // A group has no hands: somebody brings what it claims.
    // Whoever was chosen before may have claimed as staff; that is no answer for somebody else.
    setValue('isStaff', false);
    if (isGroup(choice)) setValue('bringer', bringer === 'self' ? 'other' : bringer);
    else if (ofGroup && bringer === 'other') setValue('bringer', 'self');
  }

  return (
    <>
      <WhoField
        name="claimant"
        label="Who claims?"
        hint="The person who had the cost, or a group for a cost of its own. Type two letters."
        from="both"
        first="people"
        takesFocus={isNew}
        onChosen={claims}
      />
      {claimant !== null && !ofGroup && <AsStaff key={claimant.id} personId={personOf(claimant)} />}
      <Radios
        name="bringer"
        label="Who brings it?"
        options={BRINGERS.filter((value) => !(ofGroup && value === 'self')).map((value) => ({
          value,
          words: BRINGER_WORDS[value],
        }))}
      />
      {bringer === 'other' && (
        <>
          <WhoField
            name="filer"
            label="Name of who brings it"
            hint="The treasurer, for example"
            from="people"
            onChosen={(choice) => setValue('actsFor', ofGroup ? NOTHING_TO_ASK : askFor(choice))}
          />
          {!ofGroup && <ActsForField onAnswer={() => undefined} />}
        </>
      )}
      {(bringer === 'post' || receivedOn !== today) && (
        <LocalDateField name="receivedOn" label="On which day did it come in?" />
      )}
      <Radios
        name="paidTo"
        label="Who is paid?"
        options={PAID_TO.filter(
          (value) => bringer === 'other' || value === 'claimant' || value === 'other',
        )
          .filter((value) => !(ofGroup && value === 'group'))
          .map((value) => ({ value, words: PAID_TO_WORDS[value] }))}
      />
      {paidTo === 'other' && (
        <WhoField name="payee" label="Name of who is paid" from="both" first="people" />
      )}
    </>
  );
}

/** Asked of those whose record says that they work for the council; for others it is one step away (EXP-14). */
function AsStaff({ personId }: { readonly personId: PersonId }) {
  const record = usePersonRecord(personId);
  const isStaff: unknown = useWatch({ name: 'isStaff' });
  const [isOpen, setIsOpen] = useState(isStaff === true);
  const { id } = useFieldState('isStaff');
  const wasAsked = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone; what it brought takes its place.
    if (wasAsked.current) document.getElementById(id)?.focus();
  }, [isOpen, id]);
  if (isOpen || record.data?.isCouncilStaff === true)
    return <CheckField name="isStaff" label="They claim as a member of the council’s staff" />;
  return (
    <Box>
      <Button
        aria-expanded={false}
        onClick={() => {
          wasAsked.current = true;
          setIsOpen(true);
        }}
      >
        More about who claims
      </Button>
    </Box>
  );
}

function Radios(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}) {
  const { field } = useController({ name: props.name });
  const { id, error } = useFieldState(props.name);
  return (
    <FieldFrame label={props.label} id={`${id}-answers`} error={error} isGroup>
      <RadioGroup row value={field.value} onChange={field.onChange} sx={{ columnGap: 2 }}>
        {props.options.map(({ value, words }, place) => (
          <FormControlLabel
            key={value}
            value={value}
            label={words}
            control={<Radio slotProps={{ input: place === 0 ? { id } : {} }} />}
          />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}
