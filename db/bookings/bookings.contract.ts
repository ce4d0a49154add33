import { z } from 'zod';
import { AccessFeature, FacilityId, LayoutId } from '#db/facilities/facilities.contract';
import { Party } from '#db/people/party.contract';
import { PersonId } from '#db/people/people.contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';

export const BookingId = z.string().min(1).max(36).brand('BookingId');
export type BookingId = z.infer<typeof BookingId>;

/**
 * `provisional`: held until a date, then it lapses. `requested`: held until somebody approves or refuses it.
 * `offered`: held for the first in the queue until a stated time. `cancelled`, `refused` and `lapsed` hold nothing.
 */
export const BookingStatus = z.enum([
  'provisional',
  'requested',
  'offered',
  'confirmed',
  'cancelled',
  'refused',
  'lapsed',
]);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** The states in which a booking holds its room; the file's own guard knows the same four. */
export const HOLDING_STATUSES: readonly BookingStatus[] = [
  'provisional',
  'requested',
  'offered',
  'confirmed',
];

/** What the room is used for (BOOK-05). Not involvement is warned about (BOOK-06), a legal dispute is refused (BOOK-14). */
export const Purpose = z.enum([
  'group-meeting',
  'council-meeting',
  'training',
  'consultation',
  'event',
  'office-work',
  'advice',
  'not-involvement',
  'legal-dispute',
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
  'legal-dispute': 'A legal dispute with the council',
};

/** Who the room is booked for. Membership of a group is never a condition (BOOK-05). */
export const Booker = Party;
export type Booker = Party;

export const SeriesId = z.string().min(1).max(36).brand('SeriesId');
export type SeriesId = z.infer<typeof SeriesId>;

/** Something to stand ready: 'projector', 1. What lends it comes with equipment; until then the desk reads it. */
export const Wanted = z
  .object({
    what: Line.min(1, 'Say what is wanted.').max(80),
    quantity: z.int().min(1).max(1000),
  })
  .strict();
export type Wanted = z.infer<typeof Wanted>;

/** Where a booking stands on its day. */
export const Attendance = z.enum(['expected', 'in', 'out', 'no-show']);
export type Attendance = z.infer<typeof Attendance>;

/** Set-up or clear-down time that was given up to a neighbour, by whom and why; it shows on both bookings. */
export const Squeeze = z.object({
  id: z.string(),
  part: z.enum(['setup', 'cleardown']),
  /** Whose time was given up, and for whom. */
  fromBookingId: BookingId,
  fromReference: z.string(),
  forBookingId: BookingId,
  forReference: z.string(),
  minutes: z.int(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
});
export type Squeeze = z.infer<typeof Squeeze>;

/** A booking with the names that screens and papers show beside it. */
export const Booking = z.object({
  id: BookingId,
  /** What people quote: 'BKG-2027-0041'. */
  reference: z.string(),
  facilityId: FacilityId,
  facilityName: z.string(),
  startsAt: LocalDateTime,
  endsAt: LocalDateTime,
  /** The span the database guards: the use time with the set-up before it and the clear-down after it. */
  heldFrom: LocalDateTime,
  heldUntil: LocalDateTime,
  /** Places held, of a facility that has several; 1 otherwise. */
  units: z.int().positive(),
  layoutId: LayoutId.nullable(),
  layoutName: z.string(),
  /** Minutes wanted before and after the use; the held span is shorter where they were given up. */
  setupMinutes: z.int(),
  cleardownMinutes: z.int(),
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
  /** Why it was cancelled or refused. */
  cancelReason: z.string(),
  /** True: cancelled with less notice than the room asks for. */
  isLateCancellation: z.boolean(),
  /** Last day of a provisional hold. */
  lapsesOn: LocalDate.nullable(),
  /** Moment until which an offer stands. */
  offerUntil: Instant.nullable(),
  seriesId: SeriesId.nullable(),
  /** The date the series gave it, however often it was moved since; null outside a series. */
  originalDate: LocalDate.nullable(),
  accessNeeds: z.array(AccessFeature),
  /** Children to be looked after; 0 for none. */
  crechePlaces: z.int(),
  thingsWanted: z.array(Wanted),
  /** Who opens and locks up outside opening hours; empty inside them. */
  keyholder: z.string(),
  /** Why it lies outside opening hours or on a closed day. */
  hoursReason: z.string(),
  /** Why it was entered after it began; empty otherwise. */
  lateEntryReason: z.string(),
  /** The booker agreed that the name stands on door signs and public sheets (PPL-10). */
  mayShowName: z.boolean(),
  attendance: Attendance,
  checkedInAt: Instant.nullable(),
  checkedOutAt: Instant.nullable(),
  headcount: z.int().nullable(),
  version: z.int(),
});
export type Booking = z.infer<typeof Booking>;

/** To whom a time that became free was offered: somebody the desk now rings. */
export const FreedOffer = Booking.pick({
  id: true,
  reference: true,
  bookerName: true,
  bookerPhone: true,
  facilityName: true,
  startsAt: true,
  endsAt: true,
  offerUntil: true,
});
export type FreedOffer = z.infer<typeof FreedOffer>;

/** What an act that frees time answers beside the booking: the offers it made, in the order of asking. */
export const FreedOffers = z.object({ offers: z.array(FreedOffer) });
export type FreedOffers = z.infer<typeof FreedOffers>;

/** A date of a series that an act on many dates left as it was, and why. */
export const LeftDate = Booking.pick({ id: true, reference: true, startsAt: true }).extend({
  words: z.string(),
});
export type LeftDate = z.infer<typeof LeftDate>;

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
  units: true,
  seriesId: true,
  booker: true,
  attendance: true,
  version: true,
});
export type BookingCard = z.infer<typeof BookingCard>;

