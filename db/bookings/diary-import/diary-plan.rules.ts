import { atTime, dateOf, timeOf } from '#db/shared/local-date';
import { countOf, formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import type { BookingCard } from '../bookings.contract.ts';
import type { DiaryEntry } from './diary-entry.rules.ts';
import type { InTheWay } from '../judge.rules.ts';

/** 'Mon 1 Mar 2027, 10am to noon, Meeting Room, Ashdown TRA'. */
export function entryWords(entry: DiaryEntry): string {
  return [
    `${formatShortDate(entry.date)} ${entry.date.slice(0, 4)}`,
    formatTimeRange(entry.from, entry.until),
    entry.room,
    entry.who,
  ].join(', ');
}

/** Something that holds a room: a booking of the diary, or a row above in the same file. */
export type Holder = BookingCard & { readonly line: number | null };

/** The holder that is this very entry: same room, times and booker. Bringing a file in twice adds nothing. */
export function findSame(
  entry: DiaryEntry,
  facilityId: string,
  holders: readonly Holder[],
  isSameName: (a: string, b: string) => boolean,
): Holder | undefined {
  const [from, until] = [atTime(entry.date, entry.from), atTime(entry.date, entry.until)];
  return holders.find(
    (one) =>
      one.facilityId === facilityId &&
      one.startsAt === from &&
      one.endsAt === until &&
      isSameName(one.bookerName, entry.who),
  );
}

export const sameWords = (same: Holder): string =>
  same.line === null
    ? `It is in the diary already (${same.reference}).`
    : `It is the same as line ${same.line}.`;

/** Why the time cannot be had, in one sentence. */
export function inTheWayWords(inTheWay: InTheWay): string {
  if (inTheWay.kind === 'places')
    return inTheWay.freeUnits === 0
      ? 'No place is free at that time.'
      : `Only ${countOf(inTheWay.freeUnits, 'place')} ${inTheWay.freeUnits === 1 ? 'is' : 'are'} free at that time.`;
  const other = inTheWay.other as Holder;
  const when = formatTimeRange(timeOf(other.heldFrom), timeOf(other.heldUntil));
  const day = formatShortDate(dateOf(other.heldFrom));
  return other.line === null
    ? `Taken ${day}, ${when}, by ${other.bookerName} (${other.reference}). Change one of the two, or leave this row out.`
    : `Line ${other.line} of the file has the room ${day}, ${when}. Change one of the two, or leave this row out.`;
}
