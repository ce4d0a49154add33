import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { TextField } from '../shared/TextField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';
import { ReasonField } from './ReasonField.tsx';
import type { Override } from './WaysOutButtons.tsx';

/** Every rule that is being passed, with its reason and who will read it. */
export function OverrideFields() {
  const { control } = useFormContext<BookingFormValues>();
  const [squeeze, outsideHours, lateEntry] = useWatch({
    control,
    name: ['squeeze.isOn', 'outsideHours.isOn', 'lateEntry.isOn'],
  });
  return (
    <>
      {squeeze && (
        <Frame
          override="squeeze"
          title="Set-up time is given up"
          words="Only time before and after a meeting is given up, never the meeting itself. Both bookings show the reason, and so does the day sheet."
        >
          <ReasonField
            name="squeeze.reason"
            label="Why can the time be given up?"
            usual={['Both use the same layout', 'Both groups agreed', 'Staff help to set up']}
            takesFocus
          />
        </Frame>
      )}
      {outsideHours && (
        <Frame
          override="outsideHours"
          title="Outside opening hours"
          words="A manager’s leave, with somebody who opens and locks up. It stands on the booking and on the day sheet."
        >
          <TextField
            name="outsideHours.keyholder"
            label="Who opens and locks up?"
            isPersonal
            takesFocus
          />
          <ReasonField
            name="outsideHours.reason"
            label="Why outside opening hours?"
            usual={['Evening meeting', 'Weekend event', 'No other day suits']}
          />
        </Frame>
      )}
      {lateEntry && (
        <Frame
          override="lateEntry"
          title="Entered after it began"
          words="The booking keeps both times: when the room was used, and when that was entered."
        >
          <ReasonField
            name="lateEntry.reason"
            label="Why is it entered late?"
            usual={['Taken down on paper', 'The computer was off', 'They came without booking']}
            takesFocus
          />
        </Frame>
      )}
    </>
  );
}

function Frame(props: {
  readonly override: Override;
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  const { setValue } = useFormContext<BookingFormValues>();
  return (
    <Box
      role="group"
      aria-label={props.title}
      sx={(theme) => ({
        display: 'grid',
        gap: 1.5,
        padding: 2,
        border: `2px solid ${theme.trc.status.warning.line}`,
        borderRadius: 1.5,
      })}
    >
      <Box>
        <Typography variant="h3">{props.title}</Typography>
        <Typography variant="body2">{props.words}</Typography>
      </Box>
      {props.children}
      <Box>
        <Button
          variant="outlined"
          onClick={() => setValue(`${props.override}.isOn`, false, { shouldDirty: true })}
        >
          Keep to the rule after all
        </Button>
      </Box>
    </Box>
  );
}
