import type { RoomNow } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { dateOf, type LocalDateTime, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTime } from '#db/shared/plain-words';
import { formatSpan } from '../diary/day-layout.ts';

const NOON = '12:00';
const EVENING = '18:00';

/** 'Good morning', by the centre's clock. */
export function greetingAt(now: LocalDateTime): string {
  const time = timeOf(now);
  if (time < NOON) return 'Good morning';
  return time < EVENING ? 'Good afternoon' : 'Good evening';
}

/** How a room stands this minute. */
export type RoomState = {
  readonly kind: 'in-use' | 'free' | 'closed' | 'walk-in';
  readonly words: string;
};

/** 'In use until 8pm', 'Free until 6pm', 'Closed now'. */
export function roomState(room: RoomNow, now: LocalDateTime): RoomState {
  if (room.now !== null) {
    return { kind: 'in-use', words: `In use until ${formatTime(timeOf(room.now.endsAt))}` };
  }
  if (!room.isOpenNow) return { kind: 'closed', words: 'Closed now' };
  const next = room.next !== null && dateOf(room.next.startsAt) === dateOf(now) ? room.next : null;
  const until = next === null ? '' : ` until ${formatTime(timeOf(next.startsAt))}`;
  if (!room.facility.isBookable) {
    return { kind: 'walk-in', words: `Open for walking in${until}` };
  }
  return {
    kind: 'free',
    words: next === null ? 'Free, nothing more booked today' : `Free${until}`,
  };
}

/** When the next booking is, with its day when that is not today. */
export function nextWords(next: BookingCard, now: LocalDateTime): string {
  const date = dateOf(next.startsAt);
  const span = formatSpan(next.startsAt, next.endsAt);
  return date === dateOf(now) ? span : `${formatShortDate(date)}, ${span}`;
}
