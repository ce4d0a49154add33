import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link as RouterLink } from 'react-router';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import type { LocalDate } from '#db/shared/local-date';
import { pathTo } from '../app/paths.ts';
import { useCan, useNow } from '../app/session-context.tsx';
import { useDayOfBookings } from '../bookings/bookings.queries.ts';
import { useNeighboursRead } from './calendar.queries.ts';
import { CalendarStates } from './CalendarStates.tsx';
import { ClosedNotes } from './ClosedNotes.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import type { CursorPlace, Place, Slot } from './places.ts';
import { layOutDay } from './day-layout.ts';

/** What every calendar of the rooms screen is given. */
export type CalendarViewProps = {
  readonly date: LocalDate;
  /** The rooms ticked; none ticked shows all. */
  readonly rooms: readonly FacilityId[];
  readonly canBook: boolean;
  readonly place: CursorPlace | null;
  readonly onBook: (slot: Slot) => void;
  readonly onOpen: (booking: BookingCard) => void;
  readonly onMove: (booking: BookingCard, to: Place) => Promise<void>;
  /** Days or weeks or months to turn, as the view shows; or to today. */
  readonly onTurn: (to: number | 'today') => void;
  readonly onShowAll: () => void;
};

/** The day of all rooms, or of those ticked; the day before stays, dimmed, while the next is read. */
export function DayView(props: CalendarViewProps) {
  const { date, rooms } = props;
  const day = useDayOfBookings(date);
  const now = useNow();
  const isManager = useCan(MANAGER_ONLY);
  useNeighboursRead(date, 'day', rooms);
  const { data } = day;
  // Laying out is measured to cost more than the rest of a tick of the clock, which draws again each minute.
  const layout = useMemo(
    () =>
      data &&
      layOutDay({
        ...data,
        facilities: data.facilities.filter((each) => isShown(rooms, each.id)),
      }),
    [data, rooms],
  );

  return (
    <CalendarStates
      error={day.error}
      onTryAgain={() => void day.refetch()}
      rooms={data?.facilities.length}
      shown={layout?.columns.length ?? 0}
      onShowAll={props.onShowAll}
    >
      {layout !== undefined && (
        <Box sx={{ opacity: day.isPlaceholderData ? 0.6 : 1 }} aria-busy={day.isPlaceholderData}>
          <ClosedNotes notices={layout.closed} hasDays={false} />
          <DayCalendar {...props} layout={layout} now={now} />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
            {layout.officeWords}{' '}
            {data?.officeHours.length === 0 && isManager && (
              <>
                <Link component={RouterLink} to={pathTo.hoursSettings()}>
                  Enter the office hours
                </Link>{' '}
              </>
            )}
            {CALENDAR_KEYS} Shift with arrows selects a longer time, Page Up and Page Down turn the
            day.
          </Typography>
        </Box>
      )}
    </CalendarStates>
  );
}

/** What the keys do in every calendar, under it. */
export const CALENDAR_KEYS =
  'Keys: arrows move, Enter books, B goes to the next booking, T to today.';

/** Whether a room is among those ticked. */
export function isShown(rooms: readonly FacilityId[], id: FacilityId): boolean {
  return rooms.length === 0 || rooms.includes(id);
}
