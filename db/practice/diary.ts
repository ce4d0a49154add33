import { type Instant, millisecondsOf, toInstant } from '#db/shared/instant';
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  type LocalDate,
  LocalTime,
  minutesOfTime,
  startOfDay,
  startOfWeek,
  weekdayOf,
} from '#db/shared/local-date';
import { type Chance, newChance } from './chance.ts';
import { deskMoment, isWorkingDay, WORKING_DAYS_A_WEEK } from './desk-moment.ts';
import { type Book, type DiaryEntry, newBook } from './diary-book.ts';
import { MADE_UP_GROUPS, type MadeUpGroup } from './made-up-groups.ts';
import { MADE_UP_PEOPLE } from './made-up-people.ts';
import {
  CANCEL_REASONS,
  NEEDS,
  NOTES,
  OCCASIONS,
  type Occasion,
  STARTS,
} from './one-off-bookings.ts';
import { isBookedAt, ROOM_CAPACITY, ROOM_NAMES, type RoomName } from './practice-rooms.ts';
import { REGULAR_BOOKINGS, type RegularBooking } from './regular-bookings.ts';

type Diary = {
  readonly entries: readonly DiaryEntry[];
  readonly setUpOn: LocalDate;
  /** A day to come on which the centre is closed for training. */
  readonly trainingDay: LocalDate;
};

/** What a booking is before it is known when it was asked for and what became of it. */
type Wish = Omit<DiaryEntry, 'takenBy' | 'requestedAt' | 'changed' | 'cancelled'>;

/** One seed for ever: the same first day gives the same centre on every computer. */
const SEED = 20_261_122;

const OPENS = 9 * 60;
const CLOSES = 21 * 60;
const STEP_MINUTES = 30;
const LONGEST_FILLER_MINUTES = 120;
const FEWEST_ON_FIRST_DAY = 6;
const FEWEST_A_WEEK = 12;
const MOST_A_WEEK = 20;
/** A regular's run of bookings is typed one after the other. */
const TYPING_MS = 40_000;

/**
 * The bookings of six months before and after `firstDay`, made up but possible: no two meet in a room, all lie
 * inside opening hours, and each was asked for while the desk was staffed, before it began and before `firstDay`.
 * A first day on which the centre is open has a booking on at every moment.
 */
export function planDiary(firstDay: LocalDate): Diary {
  const chance = newChance(SEED);
  const first = addMonths(firstDay, -6);
  const last = addMonths(firstDay, 6);
  const setUpOn = addDays(startOfWeek(first), -21);
  const book = newBook();
  const trainingDay = trainingDayAfter(firstDay);
  const days = { first, last, firstDay, openFrom: addDays(setUpOn, 7), trainingDay };

  for (const regular of REGULAR_BOOKINGS) addRegular(book, regular, days, chance);
  fillFirstDay(book, firstDay, days, chance);
  for (let monday = startOfWeek(first); monday <= last; monday = addDays(monday, 7))
    fillWeek(book, monday, days, chance);
  return { entries: book.entries(), setUpOn, trainingDay };
}

type Days = {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly firstDay: LocalDate;
  /** The first Monday on which the desk takes bookings. */
  readonly openFrom: LocalDate;
  readonly trainingDay: LocalDate;
};

/** The first Wednesday at least four weeks on that is a working day. */
function trainingDayAfter(firstDay: LocalDate): LocalDate {
  let date = addDays(startOfWeek(firstDay), 37);
  while (!isWorkingDay(date)) date = addDays(date, 7);
  return date;
}

/** Whether the centre takes bookings on a day. */
const isOpenOn = (date: LocalDate, { trainingDay }: Days): boolean =>
  isWorkingDay(date) && date !== trainingDay;

const weekOfMonth = (date: LocalDate): number => Math.ceil(Number(date.slice(8)) / 7);

/** A regular asks twice: for the past half year when the centre opened, for the coming one before the first day. */
function addRegular(book: Book, regular: RegularBooking, days: Days, chance: Chance): void {
  const group = groupOf(regular.group);
  const early = deskMoment(addDays(days.openFrom, chance.below(WORKING_DAYS_A_WEEK)), chance);
  const late = deskMoment(addDays(days.firstDay, -chance.between(10, 40)), chance);
  let nth = 0;
  for (let date = days.first; date <= days.last; date = addDays(date, 1)) {
    if (weekdayOf(date) !== regular.weekday || !isOpenOn(date, days)) continue;
    if (regular.weekOfMonth !== undefined && weekOfMonth(date) !== regular.weekOfMonth) continue;
    nth += 1;
    const askedAt = millisecondsOf(date < days.firstDay ? early : late) + nth * TYPING_MS;
    const wish: Wish = {
      room: regular.room,
      date,
      fromMinute: minutesOf(regular.from),
      untilMinute: minutesOf(regular.until),
      booker: { kind: 'group', name: group.name },
      responsible: group.contacts[0],
      purpose: regular.purpose,
      expectedNumber: regular.expected,
      needs: regular.needs ?? '',
      notes: regular.notes ?? '',
    };
    book.add(withFate(wish, toInstant(askedAt), days, chance));
  }
}

