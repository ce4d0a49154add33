import {
  ACCESS_WORDS,
  type AccessFeature,
  type Facility,
} from '#db/facilities/facilities.contract';
import {
  addDays,
  addMonths,
  lastDayOfMonth,
  type LocalDate,
  startOfMonth,
  startOfWeek,
} from '#db/shared/local-date';
import { countOf, formatMinutes, formatShortDate, MONTH_NAMES } from '#db/shared/plain-words';
import type { Wish } from './calendar.queries.ts';
import {
  leftOver,
  newReading,
  NUMBER,
  numberOf,
  type Reading,
  take,
  takeDays,
  takeLength,
  takeRoom,
} from '../bookings/typed-words.ts';

/** What is known where the words are read. */
export type Known = { readonly today: LocalDate; readonly facilities: readonly Facility[] };

/** What a sentence asks for, with the words in it that mean nothing here. */
export type FinderWords = { readonly wish: Wish; readonly unread: readonly string[] };

const USUAL_MINUTES = 60;
const USUAL_DAYS = 13;

/** The wish when nothing is said: an hour for anybody within a fortnight. */
export function usualWish(today: LocalDate): Wish {
  return {
    minutes: USUAL_MINUTES,
    people: null,
    units: 1,
    accessNeeds: [],
    facilityId: null,
    from: today,
    until: addDays(today, USUAL_DAYS),
    part: 'any',
  };
}

const NEED_WORDS: Readonly<Record<AccessFeature, RegExp>> = {
  'step-free': /step[- ]?free(?: entrance)?|no steps|level access|wheelchairs?|ramp/,
  'accessible-toilet': /(?:accessible|disabled) toilet|toilet/,
  'hearing-loop': /hearing loop|loop/,
  parking: /parking(?: by the door)?|car park/,
  lift: /lift/,
  'quiet-space': /quiet(?: space| room| place)?/,
  'large-screen': /(?:large |big )?screen/,
  'interpreter-booth': /(?:place for an? )?interpreter(?: booth)?/,
};

/** Short, and read back as what it was: the words a field of the form puts into the sentence. */
const NEED_SAID: Readonly<Record<AccessFeature, string>> = {
  'step-free': 'step-free',
  'accessible-toilet': 'accessible toilet',
  'hearing-loop': 'hearing loop',
  parking: 'parking',
  lift: 'lift',
  'quiet-space': 'quiet space',
  'large-screen': 'large screen',
  'interpreter-booth': 'interpreter',
};

/** Words of a question that ask for nothing by themselves. */
const FILLERS = new Set(
  'when where is are was the a an in at on of for from to until till between and with we i need needs want wants would like room rooms space free any anything available time times please can have who which find us our there that it will be by some somewhere'.split(
    ' ',
  ),
);

/**
 * Reads a sentence such as '2 hours, 12 people, step-free, next week, evening' or
 * 'when is the hall free for two hours next week'. What is not said stays as it usually is.
 */
export function parseFinderWords(text: string, known: Known): FinderWords {
  const reading = newReading(text);
  const usual = usualWish(known.today);
  const isTonight = take(reading, /tonight/) !== undefined;
  // '2h 12 people' is no two hours and twelve minutes; '2 hours for 12' is read by what is left of it.
  const peopleNamed = takePeople(reading);
  const minutes = takeLength(reading);
  const people = peopleNamed ?? takeBarePeople(reading);
  const needs = Object.entries(NEED_WORDS).flatMap(([need, pattern]) =>
    take(reading, pattern) ? [need as AccessFeature] : [],
  );
  const room = takeRoom(reading, known.facilities);
  const part = isTonight ? 'evening' : takePart(reading);
  const days = isTonight
    ? { from: known.today, until: known.today }
    : takeDays(reading, known.today);
  return {
    wish: {
      ...usual,
      ...(minutes === undefined ? {} : { minutes: inRange(minutes, 15, 1440) }),
      ...(people === undefined ? {} : { people: inRange(people, 1, 5000) }),
      accessNeeds: needs,
      facilityId: room?.id ?? null,
      ...days,
      part: part ?? 'any',
    },
    unread: leftOver(reading).filter((word) => !FILLERS.has(word)),
  };
}

const inRange = (n: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, n));

function takePeople(reading: Reading): number | undefined {
  const said = take(
    reading,
    new RegExp(`(?:for )?(${NUMBER}) ?(?:people|persons?|ppl|p|seats|chairs|of us)`),
  );
  return said?.[1] === undefined ? undefined : numberOf(said[1]);
}

function takeBarePeople(reading: Reading): number | undefined {
  const said = take(reading, /for (\d{1,4})/);
  return said?.[1] === undefined ? undefined : Number(said[1]);
}

function takePart(reading: Reading): Wish['part'] | undefined {
  if (take(reading, /(?:in the )?mornings?|am/)) return 'morning';
  if (take(reading, /(?:in the )?afternoons?|pm/)) return 'afternoon';
  if (take(reading, /(?:in the )?(?:evenings?|eve|nights?)/)) return 'evening';
  if (take(reading, /any ?time/)) return 'any';
  return undefined;
}

/** The sentence that asks for this wish; read again it gives the same wish. */
export function wordsOfWish(wish: Wish, known: Known): string {
  const room = known.facilities.find((each) => each.id === wish.facilityId);
  return [
    formatMinutes(wish.minutes),
    ...(wish.people === null ? [] : [countOf(wish.people, 'person', 'people')]),
    ...wish.accessNeeds.map((need) => NEED_SAID[need]),
    ...(room === undefined ? [] : [room.name]),
    ...daysSaid(wish, known.today),
    ...(wish.part === 'any' ? [] : [wish.part]),
  ].join(', ');
}

function daysSaid({ from, until }: Wish, today: LocalDate): readonly string[] {
  const usual = usualWish(today);
  const monday = startOfWeek(today);
  const nextMonth = addMonths(startOfMonth(today), 1);
  const named: readonly (readonly [LocalDate, LocalDate, string])[] = [
    [usual.from, usual.until, ''],
    [today, addDays(monday, 6), 'this week'],
    [addDays(monday, 7), addDays(monday, 13), 'next week'],
    [today, lastDayOfMonth(today), 'this month'],
    [nextMonth, lastDayOfMonth(nextMonth), 'next month'],
  ];
  const name = named.find(([first, last]) => first === from && last === until)?.[2];
  if (name !== undefined) return name === '' ? [] : [name];
  return [from === until ? dateSaid(from) : `${dateSaid(from)} to ${dateSaid(until)}`];
}

const dateSaid = (date: LocalDate): string =>
  `${Number(date.slice(8))} ${(MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '').toLowerCase()} ${date.slice(0, 4)}`;

/** What was understood, said back in full: '2 hours, 12 people, Step-free entrance, Mon 30 Nov to Sun 6 Dec, evening'. */
export function echoOfWish(wish: Wish, known: Known): string {
  const room = known.facilities.find((each) => each.id === wish.facilityId);
  const days =
    wish.from === wish.until
      ? formatShortDate(wish.from)
      : `${formatShortDate(wish.from)} to ${formatShortDate(wish.until)}`;
  return [
    room?.name ?? 'Any room',
    formatMinutes(wish.minutes),
    ...(wish.people === null ? [] : [countOf(wish.people, 'person', 'people')]),
    ...wish.accessNeeds.map((need) => ACCESS_WORDS[need].toLowerCase()),
    days,
    wish.part === 'any' ? 'any time of day' : `in the ${wish.part}`,
  ].join(', ');
}
