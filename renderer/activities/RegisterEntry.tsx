import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type {
  ActivityPage,
  RegisterLine,
  RegisterStanding,
} from '#db/activities/activities.contract';
import { REGISTER_STANDING_WORDS } from '#db/activities/activities.contract';
import { PERSON_KIND_WORDS, PersonKind } from '#db/people/people.contract';
import { useToday } from '../app/session-context.tsx';
import { ChosenWho } from '../people/who.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { AttenderField } from './AttenderField.tsx';
import { useChangeLine, useRecordPerson } from './activities.queries.ts';
import { ForWhomField } from './ForWhomField.tsx';
import {
  ASKED,
  isNameAlone,
  newLineValues,
  NOT_ASKED,
  RegisterFormSchema,
  valuesOfLine,
} from './register-form-values.ts';

const TENURES = PersonKind.options.map((value) => ({ value, words: PERSON_KIND_WORDS[value] }));

const standings = (hasBegun: boolean) =>
  (hasBegun
    ? (['came', 'apologies', 'expected'] as const)
    : (['expected', 'apologies'] as const)
  ).map((value) => ({ value, words: REGISTER_STANDING_WORDS[value] }));

/** One person after the other at the door: choose or write the name, press Enter, and the next one can be typed. */
export function RegisterEntry(props: {
  readonly activity: ActivityPage;
  readonly onEntered: (after: ActivityPage, standing: RegisterStanding) => void;
}) {
  // A new form for each person: it begins empty, with the name waiting to be typed.
  const [count, setCount] = useState(0);
  return (
    <OneEntry
      key={count}
      {...props}
      takesFocus={count > 0}
      onEntered={(after, standing) => {
        setCount(count + 1);
        props.onEntered(after, standing);
      }}
    />
  );
}

function OneEntry({
  activity,
  takesFocus,
  onEntered,
}: Parameters<typeof RegisterEntry>[0] & { readonly takesFocus: boolean }) {
  const record = useRecordPerson();
  const hasBegun = activity.on <= useToday();
  const form = useContractForm(RegisterFormSchema, newLineValues(hasBegun ? 'came' : 'expected'), {
    onSubmit: async (line) =>
      onEntered(await record.mutateAsync({ ...line, activityId: activity.id }), line.standing),
  });
  return (
    <ContractFormBody form={form} label="Put somebody on the register">
      <Attender takesFocus={takesFocus} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 1, alignItems: 'end' }}>
        <SelectField name="standing" label="How do they stand?" options={standings(hasBegun)} />
        <CheckField name="isFirstTime" label="For the first time" />
        <CheckField name="wantsToClaim" label="Wants to claim" />
        <Button type="submit" variant="contained" disabled={form.isSending}>
          Put on the register
        </Button>
      </Box>
    </ContractFormBody>
  );
}

/** Who it is and for whom they come; of somebody without a record, also how they hold their home. */
function Attender(props: {
  readonly takesFocus: boolean;
  readonly known?: RegisterLine['groups'];
}) {
  const { control, setValue } = useFormContext();
  const who = ChosenWho.safeParse(useWatch({ control, name: 'who' })).data ?? null;
  return (
    <FieldRow fieldRem={17}>
      <AttenderField
        takesFocus={props.takesFocus}
        onChosen={(choice) =>
          setValue('forWhom', choice === null || isNameAlone(choice) ? NOT_ASKED : ASKED)
        }
      />
      {isNameAlone(who) && (
        <SelectField
          name="tenure"
          label="How do they hold their home?"
          emptyWords="Not said"
          options={TENURES.filter(({ value }) => value !== 'not-said')}
        />
      )}
      <ForWhomField {...(props.known === undefined ? {} : { known: props.known })} />
    </FieldRow>
  );
}

/** Puts one line right: also times, which the door has no time for. */
export function ChangeLineDialog(props: {
  readonly activity: ActivityPage;
  readonly line: RegisterLine;
  readonly onSaved: (after: ActivityPage) => void;
  readonly onClose: () => void;
}) {
  const { activity, line, onSaved, onClose } = props;
  const change = useChangeLine();
  const hasBegun = activity.on <= useToday();
  const form = useContractForm(RegisterFormSchema, valuesOfLine(line), {
    onSubmit: async (typed) =>
      onSaved(await change.mutateAsync({ ...typed, id: line.id, version: line.version })),
  });
  const standing = useWatch({ control: form.form.control, name: 'standing' });
  return (
    <FormDialog title="Change a line of the register" onClose={onClose}>
      <ContractFormBody form={form} label="Change a line of the register">
        <Attender takesFocus={false} known={line.groups} />
        <SelectField name="standing" label="How do they stand?" options={standings(hasBegun)} />
        {standing === 'came' && (
          <FieldRow>
            <TimeField name="arrivedAt" label="Arrived" endName="leftAt" isOptional />
            <TimeField name="leftAt" label="Left" startName="arrivedAt" isOptional />
          </FieldRow>
        )}
        <Box>
          <CheckField name="isFirstTime" label="For the first time" />
          <br />
          <CheckField name="wantsToClaim" label="Wants to claim" />
        </Box>
        <FormButtons
          saveWords="Save the line"
          closeWords="Close without saving"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
