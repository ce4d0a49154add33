import type { LocalDate } from '#db/shared/local-date';
import type { Facility, Seat } from './facilities.contract.ts';

/** Whether a seat cannot be used on a day: from its first day out of order to its last, or until it is mended. */
export function isOutOfOrder(seat: Seat, on: LocalDate): boolean {
  return (
    seat.outOfOrderFrom !== null &&
    seat.outOfOrderFrom <= on &&
    (seat.outOfOrderUntil === null || on <= seat.outOfOrderUntil)
  );
}

/** How many seats of a facility cannot be used on a day. */
export function countOutOfOrder(facility: Pick<Facility, 'seats'>, on: LocalDate): number {
  return facility.seats.filter((seat) => isOutOfOrder(seat, on)).length;
}
