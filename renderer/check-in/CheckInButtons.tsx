import Button from '@mui/material/Button';
import { useState } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { dateOf } from '#db/shared/local-date';
import { useCan, useToday } from '../app/session-context.tsx';
import { CrossCircleIcon, TickCircleIcon, UndoIcon } from '../shared/icons.tsx';
import { CheckInRefused } from './CheckInRefused.tsx';
import { CheckOutDialog } from './CheckOutDialog.tsx';
import { useCheckIn } from './use-check-in.ts';

type CheckInButtonsProps = {
  readonly booking: Pick<
    BookingCard,
    'id' | 'reference' | 'version' | 'status' | 'attendance' | 'startsAt'
  >;
  /** Names the booking in the button for those who hear it, where several stand on one page. */
  readonly of?: string;
  /** Also the rarer presses: nobody came, take the last step back. */
  readonly isWhole?: boolean;
  /** Beside a more urgent press, such as that of the booking which is on now. */
  readonly isQuiet?: boolean;
};

/** Check in with one press, check out with two; on the day of the booking and after it. */
export function CheckInButtons(props: CheckInButtonsProps) {
  const { booking, of = '', isWhole = false, isQuiet = false } = props;
  const mayServe = useCan(DESK_ROLES);
  const today = useToday();
  const use = useCheckIn();
  const [isLeaving, setIsLeaving] = useState(false);
  const isDue = dateOf(booking.startsAt) <= today;
  const { attendance } = booking;
  if (!mayServe || booking.status !== 'confirmed' || !isDue) return null;
  const named = (words: string) => (of === '' ? {} : { 'aria-label': `${words} ${of}` });

  return (
    <>
      {attendance === 'expected' && (
        <Button
          variant={isQuiet ? 'outlined' : 'contained'}
          startIcon={<TickCircleIcon />}
          disabled={use.isSending}
          onClick={() => void use.checkIn(booking)}
          {...named('Check in')}
        >
          Check in
        </Button>
      )}
      {attendance === 'in' && (
        <Button
          variant="contained"
          startIcon={<TickCircleIcon />}
          onClick={() => setIsLeaving(true)}
          {...named('Check out')}
        >
          Check out
        </Button>
      )}
      {isWhole && attendance === 'expected' && (
        <Button
          variant="outlined"
          startIcon={<CrossCircleIcon />}
          disabled={use.isSending}
          onClick={() => void use.nobodyCame(booking)}
        >
          Nobody came
        </Button>
      )}
      {isWhole && attendance !== 'expected' && (
        <Button
          variant="outlined"
          startIcon={<UndoIcon />}
          onClick={() => void use.undoLast(booking)}
        >
          {UNDO_WORDS[attendance]}
        </Button>
      )}
      {use.refusal !== null && (
        <CheckInRefused
          bookingId={booking.id}
          refusal={use.refusal}
          onTryAgain={() => use.checkIn(booking)}
          onClose={use.forgetRefusal}
        />
      )}
      {isLeaving && (
        <CheckOutDialog
          booking={booking}
          onCheckOut={async (noted) => {
            await use.checkOut(booking, noted);
            setIsLeaving(false);
          }}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </>
  );
}

const UNDO_WORDS = {
  in: 'Take the check-in back',
  out: 'Take the check-out back',
  'no-show': 'They came after all',
} as const;
