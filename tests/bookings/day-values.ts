import type { DayOfBookings, WeekOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';
import { addDays, type LocalDate } from '#db/shared/local-date';

/** Monday 4 January 2027, the day on which the clock of the tests stands. */
export const A_MONDAY = '2027-01-04' as LocalDate;

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
    ...part,
  } as Facility;
}

/** A confirmed booking of the Meeting Room on the Monday, from and until as clock times. */
export function aCard(
  from: string,
  until: string,
  part: { readonly [K in keyof BookingCard]?: unknown } & { readonly date?: LocalDate } = {},
): BookingCard {
  const { date = A_MONDAY, ...rest } = part;
  const moment = (time: string): string =>
    time === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${time}`;
  return {
    id: `booking-${from}`,
    reference: 'BKG-2027-0001',
    facilityId: 'room-1',
    startsAt: moment(from),
    endsAt: moment(until),
    heldFrom: moment(from),
    heldUntil: moment(until),
    status: 'confirmed',
    booker: { kind: 'group', groupId: 'group-1' },
    bookerName: 'Ashdown TRA',
    purpose: 'group-meeting',
    expectedNumber: null,
    needs: '',
    isOutOfHours: false,
    units: 1,
    seriesId: null,
    attendance: 'expected',
    version: 1,
    ...rest,
  } as BookingCard;
}

/** The Monday with these rooms and bookings; the office is open 9am to 5pm. */
export function aDay(part: { readonly [K in keyof DayOfBookings]?: unknown } = {}): DayOfBookings {
  return {
    date: A_MONDAY,
    facilities: [aRoom()],
    officeHours: hours('09:00', '17:00'),
    open: [],
    bookings: [],
    ...part,
  } as DayOfBookings;
}

/** The week of the Monday with these rooms and bookings. */
export function aWeek(
  part: { readonly [K in keyof WeekOfBookings]?: unknown } = {},
): WeekOfBookings {
  return {
    from: A_MONDAY,
    facilities: [aRoom()],
    officeHours: hours('09:00', '17:00'),
    open: [],
    bookings: [],
    ...part,
  } as WeekOfBookings;
}
