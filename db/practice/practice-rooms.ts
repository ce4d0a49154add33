import type { FacilityDetails } from '#db/facilities/facilities.contract';
import type { Preset } from '#db/settings/preset';
import type { HoursSpan, WeekHours } from '#db/settings/settings.contract';
import { LocalTime, minutesOfTime, type Weekday } from '#db/shared/local-date';

/** The rooms of the practice centre that are booked, with the number of people each holds. */
export const ROOM_CAPACITY = { 'Meeting Room': 40, 'Small Room': 10, 'Computer Suite': 8 } as const;
export type RoomName = keyof typeof ROOM_CAPACITY;
export const ROOM_NAMES: readonly RoomName[] = ['Meeting Room', 'Small Room', 'Computer Suite'];

const WORKING_WEEK: readonly Weekday[] = [1, 2, 3, 4, 5];

const everyWorkingDay = (opensAt: LocalTime, closesAt: LocalTime): WeekHours =>
  WORKING_WEEK.map((weekday): HoursSpan => ({ weekday, opensAt, closesAt }));

const MORNING = LocalTime.parse('09:00');

const DESK_CLOSES = LocalTime.parse('17:00');

/** When the rooms can be used: with a booking also after the desk has closed (BOOK-04). */
export const OPENING_HOURS: WeekHours = everyWorkingDay(MORNING, LocalTime.parse('21:00'));

/** When somebody sits at the desk. */
export const OFFICE_HOURS: WeekHours = everyWorkingDay(MORNING, DESK_CLOSES);

/** The made-up bookings leave the computers to people who walk in by day; the suite is booked in the evening. */
export const isBookedAt = (room: RoomName, fromMinute: number): boolean =>
  room !== 'Computer Suite' || fromMinute >= minutesOfTime(DESK_CLOSES);

/** Names of the computers in the suite; each is a place that can be booked. */
export const COMPUTERS: readonly string[] = Array.from(
  { length: ROOM_CAPACITY['Computer Suite'] },
  (_, index) => `Computer ${index + 1}`,
);

/** How many computers a booking holds: one for each person expected, and one is always left to people who walk in. */
export const placesFor = (room: RoomName, expectedNumber: number | null): number =>
  room === 'Computer Suite' ? Math.min(expectedNumber ?? 1, COMPUTERS.length - 1) : 1;

/**
 * The three rooms, then what else the council's centre has (BOOK-01). What the council lets people walk in to use
 * is walk-in here too (BOOK-02).
 */
export function practiceFacilities(preset: Preset): FacilityDetails[] {
  const rooms = ROOM_NAMES.map(
    (name): FacilityDetails => ({
      name,
      kind: name === 'Computer Suite' ? 'computer-suite' : 'meeting-room',
      // The suite is let for courses by day too: booking a walk-in facility is allowed (BOOK-02).
      isBookable: true,
      capacity: ROOM_CAPACITY[name],
      hours: OPENING_HOURS,
    }),
  );
  const others = preset.facilities
    .filter(({ kind }) => kind !== 'meeting-room' && kind !== 'computer-suite')
    .map(
      ({ name, kind, isBookable }): FacilityDetails => ({
        name,
        kind,
        isBookable,
        capacity: null,
        hours: OPENING_HOURS,
      }),
    );
  return [...rooms, ...others];
}
