import type { LeftDate } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatShortDate } from '#db/shared/plain-words';

/** 'Put back 2 dates. 1 date stays as it is. Wed 12 May (BKG-2027-0002): The time is no longer free.' */
export function leftWords(undone: number, left: readonly LeftDate[]): string {
  const putBack = `Put back ${countOf(undone, 'date')}.`;
  return left.length === 0 ? putBack : `${putBack} ${staysWords(left)}`;
}

/** The dates that an act on many left as they were, each with its reason. */
export function staysWords(left: readonly LeftDate[]): string {
  const each = left.map(
    ({ reference, startsAt, words }) =>
      `${formatShortDate(dateOf(startsAt))} (${reference}): ${words}`,
  );
  return `${countOf(left.length, 'date')} ${left.length === 1 ? 'stays as it is' : 'stay as they are'}. ${each.join(' ')}`;
}
