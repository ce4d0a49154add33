import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type Booking, HOLDING_STATUSES } from '#db/bookings/bookings.contract';
import type { Series, SeriesScope } from '#db/bookings/series/series.contract';
import { dateOf, type LocalDateTime } from '#db/shared/local-date';
import { countOf, formatShortDate } from '#db/shared/plain-words';
import { useNow } from '../app/session-context.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';

type SeriesScopeDialogProps = {
  readonly booking: Booking;
  readonly series: Series;
  readonly onChoose: (scope: 'this' | SeriesScope) => void;
  readonly onClose: () => void;
};

/** Which dates of the series a change is for, asked before anything is changed, each answer with its count. */
export function SeriesScopeDialog({ booking, series, onChoose, onClose }: SeriesScopeDialogProps) {
  const now = useNow();
  const answers = [
    { scope: 'this' as const, words: `Only ${formatShortDate(dateOf(booking.startsAt))}` },
    {
      scope: 'this-and-later' as const,
      words: `This and later: ${countOf(datesIn(series, 'this-and-later', booking, now).length, 'date')}`,
    },
    {
      scope: 'all' as const,
      words: `All to come: ${countOf(datesIn(series, 'all', booking, now).length, 'date')}`,
    },
  ];
  return (
    <FormDialog title="Change which dates?" onClose={onClose}>
      <Typography sx={{ mb: 2 }}>
        {booking.reference} is one of a series: {series.words}. You see every date that changes
        before anything is saved.
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        {answers.map(({ scope, words }, place) => (
          <Button
            key={scope}
            variant={place === 0 ? 'contained' : 'outlined'}
            {...(place === 0 ? { autoFocus: true } : {})}
            onClick={() => onChoose(scope)}
          >
            {words}
          </Button>
        ))}
        <Button onClick={onClose}>Change nothing</Button>
      </Box>
    </FormDialog>
  );
}

/** The dates of a scope that still hold a room and have not begun, in time order. */
export function datesIn(
  series: Series,
  scope: SeriesScope,
  from: Booking,
  now: LocalDateTime,
): readonly Booking[] {
  const first = from.originalDate ?? dateOf(from.startsAt);
  return series.bookings.filter(
    (booking) =>
      HOLDING_STATUSES.includes(booking.status) &&
      booking.startsAt > now &&
      (scope === 'all' || (booking.originalDate ?? dateOf(booking.startsAt)) >= first),
  );
}
