import type { WeekOfBookings } from '#db/bookings/booking-views.contract';
import { Booking } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { addDays, dateOf, type LocalDate } from '#db/shared/local-date';
import { aRoom } from '../bookings/day-values.ts';
import { type MadeBooking, ROOMS } from './bookings-data.ts';

const everyDay = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  opensAt: '08:00',
  closesAt: '22:00',
}));

const roomOf = (number: number): Facility =>
  aRoom({
    id: `room-${number}`,
    name: `Room ${number}`,
    capacity: 20 + number,
    hours: everyDay,
    position: number,
  });

const BookingCard = Booking.pick({ id: true, facilityId: true }).loose();

/** The week from a Monday as the core answers it, out of made-up bookings. */
export function weekOf(bookings: readonly MadeBooking[], monday: LocalDate): WeekOfBookings {
  const until = addDays(monday, 7);
  const inWeek = bookings.filter(
    (booking) => dateOf(booking.startsAt) >= monday && dateOf(booking.startsAt) < until,
  );
  return {
    from: monday,
    facilities: Array.from({ length: ROOMS }, (_, at) => roomOf(at + 1)),
    officeHours: [],
    open: [],
    bookings: inWeek.map(
      (made) =>
        BookingCard.parse({
          id: String(made.id),
          reference: `BKG-2026-${made.id}`,
          facilityId: `room-${made.room}`,
          startsAt: made.startsAt,
          endsAt: made.endsAt,
          heldFrom: made.startsAt,
          heldUntil: made.endsAt,
          status: 'confirmed',
          bookerName: made.name,
          purpose: 'event',
          expectedNumber: null,
          needs: '',
          isOutOfHours: made.endsAt.slice(11) > '17:00',
          units: 1,
          seriesId: null,
          booker: { kind: 'group', groupId: `group-${made.group}` },
          attendance: 'expected',
          version: 1,
        }) as unknown as WeekOfBookings['bookings'][number],
    ),
  };
}
