import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { type Booker, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToday } from '../app/session-context.tsx';
import { useComingBookings } from './bookings.queries.ts';
import { formatSpan } from './booking-words.ts';

/** What a group or person has booked from today on. */
export function ComingBookings(props: { readonly booker: Booker }) {
  const coming = useComingBookings(props.booker, useToday());
  if (coming.data === undefined) return null;
  return (
    <Box component="section" sx={{ marginTop: 3 }}>
      <Typography variant="h2">Coming bookings</Typography>
      {coming.data.length === 0 ? (
        <Typography color="textSecondary">Nothing is booked from today on.</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {coming.data.map((booking) => (
            <Box
              component="li"
              key={booking.id}
              sx={{ paddingBlock: 0.75, borderBottom: 1, borderColor: 'divider' }}
            >
              <Link component={RouterLink} to={pathTo.booking(booking.id)}>
                {formatDate(dateOf(booking.startsAt))},{' '}
                {formatSpan(booking.startsAt, booking.endsAt)}
              </Link>{' '}
              {booking.facilityName}. {PURPOSE_WORDS[booking.purpose]}.
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
