import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link as RouterLink } from 'react-router';
import { type Booking, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatShortDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { BookingStatusWord } from './BookingStatusWord.tsx';
import { BOOKINGS_PER_PAGE } from './bookings.queries.ts';
import { formatSpan } from './booking-words.ts';

type BookingTableProps = {
  readonly caption: string;
  readonly bookings: readonly Booking[];
  readonly total: number;
  readonly offset: number;
  readonly onTurn: (offset: number) => void;
};

/** The calendar's equal in words: every booking as a row, cancelled ones with their reason. */
export function BookingTable(props: BookingTableProps) {
  const { bookings, offset, total } = props;
  return (
    <>
      {/* Wide tables scroll inside themselves; the region is reachable by Tab for that. */}
      <Box role="region" aria-label={props.caption} tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table
          size="small"
          aria-label={props.caption}
          // Close enough for the state to stand beside the month on a desk's usual screen.
          sx={{ '& td': { verticalAlign: 'top' }, '& td, & th': { paddingInline: 1 } }}
        >
          <TableHead>
            <TableRow>
              <TableCell>
                When
                <br />
                Reference
              </TableCell>
              <TableCell>Room</TableCell>
              <TableCell>For</TableCell>
              <TableCell>What for</TableCell>
              <TableCell align="right">People</TableCell>
              <TableCell>Responsible</TableCell>
              <TableCell>State</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {bookings.map((booking) => (
              <TableRow key={booking.id}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {formatShortDate(dateOf(booking.startsAt))}
                  <br />
                  {formatSpan(booking.startsAt, booking.endsAt)}
                  <br />
                  <Link component={RouterLink} to={pathTo.booking(booking.id)}>
                    {booking.reference}
                  </Link>
                </TableCell>
                <TableCell>{booking.facilityName}</TableCell>
                <TableCell>
                  <span data-personal="">{booking.bookerName}</span>
                  {booking.needs !== '' && (
                    <Box component="span" data-personal="" sx={{ display: 'block' }}>
                      Needs: {booking.needs}
                    </Box>
                  )}
                </TableCell>
                <TableCell>{PURPOSE_WORDS[booking.purpose]}</TableCell>
                <TableCell align="right">{booking.expectedNumber ?? ''}</TableCell>
                <TableCell>
                  <span data-personal="">
                    {booking.responsibleName}
                    {booking.responsiblePhone !== '' && (
                      <>
                        <br />
                        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
                          {booking.responsiblePhone}
                        </Box>
                      </>
                    )}
                  </span>
                </TableCell>
                <TableCell>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                    <BookingStatusWord booking={booking} />
                  </Box>
                  {booking.status === 'cancelled' && (
                    <span data-personal="">{booking.cancelReason}</span>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 1.5 }}
        role="group"
        aria-label="Pages of the table"
      >
        <span role="status">
          {bookings.length < total
            ? `${offset + 1} to ${offset + bookings.length} of ${countOf(total, 'booking')}`
            : countOf(total, 'booking')}
        </span>
        {offset > 0 && (
          <Button
            variant="outlined"
            onClick={() => props.onTurn(Math.max(0, offset - BOOKINGS_PER_PAGE))}
          >
            Earlier bookings
          </Button>
        )}
        {offset + bookings.length < total && (
          <Button variant="outlined" onClick={() => props.onTurn(offset + BOOKINGS_PER_PAGE)}>
            Later bookings
          </Button>
        )}
      </Box>
    </>
  );
}
