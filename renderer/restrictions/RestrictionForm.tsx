import { useWatch } from 'react-hook-form';
import type { BookingHit } from '#db/calendar/calendar.contract';
import { type Restriction, RestrictionSource } from '#db/restrictions/restrictions.contract';
import { useSession, useToday } from '../app/session-context.tsx';
import { BookingHits } from '../calendar/BookingHits.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { WhoField } from '../people/WhoField.tsx';
import type { ChosenWho } from '../people/who.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import {
  newRestrictionValues,
  RestrictionFormSchema,
  SCOPE_WORDS,
  SOURCE_WORDS,
} from './restriction-form-values.ts';
import { useAddRestriction, useHitsOfRestriction } from './restrictions.queries.ts';

type Props = {
  /** Whose page the form was opened from. */
  readonly subject?: ChosenWho;
  readonly onSaved: (restriction: Restriction, hits: readonly BookingHit[]) => void;
  readonly onClose: () => void;
};

const SOURCES = RestrictionSource.options.map((value) => ({ value, words: SOURCE_WORDS[value] }));
const EFFECTS = [
  { value: 'bars', words: 'Refuse it' },
  { value: 'warns', words: 'Only warn, as for a live legal dispute' },
];

/** Takes a service away from a group or person: what, from when to when, why, who decided, how to appeal (BOOK-12). */
export function RestrictionForm({ subject = null, onSaved, onClose }: Props) {
  const add = useAddRestriction();
  const rooms = useFacilities().data ?? [];
  const today = useToday();
  const decidedBy = useSession().signedIn?.displayName ?? '';
  const form = useContractForm(
    RestrictionFormSchema,
    newRestrictionValues({ subject, from: today, decidedBy }),
    {
      draftKey: 'restriction.new',
      onSubmit: async (details) => {
        const { restriction, hits } = await add.mutateAsync(details);
        onSaved(restriction, hits);
      },
    },
  );
  const typed = useWatch({ control: form.form.control });
  const details = RestrictionFormSchema.safeParse(typed).data;
  const hits = useHitsOfRestriction(details);
  const scopes = [
    ...rooms.map((room) => ({ value: `facility:${room.id}`, words: `${room.name} only` })),
    ...Object.entries(SCOPE_WORDS).map(([value, words]) => ({ value, words })),
  ];

  return (
    <ContractFormBody form={form} label="Remove a service">
      <WhoField
        name="subject"
        label="From whom?"
        hint="Type two letters of the group’s or person’s name"
        from="both"
        takesFocus={subject === null}
      />
      <SelectField
        name="scope"
        label="What is taken away?"
        hint="Choose no more than the service that was abused"
        options={scopes}
        emptyWords="Choose what is taken away"
      />
      <SelectField name="effect" label="What does the desk do?" options={EFFECTS} />
      <FieldRow>
        <LocalDateField name="from" label="First day" />
        <LocalDateField name="until" label="Last day" hint="Empty if it is open-ended" isOptional />
      </FieldRow>
      <SelectField name="source" label="What led to it?" options={SOURCES} />
      <LocalDateField name="incidentOn" label="When did it happen?" isOptional />
      <TextField
        name="reason"
        label="Why?"
        hint="As the letter should put it"
        lines={3}
        isPersonal
      />
      <TextField name="decidedBy" label="Who decided it?" isPersonal />
      <TextField
        name="appealWords"
        label="How can they appeal?"
        hint="To whom, how, and by when; the letter says it in these words"
        lines={3}
        isOptional
      />
      {details?.effect === 'bars' && hits.data !== undefined && <BookingHits hits={hits.data} />}
      <FormButtons
        saveWords="Remove the service"
        closeWords="Close without removing"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
