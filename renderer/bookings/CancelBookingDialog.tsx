import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { Booking, FreedOffers } from '#db/bookings/bookings.contract';
import type { Series, SeriesScope } from '#db/bookings/series/series.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatDate, formatDayNear } from '#db/shared/plain-words';
import { useNow, useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { formatSpan } from './booking-words.ts';
import { useCancelBooking } from './bookings.queries.ts';
import { useNotice } from '../check-in/check-in.queries.ts';
import { ReasonField } from './ReasonField.tsx';
import { datesIn } from '../series/SeriesScopeDialog.tsx';
import { useCancelSeries } from '../series/series.queries.ts';

type CancelBookingDialogProps = {
  readonly booking: Booking;
  /** The series it belongs to, when it does and is not the only date. */
  readonly series: Series | null;
  readonly onCancelled: (booking: Booking & FreedOffers) => void;
  readonly onSeriesCancelled: (
    series: Series & FreedOffers,
    count: number,
    scope: SeriesScope,
  ) => void;
  readonly onClose: () => void;
};

const CancelReason = bookingsContract.cancel.input.pick({ reason: true });
const USUAL_REASONS = [
  'Not enough people',
  'They meet somewhere else',
  'Illness',
  'Booked by mistake',
];

/** Asks why, and for which dates of a series; says before whether it is late. Everything is kept with its reason. */
export function CancelBookingDialog(props: CancelBookingDialogProps) {
  const { booking, series, onClose } = props;
  const cancel = useCancelBooking();
  const cancelSeries = useCancelSeries();
  const notice = useNotice(booking.id).data;
  const now = useNow();
  const [scope, setScope] = useState<'this' | SeriesScope>('this');
  // Frozen while the question stands: a change by somebody else must be seen first.
  const [{ id, version }] = useState(booking);
  const [seriesVersion] = useState(series?.version ?? 0);
  const dates = series === null || scope === 'this' ? [] : datesIn(series, scope, booking, now);

  const form = useContractForm(
    CancelReason,
    { reason: '' },
    {
      draftKey: `booking.cancel.${id}`,
      onSubmit: async ({ reason }) => {
        if (series === null || scope === 'this') {
          return props.onCancelled(await cancel.mutateAsync({ id, version, reason }));
        }
        const cancelled = await cancelSeries.mutateAsync({
          seriesId: series.id,
          scope,
          fromBookingId: id,
          reason,
          version: seriesVersion,
        });
        props.onSeriesCancelled(cancelled, dates.length, scope);
      },
    },
  );

  return (
    <FormDialog title={`Cancel ${booking.reference}?`} onClose={onClose}>
      <ContractFormBody form={form}>
        <Typography data-personal="">
          {booking.facilityName} for {booking.bookerName}, {formatDate(dateOf(booking.startsAt))},{' '}
          {formatSpan(booking.startsAt, booking.endsAt)}. The room becomes free at once, and the
          first who waits for it is offered it. You can take the cancellation back while nobody else
          has the time.
        </Typography>
        {notice?.isLate === true && (
          <Box>
            <StatusWord tone="warning" words="Late cancellation" />
            <Typography>{notice.words}</Typography>
          </Box>
        )}
        {series !== null && (
          <ScopeChoice
            booking={booking}
            series={series}
            scope={scope}
            onChange={setScope}
            dates={dates}
          />
        )}
        <ReasonField
          name="reason"
          label="Why is it cancelled?"
          hint="For example: the group is ill, or the meeting moves to the library"
          usual={USUAL_REASONS}
          isPersonal
          takesFocus
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <Button type="submit" variant="contained" color="error" disabled={form.isSending}>
            {scope === 'this' ? 'Cancel the booking' : `Cancel ${countOf(dates.length, 'date')}`}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            Keep the booking
          </Button>
        </Box>
      </ContractFormBody>
    </FormDialog>
  );
}

function ScopeChoice(props: {
  readonly booking: Booking;
  readonly series: Series;
  readonly scope: 'this' | SeriesScope;
  readonly onChange: (scope: 'this' | SeriesScope) => void;
  readonly dates: readonly Booking[];
}) {
  const id = useId();
  const today = useToday();
  const days = props.dates.map((each) => formatDayNear(dateOf(each.startsAt), today)).join(', ');
  return (
    <Box>
      <Typography id={id} sx={{ fontWeight: 620 }}>
        Which dates of the series?
      </Typography>
      <RadioGroup
        aria-labelledby={id}
        value={props.scope}
        onChange={(_, value) => props.onChange(value as 'this' | SeriesScope)}
      >
        <FormControlLabel
          value="this"
          control={<Radio />}
          label={`Only ${formatDayNear(dateOf(props.booking.startsAt), today)}`}
        />
        <FormControlLabel value="this-and-later" control={<Radio />} label="This and later dates" />
        <FormControlLabel value="all" control={<Radio />} label="All dates to come" />
      </RadioGroup>
      <Typography role="status" variant="body2">
        {props.scope === 'this' ? '' : `${countOf(props.dates.length, 'date')}: ${days}.`}
      </Typography>
    </Box>
  );
}
