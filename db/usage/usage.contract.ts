import { z } from 'zod';
import { DiaryDate } from '#db/bookings/bookings.contract';
import { FacilityId, SeatId } from '#db/facilities/facilities.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';

export const UsageId = z.string().min(1).max(36).brand('UsageId');
export type UsageId = z.infer<typeof UsageId>;

/**
 * One use of a facility without a booking: a session at a computer, or a job at the photocopier (DOC-08, BOOK-23).
 * It counts for the group the person acts for, or for the person when they act for themselves.
 */
export const Usage = z.object({
  id: UsageId,
  facilityId: FacilityId,
  facilityName: z.string(),
  /** The computer that was named; null is any of them. */
  seatId: SeatId.nullable(),
  seatName: z.string(),
  personId: PersonId,
  personName: z.string(),
  /** The group they act for; null when for themselves. */
  groupId: GroupId.nullable(),
  groupName: z.string(),
  purpose: z.string(),
  startedAt: LocalDateTime,
  /** Null while the session is open. */
  endedAt: LocalDateTime.nullable(),
  minutes: z.int().nullable(),
  /** Pages copied or printed; 0 for a session without any. */
  copies: z.int(),
  /** How many of these pages were in colour. */
  colourCopies: z.int(),
  /** The adult who came along, where the person is younger than the facility asks for. */
  accompaniedBy: z.string(),
  notes: z.string(),
  /** Why the entry was taken back; empty while it counts. */
  withdrawnWhy: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
  version: z.int(),
});
export type Usage = z.infer<typeof Usage>;

/** A computer suite as the desk sees it now. */
export const SuiteNow = z.object({
  facilityId: FacilityId,
  facilityName: z.string(),
  /** Places; null while nobody has said how many it holds: then nobody is turned away. */
  units: z.int().nullable(),
  unitName: z.string(),
  outOfOrder: z.int(),
  open: z.array(Usage),
  freeNow: z.int().nullable(),
  /** Why nobody walks in now, in a sentence: 'Closed today: Christmas Day.' Empty while it is open; then nothing counts as free. */
  closedWords: z.string(),
  /** '3 free until noon, 8 after'. */
  freeWords: z.string(),
  minimumAge: z.int().nullable(),
});
export type SuiteNow = z.infer<typeof SuiteNow>;

/** What may be used free in a period; a figure nobody entered is no rule. */
export const Allowance = z.object({
  id: z.string(),
  facilityId: FacilityId,
  facilityName: z.string(),
  /** `group`: each group has it; `person`: each person. */
  per: z.enum(['group', 'person']),
  unit: z.enum(['booked-minutes', 'session-minutes', 'copies']),
  amount: z.int().positive(),
  period: z.enum(['month', 'quarter', 'year']),
  from: LocalDate,
  until: LocalDate.nullable(),
});
export type Allowance = z.infer<typeof Allowance>;

/** How much of an allowance one group or person has used on a day's period, and what is left. */
export const AllowanceLeft = z.object({
  allowance: Allowance,
  used: z.int(),
  left: z.int(),
  /** '140 of 500 copies left this quarter (April to June 2027)'. */
  words: z.string(),
});
export type AllowanceLeft = z.infer<typeof AllowanceLeft>;

const PURPOSE = Line.min(1, 'Say what it is for, in a word or two.').max(
  200,
  'Use 200 characters or fewer.',
);
const COPIES = z.int('Enter a whole number of pages.').min(0).max(100000);

export const usageContract = {
  now: procedure({
    summary: 'The walk-in facilities now: open sessions, free places, and what is booked next.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(SuiteNow),
  }),
  list: procedure({
    summary: 'The usage log between two days, both included, the latest first, with its totals.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        from: DiaryDate,
        until: DiaryDate,
        facilityId: FacilityId.nullable().default(null),
        personId: PersonId.nullable().default(null),
        groupId: GroupId.nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
        offset: z.int().min(0).default(0),
      })
      .strict(),
    output: z.object({
      entries: z.array(Usage),
      total: z.int(),
      minutes: z.int(),
      copies: z.int(),
      colourCopies: z.int(),
    }),
  }),
  start: procedure({
    summary:
      'Starts a session for somebody who walked in. Refused out of hours, or when no place is free.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['usage'],
    input: z
      .object({
        facilityId: FacilityId,
        seatId: SeatId.nullable(),
        personId: PersonId,
        groupId: GroupId.nullable(),
        purpose: PURPOSE,
        /** Asked only where the facility has a minimum age. */
        isOldEnough: z.boolean().nullable(),
        accompaniedBy: Line.max(120),
      })
      .strict(),
    output: z.object({ usage: Usage, warnings: z.array(z.string()) }),
  }),
  stop: procedure({
    summary: 'Ends an open session, with the pages printed in it.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['usage'],
    input: z
      .object({
        id: UsageId,
        copies: COPIES,
        colourCopies: COPIES,
        notes: Lines.max(500),
        version: z.int(),
      })
      .strict(),
    output: Usage,
  }),
  undoStop: procedure({
    summary: 'Opens a session again that was ended by mistake, on the same day.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['usage'],
    input: z.object({ id: UsageId, version: z.int() }).strict(),
    output: Usage,
  }),
  withdraw: procedure({
    summary: 'Takes an entry back that was made by mistake; it counts no longer and is kept.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['usage'],
    input: z
      .object({
        id: UsageId,
        reason: Line.min(1, 'Say what was wrong with it.').max(300),
        version: z.int(),
      })
      .strict(),
    output: Usage,
  }),
  record: procedure({
    summary:
      'Enters a use that is over: a job at the photocopier, or a session nobody entered in time.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['usage'],
    input: z
      .object({
        facilityId: FacilityId,
        seatId: SeatId.nullable(),
        personId: PersonId,
        groupId: GroupId.nullable(),
        purpose: PURPOSE,
        startedAt: LocalDateTime,
        minutes: z.int().min(0).max(1440),
        copies: COPIES,
        colourCopies: COPIES,
        isOldEnough: z.boolean().nullable(),
        accompaniedBy: Line.max(120),
        notes: Lines.max(500),
      })
      .strict(),
    output: z.object({ usage: Usage, warnings: z.array(z.string()) }),
  }),
  allowances: procedure({
    summary: 'What may be used free in a period, by facility.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Allowance),
  }),
  setAllowance: procedure({
    summary: 'Enters an allowance that holds from a day on; the earlier one ends the day before.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['usage'],
    input: z
      .object({
        facilityId: FacilityId,
        per: z.enum(['group', 'person']),
        unit: z.enum(['booked-minutes', 'session-minutes', 'copies']),
        /** Null: from that day on there is no allowance, hence no rule. */
        amount: z.int().positive().max(10000000).nullable(),
        period: z.enum(['month', 'quarter', 'year']),
        from: LocalDate,
      })
      .strict(),
    output: z.array(Allowance),
  }),
  left: procedure({
    summary: 'What a group or person has left of each allowance on a day.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        facilityId: FacilityId.nullable().default(null),
        groupId: GroupId.nullable(),
        personId: PersonId.nullable(),
        on: LocalDate,
      })
      .strict(),
    output: z.array(AllowanceLeft),
  }),
  printLog: procedure({
    summary: 'Draws the log of a facility (DOC-08): a month filled in, or blank with lines.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        facilityId: FacilityId,
        month: DiaryDate.nullable(),
        size: PaperSize.default('normal'),
      })
      .strict(),
    output: Paper,
  }),
};
