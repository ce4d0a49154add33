import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { z } from 'zod';
import type { WeekHours } from '#db/settings/settings.contract';
import { LocalDate } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { WeekHoursInForm } from './WeekHoursInForm.tsx';
import {
  draftOfWeekHours,
  readWeekHours,
  type WeekHoursDraft,
} from '../facilities/week-hours-draft.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSetParameter } from './settings.queries.ts';

const OfficeHours = z.object({
  hours: z.custom<WeekHoursDraft>().superRefine((draft, context) => {
    const first = readWeekHours(draft).problems[0];
    if (first) context.addIssue({ code: 'custom', message: first.message });
  }),
  from: LocalDate,
});

/** Enters the week of office hours, from a day on. */
export function OfficeHoursForm(props: { readonly hours: WeekHours }) {
  const today = useToday();
  const setParameter = useSetParameter();
  const { say } = useToast();
  const form = useContractForm(
    OfficeHours,
    { hours: draftOfWeekHours(props.hours), from: today },
    {
      draftKey: 'settings.office-hours',
      onSubmit: async ({ hours, from }) => {
        await setParameter.mutateAsync({
          name: 'rooms.officeHours',
          value: readWeekHours(hours).hours ?? null,
          from,
        });
        say({ words: `The office hours are saved. They hold from ${formatDate(from)}.` });
      },
    },
  );
  return (
    <ContractFormBody form={form}>
      <WeekHoursInForm
        name="hours"
        label="Office hours"
        hint="Bookings outside these hours are marked ‘out of hours’. Leave a day empty when nobody is there."
      />
      <LocalDateField name="from" label="From which day do they hold?" />
      <Box>
        <Button type="submit" variant="contained" disabled={form.isSending}>
          Save the office hours
        </Button>
      </Box>
    </ContractFormBody>
  );
}
