import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { RoomNow } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { type LocalDateTime, minutesBetween } from '#db/shared/local-date';
import { PeopleIcon } from '../shared/icons.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { formatSpan } from '../diary/day-layout.ts';
import { CheckInButtons } from '../check-in/CheckInButtons.tsx';
import { BookingLine } from './BookingLine.tsx';
import { nextWords, type RoomState, roomState } from './room-now-words.ts';

type RoomCardProps = { readonly room: RoomNow; readonly now: LocalDateTime };

const TONES: Readonly<Record<RoomState['kind'], Tone>> = {
  'in-use': 'info',
  free: 'good',
  'walk-in': 'good',
  closed: 'quiet',
};

/** One room as it stands now, and who comes next. */
export function RoomCard({ room, now }: RoomCardProps) {
  const state = roomState(room, now);
  return (
    <Box
      component="li"
      sx={(theme) => ({
        display: 'grid',
        gap: 1,
        alignContent: 'start',
        padding: 2,
        border: `1px solid ${theme.trc.line}`,
        borderInlineStart: `0.5rem solid ${theme.trc.status[TONES[state.kind]].line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Typography variant="h3">{room.facility.name}</Typography>
        <StatusWord
          tone={TONES[state.kind]}
          words={state.words}
          {...(state.kind === 'in-use' ? { icon: <PeopleIcon /> } : {})}
        />
      </Box>
      {room.now !== null && (
        <BookingLine
          label="Now"
          when={formatSpan(room.now.startsAt, room.now.endsAt)}
          booking={room.now}
          actions={<CheckInButtons booking={room.now} of={room.facility.name} isWhole />}
        />
      )}
      {room.next === null ? (
        <Typography sx={{ color: 'text.secondary' }}>No booking to come.</Typography>
      ) : (
        <BookingLine
          label="Next"
          when={nextWords(room.next, now)}
          booking={room.next}
          actions={
            isSoon(room.next, now) && (
              <CheckInButtons booking={room.next} of={`${room.facility.name}, next`} isQuiet />
            )
          }
        />
      )}
    </Box>
  );
}

/** People come early, but not by half a day; the booking's own page checks in anybody. */
const EARLY_MINUTES = 120;

function isSoon(booking: BookingCard, now: LocalDateTime): boolean {
  return minutesBetween(now, booking.startsAt) <= EARLY_MINUTES;
}
