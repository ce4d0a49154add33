import { z } from 'zod';
import { BookingHit } from '#db/calendar/calendar.contract';
import { FacilityId } from '#db/facilities/facilities.contract';
import { Party } from '#db/people/party.contract';
import { EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';

export const RestrictionId = z.string().min(1).max(36).brand('RestrictionId');
export type RestrictionId = z.infer<typeof RestrictionId>;

/** Whom something is taken away from. */
export const Subject = Party;
export type Subject = Party;

/** What is taken away: one facility and nothing else (BOOK-12), all of them (BOOK-13), a kind of activity, money, everything. */
export const Scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('facility'), facilityId: FacilityId }).strict(),
  z.object({ kind: z.literal('all-facilities') }).strict(),
  z.object({ kind: z.literal('activity'), activity: Line.min(1).max(60) }).strict(),
  z.object({ kind: z.literal('money') }).strict(),
  z.object({ kind: z.literal('everything') }).strict(),
]);
export type Scope = z.infer<typeof Scope>;

export const RestrictionSource = z.enum([
  'abuse-of-service',
  'code-of-conduct',
  'legal-dispute',
  'other',
]);
export type RestrictionSource = z.infer<typeof RestrictionSource>;

export const Restriction = z.object({
  id: RestrictionId,
  /** What the letter quotes: 'RST-2027-0003'. */
  reference: z.string(),
  subject: Subject,
  subjectName: z.string(),
  scope: Scope,
  /** 'Meeting Room', 'all rooms and equipment', 'money', 'everything'. */
  scopeWords: z.string(),
  /** `bars` refuses; `warns` only says so, for a live legal dispute (BOOK-14). */
  effect: z.enum(['bars', 'warns']),
  from: LocalDate,
  /** Last day, included; null is open-ended. */
  until: LocalDate.nullable(),
  incidentOn: LocalDate.nullable(),
  reason: z.string(),
  decidedBy: z.string(),
  source: RestrictionSource,
  /** How to appeal, as the letter says it (CON-24). */
  appealWords: z.string(),
  /** Day on which it was lifted early; null while it stands. */
  liftedOn: LocalDate.nullable(),
  liftedWhy: z.string(),
  version: z.int(),
});
export type Restriction = z.infer<typeof Restriction>;

export const RestrictionDetails = z
  .object({
    subject: Subject,
    scope: Scope,
    effect: z.enum(['bars', 'warns']),
    from: LocalDate,
    until: LocalDate.nullable(),
    incidentOn: LocalDate.nullable(),
    reason: Lines.min(1, 'Say why, as the letter should put it.').max(2000),
    decidedBy: Line.min(1, 'Enter who decided it.').max(120),
    source: RestrictionSource,
    appealWords: Lines.max(2000),
  })
  .strict();
export type RestrictionDetails = z.infer<typeof RestrictionDetails>;

/** What somebody is asked about: one facility, a kind of activity, money. */
export const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('facility'), facilityId: FacilityId }).strict(),
  z.object({ kind: z.literal('activity'), activity: Line.max(60) }).strict(),
  z.object({ kind: z.literal('money') }).strict(),
]);
export type Asked = z.infer<typeof Asked>;

export const restrictionsContract = {
  list: procedure({
    summary: 'Restrictions that stand on a day, or all of them, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ subject: Subject.nullable().default(null), on: LocalDate.nullable().default(null) })
      .strict(),
    output: z.array(Restriction),
  }),
  barring: procedure({
    summary: 'What bars, or warns about, a group or person from something on a day, and why.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ subjects: z.array(Subject).min(1).max(5), from: Asked, on: LocalDate })
      .strict(),
    output: z.array(Restriction),
  }),
  hitBy: procedure({
    summary: 'The coming bookings that a restriction would hit.',
    kind: 'query',
    access: EVERY_ROLE,
    input: RestrictionDetails,
    output: z.array(BookingHit),
  }),
  add: procedure({
    summary:
      'Removes a service from a group or person; their bookings are listed and left as they are.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['restrictions', 'bookings', 'tasks'],
    input: RestrictionDetails,
    output: z.object({ restriction: Restriction, hits: z.array(BookingHit) }),
  }),
  change: procedure({
    summary: 'Changes the last day, reason or appeal text of a restriction.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['restrictions', 'bookings'],
    input: z
      .object({
        id: RestrictionId,
        until: LocalDate.nullable(),
        reason: Lines.min(1, 'Say why, as the letter should put it.').max(2000),
        appealWords: Lines.max(2000),
        version: z.int(),
      })
      .strict(),
    output: Restriction,
  }),
  lift: procedure({
    summary: 'Ends a restriction early, with the reason; it stays on record.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['restrictions', 'bookings'],
    input: z
      .object({
        id: RestrictionId,
        on: LocalDate,
        reason: Line.min(1, 'Say why it is lifted.').max(500),
        version: z.int(),
      })
      .strict(),
    output: Restriction,
  }),
  printLetter: procedure({
    summary: 'Draws the letter on the removal of a service, with the way to appeal (DOC-09).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: RestrictionId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
