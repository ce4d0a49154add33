import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { type Booking, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { countOf, formatDate, formatDateTime } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { formatSpan } from '../bookings/booking-words.ts';
import { DecideButtons } from './DecideButtons.tsx';
import { QueueRow } from './QueueRow.tsx';

type QueueBookingsProps = { readonly label: string; readonly bookings: readonly Booking[] };

/** Bookings that hold a room and wait for a yes or a no, in the order in which they were asked for. */
export function QueueBookings({ label, bookings }: QueueBookingsProps) {
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {bookings.map((booking) => (
        <QueueRow
          key={booking.id}
          title={
            <Link component={RouterLink} to={pathTo.booking(booking.id)} data-personal="">
              {booking.bookerName}
            </Link>
          }
          facts={[
            `${formatDate(dateOf(booking.startsAt))}, ${formatSpan(booking.startsAt, booking.endsAt)}`,
            booking.facilityName,
            PURPOSE_WORDS[booking.purpose],
            ...(booking.expectedNumber === null
              ? []
              : [countOf(booking.expectedNumber, 'person', 'people')]),
          ]}
          small={`${booking.reference}, asked for ${formatDateTime(localDateTimeOf(booking.requestedAt))}${
            booking.lapsesOn === null
              ? ''
              : `, held until the end of ${formatDate(booking.lapsesOn)}`
          }`}
          actions={<DecideButtons booking={booking} of={booking.reference} />}
        />
      ))}
    </Box>
  );
}
