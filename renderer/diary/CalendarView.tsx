import type { LocalDate } from '#db/shared/local-date';
import { BookingList } from './BookingList.tsx';
import { type CalendarViewProps, DayView } from './DayView.tsx';
import { ListFilters } from './ListFilters.tsx';
import { MonthView } from './MonthView.tsx';
import type { BookingsAddress } from './use-bookings-address.ts';
import { WeekView } from './WeekView.tsx';

type Props = Omit<CalendarViewProps, 'date' | 'rooms'> & {
  readonly address: BookingsAddress;
  readonly onDate: (date: LocalDate) => void;
  /** The day itself, with its hours. */
  readonly onDay: (date: LocalDate) => void;
  readonly onChange: (change: Partial<BookingsAddress>) => void;
};

/** The view the address asks for. */
export function CalendarView({ address, onDate, onChange, ...props }: Props) {
  const shown = { ...props, date: address.date, rooms: address.rooms };
  switch (address.view) {
    case 'day':
      return <DayView {...shown} />;
    case 'week':
      return <WeekView {...shown} />;
    case 'month':
      return (
        <MonthView date={address.date} rooms={address.rooms} onDate={onDate} onDay={props.onDay} />
      );
    case 'list':
      return (
        <>
          <ListFilters address={address} onChange={onChange} />
          <BookingList
            key={[address.date, address.period, address.rooms, address.withCancelled].join(' ')}
            address={address}
            onClearFilters={props.onShowAll}
          />
        </>
      );
  }
}
