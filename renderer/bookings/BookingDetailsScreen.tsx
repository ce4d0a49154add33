import { useParams } from 'react-router';
import type { BookingId } from '#db/bookings/bookings.contract';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { BookingDetails } from './BookingDetails.tsx';
import { useBooking } from './bookings.queries.ts';

/** One booking at its own address. */
export function BookingDetailsScreen() {
  const { id = '' } = useParams();
  const booking = useBooking(id as BookingId);
  if (booking.data !== undefined) return <BookingDetails booking={booking.data} />;
  return (
    <>
      <PageHeader title="Booking" />
      {booking.isError ? (
        <ProblemPanel
          error={booking.error}
          what="This booking"
          onTryAgain={() => void booking.refetch()}
        />
      ) : (
        <LoadingShape lines={8} />
      )}
    </>
  );
}
