import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { type LocalDateTime, minutesBetween } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
import type { UseReport, UseRow } from './reports.contract.ts';

/** As much of a booking as the figures look at. */
export type UseLine = {
  readonly facility_id: string;
  readonly group_id: string | null;
  readonly responsible_person_id: string;
  readonly purpose: string;
  readonly status: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly units: number;
  readonly is_out_of_hours: number;
  readonly is_no_show: number;
  readonly is_late_cancellation: number;
  readonly headcount: number | null;
};

/** What is added up of any bookings. Minutes count once for each place held; the rest of a row follows from it. */
export type Sums = {
  bookings: number;
  usedMinutes: number;
  outOfHoursMinutes: number;
  cancelled: number;
  lateCancelled: number;
  noShows: number;
  headcount: number;
  counted: number;
};

const newSums = (): Sums => ({
  bookings: 0,
  usedMinutes: 0,
  outOfHoursMinutes: 0,
  cancelled: 0,
  lateCancelled: 0,
  noShows: 0,
  headcount: 0,
  counted: 0,
});

export type Tally = {
  /** Adds one booking to everything it belongs to. */
  readonly add: (line: UseLine) => void;
  readonly total: Sums;
  readonly byRoom: ReadonlyMap<string, Sums>;
  /** All who booked for themselves stand under one key: a report on groups names no person. */
  readonly byGroup: ReadonlyMap<string, Sums>;
  readonly byPurpose: ReadonlyMap<string, Sums>;
  readonly byMonth: ReadonlyMap<string, Sums>;
  /** Who answered for a room that was used, and for whom; each pair once. */
  readonly acted: ReadonlyMap<string, Acted>;
};

/** Somebody who used the centre, and the group for which they came; null when for themself. */
export type Acted = { readonly personId: PersonId; readonly groupId: GroupId | null };

/** Whose key in `byGroup` is nobody's id. */
export const PEOPLE_KEY = 'people';

/**
 * Adds up bookings line by line. Used is the time of confirmed bookings that had begun by `now` and were not entered
 * as no-shows; of one under way, what is over. One look at each line for all tables is quicker than one sum in SQL for
 * each of them, which sorts the year as often.
 */
export function newTally(now: LocalDateTime): Tally {
  const total = newSums();
  const byRoom = new Map<string, Sums>();
  const byGroup = new Map<string, Sums>();
  const byPurpose = new Map<string, Sums>();
  const byMonth = new Map<string, Sums>();
  const acted = new Map<string, Acted>();
  const sumsOf = (map: Map<string, Sums>, key: string): Sums => {
    const there = map.get(key);
    if (there !== undefined) return there;
    const made = newSums();
    map.set(key, made);
    return made;
  };
  return {
    total,
    byRoom,
    byGroup,
    byPurpose,
    byMonth,
    acted,
    add(line) {
      const all = [
        total,
        sumsOf(byRoom, line.facility_id),
        sumsOf(byGroup, line.group_id ?? PEOPLE_KEY),
        sumsOf(byPurpose, line.purpose),
        sumsOf(byMonth, line.starts_at.slice(0, 7)),
      ];
      if (line.status === 'cancelled')
        for (const sums of all) {
          sums.cancelled += 1;
          sums.lateCancelled += line.is_late_cancellation;
        }
      if (line.status !== 'confirmed') return;
      if (line.is_no_show === 1) for (const sums of all) sums.noShows += 1;
      else if (line.starts_at < now) {
        addUse(all, line, now);
        const { responsible_person_id: personId, group_id: groupId } = line;
        acted.set(`${personId} ${groupId ?? ''}`, {
          personId: personId as PersonId,
          groupId: groupId as GroupId | null,
        });
      }
    },
  };
}

function addUse(all: readonly Sums[], line: UseLine, now: LocalDateTime): void {
  const end = line.ends_at < now ? line.ends_at : now;
  const minutes =
    minutesBetween(line.starts_at as LocalDateTime, end as LocalDateTime) * line.units;
  for (const sums of all) {
    sums.bookings += 1;
    sums.usedMinutes += minutes;
    if (line.is_out_of_hours === 1) sums.outOfHoursMinutes += minutes;
    if (line.headcount === null) continue;
    sums.headcount += line.headcount;
    sums.counted += 1;
  }
}

/** A row of the report. What was not out of hours was in hours. */
export function useRow(
  about: { readonly key: string; readonly words: string; readonly openMinutes: number | null },
  sums: Readonly<Sums> = newSums(),
): UseRow {
  return { ...about, ...sums, inHoursMinutes: sums.usedMinutes - sums.outOfHoursMinutes };
}

/** '62%' of the hours open were used; empty where nobody entered hours. */
export function shareWords(row: Pick<UseRow, 'usedMinutes' | 'openMinutes'>): string {
  if (row.openMinutes === null || row.openMinutes === 0) return '';
  return `${Math.round((row.usedMinutes * 100) / row.openMinutes)}%`;
}

/** Hours as a figure of a table, to the tenth: '12', '1,200.5'. */
export function hoursWords(minutes: number): string {
  const tenths = Math.round(minutes / 6);
  const whole = String(Math.trunc(tenths / 10)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
}

/** Who came, each person counted once, and once more for each group they came for. */
export const usersWords = ({ people, memberships }: UseReport['users']): string =>
  `${countOf(people, 'person', 'people')} answered for a room or walked in, each counted once; ${countOf(memberships, 'membership')} of groups they came for`;
