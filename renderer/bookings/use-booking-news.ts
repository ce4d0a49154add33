import type { Booking, BookingStatus, FreedOffers } from '#db/bookings/bookings.contract';
import { dateOf, type LocalDate } from '#db/shared/local-date';
import { formatDayNear } from '#db/shared/plain-words';
import { offeredLink, offeredWords } from '../queue/offer-words.ts';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { type SavedBooking, wantedOfBooking } from './booking-form-values.ts';
import { useCancelBooking, useChangeBooking, useUndoCancel } from './bookings.queries.ts';
import { formatSpan } from './booking-words.ts';

/** Tells what was done to a booking, each time with the way back. */
export function useBookingNews() {
  const { say } = useToast();
  const today = useToday();
  const cancel = useCancelBooking();
  const change = useChangeBooking();
  const undoCancel = useUndoCancel();

  return {
    booked(made: Booking): void {
      say({
        words: `${BOOKED_WORDS[made.status] ?? 'Booked'}: ${describe(made, today)}.`,
        undo: {
          label: 'Undo',
          run: async () =>
            undoneWords(
              today,
              made,
              await cancel.mutateAsync({
                id: made.id,
                version: made.version,
                reason: 'Taken back right after it was booked',
              }),
            ),
        },
      });
    },
    /** Where somebody waited for the time it left, the news says to whom that was offered. */
    changed(before: Booking, after: SavedBooking): void {
      const { offers = [] } = after;
      say({
        words: `Changed: ${describe(after, today)}.${offeredWords(offers)}`,
        ...offeredLink(offers),
        undo: {
          label: 'Undo',
          run: async () =>
            undoneWords(
              today,
              after,
              await change.mutateAsync({
                ...wantedOfBooking(before),
                id: after.id,
                version: after.version,
              }),
            ),
        },
      });
    },
    /** Where somebody waited for the time, the news says to whom it was offered. */
    cancelled(after: Booking & FreedOffers): void {
      say({
        words: `${after.isLateCancellation ? 'Cancelled late' : 'Cancelled'}: ${describe(after, today)}.${offeredWords(after.offers)}`,
        ...offeredLink(after.offers),
        undo: {
          label: 'Undo',
          run: () => undoCancel.mutateAsync({ id: after.id, version: after.version }),
        },
      });
    },
    takenBack(after: Booking): void {
      say({ words: `Booked again: ${describe(after, today)}.` });
    },
  };
}

/** Taking an act back may free time that somebody waits for; undefined leaves the words to the list of changes. */
function undoneWords(
  today: LocalDate,
  booking: Booking,
  { offers }: FreedOffers,
): string | undefined {
  return offers.length === 0
    ? undefined
    : `Undone: ${describe(booking, today)}.${offeredWords(offers)}`;
}

/** What a new booking is, where it is not simply booked. */
const BOOKED_WORDS: Readonly<Partial<Record<BookingStatus, string>>> = {
  provisional: 'Held',
  requested: 'Asked for approval',
};

/** Short, and without a name: the line stays on screen after the visitor has come nearer. */
function describe(booking: Booking, today: LocalDate): string {
  return `${booking.facilityName}, ${formatDayNear(dateOf(booking.startsAt), today)}, ${formatSpan(booking.startsAt, booking.endsAt)}`;
}
