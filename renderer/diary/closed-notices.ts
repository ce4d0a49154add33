import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import type { LocalDate } from '#db/shared/local-date';
import { joinWords } from '#db/shared/plain-words';

/** A day on which rooms are closed out of the ordinary, and the bookings that stand there all the same. */
export type ClosedNotice = {
  readonly date: LocalDate;
  /** 'Closed: Staff training', with the rooms where it is not all of those shown. */
  readonly words: string;
  readonly bookings: readonly BookingCard[];
};

/** One notice for each reason and day; an ordinary day, open or closed as every week, has none. */
export function closedNotices(
  facilities: readonly Facility[],
  days: readonly Pick<DayOfBookings, 'date' | 'open' | 'bookings'>[],
): readonly ClosedNotice[] {
  return days.flatMap((day) => {
    const special = day.open.filter(
      (each) =>
        each.date === day.date &&
        each.why !== '' &&
        each.spans !== null &&
        facilities.some((facility) => facility.id === each.facilityId),
    );
    return [...new Set(special.map((each) => each.why))].flatMap((why) => {
      const rooms = special.filter((each) => each.why === why);
      const shut = rooms.filter((each) => each.spans?.length === 0);
      const bookings = rooms.flatMap((room) =>
        day.bookings.filter(
          (booking) =>
            booking.facilityId === room.facilityId &&
            !room.spans?.some(
              (span) => span.from <= booking.startsAt && booking.endsAt <= span.until,
            ),
        ),
      );
      // A day that is only open in another way is told at the room's name.
      if (shut.length === 0 && bookings.length === 0) return [];
      const names = facilities
        .filter((facility) => rooms.some((room) => room.facilityId === facility.id))
        .map((facility) => facility.name);
      const where = names.length === facilities.length ? '' : `, ${joinWords(names)}`;
      return [{ date: day.date, words: `Closed: ${why}${where}`, bookings }];
    });
  });
}
