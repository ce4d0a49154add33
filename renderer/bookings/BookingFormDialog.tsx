import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type RefObject, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue/queue.contract';
import type { NewSeries } from '#db/bookings/series/series.contract';
import { formatDayNear, formatTimeRange } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { newBookingValues, type SavedBooking, valuesOfBooking } from './booking-form-values.ts';
import { BookingForm, type BookingFormHandle } from './BookingForm.tsx';
import { NewSeriesPreview } from '../series/NewSeriesPreview.tsx';
import { useSeriesNews } from '../series/use-series-news.ts';
import type { StartPlace } from './use-booking-form.ts';
import { staysWords } from './WaysOutButtons.tsx';

type BookingFormDialogProps = {
  readonly booking?: Booking;
  readonly place?: StartPlace;
  readonly onSaved: (saved: SavedBooking) => void;
  readonly onClose: () => void;
  /** After the dialog has gone, when the focus may be put where the work goes on. */
  readonly onGone?: () => void;
  readonly isOpen: boolean;
};

/** The booking form over the calendar. It asks before it throws away what was typed, and only then. */
export function BookingFormDialog(props: BookingFormDialogProps) {
  const { booking, isOpen } = props;
  const titleId = useId();
  const form = useRef<BookingFormHandle>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [series, setSeries] = useState<NewSeries | null>(null);
  const navigate = useNavigate();
  const news = useSeriesNews();
  const { say } = useToast();
  const today = useToday();

  function close(): void {
    if (form.current?.hasTyped()) return setIsAsking(true);
    // What the program filled in by itself is no draft to find again.
    form.current?.discard();
    props.onClose();
  }

  return (
    <Dialog
      open={isOpen}
      onClose={close}
      aria-labelledby={titleId}
      maxWidth={series === null ? 'sm' : 'md'}
      fullWidth
      slotProps={{ transition: { onExited: () => props.onGone?.() } }}
    >
      <DialogTitle id={titleId}>
        {booking === undefined ? 'Book a room' : `Change ${booking.reference}`}
      </DialogTitle>
      <DialogContent sx={{ scrollPaddingBottom: '6rem' }}>
        {/* Hidden, not taken away, while the dates are looked at: the way back finds everything typed. */}
        <Box hidden={series !== null}>
          <LoadedForm
            {...props}
            form={form}
            onClose={close}
            onSeries={setSeries}
            onWaiting={(waiting) => {
              say({
                words: `On the waiting list: ${waiting.facilityName}, ${formatDayNear(waiting.date, today)}, ${formatTimeRange(waiting.from, waiting.until)}.${booking === undefined ? '' : ` ${staysWords(booking)}`}`,
              });
              form.current?.discard();
              props.onClose();
            }}
          />
        </Box>
        {series !== null && (
          <NewSeriesPreview
            wanted={series}
            onBack={() => setSeries(null)}
            onSaved={(saved) => {
              news.seriesBooked(saved);
              form.current?.discard();
              setSeries(null);
              props.onClose();
              const first = saved.bookings[0];
              void navigate(first === undefined ? pathTo.queue() : pathTo.booking(first.id));
            }}
          />
        )}
        <ConfirmDialog
          isOpen={isAsking}
          title="Throw away what you typed?"
          confirmWords="Throw it away"
          keepWords="Go on typing"
          isDanger
          onClose={() => setIsAsking(false)}
          onConfirm={async () => {
            form.current?.discard();
            setSeries(null);
            props.onClose();
          }}
        >
          {booking === undefined ? 'Nothing is booked yet.' : 'The booking stays as it was.'}
        </ConfirmDialog>
      </DialogContent>
    </Dialog>
  );
}

function LoadedForm({
  form,
  booking,
  place = {},
  onSaved,
  onSeries,
  onWaiting,
  onClose,
}: BookingFormDialogProps & {
  readonly form: RefObject<BookingFormHandle | null>;
  readonly onSeries: (wanted: NewSeries) => void;
  readonly onWaiting: (waiting: Waiting) => void;
}) {
  const facilities = useFacilities();
  const today = useToday();
  if (facilities.isError) {
    return (
      <ProblemPanel
        error={facilities.error}
        what="The list of rooms"
        onTryAgain={() => void facilities.refetch()}
      />
    );
  }
  if (facilities.data === undefined) return <LoadingShape lines={6} />;

  const inUse = facilities.data.filter((each) => each.isActive || each.id === booking?.facilityId);
  const usual = inUse.find((each) => each.isBookable) ?? inUse[0];
  const start =
    booking === undefined
      ? newBookingValues({
          facilityId: usual?.id ?? '',
          date: today,
          from: '',
          until: '',
          ...place,
        })
      : valuesOfBooking(booking);
  return (
    <BookingForm
      ref={form}
      start={start}
      place={place}
      facilities={inUse}
      onSaved={onSaved}
      onSeries={onSeries}
      onWaiting={onWaiting}
      onClose={onClose}
      {...(booking === undefined ? {} : { booking })}
    />
  );
}
