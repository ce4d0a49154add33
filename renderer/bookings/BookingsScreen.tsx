import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Booking } from '#db/bookings/bookings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { addDays, dateOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { AddIcon, PrintIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { BookingFilters } from './BookingFilters.tsx';
import { BookingFormDialog } from './BookingFormDialog.tsx';
import { BookingList } from './BookingList.tsx';
import { bookingPapers } from './bookings.queries.ts';
import { DateTurner } from './DateTurner.tsx';
import type { CursorPlace } from './DayCalendar.tsx';
import { DayView } from './DayView.tsx';
import { JustBooked } from './JustBooked.tsx';
import { useBookingNews } from './use-booking-news.ts';
import { useBookingsAddress } from './use-bookings-address.ts';

/** The rooms of the centre day by day, as a calendar or as a list, and the way to book one. */
export function BookingsScreen() {
  const [address, change] = useBookingsAddress();
  const today = useToday();
  const canBook = useCan(DESK_ROLES);
  const facilities = useFacilities();
  const news = useBookingNews();
  const [justBooked, setJustBooked] = useState<Booking | null>(null);
  const [place, setPlace] = useState<CursorPlace | null>(null);
  const [paper, setPaper] = useState<'day-sheet' | 'blank-form' | null>(null);

  function finish(booking: Booking): void {
    setJustBooked(booking);
    news.booked(booking);
    const hidesRoom = address.room !== null && address.room !== booking.facilityId;
    change({
      newAt: null,
      date: dateOf(booking.startsAt),
      ...(hidesRoom ? { room: null } : {}),
    });
  }

  /** Once the form has gone, the work goes on in the calendar, where the booking now stands. */
  function focusBooked(): void {
    if (justBooked === null) return;
    setPlace({ facilityId: justBooked.facilityId, at: justBooked.startsAt });
  }

  return (
    <>
      <PageHeader
        title="Rooms"
        status={
          <Typography variant="h2" component="p" aria-live="polite" sx={{ fontWeight: 500 }}>
            {formatDate(address.date)}
            {address.date === today ? ', today' : ''}
          </Typography>
        }
        actions={
          <>
            {canBook && (
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                onClick={() => change({ newAt: { date: address.date } })}
              >
                Book a room
              </Button>
            )}
            <Button
              variant="outlined"
              startIcon={<PrintIcon />}
              onClick={() => setPaper('blank-form')}
            >
              Print a blank form
            </Button>
          </>
        }
        printAction={{ words: 'Print the day sheet', run: () => setPaper('day-sheet') }}
      />
      {justBooked !== null && address.newAt === null && (
        <JustBooked booking={justBooked} onClose={() => setJustBooked(null)} />
      )}
      {!canBook && (
        <Typography sx={{ mb: 2 }}>
          You can look at the bookings. Booking a room is for desk staff, officers and managers.
        </Typography>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          justifyContent: 'space-between',
          alignItems: 'end',
          mb: 2,
        }}
      >
        <DateTurner date={address.date} onChange={(date) => change({ date })} />
        <BookingFilters
          address={address}
          facilities={facilities.data ?? []}
          onChange={(part) => change(part)}
        />
      </Box>
      {address.view === 'day' ? (
        <DayView
          date={address.date}
          room={address.room}
          canBook={canBook}
          place={place}
          onBook={(slot) => change({ newAt: { ...slot, date: address.date } })}
          onTurn={(to) => change({ date: to === 'today' ? today : addDays(address.date, to) })}
          onClearFilters={() => change({ room: null })}
        />
      ) : (
        <BookingList
          key={[address.date, address.period, address.room, address.withCancelled].join(' ')}
          address={address}
          onClearFilters={() => change({ room: null })}
        />
      )}
      <BookingFormDialog
        isOpen={canBook && address.newAt !== null}
        place={address.newAt ?? {}}
        onSaved={finish}
        onClose={() => change({ newAt: null })}
        onGone={focusBooked}
      />
      <PaperDialog
        isOpen={paper !== null}
        title={
          paper === 'blank-form'
            ? 'Blank booking form'
            : `Day sheet for ${formatDate(address.date)}`
        }
        load={
          paper === 'blank-form' ? bookingPapers.blankForm : bookingPapers.daySheet(address.date)
        }
        onClose={() => setPaper(null)}
      />
    </>
  );
}
