import { useState } from 'react';
import type { Booking, SeriesId } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue/queue.contract';
import { dateOf, type LocalDate, localDateTimeOf } from '#db/shared/local-date';
import { countOf, formatDateTime, formatDayNear, formatTimeRange } from '#db/shared/plain-words';
import { ApiError } from '../app/api-client.ts';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { formatSpan } from '../bookings/booking-words.ts';
import { useReadBookingAfresh } from '../bookings/bookings.queries.ts';
import { staysWords } from '../series/left-words.ts';
import { offeredLink, offeredWords } from './offer-words.ts';
import {
  useConfirmHold,
  useConfirmOffer,
  useConfirmRequest,
  useConfirmRequests,
  useStartOffer,
  useWithdrawOffer,
  useWithdrawRequest,
  useWithdrawWaiting,
} from './queue.queries.ts';

/** Every word that can be given on somebody who waits, each told when it was done. What needs a reason throws its refusal to the form that asked. */
export function useDecisions() {
  const startOffer = useStartOffer();
  const confirmOffer = useConfirmOffer();
  const withdrawOffer = useWithdrawOffer();
  const confirmHold = useConfirmHold();
  const confirmRequest = useConfirmRequest();
  const confirmRequests = useConfirmRequests();
  const withdrawRequest = useWithdrawRequest();
  const withdrawWaiting = useWithdrawWaiting();
  const readAfresh = useReadBookingAfresh();
  const { say } = useToast();
  const today = useToday();
  const [refusal, setRefusal] = useState('');

  async function attempt(run: () => Promise<void>): Promise<void> {
    try {
      setRefusal('');
      await run();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
    }
  }

  return {
    refusal,
    offer: (waiting: Waiting) =>
      attempt(async () => {
        const offered = await startOffer.mutateAsync({
          id: waiting.id,
          facilityId: waiting.facilityId,
          version: waiting.version,
        });
        const { bookingId, offerUntil } = offered;
        const until =
          offerUntil === null ? '' : ` until ${formatDateTime(localDateTimeOf(offerUntil))}`;
        say({
          words: `Offered: ${describeWaiting(offered, today)}, held${until}.`,
          ...(bookingId === null
            ? {}
            : {
                undo: {
                  label: 'Undo',
                  run: async () => {
                    const { version } = await readAfresh.mutateAsync(bookingId);
                    return withdrawOffer.mutateAsync({
                      id: bookingId,
                      version,
                      reason: 'Taken back right after it was offered',
                      staysWaiting: true,
                    });
                  },
                },
              }),
        });
      }),
    accept: (offer: Booking) =>
      attempt(async () => {
        const booked = await confirmOffer.mutateAsync({ id: offer.id, version: offer.version });
        say({ words: `Booked: ${describe(booked, today)}.` });
      }),
    decline: async (offer: Booking, reason: string, staysWaiting: boolean) => {
      const { id, version } = offer;
      const declined = await withdrawOffer.mutateAsync({ id, version, reason, staysWaiting });
      say({
        words: `Declined: ${describe(declined, today)}.${offeredWords(declined.offers)}`,
        ...offeredLink(declined.offers),
      });
    },
    confirm: (hold: Booking) =>
      attempt(async () => {
        const booked = await confirmHold.mutateAsync({ id: hold.id, version: hold.version });
        say({ words: `Confirmed: ${describe(booked, today)}.` });
      }),
    approve: (request: Booking) =>
      attempt(async () => {
        const { id, version } = request;
        const booked = await confirmRequest.mutateAsync({ id, version });
        say({ words: `Approved: ${describe(booked, today)}.` });
      }),
    approveAll: (seriesId: SeriesId, requests: readonly Booking[]) =>
      attempt(async () => {
        const dates = requests.map(({ id, version }) => ({ id, version }));
        const { approved, left } = await confirmRequests.mutateAsync({ seriesId, dates });
        const stays = left.length === 0 ? '' : ` ${staysWords(left)}`;
        say({ words: `Approved ${countOf(approved.length, 'date')} of the series.${stays}` });
      }),
    refuse: async ({ id, version }: Booking, reason: string) => {
      const refused = await withdrawRequest.mutateAsync({ id, version, reason });
      say({
        words: `Refused: ${describe(refused, today)}.${offeredWords(refused.offers)}`,
        ...offeredLink(refused.offers),
      });
    },
    takeOff: async ({ id, version }: Waiting, reason: string) => {
      const gone = await withdrawWaiting.mutateAsync({ id, version, reason });
      say({ words: `Taken off the list: ${describeWaiting(gone, today)}.` });
    },
  };
}

/** Short, and without a name: the line stays on screen after the visitor has come nearer. */
function describe(booking: Booking, today: LocalDate): string {
  return `${booking.facilityName}, ${formatDayNear(dateOf(booking.startsAt), today)}, ${formatSpan(booking.startsAt, booking.endsAt)}`;
}

/** 'Meeting Room, Thu 17 Jun, 6pm to 8pm'. */
export function describeWaiting(waiting: Waiting, today: LocalDate): string {
  return `${waiting.facilityName}, ${formatDayNear(waiting.date, today)}, ${formatTimeRange(waiting.from, waiting.until)}`;
}
