import { z } from 'zod';
import { FacilityId } from '#db/facilities/facilities.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime, Weekday } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import {
  BOOKING_DETAILS,
  Booking,
  BookingId,
  DiaryDate,
  FreedOffers,
  LeftDate,
  SeriesId,
} from '../bookings.contract.ts';

const every = z.int().min(1).max(52).default(1);

/** How a series repeats. The wall clock's hour stays, whatever the clocks do. */
export const Repeat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), every }).strict(),
  z.object({ kind: z.literal('weekly'), every, weekdays: z.array(Weekday).min(1).max(7) }).strict(),
  /** On the 31st: months without one are left out and said so. */
  z.object({ kind: z.literal('monthly-by-date'), every, day: z.int().min(1).max(31) }).strict(),
  /** 'The third Thursday'; -1 is the last one. */
  z
    .object({
      kind: z.literal('monthly-by-weekday'),
      every,
      which: z.literal([1, 2, 3, 4, -1]),
      weekday: Weekday,
    })
    .strict(),
  z.object({ kind: z.literal('yearly'), every }).strict(),
  z.object({ kind: z.literal('picked'), dates: z.array(DiaryDate).min(1).max(200) }).strict(),
]);
export type Repeat = z.infer<typeof Repeat>;

export const SeriesEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('until'), date: LocalDate }).strict(),
  z.object({ kind: z.literal('count'), count: z.int().min(1).max(366) }).strict(),
]);
export type SeriesEnd = z.infer<typeof SeriesEnd>;

/** What to do with a date on which the room is closed. */
export const OnClosedDay = z.enum(['skip', 'next-open', 'keep']);
export type OnClosedDay = z.infer<typeof OnClosedDay>;

/**
 * What the desk decided for one date on the list. A date without a choice follows the series' own rule.
 * New series: `book` on the date itself, though it is a closed day; `skip` drops it for good; `move` books it at `to`.
 * Change: `book` takes a date along that was moved by hand before; `skip` leaves it as it is; `move` puts it at `to`.
 */
export const DateChoice = z
  .object({
    originalDate: LocalDate,
    choice: z.enum(['book', 'skip', 'move']),
    to: z
      .object({
        facilityId: FacilityId,
        date: LocalDate,
        from: LocalTime,
        until: LocalEndTime,
      })
      .strict()
      .nullable()
      .default(null),
  })
  .strict()
  .refine((chosen) => chosen.choice !== 'move' || chosen.to !== null, {
    path: ['to'],
    message: 'Say to which room, day and time the date moves.',
  });
export type DateChoice = z.infer<typeof DateChoice>;

export const NewSeries = z
  .object({
    ...BOOKING_DETAILS,
    repeat: Repeat,
    end: SeriesEnd,
    onClosedDay: OnClosedDay,
    choices: z.array(DateChoice).max(366).default([]),
  })
  .strict();
export type NewSeries = z.infer<typeof NewSeries>;

/** One date of a series as it would be saved. */
export const SeriesDate = z.object({
  /** The date the rule gives; it names the occurrence for ever. */
  originalDate: LocalDate,
  facilityId: FacilityId,
  facilityName: z.string(),
  startsAt: LocalDateTime,
  endsAt: LocalDateTime,
  /** What is in the way of the date as the rule gives it. */
  verdict: z.enum(['free', 'clash', 'closed', 'refused']),
  /** `book`: it becomes a booking. `want`: it goes onto the 'still wanted' list. `drop`: nobody wants it any more. */
  outcome: z.enum(['book', 'want', 'drop']),
  /** Moved here by hand, or to the next open day. */
  isMoved: z.boolean(),
  /** The clocks change on this day. */
  isClockChange: z.boolean(),
  /** What is in the way, or what was done about it: 'Good Friday', 'Taken 10am to 12pm by Oak Estate TRA'. */
  words: z.string(),
});
export type SeriesDate = z.infer<typeof SeriesDate>;

export const SeriesPreview = z.object({
  /** 'Every Monday, 10am to 12pm, 1 March to 31 May 2027'. */
  words: z.string(),
  dates: z.array(SeriesDate),
  booked: z.int(),
  wanted: z.int(),
  dropped: z.int(),
  /** 'February 2027 has no 31st and is left out.' Empty when every turn of the rule has its day. */
  leftOut: z.string(),
});
export type SeriesPreview = z.infer<typeof SeriesPreview>;

