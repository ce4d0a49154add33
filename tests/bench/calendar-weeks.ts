import type { WeekOfBookings } from '#db/bookings/booking-views.contract';
import { Booking } from '#db/bookings/bookings.contract';
import { Facility } from '#db/facilities/facilities.contract';
import { addDays, dateOf, type LocalDate } from '#db/shared/local-date';
import { type MadeBooking, ROOMS } from './bookings-data.ts';

const everyDay = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  opensAt: '08:00',
  closesAt: '22:00',
}));

function roomOf(number: number): Facility {
  return Facility.parse({
    id: `room-${number}`,
    name: `Room ${number}`,
    kind: 'meeting-room',
    isBookable: true,
    capacity: 20 + number,
    hours: everyDay,
    isActive: true,
    position: number,
    units: 1,
    unitName: '',
    partIds: [],
    layouts: [],
    seats: [],
    accessFeatures: [],
    needsApproval: false,
    longestMinutes: null,
    daysAhead: null,
    noticeOpenDays: null,
    minimumAge: null,
    directions: '',
    version: 1,
  });
}

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
