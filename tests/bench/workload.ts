import { findBankHoliday } from '#db/calendar/bank-holidays.rules';
import { mustExist } from '#db/shared/domain-error';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { KnownIds } from './centre.ts';
import type { Slot } from './floor.ts';

/** Monday to Sunday of the week that is read: 64 bookings of 10,000, 639 of 100,000. */
export const WEEK = { from: '2026-06-15', until: '2026-06-21', after: '2026-06-22' } as const;
export const DAY = { date: '2026-06-17', after: '2026-06-18' } as const;

/** Days on which something is written, from February on; the centre is closed on bank holidays. */
const WRITE_DAYS = Array.from({ length: 1000 }, (_, i) =>
  addDays('2026-02-01' as LocalDate, i),
).filter((date) => findBankHoliday(date) === undefined);

/** The i-th slot to write to: half an hour in the free time of the evening, one a day that is no bank holiday. */
export function slotOf(i: number, from = '21:00'): Slot {
  const until = from === '21:00' ? '21:30' : '22:00';
  return { date: mustExist(WRITE_DAYS[i], 'a run takes fewer days than there are'), from, until };
}

export const roomOf = (ids: KnownIds, i: number): string => ids.rooms[i % ids.rooms.length] ?? '';

/** What the desk sends to book a slot. */
export const toCreate = (ids: KnownIds, i: number, from?: string) => ({
  ...slotOf(i, from),
  facilityId: roomOf(ids, i),
  booker: { kind: 'group', groupId: ids.groups[0] },
  responsiblePersonId: ids.person,
  purpose: 'event',
  expectedNumber: null,
  needs: '',
  notes: '',
});

/** How the built program is started: as the practice centre, so that its clock can stand at the day that is read. */
export const FLAGS = ['--practice', '--clock', '2026-06-17T09:00'] as const;
