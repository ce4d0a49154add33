import { z } from 'zod';
import { FacilityId } from '#db/facilities/facilities.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import type { Role } from '#db/shared/roles';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import {
  BOOKING_DETAILS,
  Booker,
  Booking,
  BookingId,
  FreedOffers,
  LeftDate,
  SeriesId,
} from '../bookings.contract.ts';

/** Who may approve and refuse: an officer or a manager. */
const APPROVERS: readonly Role[] = ['officer', 'manager'];

export const WaitingId = z.string().min(1).max(36).brand('WaitingId');
export type WaitingId = z.infer<typeof WaitingId>;

/** A time somebody waits for: on the waiting list, or a dropped date of a series that is still wanted. One order for both (BOOK-03). */
export const Waiting = z.object({
  id: WaitingId,
  kind: z.enum(['waiting', 'still-wanted']),
  /** Null: any room that fits. */
  facilityId: FacilityId.nullable(),
  facilityName: z.string(),
  date: LocalDate,
  from: LocalTime,
  until: LocalEndTime,
  units: z.int(),
  booker: Booker,
  bookerName: z.string(),
  bookerPhone: z.string(),
  responsiblePersonId: PersonId,
  responsibleName: z.string(),
  purpose: BOOKING_DETAILS.purpose,
  expectedNumber: z.int().nullable(),
  seriesId: SeriesId.nullable(),
  originalDate: LocalDate.nullable(),
  /** Why it could not be booked: 'Good Friday', 'Taken by Oak Estate TRA'. */
  why: z.string(),
  /** Order of the queue: the first to ask is the first to be offered. */
  requestedAt: Instant,
  state: z.enum(['waiting', 'offered', 'booked', 'withdrawn', 'passed']),
  /** The booking that offers or became it. */
  bookingId: BookingId.nullable(),
  offerUntil: Instant.nullable(),
  /** The time is free now, so it can be offered. */
  isFree: z.boolean(),
  /** 1 is next, among those who wait for a time that touches this one. */
  place: z.int(),
  version: z.int(),
});
export type Waiting = z.infer<typeof Waiting>;

export const NewWaiting = z
  .object({
    facilityId: FacilityId.nullable(),
    date: BOOKING_DETAILS.date,
    from: LocalTime,
    until: LocalEndTime,
    units: BOOKING_DETAILS.units,
    booker: Booker,
    responsiblePersonId: PersonId,
    purpose: BOOKING_DETAILS.purpose,
    expectedNumber: BOOKING_DETAILS.expectedNumber,
  })
  .strict();
export type NewWaiting = z.infer<typeof NewWaiting>;

const REASON = Line.min(1, 'Say why, in a few words.').max(500, 'Use 500 characters or fewer.');
const which = { id: BookingId, version: z.int() };

export const queueProcedures = {
  queue: procedure({
    summary: 'Everybody who waits for a time, in the order in which they asked.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ withSettled: z.boolean().default(false) }).strict(),
    output: z.array(Waiting),
  }),
  addWaiting: procedure({
    summary: 'Puts somebody on the waiting list for a time that is taken.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'tasks'],
    input: NewWaiting,
    output: Waiting,
  }),
  withdrawWaiting: procedure({
    summary: 'Takes somebody off the waiting list, or a date off the list of those still wanted.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'tasks'],
    input: z.object({ id: WaitingId, reason: REASON, version: z.int() }).strict(),
    output: Waiting,
  }),
  startOffer: procedure({
    summary: 'Offers a free time to the first who waits for it and holds it until a stated time.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z
      .object({
        id: WaitingId,
        /** The room, where any room was wanted. */
        facilityId: FacilityId.nullable().default(null),
        offerUntil: Instant.nullable().default(null),
        version: z.int(),
      })
      .strict(),
    output: Waiting,
  }),
  confirmOffer: procedure({
    summary: 'Enters that an offered time was accepted: it becomes a booking.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object(which).strict(),
    output: Booking,
  }),
  withdrawOffer: procedure({
    summary: 'Enters that an offered time was declined; says to whom it was offered next.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object({ ...which, reason: REASON, staysWaiting: z.boolean() }).strict(),
    output: Booking.extend(FreedOffers.shape),
  }),
  confirmHold: procedure({
    summary: 'Makes a provisional hold a booking.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object(which).strict(),
    output: Booking,
  }),
  confirmRequest: procedure({
    summary: 'Approves a booking that waits for approval.',
    kind: 'command',
    access: APPROVERS,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object(which).strict(),
    output: Booking,
  }),
  confirmRequests: procedure({
    summary: 'Approves every date of a series that waits for approval; names those that cannot be.',
    kind: 'command',
    access: APPROVERS,
    touches: ['bookings', 'search', 'tasks'],
    input: z
      .object({
        seriesId: SeriesId,
        /** The dates as they were seen; a date that was changed since is left as it is. */
        dates: z.array(z.object(which).strict()).min(1).max(366),
      })
      .strict(),
    output: z.object({ approved: z.array(Booking), left: z.array(LeftDate) }),
  }),
  withdrawRequest: procedure({
    summary: 'Refuses a booking that waits for approval, with the reason; it is kept.',
    kind: 'command',
    access: APPROVERS,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object({ ...which, reason: REASON }).strict(),
    output: Booking.extend(FreedOffers.shape),
  }),
};
