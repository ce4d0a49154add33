import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Series, SeriesScope } from '#db/bookings/series/series.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import { useNow } from '../app/session-context.tsx';
import type { SeriesMove } from '../diary/places.ts';
import { useMoveReads } from '../diary/calendar.queries.ts';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { canOthersFollow, seriesChangeOf } from './series-move.ts';
import { useSeries } from './series.queries.ts';
import { SeriesChangePreview } from './SeriesChangePreview.tsx';
import { datesIn } from './SeriesScopeDialog.tsx';
import { useSeriesNews } from './use-series-news.ts';

type MoveSeriesDialogProps = {
  readonly move: SeriesMove;
  readonly onClose: () => void;
};

/** Asked when a date of a series was let go elsewhere: this one alone, this and later ones, or all, each shown first. */
export function MoveSeriesDialog({ move, onClose }: MoveSeriesDialogProps) {
  const reading = useSeries(move.booking.seriesId);
  const series = reading.data ?? undefined;
  const news = useSeriesNews();
  const reads = useMoveReads();
  const facilities = useFacilities().data ?? [];
  const [scope, setScope] = useState<SeriesScope | null>(null);
  const [isMoving, setIsMoving] = useState(false);
  const { to, booking } = move;
  const room = facilities.find((each) => each.id === to.facilityId)?.name ?? '';
  const target = `${room}, ${formatShortDate(to.date)}, ${formatTimeRange(to.from, to.until)}`;

  async function moveThis(): Promise<void> {
    setIsMoving(true);
    await move.moveThis();
    onClose();
  }

  if (scope !== null && series !== undefined) {
    return (
      <FormDialog key="dates" title="Move these dates?" width="md" onClose={onClose}>
        <SeriesChangePreview
          wanted={seriesChangeOf(move, series, scope)}
          series={series}
          backWords="Back to the question"
          onBack={() => setScope(null)}
          onSaved={(saved, count) => {
            news.seriesChanged(saved, count);
            // Only when the calendar shows the new days can the focus go to where the booking now stands.
            void reads.readCalendarsAgain().then(onClose);
          }}
        />
      </FormDialog>
    );
  }

  return (
    // The booking is where it was until one of the answers is given.
    <FormDialog key="question" title="Move which dates?" onClose={onClose}>
      <Typography data-personal="" sx={{ mb: 2 }}>
        {`${booking.bookerName} comes again and again. Move to ${target}:`}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        <Button
          variant="contained"
          // The answer that is meant most, as in the question before a form.
          {...{ autoFocus: true }}
          disabled={isMoving}
          onClick={() => void moveThis()}
        >
          {`Only ${formatShortDate(dateOf(booking.startsAt))}`}
        </Button>
        {series !== undefined && (
          <ManyDates move={move} series={series} isMoving={isMoving} onChoose={setScope} />
        )}
        {series === undefined && !reading.isError && <LoadingShape lines={2} />}
        {reading.isError && (
          <ProblemPanel
            error={reading.error}
            what="The series"
            onTryAgain={() => void reading.refetch()}
          />
        )}
        <Button disabled={isMoving} onClick={onClose}>
          Leave it where it was
        </Button>
      </Box>
    </FormDialog>
  );
}

/** The answers that move more than one date, with how many each is; every date is shown before anything moves. */
function ManyDates(props: {
  readonly move: SeriesMove;
  readonly series: Series;
  readonly isMoving: boolean;
  readonly onChoose: (scope: SeriesScope) => void;
}) {
  const { move, series } = props;
  const now = useNow();
  const from = series.bookings.find((each) => each.id === move.booking.id);
  if (!canOthersFollow(move, series)) {
    return (
      <Typography>
        The other dates do not go by days of the week, so only this one can go to another day.
      </Typography>
    );
  }
  if (from === undefined) return null;
  const count = (scope: SeriesScope): string =>
    countOf(datesIn(series, scope, from, now).length, 'date');
  return (
    <>
      <Button
        variant="outlined"
        disabled={props.isMoving}
        onClick={() => props.onChoose('this-and-later')}
      >
        {`This and later: ${count('this-and-later')}`}
      </Button>
      <Button variant="outlined" disabled={props.isMoving} onClick={() => props.onChoose('all')}>
        {`All to come: ${count('all')}`}
      </Button>
      <Typography variant="body2" color="textSecondary">
        Before more than one date moves, you see each of them.
      </Typography>
    </>
  );
}