/** A day the diary knows; a mistyped century is refused before anybody reckons with it. */
export const DiaryDate = LocalDate.refine(
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
  needs: Lines.max(1000, 'Use 1,000 characters or fewer.'),
  notes: Lines.max(4000, 'Use 4,000 characters or fewer.'),
  units: z.int('Enter a whole number of places.').min(1).max(500).default(1),
  layoutId: LayoutId.nullable().default(null),
  /** Null: as the layout says. */
  setupMinutes: z.int().min(0).max(480, 'Use 8 hours or fewer.').nullable().default(null),
  cleardownMinutes: z.int().min(0).max(480, 'Use 8 hours or fewer.').nullable().default(null),
  accessNeeds: z.array(AccessFeature).max(20).default([]),
  crechePlaces: z.int().min(0).max(200).default(0),
  thingsWanted: z.array(Wanted).max(30).default([]),
  mayShowName: z.boolean().default(false),
  /** Lets the booking lie outside opening hours or on a closed day: a manager, a named keyholder, a reason (BOOK-04). */
  outsideHours: z
    .object({
      keyholder: Line.min(1, 'Enter who opens and locks up.').max(120),
      reason: Line.min(1, 'Say why it is outside opening hours.').max(500),
    })
    .strict()
    .nullable()
    .default(null),
  /** Gives up set-up or clear-down time, its own or its neighbour's, never use time: an officer or manager, a reason. */
  squeeze: z
    .object({ reason: Line.min(1, 'Say why the time is given up.').max(500) })
    .strict()
    .nullable()
    .default(null),
};

/** What a booking is when nothing more than who, what, where and when was said. */
export const PLAIN_BOOKING = {
  units: 1,
  layoutId: null,
  setupMinutes: null,
  cleardownMinutes: null,
  accessNeeds: [],
  crechePlaces: 0,
  thingsWanted: [],
  mayShowName: false,
  outsideHours: null,
  squeeze: null,
  hold: null,
  lateEntry: null,
} satisfies Partial<CreateBooking>;

/** The fields of a booking's form; a series has them once for all its dates. */
export const BOOKING_DETAILS = details;

export const CreateBooking = z
  .object({
    ...details,
    /** A provisional hold and its last day; null books at once. */
    hold: z.object({ lapsesOn: DiaryDate }).strict().nullable().default(null),
    /** Lets a use be entered after it began; both times are kept. */
    lateEntry: z
      .object({ reason: Line.min(1, 'Say why it is entered late.').max(500) })
      .strict()
      .nullable()
      .default(null),
  })
  .strict();
export type CreateBooking = z.infer<typeof CreateBooking>;

export const ChangeBooking = z
  .object({
    ...details,
    id: BookingId,
    version: z.int(),
    /** A confirmed booking that the centre, not its holder, wants to move: who agreed, and how (BOOK-03). */
    agreement: z
      .object({
        agreedBy: Line.min(1, 'Enter who agreed to the move.').max(120),
        how: z.enum(['phone', 'in-person', 'letter', 'email']),
      })
      .strict()
      .nullable()
      .default(null),
    /** Who asked for the change. `centre` needs an agreement when a confirmed booking moves. */
    askedBy: z.enum(['holder', 'centre']).default('holder'),
  })
  .strict();
export type ChangeBooking = z.infer<typeof ChangeBooking>;
