import { z } from 'zod';
import { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { WeekHours } from '#db/settings/settings.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';

export const BookingId = z.string().min(1).max(36).brand('BookingId');
export type BookingId = z.infer<typeof BookingId>;

/** `provisional` and further states come with the complete bookings module. */
export const BookingStatus = z.enum(['confirmed', 'cancelled']);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** What the room is used for (BOOK-05, BOOK-06). The last one is allowed and warned about. */
export const Purpose = z.enum([
  'group-meeting',
  'council-meeting',
  'training',
  'consultation',
  'event',
  'office-work',
  'advice',
  'not-involvement',
]);
export type Purpose = z.infer<typeof Purpose>;

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  'group-meeting': 'Meeting of a group',
  'council-meeting': 'Meeting led by the council',
  training: 'Training',
  consultation: 'Consultation or focus group',
  event: 'Event for tenants',
  'office-work': 'Paperwork, copying or computer work for a group',
  advice: 'Advice or surgery',
  'not-involvement': 'Something else (not tenant involvement)',
};

/** Who the room is booked for. Membership of a group is never a condition (BOOK-05). */
export const Booker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: GroupId }).strict(),
  z.object({ kind: z.literal('person'), personId: PersonId }).strict(),
]);
export type Booker = z.infer<typeof Booker>;

/** A booking with the names that screens and papers show beside it. */
export const Booking = z.object({
  id: BookingId,
  /** What people quote: 'BKG-2027-0041'. */
  reference: z.string(),
  facilityId: FacilityId,
  facilityName: z.string(),
  startsAt: LocalDateTime,
  endsAt: LocalDateTime,
  /** The span the database guards; equal to the use time until set-up and clear-down times exist. */
  heldFrom: LocalDateTime,
  heldUntil: LocalDateTime,
  status: BookingStatus,
  booker: Booker,
  bookerName: z.string(),
  bookerPhone: z.string(),
  responsiblePersonId: PersonId,
  responsibleName: z.string(),
  responsiblePhone: z.string(),
  purpose: Purpose,
  /** People expected; null when not said. */
  expectedNumber: z.int().nullable(),
  needs: z.string(),
  notes: z.string(),
  /** Outside the unit's office hours, inside the room's opening hours (BOOK-04). */
  isOutOfHours: z.boolean(),
  requestedAt: Instant,
  takenBy: z.string(),
  cancelledAt: Instant.nullable(),
  cancelReason: z.string(),
  version: z.int(),
});
export type Booking = z.infer<typeof Booking>;

/** What a calendar draws: small, because a month holds hundreds. */
export const BookingCard = Booking.pick({
  id: true,
  reference: true,
  facilityId: true,
  startsAt: true,
  endsAt: true,
  heldFrom: true,
  heldUntil: true,
  status: true,
  bookerName: true,
  purpose: true,
  expectedNumber: true,
  needs: true,
  isOutOfHours: true,
  version: true,
});
export type BookingCard = z.infer<typeof BookingCard>;

/** A day the diary knows; a mistyped century is refused before anybody reckons with it. */
const DiaryDate = LocalDate.refine(
  (date) => date >= '1990-01-01' && date < '2200-01-01',
  'Enter a date between 1990 and 2199.',
);

const details = {
  facilityId: FacilityId,
  date: DiaryDate,
  from: LocalTime,
  until: LocalEndTime,
  booker: Booker,
  responsiblePersonId: PersonId,
  purpose: Purpose,
  expectedNumber: z
    .int('Enter a whole number of people.')
    .min(1, 'Enter a number of people above 0, or leave it empty.')
    .max(5000, 'Enter a number of people below 5,000.')
    .nullable(),
  needs: z.string().trim().max(1000, 'Use 1,000 characters or fewer.'),
  notes: z.string().trim().max(4000, 'Use 4,000 characters or fewer.'),
};

export const CreateBooking = z.object(details).strict();
export type CreateBooking = z.infer<typeof CreateBooking>;

export const ChangeBooking = z.object({ ...details, id: BookingId, version: z.int() }).strict();
export type ChangeBooking = z.infer<typeof ChangeBooking>;

/** One day of the centre: what the day view and its list twin draw. */
export const DayOfBookings = z.object({
  date: LocalDate,
  facilities: z.array(Facility),
  officeHours: WeekHours,
  bookings: z.array(BookingCard),
});
export type DayOfBookings = z.infer<typeof DayOfBookings>;

/** A room on the Today page. */
export const RoomNow = z.object({
  facility: Facility,
  isOpenNow: z.boolean(),
  now: BookingCard.nullable(),
  next: BookingCard.nullable(),
});
export type RoomNow = z.infer<typeof RoomNow>;

/** Something the desk still has to do; `path` is the screen that does it. */
export const ToDo = z.object({
  code: z.enum(['office-hours-missing', 'room-hours-missing', 'no-groups', 'lone-manager']),
  words: z.string(),
  path: z.string(),
});
export type ToDo = z.infer<typeof ToDo>;

export const Today = z.object({
  date: LocalDate,
  now: LocalDateTime,
  rooms: z.array(RoomNow),
  bookings: z.array(BookingCard),
  officeHours: WeekHours,
  toDo: z.array(ToDo),
});
export type Today = z.infer<typeof Today>;

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
    touches: ['bookings', 'search'],
    input: CreateBooking,
    output: Booking,
  }),
  change: procedure({
    summary: 'Changes a booking, if nobody else has changed it since it was read.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search'],
    input: ChangeBooking,
    output: Booking,
  }),
  cancel: procedure({
    summary: 'Cancels a booking with a reason; the booking is kept.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search'],
    input: z
      .object({
        id: BookingId,
        version: z.int(),
        reason: z
          .string()
          .trim()
          .min(1, 'Say why the booking is cancelled, in a few words.')
          .max(500, 'Use 500 characters or fewer.'),
      })
      .strict(),
    output: Booking,
  }),
  undoCancel: procedure({
    summary: 'Takes a cancellation back while the room is still free at that time.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search'],
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
};
