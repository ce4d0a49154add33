import type { Facility } from '#db/facilities/facilities.contract';
import { foldForSearch } from '#db/shared/fold';
import {
  addDays,
  addMonths,
  lastDayOfMonth,
  type LocalDate,
  startOfMonth,
  startOfWeek,
} from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';

/** Text that is understood piece by piece: whoever understands a piece takes it out. */
export type Reading = { rest: string };

/** Stands where a piece was taken out, so that its neighbours never read as one. */
const GAP = ' ; ';

export function newReading(text: string): Reading {
  return {
    rest: ` ${text
      .toLowerCase()
      .replace(/[–—]/g, '-')
      .replace(/[?!"]|[,;:.](?=\s|$)/g, GAP)} `,
  };
}

/** Takes the first piece that matches, between word ends; undefined when there is none. */
export function take(reading: Reading, pattern: RegExp): RegExpExecArray | undefined {
  const match = new RegExp(`(?<=\\s)(?:${pattern.source})(?=\\s)`).exec(reading.rest);
  if (match === null) return undefined;
  reading.rest =
    reading.rest.slice(0, match.index) + GAP + reading.rest.slice(match.index + match[0].length);
  return match;
}

/** The words nobody took. */
export function leftOver(reading: Reading): readonly string[] {
  return reading.rest.split(/[\s;]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const SPOKEN = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
export const NUMBER = `\\d{1,4}|an?|${SPOKEN.join('|')}|twenty|thirty|forty|fifty`;
const TENS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/** '12', 'twelve' and 'a' as numbers. */
export function numberOf(word: string): number {
  const spoken = SPOKEN.indexOf(word);
  return spoken === -1 ? (TENS[word] ?? Number(word)) : spoken + 1;
}

/** A length such as '2 hours', '2h', '1h30', '90 min', 'half an hour', 'an hour and a half', in minutes. */
export function takeLength(reading: Reading): number | undefined {
  if (take(reading, /half an hour|half hour/)) return 30;
  if (take(reading, /half a day|half day/)) return 240;
  const hours = take(
    reading,
    new RegExp(
      `(?:for )?(${NUMBER})(?:[.,](5|25|75))? ?(?:hours?|hrs?|hr|h)(?: ?(?:and )?(a half|\\d{1,2})(?: ?(?:minutes?|mins?|m))?)?`,
    ),
  );
  if (hours !== undefined) {
    const [, whole = '0', part = '', more] = hours;
    const minutes = more === 'a half' ? 30 : Number(more ?? 0);
    return numberOf(whole) * 60 + (Number(part.padEnd(2, '0')) * 60) / 100 + minutes;
  }
  const minutes = take(reading, /(?:for )?(\d{1,3}) ?(?:minutes?|mins?|m)/);
  return minutes === undefined ? undefined : Number(minutes[1]);
}

/** The room whose name stands in the text, whole or by the beginning of one of its words; the first in the desk's order. */
export function takeRoom(reading: Reading, facilities: readonly Facility[]): Facility | undefined {
  const inUse = facilities.filter((facility) => facility.isActive);
  const byLength = inUse.toSorted((a, b) => b.name.length - a.name.length);
  for (const facility of byLength) {
    const name = facility.name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (take(reading, new RegExp(name))) return facility;
  }
  for (const word of leftOver(reading)) {
    const folded = foldForSearch(word);
    if (folded.length < 3 || COMMON.has(folded)) continue;
    const found =
      inUse.find((facility) => nameWords(facility).includes(folded)) ??
      inUse.find((facility) => nameWords(facility).some((each) => each.startsWith(folded)));
    if (found === undefined) continue;
    take(reading, new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    return found;
  }
  return undefined;
}

/** Words of many rooms' names that tell nothing by themselves. */
const COMMON = new Set(['room', 'rooms', 'the', 'for']);

const nameWords = (facility: Facility): readonly string[] =>
  foldForSearch(facility.name).split(' ');

/** First and last day, both included. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate };

/** How far ahead is looked when only a first day was said. */
const USUAL_DAYS = 13;

/** Days such as 'next week', 'tue', '24 nov to 30 nov', 'tomorrow', 'this weekend', 'december'. */
export function takeDays(reading: Reading, today: LocalDate): Days | undefined {
  const monday = startOfWeek(today);
  if (take(reading, /this week/)) return { from: today, until: addDays(monday, 6) };
  if (take(reading, /next week|nextweek/)) return weekFrom(addDays(monday, 7));
  const weeks = take(reading, /\+ ?(\d{1,2}) ?(?:w|weeks?)|in (\d{1,2}) weeks/);
  if (weeks) return weekFrom(addDays(monday, 7 * Number(weeks[1] ?? weeks[2])));
  if (take(reading, /next weekend/)) return daysAfter(addDays(monday, 12), 1);
  if (take(reading, /(?:this |the )?weekend/)) return weekendFrom(today);
  if (take(reading, /this month/)) return { from: today, until: lastDayOfMonth(today) };
  if (take(reading, /next month/)) return monthFrom(addMonths(startOfMonth(today), 1));
  return takeDates(reading, today) ?? takeMonth(reading, today) ?? takeNext(reading, monday);
}

const daysAfter = (from: LocalDate, more: number): Days => ({ from, until: addDays(from, more) });
const weekFrom = (monday: LocalDate): Days => daysAfter(monday, 6);
const monthFrom = (first: LocalDate): Days => ({ from: first, until: lastDayOfMonth(first) });

function weekendFrom(today: LocalDate): Days {
  const saturday = addDays(startOfWeek(today), 5);
  return { from: today > saturday ? today : saturday, until: addDays(saturday, 1) };
}

/** 'next' by itself is the next week: one word less to type. */
function takeNext(reading: Reading, monday: LocalDate): Days | undefined {
  return take(reading, /next/) ? weekFrom(addDays(monday, 7)) : undefined;
}

function takeMonth(reading: Reading, today: LocalDate): Days | undefined {
  const month = take(
    reading,
    new RegExp(`(?:in |next )?(${MONTH_NAMES.map((name) => name.toLowerCase()).join('|')})`),
  );
  if (month === undefined) return undefined;
  const at = MONTH_NAMES.findIndex((name) => name.toLowerCase() === month[1]);
  const thisMonth = Number(today.slice(5, 7)) - 1;
  const first = addMonths(startOfMonth(today), (at - thisMonth + 12) % 12);
  return first < today ? { from: today, until: lastDayOfMonth(today) } : monthFrom(first);
}

/** A single date with the words that lead to it: 'on tue', 'until 24/11'. */
export function takeDate(
  reading: Reading,
  today: LocalDate,
): { readonly date: LocalDate; readonly before: string } | undefined {
  const words = reading.rest.trim().split(/\s+/);
  for (let size = 4; size >= 1; size -= 1) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const text = words.slice(at, at + size).join(' ');
      // Plain numbers are people or times; a date says so by a letter or a stroke.
      if (text.includes(';') || !/[a-z/]/.test(text)) continue;
      const date = parseTypedDate(text, today);
      if (date === undefined) continue;
      const before = words[at - 1] ?? '';
      reading.rest = ` ${[...words.slice(0, at), ';', ...words.slice(at + size)].join(' ')} `;
      return { date, before };
    }
  }
  return undefined;
}

function takeDates(reading: Reading, today: LocalDate): Days | undefined {
  const first = takeDate(reading, today);
  if (first === undefined) return undefined;
  const second = takeDate(reading, today);
  if (second !== undefined) {
    const [from, until] = [first.date, second.date].toSorted();
    return { from: from ?? first.date, until: until ?? second.date };
  }
  if (['from', 'after', 'since'].includes(first.before)) return daysAfter(first.date, USUAL_DAYS);
  if (['until', 'till', 'before', 'by'].includes(first.before) && first.date > today)
    return { from: today, until: first.date };
  return { from: first.date, until: first.date };
}
