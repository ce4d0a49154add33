import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { type Booking, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue/queue.contract';
import { DESK_ROLES } from '#db/shared/access';
import { localDateTimeOf } from '#db/shared/local-date';
import { countOf, formatDate, formatDateTime, formatTimeRange } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { DecideButtons } from './DecideButtons.tsx';
import { QueueRow } from './QueueRow.tsx';
import { ReasonDialog } from '../bookings/ReasonDialog.tsx';
import { describeWaiting, useDecisions } from './use-decisions.ts';

type QueueListProps = {
  readonly queue: readonly Waiting[];
  /** The bookings behind offers that stand. */
  readonly offers: readonly Booking[];
};

/** The one queue: waiting list and still wanted dates, in the order in which they were asked for (BOOK-03). */
export function QueueList({ queue, offers }: QueueListProps) {
  const decide = useDecisions();
  const today = useToday();
  const [leaving, setLeaving] = useState<Waiting | null>(null);
  if (queue.length === 0) {
    return (
      <EmptyState words="Nobody waits for a time. Whoever finds a room taken can be put on this list from the booking form; dates of a series that could not be booked stand here too." />
    );
  }
  return (
    <>
      <ErrorSummary
        errors={decide.refusal === '' ? [] : [{ field: null, message: decide.refusal }]}
      />
      <Typography color="textSecondary" sx={{ marginBottom: 1 }}>
        The number is the place in line among those who wait for the same room and time. 1 is next.
      </Typography>
      <Box component="ol" aria-label="Waiting for a time" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {queue.map((waiting) => (
          <WaitingRow
            key={waiting.id}
            waiting={waiting}
            offer={offers.find((each) => each.id === waiting.bookingId)}
            onOffer={() => void decide.offer(waiting)}
            onTakeOff={() => setLeaving(waiting)}
          />
        ))}
      </Box>
      {leaving !== null && (
        <ReasonDialog
          title="Take off the list?"
          words={`${leaving.bookerName}: ${describeWaiting(leaving, today)}.`}
          label="Why?"
          usual={['Not wanted any more', 'Found another day', 'Could not be reached']}
          saveWords="Take off the list"
          closeWords="Keep on the list"
          onSave={async (reason) => {
            await decide.takeOff(leaving, reason);
            setLeaving(null);
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

function WaitingRow(props: {
  readonly waiting: Waiting;
  readonly offer: Booking | undefined;
  readonly onOffer: () => void;
  readonly onTakeOff: () => void;
}) {
  const { waiting, offer } = props;
  const mayServe = useCan(DESK_ROLES);
  const bookerPath =
    waiting.booker.kind === 'group'
      ? pathTo.group(waiting.booker.groupId)
      : pathTo.person(waiting.booker.personId);
  const isWaiting = waiting.state === 'waiting';
  const today = useToday();
  return (
    <QueueRow
      place={<Place place={waiting.place} />}
      title={
        <Link component={RouterLink} to={bookerPath} data-personal="">
          {waiting.bookerName}
        </Link>
      }
      marks={<Marks waiting={waiting} />}
      facts={[
        `${formatDate(waiting.date)}, ${formatTimeRange(waiting.from, waiting.until)}`,
        waiting.facilityName === '' ? 'Any room' : waiting.facilityName,
        ...(waiting.units > 1 ? [countOf(waiting.units, 'place')] : []),
        PURPOSE_WORDS[waiting.purpose],
      ]}
      small={[
        // Once it is offered, what stood in the way does so no longer.
        ...(waiting.why === '' || !isWaiting ? [] : [waiting.why]),
        `asked for ${formatDateTime(localDateTimeOf(waiting.requestedAt))}`,
        ...(waiting.bookerPhone === '' ? [] : [waiting.bookerPhone]),
        ...(waiting.offerUntil === null || isWaiting
          ? []
          : [`offered until ${formatDateTime(localDateTimeOf(waiting.offerUntil))}`]),
      ].join(' · ')}
      actions={
        mayServe && (
          <>
            {isWaiting && waiting.isFree && (
              <Button
                variant="contained"
                aria-label={`Offer: ${describeWaiting(waiting, today)}`}
                onClick={props.onOffer}
              >
                Offer
              </Button>
            )}
            {offer !== undefined && (
              <DecideButtons booking={offer} of={describeWaiting(waiting, today)} />
            )}
            {isWaiting && (
              <Button
                variant="outlined"
                aria-label={`Take off the list: ${describeWaiting(waiting, today)}`}
                onClick={props.onTakeOff}
              >
                Take off the list
              </Button>
            )}
          </>
        )
      }
    />
  );
}

function Place({ place }: { readonly place: number }) {
  return (
    <Box
      component="span"
      role="img"
      aria-label={`Place ${place}`}
      sx={(theme) => ({
        display: 'grid',
        placeItems: 'center',
        width: '2.5rem',
        height: '2.5rem',
        border: `2px solid ${theme.trc.line}`,
        borderRadius: '50%',
        fontWeight: 650,
        fontVariantNumeric: 'tabular-nums',
      })}
    >
      {place}
    </Box>
  );
}

function Marks({ waiting }: { readonly waiting: Waiting }) {
  return (
    <>
      {waiting.kind === 'still-wanted' && <StatusWord tone="quiet" words="Still wanted" />}
      {waiting.state === 'offered' && <StatusWord tone="info" words="Offered" />}
      {waiting.state === 'waiting' && waiting.isFree && <StatusWord tone="good" words="Free now" />}
    </>
  );
}
