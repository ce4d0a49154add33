import Button from '@mui/material/Button';
import { useState } from 'react';
import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { CheckField } from '../shared/CheckField.tsx';
import { type Choice, ChooserField } from '../shared/ChooserField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

const Everything = z.object({
  name: z.string().min(1, 'Enter the name people use.'),
  notes: z.string(),
  room: z.string().min(1, 'Choose a room.'),
  who: z.string().min(1, 'Choose who it is for.'),
  day: LocalDate,
  from: LocalTime,
  until: LocalEndTime,
  people: z.int().nullable(),
  isAgreed: z.boolean(),
});

const CHOICES: readonly Choice[] = [
  { id: '1', title: 'Ashdown TRA', detail: 'Tenants’ and Residents’ Association' },
  { id: '2', title: 'Birch Court TRA' },
];

/** Every kind of field. Saving with the fields empty shows the summary and each field’s own sentence. */
export function GalleryForm() {
  const [chosen, setChosen] = useState<Choice | null>(null);
  const form = useContractForm(
    Everything,
    {
      name: '',
      notes: '',
      room: '',
      who: '',
      day: '',
      from: '',
      until: '',
      people: null,
      isAgreed: false,
    },
    { onSubmit: () => Promise.resolve() },
  );
  return (
    <ContractFormBody form={form}>
      <TextField name="name" label="A short text" hint="One line" />
      <TextField name="notes" label="A longer text" lines={3} isOptional />
      <SelectField
        name="room"
        label="One of a few"
        emptyWords="Choose a room"
        options={[{ value: 'hall', words: 'Hall' }]}
      />
      <ChooserField
        name="who"
        label="One of many"
        hint="Type two letters"
        chosen={chosen}
        onChoose={setChosen}
        choices={CHOICES}
        onType={() => undefined}
      />
      <LocalDateField name="day" label="A day" />
      <TimeField name="from" label="A start" />
      <TimeField name="until" label="An end" startName="from" />
      <NumberField name="people" label="A number" unit="people" isOptional />
      <CheckField name="isAgreed" label="Something to tick" />
      <Button type="submit" variant="contained">
        Save what is here
      </Button>
    </ContractFormBody>
  );
}
