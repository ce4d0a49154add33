import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Booking, BookingCard } from '#db/bookings/bookings.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { DESK_ROLES } from '#db/shared/access';
import { dateOf, type LocalDate, timeOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { BookingFormDialog } from '../bookings/BookingFormDialog.tsx';
import { bookingPapers } from '../bookings/bookings.queries.ts';
import type { Wish } from './calendar.queries.ts';
import { CalendarSide } from './CalendarSide.tsx';
import { CalendarView } from './CalendarView.tsx';
import { DateTurner, turned } from './DateTurner.tsx';
import type { CursorPlace, Place, Slot } from './places.ts';
import type { BookingsView } from './kept-view.ts';
import { JustBooked } from '../bookings/JustBooked.tsx';
import { monthTitle } from './month-layout.ts';
import { MoveSeriesDialog } from '../series/MoveSeriesDialog.tsx';
import { MoveRefused } from '../bookings/MoveRefused.tsx';
import { ScreenHeader, ShownDays } from './ScreenHeader.tsx';
import { SlotFinder } from './SlotFinder.tsx';
import { useBookingNews } from '../bookings/use-booking-news.ts';
import {
  type BookingsAddress,
  daysOfPeriod,
  type Period,
  type StartWho,
  useBookingsAddress,
} from './use-bookings-address.ts';
import { useMoveBooking } from '../bookings/use-move-booking.ts';
import type { SeriesMove } from './places.ts';
import { useSideColumn } from './use-side-column.ts';
import { useStable } from './use-stable.ts';
import { useStartWho } from '../bookings/use-start-who.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import { weekTitle } from './week-layout.ts';

const NO_FACILITIES: readonly [] = [];

/** The rooms of the centre by day, week, month or as a list, and the ways to book one. */
export function BookingsScreen() {
  const [address, change] = useBookingsAddress();
  const today = useToday();
  const canBook = useCan(DESK_ROLES);
  const facilities = useFacilities();
  const news = useBookingNews();
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const side = useSideColumn(page);
  const sideId = useId();
  const startWho = useStartWho(address.newFor);
  // The outline stays where it was let go until the question about the series is answered.
  const [asking, setAsking] = useState<{ move: SeriesMove; done: () => void } | null>(null);
  const { move, refused, moveInstead, dismiss } = useMoveBooking({
    onMoveSeries: (wanted) =>
      new Promise((done) => {
        setAsking({ move: wanted, done });
      }),
  });
  const [justBooked, setJustBooked] = useState<Booking | null>(null);
  const [place, setPlace] = useState<CursorPlace | null>(null);
  const [paper, setPaper] = useState<'day-sheet' | 'blank-form' | null>(null);
  const isFormOpen = canBook && address.newAt !== null && startWho !== undefined;
  // Once opened it stays, so that it can close in its own time; before, it costs nothing.
  const [wasOpen, setWasOpen] = useState(false);
  if (isFormOpen && !wasOpen) setWasOpen(true);
  const period = periodShown(address);
  const { date } = address;

  const setDate = useCallback((to: LocalDate) => change({ date: to, find: null }), [change]);
  const setView = useCallback((view: BookingsView) => change({ view, find: null }), [change]);
  const setRooms = useCallback((rooms: readonly FacilityId[]) => change({ rooms }), [change]);
  const showDay = useCallback((to: LocalDate) => change({ date: to, view: 'day' }), [change]);
  const findTime = useCallback(() => change({ find: '' }), [change]);
  const showAll = useCallback(() => change({ rooms: [] }), [change]);
  const open = useCallback(
    (booking: BookingCard) => void navigate(pathTo.booking(booking.id)),
    [navigate],
  );
  const bookHere = useStable(() => change({ newAt: { date }, newFor: {} }));
  const book = useCallback(
    (slot: Slot) => change({ date: slot.date, newAt: slot, newFor: {} }),
    [change],
  );

  const finish = useStable((booking: Booking): void => {
    setJustBooked(booking);
    news.booked(booking);
    const hidesRoom = address.rooms.length > 0 && !address.rooms.includes(booking.facilityId);
    change({
      newAt: null,
      find: null,
      date: dateOf(booking.startsAt),
      ...(hidesRoom ? { rooms: [] } : {}),
    });
  });

  /** Once the form has gone, the work goes on in the calendar, where the booking now stands. */
  const focusBooked = useStable((): void => {
    if (justBooked === null) return;
    setPlace({ facilityId: justBooked.facilityId, at: justBooked.startsAt });
  });
  const closeForm = useStable(() => change({ newAt: null }));
  const closePaper = useCallback(() => setPaper(null), []);
  const toggleSide = useStable(side.toggle);

  return (
    <Box ref={page} sx={{ '& > header': { marginBottom: 1.5 } }}>
      <ShownDays
        value={`${titleOf(date, period)}${period === 'day' && date === today ? ', today' : ''}`}
      >
        <ScreenHeader canBook={canBook} onBook={bookHere} onPaper={setPaper} />
      </ShownDays>
      {justBooked !== null && address.newAt === null && (
        <JustBooked booking={justBooked} onClose={() => setJustBooked(null)} />
      )}
      {!canBook && (
        <Typography sx={{ mb: 1.5 }}>
          You can look at the bookings. Booking a room is for desk staff, officers and managers.
        </Typography>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          justifyContent: 'space-between',
          alignItems: 'center',
          mb: 1.5,
        }}
      >
        <ViewSwitch view={address.view} onChange={setView} />
        {!side.isOpen && (
          <Button
            data-side-toggle=""
            variant="outlined"
            aria-expanded={false}
            onClick={side.toggle}
          >
            Month, rooms
          </Button>
        )}
        <DateTurner date={date} period={period} onChange={setDate} />
      </Box>
      <Box
        sx={
          side.isBeside && side.isOpen
            ? { display: 'grid', gridTemplateColumns: '17.5rem minmax(0, 1fr)', gap: 2 }
            : { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }
        }
      >
        {side.isOpen && (
          <CalendarSide
            id={sideId}
            date={date}
            {...daysOfPeriod(date, period)}
            rooms={address.rooms}
            facilities={facilities.data ?? NO_FACILITIES}
            onDate={setDate}
            onRooms={setRooms}
            onFind={findTime}
            onClose={toggleSide}
          />
        )}
        <Box sx={{ minWidth: 0 }}>
          {refused !== null && (
            <MoveRefused refused={refused} onMove={moveInstead} onClose={dismiss} />
          )}
          {address.find === null ? (
            <CalendarView
              address={address}
              canBook={canBook}
              place={place}
              onBook={book}
              onOpen={open}
              onMove={(card: BookingCard, to: Place) => move(card, to)}
              onTurn={(to) => setDate(to === 'today' ? today : turned(date, period, to))}
              onDate={setDate}
              onDay={showDay}
              onShowAll={showAll}
              onChange={change}
            />
          ) : (
            <SlotFinder
              text={address.find}
              facilities={facilities.data ?? NO_FACILITIES}
              canBook={canBook}
              onTake={(slot, wish, text) =>
                change({
                  find: text,
                  date: dateOf(slot.startsAt),
                  newAt: {
                    facilityId: slot.facilityId,
                    date: dateOf(slot.startsAt),
                    from: timeOf(slot.startsAt),
                    until: endOf(slot),
                  },
                  newFor: whoOf(wish),
                })
              }
              onClose={() => change({ find: null })}
            />
          )}
        </Box>
      </Box>
      {wasOpen && (
        <BookingFormDialog
          isOpen={isFormOpen}
          place={{ ...address.newAt, ...startWho }}
          onSaved={finish}
          onClose={closeForm}
          onGone={focusBooked}
        />
      )}
      {asking !== null && (
        <MoveSeriesDialog
          move={asking.move}
          onClose={() => {
            asking.done();
            setAsking(null);
          }}
        />
      )}
      {paper !== null && (
        <PaperDialog
          isOpen
          title={
            paper === 'blank-form' ? 'Blank booking form' : `Day sheet for ${formatDate(date)}`
          }
          load={paper === 'blank-form' ? bookingPapers.blankForm : bookingPapers.daySheet(date)}
          onClose={closePaper}
        />
      )}
    </Box>
  );
}

const whoOf = ({ people }: Wish): StartWho => (people === null ? {} : { people });

/** How much of the calendar is on screen; the list says it itself. */
function periodShown(address: BookingsAddress): Period {
  return address.view === 'list' ? address.period : address.view;
}

function titleOf(date: LocalDate, period: Period): string {
  if (period === 'day') return formatDate(date);
  return period === 'week' ? weekTitle(daysOfPeriod(date, 'week').from) : monthTitle(date);
}

/** Midnight of the next day is written 24:00 of this one. */
const endOf = (slot: {
  readonly startsAt: Booking['startsAt'];
  readonly endsAt: Booking['endsAt'];
}): string => (dateOf(slot.endsAt) === dateOf(slot.startsAt) ? timeOf(slot.endsAt) : '24:00');
