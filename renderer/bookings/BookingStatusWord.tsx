import type { Booking } from '#db/bookings/bookings.contract';
import { StatusWord } from '../shared/StatusWord.tsx';
import { OutOfHoursIcon } from './OutOfHoursIcon.tsx';

/** Confirmed or cancelled, and beside it whether the booking lies outside office hours (BOOK-04). */
export function BookingStatusWord({
  booking,
}: {
  readonly booking: Pick<Booking, 'status' | 'isOutOfHours'>;
}) {
  return (
    <>
      {booking.status === 'cancelled' ? (
        <StatusWord tone="quiet" words="Cancelled" />
      ) : (
        <StatusWord tone="good" words="Confirmed" />
      )}
      {booking.isOutOfHours && booking.status !== 'cancelled' && (
        <StatusWord tone="info" words="Out of hours" icon={<OutOfHoursIcon />} />
      )}
    </>
  );
}
