import type { WeekOfBookings } from '#db/bookings/booking-views.contract';

/** Our week, or a bare grid of the same bookings. */
export type Drawn = 'ours' | 'bare';

/** What the page of the week offers to whoever measures it; times in milliseconds. */
export type CalendarBench = {
  readonly mount: (drawn: Drawn, week: WeekOfBookings) => number;
  readonly next: (drawn: Drawn, week: WeekOfBookings) => number;
  /** From a click to the second frame after it, as somebody at the desk sees it. */
  readonly clicked: (drawn: Drawn, week: WeekOfBookings) => Promise<number>;
  readonly elements: () => number;
  readonly leave: () => void;
};
