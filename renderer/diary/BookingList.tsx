import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { formatDate } from '#db/shared/plain-words';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { BookingTable } from '../bookings/BookingTable.tsx';
import { useTableOfBookings } from './calendar.queries.ts';
import { type BookingsAddress, daysOfPeriod } from './use-bookings-address.ts';

type BookingListProps = {
  readonly address: BookingsAddress;
  readonly onClearFilters: () => void;
};

/** The list view: the bookings of a day, week or month that match the filters, cancelled ones with their reason. */
export function BookingList({ address, onClearFilters }: BookingListProps) {
  const [offset, setOffset] = useState(0);
  const { from, until } = daysOfPeriod(address.date, address.period);
  const list = useTableOfBookings({
    from,
    until,
    rooms: address.rooms,
    withCancelled: address.withCancelled,
    offset,
  });
  const days = from === until ? formatDate(from) : `${formatDate(from)} to ${formatDate(until)}`;

  if (list.isError) {
    return (
      <ProblemPanel
        error={list.error}
        what="The list of bookings"
        onTryAgain={() => void list.refetch()}
      />
    );
  }
  if (list.data === undefined) return <LoadingShape lines={8} />;
  if (list.data.total === 0) {
    return address.rooms.length === 0 ? (
      <EmptyState words={`Nothing is booked on ${days}.`} />
    ) : (
      <EmptyState
        words={`No bookings match on ${days}.`}
        action={
          <Button variant="outlined" onClick={onClearFilters}>
            Show all rooms
          </Button>
        }
      />
    );
  }
  return (
    <Box sx={{ opacity: list.isPlaceholderData ? 0.6 : 1 }} aria-busy={list.isPlaceholderData}>
      <BookingTable
        caption={`Bookings, ${days}`}
        bookings={list.data.bookings}
        total={list.data.total}
        offset={offset}
        onTurn={setOffset}
      />
    </Box>
  );
}
