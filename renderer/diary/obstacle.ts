import type { BookingCard } from '#db/bookings/bookings.contract';

/** What is seen to stand in the way of a drag: 'full', 'closed', or 'taken by' with a name, which is blanked before visitors. */
export type Obstacle = { readonly words: string; readonly who: string };

/** 'Small Room, 2pm to 4pm: taken by Birch Court TRA', for those to whom it is read out. */
export function wordsWithObstacle(place: string, obstacle: Obstacle | undefined): string {
  if (obstacle === undefined) return place;
  return `${place}: ${obstacle.words}${obstacle.who === '' ? '' : ` ${obstacle.who}`}`;
}

/** What the mark says once it was let go: the core is asked, or first the desk, which dates of a series are meant. */
export function savingWords(booking: BookingCard | undefined): string {
  const isAsked = booking !== undefined && booking.seriesId !== null;
  return isAsked ? 'Waits for your answer' : 'Saving…';
}
