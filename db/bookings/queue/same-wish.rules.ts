// [browser-safe]
import { partyIdOf } from '#db/people/party.rules';
import { atTime, overlaps } from '#db/shared/local-date';
import type { CreateBooking } from '../bookings.contract.ts';

type Wish = Pick<CreateBooking, 'date' | 'from' | 'until' | 'booker'> & {
  /** Null: any room would do. */
  readonly facilityId: CreateBooking['facilityId'] | null;
};

const spanOf = ({ date, from, until }: Wish) => ({
  from: atTime(date, from),
  until: atTime(date, until),
});

/** Nobody waits twice for one time: the same booker, room and day, at times that overlap. Answers what already waits. */
export function findSameWish<W extends Wish>(open: readonly W[], wish: Wish): W | undefined {
  return open.find(
    (one) =>
      one.facilityId === wish.facilityId &&
      one.booker.kind === wish.booker.kind &&
      partyIdOf(one.booker) === partyIdOf(wish.booker) &&
      overlaps(spanOf(one), spanOf(wish)),
  );
}
