import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';

/** Monday 4 January 2027, the day on which the clock of the tests stands. */
export const A_MONDAY = '2027-01-04';

/** The same hours on the weekdays given, Monday to Friday unless told. */
export function hours(opensAt: string, closesAt: string, weekdays = [1, 2, 3, 4, 5]): WeekHours {
  return weekdays.map((weekday) => ({ weekday, opensAt, closesAt })) as WeekHours;
}

/** A room as plain values: open 9am to 9pm, holds 40. */
export function aRoom(part: { readonly [K in keyof Facility]?: unknown } = {}): Facility {
  return {
    id: 'room-1',
    name: 'Meeting Room',
    kind: 'meeting-room',
    isBookable: true,
    capacity: 40,
    hours: hours('09:00', '21:00'),
    isActive: true,
    position: 1,
    version: 1,
    ...part,
  } as Facility;
}

/** A confirmed booking of the Meeting Room on the Monday, from and until as clock times. */
export function aCard(
  from: string,
  until: string,
  part: { readonly [K in keyof BookingCard]?: unknown } = {},
): BookingCard {
  const moment = (time: string): string =>
    time === '24:00' ? '2027-01-05T00:00' : `${A_MONDAY}T${time}`;
  return {
    id: `booking-${from}`,
    reference: 'BKG-2027-0001',
    facilityId: 'room-1',
    startsAt: moment(from),
    endsAt: moment(until),
    heldFrom: moment(from),
    heldUntil: moment(until),
    status: 'confirmed',
    bookerName: 'Ashdown TRA',
    purpose: 'group-meeting',
    expectedNumber: null,
    needs: '',
    isOutOfHours: false,
    version: 1,
    ...part,
  } as BookingCard;
}

/** The Monday with these rooms and bookings; the office is open 9am to 5pm. */
export function aDay(part: { readonly [K in keyof DayOfBookings]?: unknown } = {}): DayOfBookings {
  return {
    date: A_MONDAY,
    facilities: [aRoom()],
    officeHours: hours('09:00', '17:00'),
    bookings: [],
    ...part,
  } as DayOfBookings;
}
