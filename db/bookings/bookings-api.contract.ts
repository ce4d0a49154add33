import { z } from 'zod';
import { AccessFeature, FacilityId } from '#db/facilities/facilities.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { PersonId } from '#db/people/people.contract';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line } from '#db/shared/text';
import { bookingLookupProcedures } from './booking-lookups.contract.ts';
import { bookingUseProcedures } from './use/booking-use.contract.ts';
import {
  DayOfBookings,
  Forecast,
  FreeSlot,
  MonthDay,
  Today,
  WeekOfBookings,
} from './booking-views.contract.ts';
import {
  Booker,
  Booking,
  BookingCard,
  BookingId,
  ChangeBooking,
  CreateBooking,
  DiaryDate,
  FreedOffers,
  Purpose,
} from './bookings.contract.ts';
import { queueProcedures } from './queue/queue.contract.ts';
import { seriesProcedures } from './series/series.contract.ts';

/** Everything the bookings module is asked for. */
export const bookingsContract = {
  today: procedure({
    summary: 'What is on now and next in each room, today’s bookings, and what needs doing.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: Today,
  }),
  onDay: procedure({
    summary: 'All rooms and live bookings of one day.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ date: DiaryDate }).strict(),
    output: DayOfBookings,
  }),
  onWeek: procedure({
    summary: 'All rooms and live bookings of the week a day lies in, Monday first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ date: DiaryDate }).strict(),
    output: WeekOfBookings,
  }),
  inMonth: procedure({
    summary: 'For each day of a month how many bookings there are and how many hours are free.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ date: DiaryDate, facilityId: FacilityId.nullable().default(null) }).strict(),
    output: z.object({ days: z.array(MonthDay) }),
  }),
  findFree: procedure({
    summary:
      'Free times that fit: so long, so many people, such needs, between two days, at a time of day.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        minutes: z.int().min(15).max(1440),
        people: z.int().min(1).max(5000).nullable().default(null),
        units: z.int().min(1).max(500).default(1),
        accessNeeds: z.array(AccessFeature).max(20).default([]),
        facilityId: FacilityId.nullable().default(null),
        from: DiaryDate,
        until: DiaryDate,
        part: z.enum(['any', 'morning', 'afternoon', 'evening']).default('any'),
        limit: z.int().min(1).max(200).default(30),
      })
      .strict(),
    output: z.array(FreeSlot),
  }),
  foresee: procedure({
    summary:
      'What saving a booking would meet: clashes, closed days, restrictions, papers not yet given.',
    kind: 'query',
    access: EVERY_ROLE,
    input: CreateBooking.extend({
      id: BookingId.nullable().default(null),
      responsiblePersonId: PersonId.nullable(),
      booker: Booker.nullable(),
      purpose: Purpose.nullable(),
    }).strict(),
    output: Forecast,
  }),
  between: procedure({
    summary: 'Live bookings that touch the days from `from` to `until`, both included.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        from: DiaryDate,
        until: DiaryDate,
        facilityId: FacilityId.nullable().default(null),
      })
      .strict(),
    output: z.object({ bookings: z.array(BookingCard) }),
  }),
  list: procedure({
    summary: 'Bookings as a table, cancelled ones too when asked for, oldest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        from: DiaryDate,
        until: DiaryDate,
        facilityId: FacilityId.nullable().default(null),
        withCancelled: z.boolean().default(false),
        limit: z.int().min(1).max(500).default(100),
        offset: z.int().min(0).default(0),
      })
      .strict(),
    output: z.object({ bookings: z.array(Booking), total: z.int() }),
  }),
  ofBooker: procedure({
    summary: 'Live bookings of one group or person from a day on, the soonest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ booker: Booker, from: LocalDate, limit: z.int().min(1).max(200).default(20) })
      .strict(),
    output: z.array(Booking),
  }),
  get: procedure({
    summary: 'One booking.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: BookingId }).strict(),
    output: Booking,
  }),
  create: procedure({
    summary: 'Books a room. Refused when the room is taken or closed, or the time has passed.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: CreateBooking,
    output: Booking,
  }),
  change: procedure({
    summary:
      'Changes a booking, if nobody else has changed it since; who was offered the time it leaves is said.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: ChangeBooking,
    output: Booking.extend(FreedOffers.shape),
  }),
  cancel: procedure({
    summary: 'Cancels a booking with a reason; it is kept, and who was offered the time is said.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z
      .object({
        id: BookingId,
        version: z.int(),
        reason: Line.min(1, 'Say why the booking is cancelled, in a few words.').max(
          500,
          'Use 500 characters or fewer.',
        ),
      })
      .strict(),
    output: Booking.extend(FreedOffers.shape),
  }),
  undoCancel: procedure({
    summary: 'Takes a cancellation back while the room is still free at that time.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object({ id: BookingId, version: z.int() }).strict(),
    output: Booking,
  }),
  printSlip: procedure({
    summary: 'Draws the booking slip (DOC-02).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: BookingId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printDaySheet: procedure({
    summary: 'Draws the day sheet of all rooms (DOC-06), with the audit trail’s anchor on it.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ date: DiaryDate, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printBlankForm: procedure({
    summary: 'Draws the blank booking form (DOC-01) with lines to write on.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  ...seriesProcedures,
  ...queueProcedures,
  ...bookingUseProcedures,
  ...bookingLookupProcedures,
};
