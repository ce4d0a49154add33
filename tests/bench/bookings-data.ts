import { readFileSync } from 'node:fs';
import { millisecondsOf, toInstant } from '#db/shared/instant';
import {
  addDays,
  atTime,
  daysBetween,
  instantOf,
  type LocalDate,
  localDateTimeOf,
  type LocalDateTime,
  timeOfMinutes,
  weekdayOf,
} from '#db/shared/local-date';

/** One made-up booking of the measured centre. Rooms are 1 to 10, users 1 to 20, groups 1 to 200. */
export type MadeBooking = {
  readonly id: number;
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly room: number;
  readonly user: number;
  /** 'Group 123 Sewing club' */
  readonly name: string;
  /** I for a meeting inside the centre's work, E for an outside one. */
  readonly type: 'I' | 'E';
  readonly notes: string;
  readonly group: number;
};

/** What every figure is measured on: three years, ten rooms, half hours from 08:00 to 21:00. */
export const FIRST_DAY = '2025-01-01' as LocalDate;
export const LAST_DAY = '2027-12-31' as LocalDate;
export const ROOMS = 10;
export const USERS = 20;
export const GROUPS = 200;
/** Stands at the end of every hundredth booking's notes and nowhere else. */
export const RARE_WORD = 'zephyr';

const SEED = 20260101;
const SLOTS_A_DAY = 26;
const SLOT_MINUTES = 30;
const OPENS_AT_MINUTE = 8 * 60;
/** Monday to Sunday. */
const WEIGHTS = [1.2, 1.2, 1.2, 1.2, 1.2, 0.8, 0.2] as const;
const LENGTHS_IN_SLOTS = [1, 2, 2, 3, 4] as const;
const ACTIVITIES =
  'AGM|Committee|Advice surgery|Sewing club|Choir|Bingo|Lunch club|Gardening|Youth night|Training|Coffee morning|Toddlers|Yoga|Chess'.split(
    '|',
  );
const WORDS = (
  'annual repairs tenant welfare advice youth craft sewing choir bingo lunch garden litter safety estate ' +
  'committee budget minutes grant training digital coffee parents toddlers yoga dance drama history books ' +
  'chess cooking carers'
).split(' ');

/** Mulberry32: the same numbers on every computer. Answers a whole number below `n`. */
function newChance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * n);
  };
}

/**
 * Makes `count` bookings, the same ones each time: no two in one room at one time, spread over the days by
 * WEIGHTS, and 21:00 to 22:00 left free for whoever measures writing.
 */
export function makeBookings(count: number): readonly MadeBooking[] {
  const chance = newChance(SEED);
  const pick = <T>(from: readonly T[]): T => from[chance(from.length)] as T;
  const days = Array.from({ length: daysBetween(FIRST_DAY, LAST_DAY) + 1 }, (_, i) =>
    addDays(FIRST_DAY, i),
  );
  const weightOf = (day: LocalDate): number => WEIGHTS[weekdayOf(day) - 1] ?? 0;
  const total = days.reduce((sum, day) => sum + weightOf(day), 0) * ROOMS;
  const bookings: MadeBooking[] = [];
  let owed = 0;
  for (const day of days)
    for (let room = 1; room <= ROOMS; room += 1) {
      owed += (weightOf(day) * count) / total;
      const whole = Math.floor(owed + 1e-9);
      owed -= whole;
      const isLast = day === LAST_DAY && room === ROOMS;
      const wanted = isLast ? count - bookings.length : whole;
      if (wanted <= 0) continue;
      const { lengths, gaps } = layOut(wanted, chance);
      let used = 0;
      lengths.forEach((length, i) => {
        const from = OPENS_AT_MINUTE + ((gaps[i] ?? 0) + used) * SLOT_MINUTES;
        used += length;
        const group = chance(GROUPS) + 1;
        const id = bookings.length + 1;
        const words = Array.from({ length: 6 + chance(10) }, () => pick(WORDS));
        bookings.push({
          id,
          startsAt: atTime(day, timeOfMinutes(from)),
          endsAt: atTime(day, timeOfMinutes(from + length * SLOT_MINUTES)),
          room,
          user: (group % USERS) + 1,
          notes: [...words, ...(id % 100 === 0 ? [RARE_WORD] : [])].join(' '),
          name: `${groupName(group)} ${pick(ACTIVITIES)}`,
          type: pick(['I', 'E']),
          group,
        });
      });
    }
  return bookings;
}

/** Lengths of a day's bookings in one room, shortened until they fit, and the free slots before each. */
function layOut(
  count: number,
  chance: (n: number) => number,
): { readonly lengths: readonly number[]; readonly gaps: readonly number[] } {
  const lengths: number[] = Array.from(
    { length: count },
    () => LENGTHS_IN_SLOTS[chance(LENGTHS_IN_SLOTS.length)] ?? 1,
  );
  let sum = lengths.reduce((a, b) => a + b, 0);
  for (; sum > SLOTS_A_DAY; sum -= 1) {
    const longest = lengths.indexOf(Math.max(...lengths));
    lengths[longest] = (lengths[longest] ?? 1) - 1;
  }
  const gaps = Array.from({ length: count }, () => chance(SLOTS_A_DAY - sum + 1));
  return { lengths, gaps: gaps.toSorted((a, b) => a - b) };
}

export const groupName = (group: number): string => `Group ${String(group).padStart(3, '0')}`;

/** The bookings as a table of tab-separated lines: id, start and end in Unix seconds, room, user, name, type, notes, group. */
export function toTsv(bookings: readonly MadeBooking[]): string {
  const seconds = newSecondsOf();
  return bookings
    .map((one) =>
      [
        one.id,
        seconds(one.startsAt),
        seconds(one.endsAt),
        one.room,
        `user${one.user}`,
        one.name,
        one.type,
        one.notes,
        one.group,
      ].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Unix seconds of a local time between 08:00 and 22:00; asks the calendar once for each day. */
function newSecondsOf(): (at: LocalDateTime) => number {
  const midnights = new Map<string, number>();
  return (at) => {
    const date = at.slice(0, 10);
    const minutes = Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
    let midnight = midnights.get(date);
    if (midnight === undefined) {
      // Counted back from noon, because on two days of the year midnight has another offset.
      midnight = millisecondsOf(instantOf(`${date}T12:00` as LocalDateTime)) / 1000 - 12 * 3600;
      midnights.set(date, midnight);
    }
    return midnight + minutes * 60;
  };
}

/** Reads bookings from a file as `toTsv` writes it. */
export function readTsv(path: string): readonly MadeBooking[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [id, from, until, room, user, name, type, notes, group] = line.split('\t');
    return {
      id: Number(id),
      startsAt: localDateTimeOf(toInstant(Number(from) * 1000)),
      endsAt: localDateTimeOf(toInstant(Number(until) * 1000)),
      room: Number(room),
      user: Number(user?.replace('user', '')),
      name: name ?? '',
      type: type === 'I' ? 'I' : 'E',
      notes: notes ?? '',
      group: Number(group),
    };
  });
}
