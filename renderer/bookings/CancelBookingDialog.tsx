import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { bookingsContract } from '#db/bookings/bookings-api.contract';
import { type Booking } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useCancelBooking } from './bookings.queries.ts';
import { formatSpan } from './day-layout.ts';

type CancelBookingDialogProps = {
  readonly booking: Booking;
  readonly onCancelled: (booking: Booking) => void;
  readonly onClose: () => void;
};

const CancelReason = bookingsContract.cancel.input.pick({ reason: true });

/** Asks why; the booking is kept with its reason, and the cancellation can be taken back. */
export function CancelBookingDialog({ booking, onCancelled, onClose }: CancelBookingDialogProps) {
  const titleId = useId();
  const cancel = useCancelBooking();
  // Frozen while the question stands: a change by somebody else must be seen first.
  const [{ id, version }] = useState(booking);
  const form = useContractForm(
    CancelReason,
    { reason: '' },
    {
      onSubmit: async ({ reason }) =>
        onCancelled(await cancel.mutateAsync({ id, version, reason })),
    },
  );

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>Cancel {booking.reference}?</DialogTitle>
      <DialogContent>
        <ContractFormBody form={form}>
          <Typography data-personal="">
            {booking.facilityName} for {booking.bookerName}, {formatDate(dateOf(booking.startsAt))},{' '}
            {formatSpan(booking.startsAt, booking.endsAt)}. The room becomes free at once. You can
            take the cancellation back while nobody else has booked the time.
          </Typography>
          <TextField
            name="reason"
            label="Why is it cancelled?"
            hint="For example: the group is ill, or the meeting moves to the library"
            isPersonal
            takesFocus
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <Button type="submit" variant="contained" color="error" disabled={form.isSending}>
              Cancel the booking
            </Button>
            <Button variant="outlined" onClick={onClose}>
              Keep the booking
            </Button>
          </Box>
        </ContractFormBody>
      </DialogContent>
    </Dialog>
  );
}
