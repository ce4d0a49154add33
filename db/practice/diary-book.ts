import type { Purpose } from '#db/bookings/bookings.contract';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type { RoomName } from './practice-rooms.ts';

/** One booking of the made-up year and what became of it; times are minutes since the start of its day. */
export type DiaryEntry = {
  readonly room: RoomName;
  readonly date: LocalDate;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly booker: { readonly kind: 'group' | 'person'; readonly name: string };
  readonly responsible: string;
  readonly purpose: Purpose;
  readonly expectedNumber: number | null;
  readonly needs: string;
  readonly notes: string;
  readonly takenBy: 'desk' | 'officer';
  readonly requestedAt: Instant;
  readonly changed?: { readonly at: Instant; readonly expectedNumber: number };
  readonly cancelled?: { readonly at: Instant; readonly reason: string };
};

export type Book = ReturnType<typeof newBook>;

/** The pages filled so far. Cancelled bookings keep their place, so that the order of events never matters. */
export function newBook() {
  const byDate = new Map<LocalDate, DiaryEntry[]>();
  const on = (date: LocalDate): readonly DiaryEntry[] => byDate.get(date) ?? [];
  return {
    on,
    isFree: (room: RoomName, date: LocalDate, from: number, until: number): boolean =>
      !on(date).some(
        (other) => other.room === room && from < other.untilMinute && other.fromMinute < until,
      ),
    add(entry: DiaryEntry): void {
      byDate.set(entry.date, [...on(entry.date), entry]);
    },
    entries: (): readonly DiaryEntry[] => [...byDate.values()].flat(),
  };
}
