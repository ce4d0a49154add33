import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type RefObject, useId, useRef, useState } from 'react';
import type { Booking } from '#db/bookings/bookings.contract';
import { useToday } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { newBookingValues, valuesOfBooking } from './booking-form-values.ts';
import { BookingForm, type BookingFormHandle } from './BookingForm.tsx';
import type { StartPlace } from './use-booking-form.ts';

type BookingFormDialogProps = {
  readonly booking?: Booking;
  readonly place?: StartPlace;
  readonly onSaved: (saved: Booking) => void;
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

  function close(): void {
    if (form.current?.hasTyped()) setIsAsking(true);
    else props.onClose();
  }

  return (
    <Dialog
      open={isOpen}
      onClose={close}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
      slotProps={{ transition: { onExited: () => props.onGone?.() } }}
    >
      <DialogTitle id={titleId}>
        {booking === undefined ? 'Book a room' : `Change ${booking.reference}`}
      </DialogTitle>
      <DialogContent sx={{ scrollPaddingBottom: '6rem' }}>
        <LoadedForm {...props} form={form} onClose={close} />
        <ConfirmDialog
          isOpen={isAsking}
          title="Throw away what you typed?"
          confirmWords="Throw it away"
          keepWords="Go on typing"
          isDanger
          onClose={() => setIsAsking(false)}
          onConfirm={async () => {
            form.current?.discard();
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
  onClose,
}: BookingFormDialogProps & { readonly form: RefObject<BookingFormHandle | null> }) {
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
      onClose={onClose}
      {...(booking === undefined ? {} : { booking })}
    />
  );
}
