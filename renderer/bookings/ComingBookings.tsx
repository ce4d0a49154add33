import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { type Booker, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { dateOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { useComingBookings } from './bookings.queries.ts';
import { formatSpan } from './booking-words.ts';

/** A weekly group has a year of them, and the page has more to say below. */
const FIRST_SHOWN = 6;

/** What a group or person has booked from today on. */
export function ComingBookings(props: { readonly booker: Booker }) {
  const coming = useComingBookings(props.booker, useToday());
  const mayBook = useCan(DESK_ROLES);
  const [isWhole, setIsWhole] = useState(false);
  if (coming.data === undefined) return null;
  return (
    <Box component="section" sx={{ marginTop: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: 'space-between' }}>
        <Typography variant="h2">Coming bookings</Typography>
        {mayBook && (
          <Button
            component={RouterLink}
            to={pathTo.newBooking(startOf(props.booker))}
            startIcon={<AddIcon />}
          >
            Book a room
          </Button>
        )}
      </Box>
      {coming.data.length === 0 ? (
        <Typography color="textSecondary">Nothing is booked from today on.</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {(isWhole ? coming.data : coming.data.slice(0, FIRST_SHOWN)).map((booking) => (
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
      {!isWhole && coming.data.length > FIRST_SHOWN && (
        <Button onClick={() => setIsWhole(true)}>
          Show all {coming.data.length} coming bookings
        </Button>
      )}
    </Box>
  );
}

const startOf = (booker: Booker) =>
  booker.kind === 'group' ? { group: booker.groupId } : { person: booker.personId };
