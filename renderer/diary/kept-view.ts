/** The four ways to look at the bookings, in the order of the switch. */
export const BOOKINGS_VIEWS = ['day', 'week', 'month', 'list'] as const;
export type BookingsView = (typeof BOOKINGS_VIEWS)[number];

const KEY = 'trc-desk.rooms-view';
const SIDE_KEY = 'trc-desk.rooms-side';

/** The view this person used last on this computer; the day, the first time. */
export function readKeptView(userId: string): BookingsView {
  const kept = localStorage.getItem(`${KEY}.${userId}`);
  return BOOKINGS_VIEWS.find((view) => view === kept) ?? 'day';
}

export function keepView(userId: string, view: BookingsView): void {
  localStorage.setItem(`${KEY}.${userId}`, view);
}

/** Whether this person left the column beside the calendar open; undefined when they never said. */
export function readKeptSide(userId: string): boolean | undefined {
  const kept = localStorage.getItem(`${SIDE_KEY}.${userId}`);
  return kept === null ? undefined : kept === 'open';
}

export function keepSide(userId: string, isOpen: boolean): void {
  localStorage.setItem(`${SIDE_KEY}.${userId}`, isOpen ? 'open' : 'closed');
}
