import { useState } from 'react';
import type { Booking, BookingCard } from '#db/bookings/bookings.contract';
import { FacilityId } from '#db/facilities/facilities.contract';
import {
  addMinutes,
  atTime,
  dateOf,
  type LocalDateTime,
  LocalDateTime as Moment,
  type LocalEndTime,
  minutesBetween,
  timeOf,
} from '#db/shared/local-date';
import { ApiError } from '../app/api-client.ts';
import { useToast } from '../app/toasts.tsx';
import { wantedOfBooking } from './booking-form-values.ts';
import { useChangeBooking } from './bookings.queries.ts';
import { useMoveReads } from '../diary/calendar.queries.ts';
import type { Place, SeriesMove } from '../diary/places.ts';
import { useBookingNews } from './use-booking-news.ts';

/** A move the core refused: the sentence, and what could be had instead. */
export type RefusedMove = {
  readonly before: Booking;
  readonly to: Place;
  readonly words: string;
  readonly nextFree: Place | null;
  readonly freeRoom: { readonly place: Place; readonly name: string } | null;
};

type Options = {
  /** Asks 'this date, or this and later ones'. Without it only the date that was taken hold of moves. */
  readonly onMoveSeries?: ((move: SeriesMove) => Promise<void>) | undefined;
};

/**
 * Moves a booking to where it was let go, as its holder's wish, with the way back in the news. A refusal
 * leaves it where it was and tells why.
 */
export function useMoveBooking({ onMoveSeries }: Options = {}) {
  const change = useChangeBooking();
  const reads = useMoveReads();
  const news = useBookingNews();
  const { say } = useToast();
  const [refused, setRefused] = useState<RefusedMove | null>(null);

  async function move(card: BookingCard, to: Place): Promise<void> {
    setRefused(null);
    const isRepeated = card.seriesId !== null;
    const moveThis = () => moveAlone(card, to, isRepeated && onMoveSeries === undefined);
    if (isRepeated && onMoveSeries !== undefined) {
      await onMoveSeries({ booking: card, to, moveThis });
      return;
    }
    await moveThis();
  }

  async function moveAlone(card: BookingCard, to: Place, isOneOfMany: boolean): Promise<void> {
    try {
      // The version is the one on screen, so that what somebody else changed meanwhile is not lost.
      const before = { ...(await reads.readBooking(card.id)), version: card.version };
      await save(before, to, isOneOfMany);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say({ words: error.message });
    }
  }

  async function save(before: Booking, to: Place, isOneOfMany: boolean): Promise<void> {
    const wanted = { ...wantedAt(before, to), id: before.id };
    try {
      const after = await change.mutateAsync({ ...wanted, version: before.version });
      await reads.readCalendarsAgain();
      news.changed(before, after);
      if (isOneOfMany) say({ words: 'Only this date was moved. The others of the series stay.' });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const ways = await reads.foresee(wanted).catch(() => undefined);
      const details = { ...ways, ...error.details };
      setRefused({
        before,
        to,
        words: error.message,
        nextFree: laterPlace(to, Moment.safeParse(details['nextFreeFrom']).data),
        freeRoom: otherRoom(to, details['freeRoomId'], details['freeRoomName']),
      });
    }
  }

  return {
    move,
    refused,
    /** Moves to one of the alternatives of the refusal. */
    moveInstead: async (to: Place): Promise<void> => {
      if (refused === null) return;
      setRefused(null);
      await save(refused.before, to, false);
    },
    dismiss: () => setRefused(null),
  };
}

/** The booking as it stands, asked for at another place; what belongs to its room stays behind. */
function wantedAt(before: Booking, to: Place) {
  const isElsewhere = to.facilityId !== before.facilityId;
  const { from, ...rest } = to;
  return {
    ...wantedOfBooking(before),
    ...(isElsewhere ? { layoutId: null } : {}),
    ...rest,
    from: from as ReturnType<typeof timeOf>,
  };
}

function laterPlace(to: Place, from: LocalDateTime | undefined): Place | null {
  if (from === undefined) return null;
  const length = minutesBetween(atTime(to.date, to.from), atTime(to.date, to.until));
  const until = addMinutes(from, length);
  const isMidnight = dateOf(until) !== dateOf(from);
  return {
    ...to,
    date: dateOf(from),
    from: timeOf(from),
    until: isMidnight ? ('24:00' as LocalEndTime) : timeOf(until),
  };
}

function otherRoom(to: Place, id: unknown, name: unknown): RefusedMove['freeRoom'] {
  const facilityId = FacilityId.safeParse(id).data;
  if (facilityId === undefined || typeof name !== 'string') return null;
  return { place: { ...to, facilityId }, name };
}
