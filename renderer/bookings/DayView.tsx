import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { LocalDate } from '#db/shared/local-date';
import { MANAGER_ONLY } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan, useNow } from '../app/session-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useDayOfBookings } from './bookings.queries.ts';
import { type CursorPlace, DayCalendar, type Slot } from './DayCalendar.tsx';
import { layOutDay } from './day-layout.ts';

type DayViewProps = {
  readonly date: LocalDate;
  readonly room: FacilityId | null;
  readonly canBook: boolean;
  readonly place: CursorPlace | null;
  readonly onBook: (slot: Slot) => void;
  readonly onTurn: (to: number | 'today') => void;
  readonly onClearFilters: () => void;
};

/** The day of all rooms, or of the one chosen; the day before stays, dimmed, while the next is read. */
export function DayView(props: DayViewProps) {
  const { date, room } = props;
  const day = useDayOfBookings(date);
  const now = useNow();
  const navigate = useNavigate();
  const isManager = useCan(MANAGER_ONLY);
  const { data } = day;
  // Laying out is measured to cost more than the rest of a tick of the clock, which draws again each minute.
  const layout = useMemo(
    () =>
      data &&
      layOutDay({
        ...data,
        facilities: data.facilities.filter((each) => room === null || each.id === room),
      }),
    [data, room],
  );

  if (day.isError) {
    return (
      <ProblemPanel error={day.error} what="The calendar" onTryAgain={() => void day.refetch()} />
    );
  }
  if (data === undefined || layout === undefined) return <LoadingShape lines={10} />;
  if (data.facilities.length === 0) {
    return (
      <EmptyState
        words="There are no rooms yet. The rooms of the centre stand here side by side."
        action={
          isManager && (
            <Button component={RouterLink} to={pathTo.roomSettings()} variant="contained">
              Add a room
            </Button>
          )
        }
      />
    );
  }
  if (layout.columns.length === 0) {
    return (
      <EmptyState
        words="This room is no longer in use."
        action={
          <Button variant="outlined" onClick={props.onClearFilters}>
            Show all rooms
          </Button>
        }
      />
    );
  }
  return (
    <Box sx={{ opacity: day.isPlaceholderData ? 0.6 : 1 }} aria-busy={day.isPlaceholderData}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {layout.officeWords}{' '}
        {data.officeHours.length === 0 && isManager && (
          <Link component={RouterLink} to={pathTo.hoursSettings()}>
            Enter the office hours
          </Link>
        )}
      </Typography>
      <DayCalendar
        layout={layout}
        now={now}
        canBook={props.canBook}
        place={props.place}
        onBook={props.onBook}
        onTurn={props.onTurn}
        onOpen={(booking) => void navigate(pathTo.booking(booking.id))}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        Keys: arrows move, Shift with arrows selects a longer time, Enter books it, B goes to the
        next booking, T to today, Page Up and Page Down to another day.
      </Typography>
    </Box>
  );
}
