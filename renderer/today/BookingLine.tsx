import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
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
  /** What can be done with it at the desk, below its facts. */
  readonly actions?: ReactNode;
};

/** One booking on the Today page: who, how many, and what they need. */
export function BookingLine({ label, when, booking, actions }: BookingLineProps) {
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
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75, '&:empty': { mt: 0 } }}>
          {actions}
        </Box>
      </Box>
    </Box>
  );
}