/** Fills the gaps of the first day, so that whoever opens the practice centre sees a room in use, whatever the time. */
function fillFirstDay(book: Book, date: LocalDate, days: Days, chance: Chance): void {
  if (!isWorkingDay(date)) return;
  for (let from = OPENS; from < CLOSES; from += STEP_MINUTES) {
    const isOn = book.on(date).some((one) => one.fromMinute <= from && from < one.untilMinute);
    if (isOn) continue;
    const room = chance.pick(ROOM_NAMES.filter((name) => isBookedAt(name, from)));
    const next = Math.min(
      CLOSES,
      from + LONGEST_FILLER_MINUTES,
      ...book
        .on(date)
        .filter((one) => one.room === room && one.fromMinute > from)
        .map((one) => one.fromMinute),
    );
    const occasion = chance.pick(occasionsOfLength(room, next - from));
    addOneOff(book, { occasion, date, from, until: next }, days, chance);
  }
  for (let tries = 0; tries < 50 && book.on(date).length < FEWEST_ON_FIRST_DAY; tries += 1)
    tryOneOff(book, date, days, chance);
}

/** What people book the room for when they have about so many minutes. */
function occasionsOfLength(room: RoomName, minutes: number): readonly Occasion[] {
  const here = OCCASIONS.filter((one) => one.room === room);
  const off = (one: Occasion): number => Math.abs(one.minutes - minutes);
  const least = Math.min(...here.map(off));
  return here.filter((one) => off(one) === least);
}

/** Adds one-off bookings until the week has its dozen to twenty; a week cut short has its share. */
function fillWeek(book: Book, monday: LocalDate, days: Days, chance: Chance): void {
  const dates = Array.from({ length: WORKING_DAYS_A_WEEK }, (_, i) => addDays(monday, i)).filter(
    (date) => date >= days.first && date <= days.last && isOpenOn(date, days),
  );
  if (dates.length === 0) return;
  const wanted = Math.round(
    (chance.between(FEWEST_A_WEEK, MOST_A_WEEK) * dates.length) / WORKING_DAYS_A_WEEK,
  );
  const taken = (): number => dates.reduce((sum, date) => sum + book.on(date).length, 0);
  for (let tries = 0; tries < 200 && taken() < wanted; tries += 1)
    tryOneOff(book, chance.pick(dates), days, chance);
}

function tryOneOff(book: Book, date: LocalDate, days: Days, chance: Chance): void {
  const occasion = chance.pick(OCCASIONS);
  const from = minutesOf(chance.pick(STARTS));
  const until = from + occasion.minutes;
  const canBeHad = until <= CLOSES && isBookedAt(occasion.room, from);
  if (canBeHad && book.isFree(occasion.room, date, from, until))
    addOneOff(book, { occasion, date, from, until }, days, chance);
}

function addOneOff(
  book: Book,
  what: {
    readonly occasion: Occasion;
    readonly date: LocalDate;
    readonly from: number;
    readonly until: number;
  },
  days: Days,
  chance: Chance,
): void {
  const { occasion, date } = what;
  // A group comes once a day at most.
  const group = chance.pick(
    MADE_UP_GROUPS.filter(({ name }) => !book.on(date).some((one) => one.booker.name === name)),
  );
  const person = chance.pick(MADE_UP_PEOPLE).name;
  const isGroup = occasion.booker === 'group';
  const wish: Wish = {
    room: occasion.room,
    date,
    fromMinute: what.from,
    untilMinute: what.until,
    booker: isGroup ? { kind: 'group', name: group.name } : { kind: 'person', name: person },
    responsible: isGroup ? chance.pick(group.contacts) : person,
    purpose: occasion.purpose,
    expectedNumber: chance.oneIn(12) ? null : chance.between(occasion.fewest, occasion.most),
    needs: chance.oneIn(3) ? chance.pick(NEEDS) : '',
    notes: chance.oneIn(5) ? chance.pick(NOTES) : '',
  };
  // Whatever lies months ahead was still asked for before the first day.
  const latest = daysBetween(date, days.firstDay) > 0 ? date : days.firstDay;
  const askedOn = addDays(latest, -chance.between(2, 45));
  const earliest = addDays(days.openFrom, chance.below(WORKING_DAYS_A_WEEK));
  const asked = deskMoment(askedOn < earliest ? earliest : askedOn, chance);
  book.add(withFate(wish, asked, days, chance));
}

/** Says who took the booking and whether it was cancelled or its number of people changed, all before the first day. */
function withFate(wish: Wish, requestedAt: Instant, days: Days, chance: Chance): DiaryEntry {
  const entry = { ...wish, requestedAt, takenBy: chance.oneIn(4) ? 'officer' : 'desk' } as const;
  const fate = chance.below(100);
  const askedOn = requestedAt.slice(0, 10) as LocalDate;
  const latest = wish.date < days.firstDay ? wish.date : days.firstDay;
  const at = deskMoment(
    addDays(askedOn, chance.between(1, Math.max(1, daysBetween(askedOn, latest)))),
    chance,
  );
  const isInTime = at > requestedAt && at < instantOf(startOfDay(latest));
  // The first day keeps all its bookings, so that there is something on.
  if (!isInTime || wish.date === days.firstDay) return entry;
  if (fate < 7) return { ...entry, cancelled: { at, reason: chance.pick(CANCEL_REASONS) } };
  if (fate < 12 && wish.expectedNumber !== null) {
    const expectedNumber = Math.min(wish.expectedNumber + 2, ROOM_CAPACITY[wish.room]);
    if (expectedNumber !== wish.expectedNumber)
      return { ...entry, changed: { at, expectedNumber } };
  }
  return entry;
}

function groupOf(name: string): MadeUpGroup {
  const found = MADE_UP_GROUPS.find((group) => group.name === name);
  if (found === undefined) throw new Error(`${name} is not among the made-up groups`);
  return found;
}

const minutesOf = (time: string): number => minutesOfTime(LocalTime.parse(time));
