import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Today } from '#db/bookings/booking-views.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf, formatDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useNow, useSession, useToday } from '../app/session-context.tsx';
import { ROOM } from '../app/theme.ts';
import { bookingPapers, useTodayAtTheDesk } from '../bookings/bookings.queries.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { BigButtons } from './BigButtons.tsx';
import { RoomCard } from './RoomCard.tsx';
import { greetingAt } from './room-now-words.ts';
import { StillOpen } from './StillOpen.tsx';
import { WaitingForYou } from './WaitingForYou.tsx';

/** The first page of the day: who is in which room, what is next, and what still needs doing. */
export function TodayScreen() {
  const { signedIn } = useSession();
  const now = useNow();
  const date = useToday();
  const today = useTodayAtTheDesk();
  const [isPrinting, setIsPrinting] = useState(false);
  const firstName = signedIn?.displayName.split(' ')[0] ?? '';

  return (
    <>
      <PageHeader
        title={firstName === '' ? greetingAt(now) : `${greetingAt(now)}, ${firstName}`}
        status={
          <Typography variant="h2" component="p" sx={{ color: 'text.secondary', fontWeight: 500 }}>
            {formatDate(date)}
          </Typography>
        }
        printAction={{ words: 'Print the day sheet', run: () => setIsPrinting(true) }}
      />
      <BigButtons />
      {today.isError ? (
        <ProblemPanel error={today.error} what="Today" onTryAgain={() => void today.refetch()} />
      ) : today.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <Panels today={today.data} />
      )}
      <PaperDialog
        isOpen={isPrinting}
        title={`Day sheet for ${formatDate(date)}`}
        load={bookingPapers.daySheet(date)}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}

function Panels({ today }: { readonly today: Today }) {
  const now = useNow();
  const canBook = useCan(DESK_ROLES);
  const hasWalkIns = today.rooms.some(
    (room) => !room.facility.isBookable || room.facility.units > 1,
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 4,
        [ROOM.wide]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(14rem, 2fr)' },
      }}
    >
      <section aria-labelledby="rooms-now">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'baseline', mb: 1.5 }}>
          <Typography variant="h2" id="rooms-now">
            Rooms now and next
          </Typography>
          <Link component={RouterLink} to={pathTo.rooms()}>
            {today.bookings.length === 0
              ? 'Nothing booked today'
              : `${countOf(today.bookings.length, 'booking')} today`}
          </Link>
          <Link component={RouterLink} to={pathTo.queue()}>
            Who waits
          </Link>
          {hasWalkIns && (
            <Link component={RouterLink} to={pathTo.walkIns()}>
              See who walked in
            </Link>
          )}
        </Box>
        {today.rooms.length === 0 ? (
          <EmptyState
            words="There are no rooms yet. As soon as a manager has entered them, they stand here with who is in them."
            action={
              canBook && (
                <Button component={RouterLink} to={pathTo.roomSettings()} variant="outlined">
                  Look at the rooms
                </Button>
              )
            }
          />
        ) : (
          <Box
            component="ul"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              display: 'grid',
              gap: 1.5,
              alignItems: 'start',
              gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 21rem), 1fr))',
            }}
          >
            {today.rooms.map((room) => (
              <RoomCard key={room.facility.id} room={room} now={now} />
            ))}
          </Box>
        )}
        <StillOpen today={today} now={now} />
      </section>
      <WaitingForYou toDo={today.toDo} />
    </Box>
  );
}
