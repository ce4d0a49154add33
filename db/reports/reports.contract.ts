import { z } from 'zod';
import { DiaryDate } from '#db/bookings/bookings.contract';
import { FacilityId } from '#db/facilities/facilities.contract';
import { EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { ActId } from '#db/shared/long-act';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';

/** Figures of one room, group, purpose or month. All lengths are minutes. */
export const UseRow = z.object({
  key: z.string(),
  words: z.string(),
  bookings: z.int(),
  usedMinutes: z.int(),
  inHoursMinutes: z.int(),
  outOfHoursMinutes: z.int(),
  cancelled: z.int(),
  lateCancelled: z.int(),
  noShows: z.int(),
  /** Sum of the heads counted, and over how many bookings they were counted. */
  headcount: z.int(),
  counted: z.int(),
  /** Minutes the room was open in the period; null where it has no meaning (groups) or nobody entered hours. */
  openMinutes: z.int().nullable(),
});
export type UseRow = z.infer<typeof UseRow>;

export const UseReport = z.object({
  from: LocalDate,
  until: LocalDate,
  total: UseRow,
  byRoom: z.array(UseRow),
  byGroup: z.array(UseRow),
  byPurpose: z.array(UseRow),
  byMonth: z.array(UseRow),
  /** Sessions and copies of people who walked in. */
  walkIns: z.object({
    sessions: z.int(),
    minutes: z.int(),
    copies: z.int(),
    colourCopies: z.int(),
  }),
  /** Who answered for a room or walked in: each person once, and once more for each group they came for. */
  users: z.object({ people: z.int(), memberships: z.int() }),
});
export type UseReport = z.infer<typeof UseReport>;

const period = {
  from: DiaryDate,
  until: DiaryDate,
  facilityId: FacilityId.nullable().default(null),
};

export const reportsContract = {
  use: procedure({
    summary:
      'Hours used over hours open, by room, group, purpose and month, with no-shows and late cancellations.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object(period).strict(),
    output: UseReport,
  }),
  exportUse: procedure({
    summary: 'The figures of the use report as a table for a spreadsheet.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ ...period, as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  exportBookings: procedure({
    summary: 'Every booking of a period as a table for a spreadsheet, cancelled ones too.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ ...period, as: TableKind.default('csv'), act: ActId.optional() }).strict(),
    output: Download,
  }),
  printUse: procedure({
    summary: 'Draws the use report with its charts.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ ...period, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
