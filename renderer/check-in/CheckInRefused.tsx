import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { BookingId } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import type { ApiError } from '../app/api-client.ts';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useMissingConditions } from '../bookings/booking-form.queries.ts';
import { useBooking } from '../bookings/bookings.queries.ts';
import { MissingConditions } from './ConditionsToGive.tsx';

type CheckInRefusedProps = {
  readonly bookingId: BookingId;
  readonly refusal: ApiError;
  readonly onTryAgain: () => Promise<boolean>;
  readonly onClose: () => void;
};

/** Why somebody cannot be checked in, and the press that gives them what is missing and lets them in. */
export function CheckInRefused({ bookingId, refusal, onTryAgain, onClose }: CheckInRefusedProps) {
  const booking = useBooking(bookingId).data;
  const missing = useMissingConditions(
    booking === undefined
      ? null
      : {
          booker: booking.booker,
          responsiblePersonId: booking.responsiblePersonId,
          on: dateOf(booking.startsAt),
        },
  );
  return (
    <FormDialog title="Not checked in yet" onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <ErrorSummary errors={[{ field: null, message: refusal.message }]} />
        <MissingConditions missing={missing.data ?? []} onGiven={() => void onTryAgain()} />
        <Box>
          <Button variant="outlined" onClick={onClose}>
            Close without checking in
          </Button>
        </Box>
      </Box>
    </FormDialog>
  );
}
