import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Booking } from '#db/bookings/bookings.contract';
import { countOf } from '#db/shared/plain-words';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useQueue, useUndecided } from './queue.queries.ts';
import { QueueBookings } from './QueueBookings.tsx';
import { SeriesApprovals } from './SeriesApprovals.tsx';
import { QueueList } from './QueueList.tsx';

/** Everybody who waits for a word of the desk: for approval, for a hold to be confirmed, for a time to come free. */
export function QueueScreen() {
  const queue = useQueue();
  const undecided = useUndecided();
  const error = queue.error ?? undecided.error;
  return (
    <>
      <PageHeader title="Waiting" />
      {error !== null ? (
        <ProblemPanel
          error={error}
          what="The list of who waits"
          onTryAgain={() => {
            void queue.refetch();
            void undecided.refetch();
          }}
        />
      ) : queue.data === undefined || undecided.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          <Section
            id="approvals"
            title="For approval"
            empty="No booking waits for approval."
            bookings={undecided.data.filter((each) => each.status === 'requested')}
          />
          <Section
            id="holds"
            title="Provisional"
            empty="No room is held provisionally."
            bookings={undecided.data.filter((each) => each.status === 'provisional')}
          />
          <Part
            id="waiting"
            title="Waiting for a time"
            count={queue.data.length === 0 ? '' : countOf(queue.data.length, 'time')}
          >
            <QueueList
              queue={queue.data}
              offers={undecided.data.filter((each) => each.status === 'offered')}
            />
          </Part>
        </Box>
      )}
    </>
  );
}

function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly bookings: readonly Booking[];
}) {
  const { bookings } = props;
  return (
    <Part
      id={props.id}
      title={props.title}
      count={bookings.length === 0 ? '' : countOf(bookings.length, 'booking')}
    >
      {bookings.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{props.empty}</Typography>
      ) : (
        <>
          <SeriesApprovals requests={bookings.filter((each) => each.status === 'requested')} />
          <QueueBookings label={props.title} bookings={bookings} />
        </>
      )}
    </Part>
  );
}

function Part(props: {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={props.id}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'baseline', mb: 1 }}>
        <Typography variant="h2" id={props.id}>
          {props.title}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{props.count}</Typography>
      </Box>
      {props.children}
    </section>
  );
}
