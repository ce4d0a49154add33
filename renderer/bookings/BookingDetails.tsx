import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { type Booking, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { formatDate, formatDateTime } from '#db/shared/plain-words';
import { ApiError } from '../app/api-client.ts';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon, UndoIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { BookingFormDialog } from './BookingFormDialog.tsx';
import { BookingStatusWord } from './BookingStatusWord.tsx';
import { bookingPapers, useUndoCancel } from './bookings.queries.ts';
import { CancelBookingDialog } from './CancelBookingDialog.tsx';
import { formatSpan } from './day-layout.ts';
import { useBookingNews } from './use-booking-news.ts';
import { WhatHappened } from './WhatHappened.tsx';

type BookingDetailsProps = { readonly booking: Booking };

/** Everything about one booking, what can be done with it, and what happened to it. */
export function BookingDetails({ booking }: BookingDetailsProps) {
  const canBook = useCan(DESK_ROLES);
  const news = useBookingNews();
  const [open, setOpen] = useState<'change' | 'cancel' | 'slip' | null>(null);
  const { refusal, takeBack } = useTakeBack(booking);
  const close = () => setOpen(null);
  const isCancelled = booking.status === 'cancelled';

  return (
    <>
      <PageHeader
        title={`Booking ${booking.reference}`}
        status={<BookingStatusWord booking={booking} />}
        printAction={{ words: 'Print the slip', run: () => setOpen('slip') }}
        actions={
          canBook &&
          (isCancelled ? (
            <Button variant="outlined" startIcon={<UndoIcon />} onClick={() => void takeBack()}>
              Take the cancellation back
            </Button>
          ) : (
            <>
              <Button
                variant="contained"
                startIcon={<EditIcon />}
                onClick={() => setOpen('change')}
              >
                Change the booking
              </Button>
              <Button variant="outlined" color="error" onClick={() => setOpen('cancel')}>
                Cancel the booking
              </Button>
            </>
          ))
        }
      />
      <ErrorSummary errors={refusal === null ? [] : [{ field: null, message: refusal }]} />
      {!canBook && (
        <Typography sx={{ mb: 2 }}>
          Changing a booking is for desk staff, officers and managers.
        </Typography>
      )}
      <FactList facts={factsOf(booking)} />
      <WhatHappened objectType="booking" objectId={booking.id} />
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
          onClose={close}
          onCancelled={(cancelled) => {
            news.cancelled(cancelled);
            close();
          }}
        />
      )}
      <PaperDialog
        isOpen={open === 'slip'}
        title={`Slip for ${booking.reference}`}
        load={bookingPapers.slip(booking.id)}
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

function factsOf(booking: Booking) {
  const { booker } = booking;
  const bookerPath =
    booker.kind === 'group' ? pathTo.group(booker.groupId) : pathTo.person(booker.personId);
  const date = dateOf(booking.startsAt);
  return [
    {
      label: 'Room',
      value: (
        <Link component={RouterLink} to={pathTo.rooms({ date })}>
          {booking.facilityName}
        </Link>
      ),
    },
    {
      label: 'When',
      value: `${formatDate(date)}, ${formatSpan(booking.startsAt, booking.endsAt)}`,
    },
    {
      label: 'Booked for',
      isPersonal: true,
      value: (
        <>
          <Link component={RouterLink} to={bookerPath}>
            {booking.bookerName}
          </Link>
          {booking.bookerPhone === '' ? '' : `, ${booking.bookerPhone}`}
        </>
      ),
    },
    { label: 'What for', value: PURPOSE_WORDS[booking.purpose] },
    {
      label: 'Responsible',
      isPersonal: true,
      value: (
        <>
          <Link component={RouterLink} to={pathTo.person(booking.responsiblePersonId)}>
            {booking.responsibleName}
          </Link>
          {booking.responsiblePhone === '' ? '' : `, ${booking.responsiblePhone}`}
        </>
      ),
    },
    { label: 'People expected', value: booking.expectedNumber ?? 'Not said' },
    { label: 'Needs', value: booking.needs === '' ? 'None said' : booking.needs, isPersonal: true },
    ...(booking.notes === '' ? [] : [{ label: 'Notes', value: booking.notes, isPersonal: true }]),
    {
      label: 'Asked for',
      value: `${formatDateTime(localDateTimeOf(booking.requestedAt))}${booking.takenBy === '' ? '' : `, taken by ${booking.takenBy}`}`,
    },
    ...(booking.cancelledAt === null
      ? []
      : [
          { label: 'Cancelled', value: formatDateTime(localDateTimeOf(booking.cancelledAt)) },
          { label: 'Why cancelled', value: booking.cancelReason, isPersonal: true },
        ]),
  ];
}
