import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Booking } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { formatShortDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { PrintIcon, TickCircleIcon } from '../shared/icons.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { bookingPapers, useBooking } from './bookings.queries.ts';
import { formatSpan } from './booking-words.ts';

type JustBookedProps = { readonly booking: Booking; readonly onClose: () => void };

/** How a new booking stands, where it is not simply booked. */
const STANDS: Readonly<Partial<Record<Booking['status'], string>>> = {
  provisional: ', held provisionally',
  requested: ', waits for approval',
};

/** What was booked a moment ago, with what the person at the desk wants next: the slip. */
export function JustBooked({ booking, onClose }: JustBookedProps) {
  const [isPrinting, setIsPrinting] = useState(false);
  const onRecord = useBooking(booking.id);
  if (onRecord.data?.status === 'cancelled') return null;
  return (
    <Box
      role="group"
      aria-label="Just booked"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        alignItems: 'center',
        mb: 2,
        px: 2,
        py: 1,
        border: `1px solid ${theme.trc.status.good.line}`,
        borderInlineStart: `0.5rem solid ${theme.trc.status.good.line}`,
        borderRadius: 1,
        color: theme.trc.status.good.ink,
        backgroundColor: theme.trc.status.good.ground,
      })}
    >
      <TickCircleIcon sx={{ fontSize: '1.5rem' }} />
      <Typography sx={{ flex: '1 1 18rem' }} data-personal="">
        <strong>{booking.reference}</strong>: {booking.facilityName} for {booking.bookerName},{' '}
        {formatShortDate(dateOf(booking.startsAt))}, {formatSpan(booking.startsAt, booking.endsAt)}
        {booking.isOutOfHours ? ', out of hours' : ''}
        {STANDS[booking.status] ?? ''}
      </Typography>
      <Button variant="contained" startIcon={<PrintIcon />} onClick={() => setIsPrinting(true)}>
        Print the slip
      </Button>
      <Button
        variant="outlined"
        color="inherit"
        component={RouterLink}
        to={pathTo.booking(booking.id)}
      >
        Open the booking
      </Button>
      <Button color="inherit" onClick={onClose}>
        Close this line
      </Button>
      <PaperDialog
        isOpen={isPrinting}
        title={`Slip for ${booking.reference}`}
        load={bookingPapers.slip(booking.id)}
        onClose={() => setIsPrinting(false)}
      />
    </Box>
  );
}
