import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { type Booking, type BookingId, HOLDING_STATUSES } from '#db/bookings/bookings.contract';
import type { Series } from '#db/bookings/series/series.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { WarningIcon } from '../shared/icons.tsx';
import { formatSpan } from '../bookings/booking-words.ts';

type SeriesFactsProps = { readonly series: Series; readonly here: BookingId };

/** The series a booking belongs to: its rule, every date, and the dates that are still wanted. */
export function SeriesFacts({ series, here }: SeriesFactsProps) {
  const live = series.bookings.filter((booking) => HOLDING_STATUSES.includes(booking.status));
  return (
    <Box component="section" aria-labelledby="series" sx={{ mt: 4 }}>
      <Typography variant="h2" id="series">
        Series {series.reference}
      </Typography>
      <Typography sx={{ mb: 1 }}>
        {series.words}. {countOf(live.length, 'date')} booked
        {series.stillWanted.length === 0 ? '' : `, ${series.stillWanted.length} still wanted`}.
      </Typography>
      <Box
        role="region"
        aria-label={`Dates of ${series.reference}`}
        tabIndex={0}
        sx={(theme) => ({
          maxHeight: '20rem',
          overflowY: 'auto',
          border: `1px solid ${theme.trc.line}`,
          borderRadius: 1.5,
        })}
      >
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {series.bookings.map((booking) => (
            <DateLine key={booking.id} booking={booking} isHere={booking.id === here} />
          ))}
        </Box>
      </Box>
      {series.stillWanted.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3">Still wanted</Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0 }}>
            {series.stillWanted.map((wanted) => (
              <Box
                component="li"
                key={wanted.originalDate}
                sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}
              >
                <WarningIcon sx={{ flexShrink: 0, transform: 'translateY(0.15em)' }} />
                <span data-personal="">
                  {formatDate(wanted.originalDate)}: {wanted.words}
                </span>
              </Box>
            ))}
          </Box>
          <Link component={RouterLink} to={pathTo.queue()}>
            See everybody who waits
          </Link>
        </Box>
      )}
    </Box>
  );
}

const STATE_WORDS: Readonly<Partial<Record<Booking['status'], string>>> = {
  cancelled: 'cancelled',
  refused: 'refused',
  lapsed: 'lapsed',
  provisional: 'provisional',
  requested: 'waits for approval',
  offered: 'offered',
};

function DateLine({ booking, isHere }: { readonly booking: Booking; readonly isHere: boolean }) {
  const isLive = HOLDING_STATUSES.includes(booking.status);
  const date = dateOf(booking.startsAt);
  const isMoved = booking.originalDate !== null && booking.originalDate !== date;
  const words = [
    `${formatSpan(booking.startsAt, booking.endsAt)}, ${booking.facilityName}`,
    ...(isMoved && booking.originalDate !== null
      ? [`moved from ${formatDate(booking.originalDate)}`]
      : []),
    ...(STATE_WORDS[booking.status] === undefined ? [] : [STATE_WORDS[booking.status]]),
    ...(isHere ? ['this booking'] : []),
  ].join(', ');
  return (
    <Box
      component="li"
      aria-current={isHere ? 'true' : undefined}
      sx={(theme) => ({
        px: 1.5,
        py: 0.75,
        borderTop: `1px solid ${theme.trc.line}`,
        '&:first-of-type': { borderTop: 0 },
        fontWeight: isHere ? 620 : 400,
        color: isLive ? 'text.primary' : 'text.secondary',
      })}
    >
      <Link
        component={RouterLink}
        to={pathTo.booking(booking.id)}
        sx={{ textDecoration: isLive ? 'underline' : 'line-through' }}
      >
        {formatDate(date)}
      </Link>{' '}
      {words}
    </Box>
  );
}