export const Series = z.object({
  id: SeriesId,
  reference: z.string(),
  words: z.string(),
  repeat: Repeat,
  onClosedDay: OnClosedDay,
  bookings: z.array(Booking),
  /** Dates that are still wanted, with why each was dropped. */
  stillWanted: z.array(z.object({ originalDate: LocalDate, words: z.string() })),
  version: z.int(),
});
export type Series = z.infer<typeof Series>;

export const SeriesScope = z.enum(['this-and-later', 'all']);
export type SeriesScope = z.infer<typeof SeriesScope>;

/** What changes in every date of the scope; whatever is null stays as each date has it. */
export const SeriesChange = z
  .object({
    seriesId: SeriesId,
    scope: SeriesScope,
    /** The date from which on, for 'this and later'; any date of the series for 'all'. */
    fromBookingId: BookingId,
    from: LocalTime.nullable().default(null),
    until: LocalEndTime.nullable().default(null),
    facilityId: FacilityId.nullable().default(null),
    /** Another weekday of the same week, for weekly series and monthly ones by weekday. */
    weekday: Weekday.nullable().default(null),
    purpose: BOOKING_DETAILS.purpose.nullable().default(null),
    responsiblePersonId: BOOKING_DETAILS.responsiblePersonId.nullable().default(null),
    expectedNumber: BOOKING_DETAILS.expectedNumber.default(null),
    choices: z.array(DateChoice).max(366).default([]),
    version: z.int(),
  })
  .strict();
export type SeriesChange = z.infer<typeof SeriesChange>;

/** One line of the list of differences. */
export const SeriesDifference = z.object({
  bookingId: BookingId,
  reference: z.string(),
  before: z.object({ facilityName: z.string(), startsAt: LocalDateTime, endsAt: LocalDateTime }),
  /** Null: this date stays as it is. */
  after: z
    .object({ facilityName: z.string(), startsAt: LocalDateTime, endsAt: LocalDateTime })
    .nullable(),
  outcome: z.enum(['changes', 'stays']),
  /** Why it stays, or what is in the way: 'Moved by hand before', 'Cancelled', 'Taken by Oak Estate TRA'. */
  words: z.string(),
});
export type SeriesDifference = z.infer<typeof SeriesDifference>;

export const seriesProcedures = {
  previewSeries: procedure({
    summary: 'Every date of a new series with what is in its way; nothing is saved.',
    kind: 'query',
    access: EVERY_ROLE,
    input: NewSeries,
    output: SeriesPreview,
  }),
  createSeries: procedure({
    summary: 'Books every date of a series as it was shown; dropped dates stay wanted.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: NewSeries,
    output: Series,
  }),
  series: procedure({
    summary: 'One series with all its dates, cancelled ones too.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: SeriesId }).strict(),
    output: Series,
  }),
  previewSeriesChange: procedure({
    summary: 'The difference list of a change to a series: which dates change, which stay and why.',
    kind: 'query',
    access: EVERY_ROLE,
    input: SeriesChange,
    output: z.object({ differences: z.array(SeriesDifference), changes: z.int(), stays: z.int() }),
  }),
  changeSeries: procedure({
    summary: 'Changes this and later dates of a series, or all; dates changed by hand before stay.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: SeriesChange,
    output: Series.extend(FreedOffers.shape),
  }),
  cancelSeries: procedure({
    summary: 'Cancels this and later dates of a series, or all that are to come.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z
      .object({
        seriesId: SeriesId,
        scope: SeriesScope,
        fromBookingId: BookingId,
        reason: Line.min(1, 'Say why they are cancelled, in a few words.').max(500),
        version: z.int(),
      })
      .strict(),
    output: Series.extend(FreedOffers.shape),
  }),
  undoSeriesChange: procedure({
    summary: 'Takes the last change or cancellation of a series back; names the dates that stay.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['bookings', 'search', 'tasks'],
    input: z.object({ seriesId: SeriesId, version: z.int() }).strict(),
    output: z.object({
      series: Series,
      undone: z.int(),
      left: z.array(LeftDate),
      offers: FreedOffers.shape.offers,
    }),
  }),
};
