import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatShortDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { WarningIcon } from '../shared/icons.tsx';
import { formatSpan } from '../bookings/booking-words.ts';
import type { ClosedNotice } from './closed-notices.ts';

type ClosedNotesProps = {
  readonly notices: readonly ClosedNotice[];
  /** The day of each notice is named where more than one day is shown. */
  readonly hasDays: boolean;
};

/** Why a day is closed, and which bookings fall on it all the same and want to be moved. */
export function ClosedNotes({ notices, hasDays }: ClosedNotesProps) {
  if (notices.length === 0) return null;
  return (
    <Box
      role="note"
      aria-label="Closed days"
      sx={(theme) => ({
        mb: 1,
        px: 1.5,
        py: 0.5,
        border: `1px solid ${theme.trc.status.warning.line}`,
        borderInlineStart: `0.375rem solid ${theme.trc.status.warning.line}`,
        borderRadius: 1,
        color: theme.trc.status.warning.ink,
        backgroundColor: theme.trc.status.warning.ground,
        '& a': { color: 'inherit' },
        '& p': { margin: 0 },
      })}
    >
      {notices.map((notice) => (
        <p key={`${notice.date} ${notice.words}`}>
          <WarningIcon sx={{ verticalAlign: '-0.125em', marginInlineEnd: 0.75 }} />
          <strong>
            {hasDays ? `${formatShortDate(notice.date)}. ` : ''}
            {notice.words}
          </strong>
          {notice.bookings.length > 0 && (
            <>
              {`. ${countOf(notice.bookings.length, 'booking')} ${notice.bookings.length === 1 ? 'stands' : 'stand'} there all the same: `}
              {notice.bookings.map((booking, at) => (
                <span key={booking.id}>
                  {at > 0 && ', '}
                  <Link component={RouterLink} to={pathTo.booking(booking.id)}>
                    {!hasDays && dateOf(booking.startsAt) !== notice.date
                      ? `${formatShortDate(dateOf(booking.startsAt))}, `
                      : ''}
                    {formatSpan(booking.startsAt, booking.endsAt)}{' '}
                    <span data-personal="">{booking.bookerName}</span>
                  </Link>
                </span>
              ))}
              .
            </>
          )}
        </p>
      ))}
    </Box>
  );
}
