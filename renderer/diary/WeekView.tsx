import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { LocalDate } from '#db/shared/local-date';
import { useNow, useToday } from '../app/session-context.tsx';
import { useNeighboursRead, useWeekOfBookings } from './calendar.queries.ts';
import { CalendarStates } from './CalendarStates.tsx';
import { ClosedNotes } from './ClosedNotes.tsx';
import { CALENDAR_KEYS, type CalendarViewProps, isShown } from './DayView.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import { layOutRoomWeek } from './day-layout.ts';
import { WeekGrid } from './WeekGrid.tsx';
import { layOutWeek } from './week-layout.ts';

type WeekViewProps = CalendarViewProps & { readonly onDay: (date: LocalDate) => void };

/** Seven days from Monday: all rooms in short, or the hours of one room when only one is ticked. */
export function WeekView(props: WeekViewProps) {
  const { date, rooms } = props;
  const week = useWeekOfBookings(date);
  useNeighboursRead(date, 'week', rooms);
  const { data } = week;
  const shown = useMemo(
    () =>
      data && {
        ...data,
        facilities: data.facilities.filter((each) => isShown(rooms, each.id)),
      },
    [data, rooms],
  );
  const only = rooms.length === 1 ? shown?.facilities[0] : undefined;
  const hours = useMemo(() => shown && only && layOutRoomWeek(shown, only), [shown, only]);
  const layout = useMemo(
    () => (only === undefined ? shown && layOutWeek(shown) : undefined),
    [shown, only],
  );

  return (
    <CalendarStates
      error={week.error}
      onTryAgain={() => void week.refetch()}
      rooms={data?.facilities.length}
      shown={hours?.columns.length ?? layout?.rows.length ?? 0}
      onShowAll={props.onShowAll}
    >
      <Box sx={{ opacity: week.isPlaceholderData ? 0.6 : 1 }} aria-busy={week.isPlaceholderData}>
        <ClosedNotes notices={(hours ?? layout)?.closed ?? []} hasDays />
        {hours !== undefined && <HoursOfRoom {...props} layout={hours} />}
        {layout !== undefined && <AllRooms {...props} layout={layout} />}
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {CALENDAR_KEYS} Page Up and Page Down turn the week.{' '}
          {hours === undefined
            ? 'The moon marks what is out of hours. Tick a single room to see its hours.'
            : hours.officeWords}
        </Typography>
      </Box>
    </CalendarStates>
  );
}

function AllRooms(
  props: WeekViewProps & { readonly layout: NonNullable<ReturnType<typeof layOutWeek>> },
) {
  const today = useToday();
  return (
    <WeekGrid
      layout={props.layout}
      today={today}
      place={props.place}
      canBook={props.canBook}
      onBook={props.onBook}
      onOpen={props.onOpen}
      onMove={props.onMove}
      onDay={props.onDay}
      onTurn={props.onTurn}
    />
  );
}

/** Apart from the week itself, because only this one follows the clock. */
function HoursOfRoom(
  props: WeekViewProps & { readonly layout: ReturnType<typeof layOutRoomWeek> },
) {
  const now = useNow();
  return <DayCalendar {...props} now={now} />;
}
