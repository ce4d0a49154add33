import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Today } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { LocalDateTime } from '#db/shared/local-date';
import { formatSpan } from '../bookings/booking-words.ts';
import { CheckInButtons } from '../check-in/CheckInButtons.tsx';
import { BookingLine } from './BookingLine.tsx';

type StillOpenProps = { readonly today: Today; readonly now: LocalDateTime };

/** Bookings that are over by the clock and not on record: nobody checked out, or nobody said whether they came. */
export function StillOpen({ today, now }: StillOpenProps) {
  const open = today.bookings.filter((booking) => isStillOpen(booking, now));
  if (open.length === 0) return null;
  const roomOf = (booking: BookingCard): string =>
    today.rooms.find((room) => room.facility.id === booking.facilityId)?.facility.name ?? '';
  return (
    <Box component="section" aria-labelledby="still-open" sx={{ mt: 4 }}>
      <Typography variant="h2" id="still-open" sx={{ mb: 1 }}>
        Over, and still open
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {open.map((booking) => (
          <Box
            component="li"
            key={booking.id}
            sx={(theme) => ({ borderTop: `1px solid ${theme.trc.line}`, py: 1 })}
          >
            <BookingLine
              label={booking.attendance === 'in' ? 'Here' : 'Came?'}
              when={`${formatSpan(booking.startsAt, booking.endsAt)}, ${roomOf(booking)}`}
              booking={booking}
              actions={<CheckInButtons booking={booking} of={booking.reference} isWhole />}
            />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function isStillOpen(booking: BookingCard, now: LocalDateTime): boolean {
  const isOver = booking.endsAt <= now && booking.status === 'confirmed';
  return isOver && (booking.attendance === 'expected' || booking.attendance === 'in');
}
