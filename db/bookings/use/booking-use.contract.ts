import { z } from 'zod';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { FacilityId } from '#db/facilities/facilities.contract';
import { GroupId } from '#db/groups/groups.contract';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';
import { Booking, BookingId, DiaryDate } from '../bookings.contract.ts';

const HEADS = z
  .int('Enter a whole number of people.')
  .min(0)
  .max(5000, 'Enter a number of people below 5,000.')
  .nullable();

/** How the room was left (BOOK-09, BOOK-10, BOOK-11); null is not looked at. */
export const Checklist = z
  .object({
    tidy: z.boolean().nullable(),
    crockery: z.boolean().nullable(),
    equipment: z.boolean().nullable(),
    nothingLeft: z.boolean().nullable(),
  })
  .strict();
export type Checklist = z.infer<typeof Checklist>;

/** What was noted when a booking was over. */
export const CloseOut = z.object({
  bookingId: BookingId,
  checklist: Checklist,
  damage: z.string(),
  notes: z.string(),
});
export type CloseOut = z.infer<typeof CloseOut>;

/** Something found after a booking and what became of it (BOOK-10). */
export const FoundItem = z.object({
  id: z.string(),
  bookingId: BookingId.nullable(),
  reference: z.string(),
  what: z.string(),
  foundOn: LocalDate,
  place: z.string(),
  settledOn: LocalDate.nullable(),
  settledHow: z.string(),
  version: z.int(),
});
export type FoundItem = z.infer<typeof FoundItem>;

const which = { id: BookingId, version: z.int() };
const size = PaperSize.default('normal');

export const bookingUseProcedures = {
  startUse: procedure({
    summary:
      'Checks a booking in. Refused until its guidelines and fire procedure are acknowledged, where the council asks for that.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'tasks'],
    input: z.object({ ...which, headcount: HEADS.default(null) }).strict(),
    output: Booking,
  }),
  stopUse: procedure({
    summary: 'Checks a booking out: how the room was left, damage, what was found, how many came.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'tasks'],
    input: z
      .object({
        ...which,
        headcount: HEADS.default(null),
        checklist: Checklist,
        damage: Lines.max(2000),
        found: z.array(Line.min(1).max(200)).max(20).default([]),
        notes: Lines.max(2000),
      })
      .strict(),
    output: Booking,
  }),
  recordNoShow: procedure({
    summary: 'Enters that nobody came.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'tasks'],
    input: z.object(which).strict(),
    output: Booking,
  }),
  undoUse: procedure({
    summary: 'Takes the last step back: a check-out, a check-in, or a no-show.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'tasks'],
    input: z.object(which).strict(),
    output: Booking,
  }),
  closeOut: procedure({
    summary: 'What was noted when a booking was over, if anything.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: BookingId }).strict(),
    output: CloseOut.nullable(),
  }),
  found: procedure({
    summary: 'Lost property: what was found and where, open ones first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(FoundItem),
  }),
  settleFound: procedure({
    summary: 'Enters what became of a found thing.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings'],
    input: z
      .object({
        id: z.string().max(36),
        how: Line.min(1, 'Say what became of it, such as who took it.').max(300),
        version: z.int(),
      })
      .strict(),
    output: FoundItem,
  }),
  printWeekSheet: procedure({
    summary:
      'Draws the week of one room or all (DOC-06), for the desk or without names for the public.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        date: DiaryDate,
        facilityId: FacilityId.nullable().default(null),
        audience: z.enum(['desk', 'public']),
        size,
      })
      .strict(),
    output: Paper,
  }),
  printMonthOverview: procedure({
    summary: 'Draws the month of a room for the notice board, without names.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ date: DiaryDate, facilityId: FacilityId, size }).strict(),
    output: Paper,
  }),
  printDoorSign: procedure({
    summary: 'Draws the sign for a room’s door for one day; names only where the booker agreed.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ date: DiaryDate, facilityId: FacilityId, size }).strict(),
    output: Paper,
  }),
  printCheckOutSheet: procedure({
    summary: 'Draws the check-out sheet of a booking (DOC-07).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: BookingId, size }).strict(),
    output: Paper,
  }),
  exportCalendar: procedure({
    summary:
      'A calendar file of one booking, one group or one room. Names stand in a room’s file only where the booker agreed.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        of: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('booking'), id: BookingId }).strict(),
          z.object({ kind: z.literal('group'), groupId: GroupId }).strict(),
          z.object({ kind: z.literal('facility'), facilityId: FacilityId }).strict(),
        ]),
        from: DiaryDate,
        until: DiaryDate,
      })
      .strict(),
    output: Download,
  }),
};
