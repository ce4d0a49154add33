import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { LocalDate } from '#db/shared/local-date';
import type { Missing } from '#db/conditions/conditions.contract';
import { personOf, whoOf } from '../people/who.ts';
import { ApiError } from '../app/api-client.ts';
import { useToday } from '../app/session-context.tsx';
import { WarningIcon } from '../shared/icons.tsx';
import { useMissingConditions, useRecordAcknowledged } from '../bookings/booking-form.queries.ts';
import type { BookingFormValues } from '../bookings/booking-form-values.ts';

/** Guidelines and fire procedure (BOOK-07, BOOK-08) that the people of the form were not given yet, and one press to enter that they were. */
export function ConditionsToGive() {
  const { control } = useFormContext<BookingFormValues>();
  const [booker, responsible, date] = useWatch({
    control,
    name: ['booker', 'responsiblePersonId', 'date'],
  });
  const on = LocalDate.safeParse(date).data;
  const missing = useMissingConditions(
    booker === null || responsible === null || on === undefined
      ? null
      : {
          booker: whoOf(booker),
          responsiblePersonId: personOf(responsible),
          on,
        },
  );
  return <MissingConditions missing={missing.data ?? []} />;
}

/** What is missing, line by line, and the press that enters all of it as given today. */
export function MissingConditions(props: {
  readonly missing: readonly Missing[];
  readonly onGiven?: () => void;
}) {
  const { missing } = props;
  const today = useToday();
  const record = useRecordAcknowledged();
  const [refusal, setRefusal] = useState('');
  if (missing.length === 0) return null;

  async function give(): Promise<void> {
    try {
      setRefusal('');
      await record.mutateAsync(
        missing.map(({ kind, who }) => ({ kind, who, on: today, how: 'read-at-desk' })),
      );
      props.onGiven?.();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
    }
  }

  return (
    <Box
      role="group"
      aria-label="Guidelines and fire procedure"
      sx={(theme) => ({
        display: 'grid',
        gap: 1,
        padding: 1.5,
        border: `2px solid ${theme.trc.status.warning.line}`,
        borderRadius: 1.5,
      })}
    >
      <Typography sx={{ display: 'flex', gap: 1, alignItems: 'baseline', fontWeight: 620 }}>
        <WarningIcon sx={{ flexShrink: 0, transform: 'translateY(0.15em)' }} />
        {missing.length === 1 ? 'Not given yet' : 'Guidelines and fire procedure not given yet'}
      </Typography>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 3 }} data-personal="">
        {missing.map((each) => (
          <li key={`${each.kind} ${each.whoName}`}>{each.words}</li>
        ))}
      </Box>
      {refusal !== '' && <Typography color="error">{refusal}</Typography>}
      <Box>
        <Button variant="outlined" disabled={record.isPending} onClick={() => void give()}>
          {props.onGiven === undefined ? 'They were given today' : 'They were given now'}
        </Button>
      </Box>
    </Box>
  );
}
