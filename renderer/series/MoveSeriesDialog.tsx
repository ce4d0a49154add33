import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Series, SeriesChange } from '#db/bookings/series/series.contract';
import { dateOf, type LocalTime, timeOf, weekdayOf } from '#db/shared/local-date';
import { formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SeriesChangePreview } from './SeriesChangePreview.tsx';
import { useSeries } from './series.queries.ts';
import { useSeriesNews } from './use-series-news.ts';
import type { SeriesMove } from '../bookings/use-move-booking.ts';

type MoveSeriesDialogProps = {
  readonly move: SeriesMove;
  readonly onClose: () => void;
};

/** Asked when a date of a series was let go elsewhere: this one alone, or this and the later ones, each shown first. */
export function MoveSeriesDialog({ move, onClose }: MoveSeriesDialogProps) {
  const series = useSeries(move.booking.seriesId);
  const news = useSeriesNews();
  const facilities = useFacilities().data ?? [];
  const [isAllLater, setIsAllLater] = useState(false);
  const [isMoving, setIsMoving] = useState(false);
  const { to, booking } = move;
  const room = facilities.find((each) => each.id === to.facilityId)?.name ?? '';
  const target = `${room}, ${formatShortDate(to.date)}, ${formatTimeRange(to.from, to.until)}`;

  async function moveThis(): Promise<void> {
    setIsMoving(true);
    await move.moveThis();
    onClose();
  }

  return (
    <FormDialog
      title="Move which dates?"
      width={isAllLater ? 'md' : 'sm'}
      // The booking is where it was until one of the answers is given.
      onClose={onClose}
    >
      {series.isError && (
        <ProblemPanel
          error={series.error}
          what="The series"
          onTryAgain={() => void series.refetch()}
        />
      )}
      {isAllLater ? (
        series.data ? (
          <SeriesChangePreview
            wanted={changeOf(move, series.data)}
            series={series.data}
            onBack={() => setIsAllLater(false)}
            onSaved={(saved, count) => {
              news.seriesChanged(saved, count);
              onClose();
            }}
          />
        ) : (
          <LoadingShape lines={4} />
        )
      ) : (
        <>
          <Typography data-personal="" sx={{ mb: 2 }}>
            {`${booking.bookerName} comes again and again. Move to ${target}:`}
          </Typography>
          <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
            <Button variant="contained" disabled={isMoving} onClick={() => void moveThis()}>
              {`Only ${formatShortDate(dateOf(booking.startsAt))}`}
            </Button>
            <Button variant="outlined" disabled={isMoving} onClick={() => setIsAllLater(true)}>
              This and later dates, shown first
            </Button>
            <Button disabled={isMoving} onClick={onClose}>
              Leave it where it was
            </Button>
          </Box>
        </>
      )}
    </FormDialog>
  );
}

/** Only what the drag changed; the rest stays as each date has it. */
function changeOf({ booking, to }: SeriesMove, series: Series): SeriesChange {
  const isOtherDay = weekdayOf(to.date) !== weekdayOf(dateOf(booking.startsAt));
  return {
    seriesId: series.id,
    scope: 'this-and-later',
    fromBookingId: booking.id,
    from: to.from === timeOf(booking.startsAt) ? null : (to.from as LocalTime),
    until: to.until === timeOf(booking.endsAt) ? null : to.until,
    facilityId: to.facilityId === booking.facilityId ? null : to.facilityId,
    weekday: isOtherDay ? weekdayOf(to.date) : null,
    purpose: null,
    responsiblePersonId: null,
    expectedNumber: null,
    choices: [],
    version: series.version,
  };
}
