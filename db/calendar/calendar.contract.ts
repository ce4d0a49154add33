import { z } from 'zod';
import { FacilityId } from '#db/facilities/facilities.contract';
import { EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Line } from '#db/shared/text';

export const ClosureId = z.string().min(1).max(36).brand('ClosureId');
export type ClosureId = z.infer<typeof ClosureId>;

/** A day the calendar knows; a mistyped century is refused before anybody counts from it. */
const CalendarDate = LocalDate.refine(
  (date) => date >= '1990-01-01' && date < '2200-01-01',
  'Enter a date between 1990 and 2199.',
);

/**
 * A one-off day on which the centre differs from its week: closed, or open although it would be closed.
 * `facilityId` null is the whole centre; `from` and `until` null is the whole day.
 */
export const Closure = z.object({
  id: ClosureId,
  /** 'Staff training', 'Day of national mourning'. */
  name: z.string(),
  effect: z.enum(['closed', 'open']),
  firstDate: LocalDate,
  lastDate: LocalDate,
  facilityId: FacilityId.nullable(),
  from: LocalTime.nullable(),
  until: LocalEndTime.nullable(),
  /** True: it does not count as a working day for notices and deadlines either. */
  isNonWorking: z.boolean(),
  withdrawn: z.boolean(),
  version: z.int(),
});
export type Closure = z.infer<typeof Closure>;

export const ClosureDetails = z
  .object({
    name: Line.min(1, 'Say in a few words why, as it should stand in the diary.').max(
      120,
      'Use 120 characters or fewer.',
    ),
    effect: z.enum(['closed', 'open']),
    firstDate: CalendarDate,
    lastDate: CalendarDate,
    facilityId: FacilityId.nullable(),
    from: LocalTime.nullable(),
    until: LocalEndTime.nullable(),
    isNonWorking: z.boolean(),
  })
  .strict();
export type ClosureDetails = z.infer<typeof ClosureDetails>;

/** When one facility is open on one day, after bank holidays, closures and extra open days. */
export const OpenDay = z.object({
  facilityId: FacilityId,
  date: LocalDate,
  /** Null: nobody has entered hours, so nothing is closed. Empty: closed all day. */
  spans: z.array(z.object({ from: LocalDateTime, until: LocalDateTime })).nullable(),
  /** Why it is closed or open out of the ordinary: 'Good Friday'. Empty on an ordinary day. */
  why: z.string(),
});
export type OpenDay = z.infer<typeof OpenDay>;

/** One day that is not an ordinary one: a bank holiday, a closure, an extra open day. */
export const SpecialDay = z.object({
  date: LocalDate,
  name: z.string(),
  kind: z.enum(['bank-holiday', 'closed', 'open']),
  closureId: ClosureId.nullable(),
  facilityId: FacilityId.nullable(),
  from: LocalTime.nullable(),
  until: LocalEndTime.nullable(),
  isNonWorking: z.boolean(),
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** A booking that stands on a day which is about to be closed; it is listed, never moved by itself. */
export const BookingHit = z.object({
  bookingId: z.string(),
  reference: z.string(),
  facilityName: z.string(),
  bookerName: z.string(),
  startsAt: LocalDateTime,
  endsAt: LocalDateTime,
});
export type BookingHit = z.infer<typeof BookingHit>;

export const calendarContract = {
  year: procedure({
    summary: 'Bank holidays, closures and extra open days of one year, in order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ year: z.int().min(1990).max(2199) }).strict(),
    output: z.array(SpecialDay),
  }),
  closures: procedure({
    summary: 'Every closure and extra open day on record, the latest first, withdrawn ones too.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Closure),
  }),
  hitBy: procedure({
    summary: 'The live bookings that a closure would hit.',
    kind: 'query',
    access: EVERY_ROLE,
    input: ClosureDetails,
    output: z.array(BookingHit),
  }),
  addClosure: procedure({
    summary:
      'Enters a closure or an extra open day; bookings it hits are listed and left as they are.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['calendar', 'bookings', 'tasks'],
    input: ClosureDetails,
    output: z.object({ closure: Closure, hits: z.array(BookingHit) }),
  }),
  withdrawClosure: procedure({
    summary: 'Takes a closure or an extra open day back; it stays on record.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['calendar', 'bookings', 'tasks'],
    input: z.object({ id: ClosureId, version: z.int() }).strict(),
    output: Closure,
  }),
  countWorkingDays: procedure({
    summary: 'The day so many clear working days from a day, with the count in words.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ from: CalendarDate, days: z.int().min(-400).max(400) }).strict(),
    output: z.object({ date: LocalDate, words: z.string() }),
  }),
};
