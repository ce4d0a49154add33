import type { FreedOffer } from '#db/bookings/bookings.contract';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTime } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';

/**
 * What the news says of a time that was offered on: 'Offered to Cedar Court TRA until Tue 24 Nov, 10am; ring them.'
 * The names stand in it because the desk must ring them; the line is hidden with everything personal.
 */
export function offeredWords(offers: readonly FreedOffer[]): string {
  if (offers.length === 0) return '';
  const each = offers.map(({ bookerName, offerUntil }) => {
    if (offerUntil === null) return bookerName;
    const until = localDateTimeOf(offerUntil);
    return `${bookerName} until ${formatShortDate(dateOf(until))}, ${formatTime(timeOf(until))}`;
  });
  return ` Offered to ${each.join(', and to ')}; ring them.`;
}

/** The way to whoever was offered the time: their offer, or the queue when there are several. */
export function offeredLink(offers: readonly FreedOffer[]) {
  const [first] = offers;
  if (first === undefined) return {};
  return {
    link:
      offers.length === 1
        ? { label: 'Open the offer', to: pathTo.booking(first.id) }
        : { label: 'Open the queue', to: pathTo.queue() },
  };
}
