import { readPresets } from '../../electron/host/presets.ts';
import type { BookingRow } from '#db/bookings/bookings.table';
import { type Core, PROGRAM } from '#db/open-core';
import { fillPractice } from '#db/practice/fill-practice';
import type { Preset } from '#db/settings/preset';
import { mustExist } from '#db/shared/domain-error';
import { instantOf, LocalDate, LocalDateTime } from '#db/shared/local-date';
import { newFixedClock } from '../support/fixed-clock.ts';
import { startTestProgram, type TestProgram } from '../support/program-for-tests.ts';

export const SOUTHAMPTON: Preset = mustExist(
  readPresets().find((preset) => preset.id === 'southampton'),
  'the preset ships with the program',
);

/** A practice program at nine in the morning of `day`, its centre filled unless told otherwise. */
export function openPracticeOn(
  day: string,
  fill: (core: Core) => Promise<void> = (core) =>
    fillPractice(core, SOUTHAMPTON, { firstDay: LocalDate.parse(day) }),
): Promise<TestProgram> {
  return startTestProgram({
    mode: 'practice',
    clock: newFixedClock(instantOf(LocalDateTime.parse(`${day}T09:00`))),
    fillPractice: fill,
  });
}

/** A booking as it stands in its row, with the names beside it. */
export type PracticeBooking = BookingRow & {
  readonly room: string;
  readonly capacity: number;
  readonly booker: string;
};

/** Rows of the file itself, past every service. */
export function readRows<Row>(core: Core, sql: string): Promise<readonly Row[]> {
  return core.unit(PROGRAM, 'reads', (ctx): Promise<readonly Row[]> => ctx.tx.query(sql));
}

/** Every booking, cancelled ones too, in the order in which they were taken. */
export function readBookings(core: Core): Promise<readonly PracticeBooking[]> {
  return readRows(
    core,
    `SELECT b.*, f.name AS room, f.capacity, coalesce(g.name, p.name) AS booker
     FROM booking b JOIN facility f ON f.id = b.facility_id
     LEFT JOIN tenant_group g ON g.id = b.group_id LEFT JOIN person p ON p.id = b.person_id
     ORDER BY b.requested_at, b.reference`,
  );
}
