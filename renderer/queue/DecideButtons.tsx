import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Booking } from '#db/bookings/bookings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { dateOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import type { Role } from '#db/shared/roles';
import { useCan } from '../app/session-context.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { formatSpan } from '../bookings/booking-words.ts';
import { ReasonDialog } from '../bookings/ReasonDialog.tsx';
import { useDecisions } from './use-decisions.ts';

/** Who may approve and refuse. */
export const APPROVERS: readonly Role[] = ['officer', 'manager'];

type DecideButtonsProps = {
  readonly booking: Booking;
  /** Names the booking in each button for those who hear it, where several stand on one page. */
  readonly of?: string;
};

/** The word a booking waits for: yes or no to a request, accepted or declined for an offer, confirmed for a hold. */
export function DecideButtons({ booking, of = '' }: DecideButtonsProps) {
  const mayServe = useCan(DESK_ROLES);
  const mayApprove = useCan(APPROVERS);
  const decide = useDecisions();
  const [asking, setAsking] = useState<'refuse' | 'decline' | null>(null);
  const named = (words: string) => (of === '' ? {} : { 'aria-label': `${words}: ${of}` });
  const words = `${booking.reference}, ${booking.bookerName}: ${booking.facilityName}, ${formatDate(dateOf(booking.startsAt))}, ${formatSpan(booking.startsAt, booking.endsAt)}.`;
  const close = () => setAsking(null);

  return (
    <>
      {booking.status === 'requested' && mayApprove && (
        <>
          <Button
            variant="contained"
            onClick={() => void decide.approve(booking)}
            {...named('Approve')}
          >
            Approve
          </Button>
          <Button
            variant="outlined"
            color="error"
            onClick={() => setAsking('refuse')}
            {...named('Refuse')}
          >
            Refuse
          </Button>
        </>
      )}
      {booking.status === 'provisional' && mayServe && (
        <Button
          variant="contained"
          onClick={() => void decide.confirm(booking)}
          {...named('Confirm')}
        >
          Confirm
        </Button>
      )}
      {booking.status === 'offered' && mayServe && (
        <>
          <Button
            variant="contained"
            onClick={() => void decide.accept(booking)}
            {...named('Accepted')}
          >
            Accepted
          </Button>
          <Button variant="outlined" onClick={() => setAsking('decline')} {...named('Declined')}>
            Declined
          </Button>
        </>
      )}
      <ErrorSummary
        errors={decide.refusal === '' ? [] : [{ field: null, message: decide.refusal }]}
      />
      {asking === 'refuse' && (
        <ReasonDialog
          title={`Refuse ${booking.reference}?`}
          words={words}
          label="Why is it refused?"
          usual={['Not for tenant involvement', 'The room is needed', 'Too short notice']}
          saveWords="Refuse the booking"
          closeWords="Decide later"
          onSave={async (reason) => {
            await decide.refuse(booking, reason);
            close();
          }}
          onClose={close}
        />
      )}
      {asking === 'decline' && (
        <ReasonDialog
          title="Was the offer declined?"
          words={`${words} The next who waits for the time can be offered it.`}
          label="Why was it declined?"
          usual={['The day does not suit any more', 'Found another room', 'Could not be reached']}
          saveWords="Enter that it was declined"
          closeWords="Leave the offer standing"
          onSave={async (reason) => {
            await decide.decline(booking, reason, false);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
