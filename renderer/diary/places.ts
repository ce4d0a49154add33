import type { FacilityId } from '#db/facilities/facilities.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { LocalDate, LocalDateTime, LocalEndTime } from '#db/shared/local-date';

/** A free place in the calendar: without times it is a day of a room, `until` only when a stretch was selected. */
export type Slot = {
  readonly facilityId: FacilityId;
  readonly date: LocalDate;
  readonly from?: LocalEndTime;
  readonly until?: LocalEndTime;
};

/** Where a booking is to go: a room, a day, a time. */
export type Place = Required<Slot>;

/** Where the cursor goes when the screen says so, for instance to a booking just made. */
export type CursorPlace = { readonly facilityId: FacilityId; readonly at: LocalDateTime };

/** A date of a series that was let go elsewhere; `moveThis` moves it alone. */
export type SeriesMove = {
  readonly booking: BookingCard;
  readonly to: Place;
  readonly moveThis: () => Promise<void>;
};
