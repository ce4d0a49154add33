import { z } from 'zod';
import { EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalEndTime, LocalTime, Weekday } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';

/** One span of opening on one weekday; a day may have several, or none when it is closed. */
export const HoursSpan = z
  .object({
    weekday: Weekday,
    opensAt: LocalTime,
    closesAt: LocalEndTime,
  })
  .strict();
export type HoursSpan = z.infer<typeof HoursSpan>;

/** A week of opening spans, Monday first; spans of one day do not touch or overlap. */
export const WeekHours = z.array(HoursSpan).max(21);
export type WeekHours = z.infer<typeof WeekHours>;

export const ParameterValue = z.union([
  Lines.max(4000),
  z.number(),
  z.boolean(),
  z.array(Lines.max(1000)).max(200),
  WeekHours,
]);
export type ParameterValue = z.infer<typeof ParameterValue>;

/** A policy figure as it stands on a day. `value` null means: the council's paper does not say. */
export const Parameter = z.object({
  name: z.string(),
  meaning: z.string(),
  type: z.string(),
  value: ParameterValue.nullable(),
  asGiven: z.string(),
  /** First day on which it holds. */
  from: LocalDate,
  /** Where it comes from: 'Southampton City Council preset, BOOK-05' or 'entered by Ann Baker'. */
  origin: z.string(),
  recordedAt: Instant,
});
export type Parameter = z.infer<typeof Parameter>;

/** What letterheads and the top bar say. */
export const Centre = z.object({
  name: z.string(),
  council: z.string(),
  team: z.string(),
  addressLines: z.array(z.string()),
  phone: z.string(),
  presetId: z.string(),
  idleLockMinutes: z.int().min(1).max(60),
  version: z.int(),
});
export type Centre = z.infer<typeof Centre>;

export const CentreDetails = z
  .object({
    name: Line.min(1, 'Enter the name of the centre, as it should stand on letters.').max(
      120,
      'Use 120 characters or fewer.',
    ),
    addressLines: z.array(Line.max(100, 'Use 100 characters or fewer on a line.')).max(6),
    phone: Line.max(40, 'Use 40 characters or fewer.'),
  })
  .strict();
export type CentreDetails = z.infer<typeof CentreDetails>;

export const settingsContract = {
  centre: procedure({
    summary: 'The centre’s name, address and council.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: Centre,
  }),
  changeCentre: procedure({
    summary: 'Changes the centre’s name, address, phone or idle time before a screen locks.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['settings', 'session'],
    input: CentreDetails.extend({
      idleLockMinutes: z.int().min(1).max(60),
      version: z.int(),
    }).strict(),
    output: Centre,
  }),
  parameters: procedure({
    summary:
      'Every policy figure as it stands today, with the day it began and where it comes from.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Parameter),
  }),
  setParameter: procedure({
    summary: 'Enters a policy figure that holds from a day on; earlier days keep theirs.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['settings', 'facilities', 'bookings'],
    input: z
      .object({ name: z.string().max(80), value: ParameterValue.nullable(), from: LocalDate })
      .strict(),
    output: Parameter,
  }),
  history: procedure({
    summary:
      'Every value one policy figure has had, the newest first, each with its first day and origin.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ name: z.string().max(80) }).strict(),
    output: z.array(Parameter),
  }),
  officeHours: procedure({
    summary: 'The unit’s office hours today; an empty week until they are entered.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: WeekHours,
  }),
};
