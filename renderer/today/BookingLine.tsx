import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { OutOfHoursIcon } from '../bookings/OutOfHoursIcon.tsx';

type BookingLineProps = {
  /** 'Now', 'Next', or the time. */
  readonly label: string;
  readonly when: string;
  readonly booking: BookingCard;
};

/** One booking on the Today page: who, how many, and what they need. */
export function BookingLine({ label, when, booking }: BookingLineProps) {
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: '3.5rem 1fr', columnGap: 1.5, paddingBlock: 0.5 }}
    >
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link
          component={RouterLink}
          to={pathTo.booking(booking.id)}
          data-personal=""
          sx={{ fontWeight: 650 }}
        >
          {booking.bookerName}
        </Link>
        <Box>
          {when}
          {booking.expectedNumber === null
            ? ''
            : `, ${countOf(booking.expectedNumber, 'person', 'people')}`}
          {booking.isOutOfHours && (
            <>
              {', '}
              <OutOfHoursIcon sx={{ verticalAlign: '-0.125em' }} /> out of hours
            </>
          )}
        </Box>
        {booking.needs !== '' && (
          <Box data-personal="">
            Needs: <strong>{booking.needs}</strong>
          </Box>
        )}
      </Box>
    </Box>
  );
}
