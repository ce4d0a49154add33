import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { type Booking, HOLDING_STATUSES } from '#db/bookings/bookings.contract';
import type { SeriesScope } from '#db/bookings/series/series.contract';
import { DESK_ROLES } from '#db/shared/access';
import { ApiError } from '../app/api-client.ts';
import { useCan } from '../app/session-context.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon, UndoIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { factsOf } from './booking-facts.tsx';
import { BookingFormDialog } from './BookingFormDialog.tsx';
import { BookingStatusWord } from './BookingStatusWord.tsx';
import { bookingPapers, useUndoCancel } from './bookings.queries.ts';
import { CancelBookingDialog } from './CancelBookingDialog.tsx';
import { checkOutSheet } from '../check-in/check-in.queries.ts';
import { CheckInButtons } from '../check-in/CheckInButtons.tsx';
import { CloseOutFacts } from '../check-in/CloseOutFacts.tsx';
import { DecideButtons } from '../queue/DecideButtons.tsx';
import { PapersMenu } from './PapersMenu.tsx';
import { SeriesChangeDialog } from '../series/SeriesChangeDialog.tsx';
import { SeriesFacts } from '../series/SeriesFacts.tsx';
import { SeriesScopeDialog } from '../series/SeriesScopeDialog.tsx';
import { useSeries } from '../series/series.queries.ts';
import { SqueezeNotes } from './SqueezeNotes.tsx';
import { useBookingNews } from './use-booking-news.ts';
import { useSeriesNews } from '../series/use-series-news.ts';
import { WhatHappened } from './WhatHappened.tsx';

type BookingDetailsProps = { readonly booking: Booking };
type Open = 'scope' | 'change' | SeriesScope | 'cancel' | 'slip' | 'check-out-sheet' | null;

/** Everything about one booking, what can be done with it, and what happened to it. */
export function BookingDetails({ booking }: BookingDetailsProps) {
  const canBook = useCan(DESK_ROLES);
  const news = useBookingNews();
  const seriesNews = useSeriesNews();
  const series = useSeries(booking.seriesId).data ?? null;
  const [open, setOpen] = useState<Open>(null);
  const { refusal, takeBack } = useTakeBack(booking);
  const close = () => setOpen(null);
  const isLive = HOLDING_STATUSES.includes(booking.status);
  // An offer is accepted or declined; it is for the time that was asked for, and is neither changed nor cancelled.
  const canChange = isLive && booking.status !== 'offered';

  return (
    <>
      <PageHeader
        title={`Booking ${booking.reference}`}
        status={<BookingStatusWord booking={booking} />}
        printAction={{ words: 'Print the slip', run: () => setOpen('slip') }}
        actions={
          <>
            <CheckInButtons booking={booking} isWhole />
            <DecideButtons booking={booking} />
            {canBook && canChange && (
              <>
                <Button
                  variant={booking.status === 'confirmed' ? 'contained' : 'outlined'}
                  startIcon={<EditIcon />}
                  onClick={() => setOpen(booking.seriesId === null ? 'change' : 'scope')}
                >
                  Change the booking
                </Button>
                <Button variant="outlined" color="error" onClick={() => setOpen('cancel')}>
                  Cancel the booking
                </Button>
              </>
            )}
            {canBook && booking.status === 'cancelled' && (
              <Button variant="outlined" startIcon={<UndoIcon />} onClick={() => void takeBack()}>
                Take the cancellation back
              </Button>
            )}
            {isLive && (
              <PapersMenu booking={booking} onCheckOutSheet={() => setOpen('check-out-sheet')} />
            )}
          </>
        }
      />
      <ErrorSummary errors={refusal === null ? [] : [{ field: null, message: refusal }]} />
      {!canBook && (
        <Typography sx={{ mb: 2 }}>
          Changing a booking is for desk staff, officers and managers.
        </Typography>
      )}
      <SqueezeNotes id={booking.id} />
      <FactList facts={factsOf(booking)} />
      <CloseOutFacts booking={booking} />
      {series !== null && <SeriesFacts series={series} here={booking.id} />}
      <WhatHappened objectType="booking" objectId={booking.id} />
      {open === 'scope' && series !== null && (
        <SeriesScopeDialog
          booking={booking}
          series={series}
          onChoose={(scope) => setOpen(scope === 'this' ? 'change' : scope)}
          onClose={close}
        />
      )}
      {(open === 'all' || open === 'this-and-later') && series !== null && (
        <SeriesChangeDialog
          booking={booking}
          series={series}
          scope={open}
          onClose={close}
          onSaved={(changed, count) => {
            seriesNews.seriesChanged(changed, count);
            close();
          }}
        />
      )}
      {open === 'change' && (
        <BookingFormDialog
          isOpen
          booking={booking}
          onClose={close}
          onSaved={(saved) => {
            news.changed(booking, saved);
            close();
          }}
        />
      )}
      {open === 'cancel' && (
        <CancelBookingDialog
          booking={booking}
          series={series}
          onClose={close}
          onCancelled={(cancelled) => {
            news.cancelled(cancelled);
            close();
          }}
          onSeriesCancelled={(cancelled, count, scope) => {
            seriesNews.seriesCancelled(cancelled, count, scope);
            close();
          }}
        />
      )}
      <PaperDialog
        isOpen={open === 'slip' || open === 'check-out-sheet'}
        title={
          open === 'check-out-sheet'
            ? `Check-out sheet for ${booking.reference}`
            : `Slip for ${booking.reference}`
        }
        load={
          open === 'check-out-sheet' ? checkOutSheet(booking.id) : bookingPapers.slip(booking.id)
        }
        onClose={close}
      />
    </>
  );
}

/** Taking a cancellation back can be refused, when somebody else has the time by now. */
function useTakeBack(booking: Booking) {
  const undoCancel = useUndoCancel();
  const news = useBookingNews();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function takeBack(): Promise<void> {
    try {
      setRefusal(null);
      news.takenBack(await undoCancel.mutateAsync({ id: booking.id, version: booking.version }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
    }
  }
  return { refusal, takeBack };
}
