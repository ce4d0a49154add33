import type { Found } from '#db/search/search.contract';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { useSearch } from '../search/search.queries.ts';
import { type BookWords, parseBookWords, sayBookWords, sayNobody } from './book-words.ts';

/** What the palette offers when the words typed name a booking: 'Book: Main Hall, Thu 26 Nov, 6pm to 8pm, Oak Estate TRA'. */
export type BookLine = { readonly title: string; readonly path: string };

/** How many of those the name could mean are offered. */
const MOST_NAMES = 3;

/** Lines that open the booking form filled in; none for words that ask for nothing of the sort. */
export function useBookLines(text: string): readonly BookLine[] {
  const today = useToday();
  const canBook = useCan(DESK_ROLES);
  const facilities = useFacilities();
  const words =
    canBook && facilities.data !== undefined
      ? parseBookWords(text, { today, facilities: facilities.data })
      : undefined;
  const who = useSearch(words?.who ?? '');
  if (words === undefined) return [];
  const named = words.who === '' ? [] : namesOf(who.data?.found ?? []);
  if (named.length > 0) return named.map((found) => lineOf(words, found));
  const line = lineOf(words, undefined);
  // What is still being looked for may yet be found.
  const isUnknown = who.data !== undefined && !who.isPlaceholderData;
  return [isUnknown ? { ...line, title: `${line.title}${sayNobody(words.who)}` } : line];
}

function namesOf(found: readonly Found[]): readonly Found[] {
  return found.filter((hit) => hit.kind === 'group' || hit.kind === 'person').slice(0, MOST_NAMES);
}

function lineOf(words: BookWords, who: Found | undefined): BookLine {
  const { facility, date, from, until, repeat } = words;
  return {
    title: `Book: ${sayBookWords(words, who?.title ?? '')}`,
    path: pathTo.newBooking({
      ...(facility === undefined ? {} : { facility: facility.id }),
      ...(date === undefined ? {} : { date }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      ...(repeat === undefined ? {} : { repeat }),
      ...(who === undefined ? {} : { [who.kind]: who.id }),
    }),
  };
}
