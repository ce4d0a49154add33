import { type FreeStretch, freeStretches, type PlacesHeld } from '#db/bookings/places.rules';
import type { Facility } from '#db/facilities/facilities.contract';
import { countOutOfOrder } from '#db/facilities/seats.rules';
import { type LocalDate, type LocalDateTime, timeOf } from '#db/shared/local-date';
import { countOf, formatTime } from '#db/shared/plain-words';

export type Places = {
  /** Null: nobody has said how many it holds, so nobody is turned away (BOOK-24). */
  readonly total: number | null;
  readonly outOfOrder: number;
  /** A booking of a facility that is booked whole takes every place. */
  readonly isBookedWhole: boolean;
};

/** How many people can use a facility at once: its places less those out of order, or the people it holds. */
export function placesOf(facility: Facility, date: LocalDate): Places {
  const outOfOrder = countOutOfOrder(facility, date);
  return facility.units > 1
    ? { total: facility.units, outOfOrder, isBookedWhole: false }
    : { total: facility.capacity, outOfOrder, isBookedWhole: true };
}

/** What bookings hold of the places, each for as long as it is held. */
export function heldPlaces(
  places: Places,
  bookings: readonly {
    readonly heldFrom: LocalDateTime;
    readonly heldUntil: LocalDateTime;
    readonly units: number;
  }[],
): readonly PlacesHeld[] {
  return bookings.map((booking) => ({
    from: booking.heldFrom,
    until: booking.heldUntil,
    units: places.isBookedWhole ? (places.total ?? 1) : booking.units,
  }));
}

/**
 * Free places from now to the end of the day. Nobody knows when an open session will end, so each counts until then;
 * undefined where nobody has said how many places there are and none is booked whole.
 */
export function stretchesNow(asked: {
  readonly places: Places;
  readonly held: readonly PlacesHeld[];
  readonly openSessions: number;
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
}): readonly FreeStretch[] | undefined {
  const { places } = asked;
  if (places.total === null) return undefined;
  const free = places.total - places.outOfOrder - asked.openSessions;
  return freeStretches(free, asked.held, asked);
}

/**
 * An open session yields to a booking: 'A booking needs 5 of 8 computers from noon: this session must end by then.'
 * Empty when everybody has a place until the end of the day, or there is none even now.
 */
export function yieldWords(
  facility: Pick<Facility, 'name' | 'unitName'>,
  places: Places,
  asked: { readonly stretches: readonly FreeStretch[]; readonly held: readonly PlacesHeld[] },
): string {
  const [now, ...later] = asked.stretches;
  const short = later.find((stretch) => stretch.free < 0);
  if (now === undefined || now.free < 0 || short === undefined || places.total === null) return '';
  const needed = asked.held
    .filter((one) => one.from <= short.from && short.from < one.until)
    .reduce((sum, one) => sum + one.units, 0);
  const what = places.isBookedWhole
    ? facility.name
    : `${needed} of ${countOf(places.total, facility.unitName === '' ? 'place' : facility.unitName)}`;
  return `A booking needs ${what} from ${formatTime(timeOf(short.from))}: this session must end by then.`;
}
