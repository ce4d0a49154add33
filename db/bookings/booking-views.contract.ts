import { z } from 'zod';
import { OpenDay } from '#db/calendar/calendar.contract';
import { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { WeekHours } from '#db/settings/settings.contract';
import { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { BookingCard } from './bookings.contract.ts';

/** One day of the centre: what the day view and its list twin draw. */
export const DayOfBookings = z.object({
  date: LocalDate,
  facilities: z.array(Facility),
  officeHours: WeekHours,
  open: z.array(OpenDay),
  bookings: z.array(BookingCard),
});
export type DayOfBookings = z.infer<typeof DayOfBookings>;

/** Seven days, Monday first: rooms as rows, days as columns. */
export const WeekOfBookings = z.object({
  from: LocalDate,
  facilities: z.array(Facility),
  officeHours: WeekHours,
  open: z.array(OpenDay),
  bookings: z.array(BookingCard),
});
export type WeekOfBookings = z.infer<typeof WeekOfBookings>;

/** One day of the month view: counts and free time, summed over the rooms asked for. Minutes. */
export const MonthDay = z.object({
  date: LocalDate,
  bookings: z.int(),
  openMinutes: z.int(),
  freeMinutes: z.int(),
  isClosed: z.boolean(),
  why: z.string(),
});
export type MonthDay = z.infer<typeof MonthDay>;

/** A free time that fits what was asked. */
export const FreeSlot = z.object({
  facilityId: FacilityId,
  facilityName: z.string(),
  startsAt: LocalDateTime,
  endsAt: LocalDateTime,
  /** Until when the room stays free after it. */
  freeUntil: LocalDateTime,
  isOutOfHours: z.boolean(),
  /** 'Holds 40. Step-free. Free until 9pm.' */
  words: z.string(),
});
export type FreeSlot = z.infer<typeof FreeSlot>;

/** Something to know before saving: `problem` will be refused, `warning` will not. */
export const Foreseen = z.object({
  code: z.string(),
  weight: z.enum(['problem', 'warning', 'note']),
  words: z.string(),
  field: z.string(),
});
export type Foreseen = z.infer<typeof Foreseen>;

export const Forecast = z.object({
  heldFrom: LocalDateTime,
  heldUntil: LocalDateTime,
  isOutOfHours: z.boolean(),
  lines: z.array(Foreseen),
  /** What would make it possible: another time, another room, giving up set-up time, a manager's leave. */
  nextFreeFrom: LocalDateTime.nullable(),
  freeRoomId: FacilityId.nullable(),
  freeRoomName: z.string().nullable(),
  canSqueeze: z.boolean(),
  needsOutsideHours: z.boolean(),
  needsLateEntry: z.boolean(),
  needsApproval: z.boolean(),
  /** Places free over the whole time, of a facility that has several. */
  freeUnits: z.int().nullable(),
});
export type Forecast = z.infer<typeof Forecast>;

/** A room on the Today page. */
export const RoomNow = z.object({
  facility: Facility,
  isOpenNow: z.boolean(),
  now: BookingCard.nullable(),
  next: BookingCard.nullable(),
});
export type RoomNow = z.infer<typeof RoomNow>;

/** Something the desk still has to do; `path` is the screen that does it. */
export const ToDo = z.object({
  code: z.enum([
    'office-hours-missing',
    'room-hours-missing',
    'guidelines-missing',
    'fire-missing',
    'no-groups',
    'lone-manager',
  ]),
  words: z.string(),
  path: z.string(),
});
export type ToDo = z.infer<typeof ToDo>;

export const Today = z.object({
  date: LocalDate,
  now: LocalDateTime,
  rooms: z.array(RoomNow),
  bookings: z.array(BookingCard),
  officeHours: WeekHours,
  toDo: z.array(ToDo),
});
export type Today = z.infer<typeof Today>;
