import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { ActId } from '#db/shared/long-act';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import { Line } from '#db/shared/text';
import { ConsentDetails, ConsentId, PersonConsent } from './consents.contract.ts';
import { Person, PersonDetails, PersonId } from './people.contract.ts';
import { PersonRecord, PersonRecordChanges } from './person-record.contract.ts';

/** One member in the list of the Sounding Board. */
export const RegisterMember = Person.extend({
  email: z.string(),
  areaName: z.string(),
  joinedOn: LocalDate,
  lastContactedOn: LocalDate.nullable(),
  serviceAreas: z.array(z.string()),
  hoursPerMonth: z.int().nullable(),
  noMeetings: z.boolean(),
});
export type RegisterMember = z.infer<typeof RegisterMember>;

/** How many people of one area need one thing: a format, a language, an interpreter, transport. */
export const NeedCount = z.object({
  areaId: AreaId.nullable(),
  areaName: z.string(),
  need: z.string(),
  people: z.int(),
});
export type NeedCount = z.infer<typeof NeedCount>;

/** What speaks for two records being one person. */
export const DoubleReason = z.enum([
  'same-name',
  'initials',
  'same-phone',
  'same-email',
  'same-postcode-and-surname',
]);
export type DoubleReason = z.infer<typeof DoubleReason>;

/** Two records that may be one person. They are only suggested, never put together by themselves. */
export const LikelyDouble = z.object({
  one: Person,
  other: Person,
  reasons: z.array(DoubleReason),
});
export type LikelyDouble = z.infer<typeof LikelyDouble>;

export const peopleContract = {
  list: procedure({
    summary: 'People whose name or phone contains what was typed, in alphabetical order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ text: Line.max(200).default(''), limit: z.int().min(1).max(200).default(50) })
      .strict(),
    output: z.object({ people: z.array(Person), total: z.int() }),
  }),
  get: procedure({
    summary: 'One person.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: PersonId }).strict(),
    output: Person,
  }),
  add: procedure({
    summary: 'Enters a person.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people', 'search'],
    input: PersonDetails,
    output: Person,
  }),
  change: procedure({
    summary: 'Changes a person’s name, kind or phone.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people', 'bookings', 'search'],
    input: PersonDetails.extend({ id: PersonId, version: z.int() }).strict(),
    output: Person,
  }),
  record: procedure({
    summary: 'Everything on record about one person: how to reach them, needs, involvement.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ id: PersonId }).strict(),
    output: PersonRecord,
  }),
  changeRecord: procedure({
    summary: 'Changes what is on record about a person; what is left out stays as it is.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people', 'search'],
    input: PersonRecordChanges,
    output: PersonRecord,
  }),
  confirmDetails: procedure({
    summary: 'Notes that everything about a person was gone through with them today.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people'],
    input: z.object({ id: PersonId, version: z.int() }).strict(),
    output: PersonRecord,
  }),
  consents: procedure({
    summary: 'What a person has agreed to, the latest first, also what was withdrawn.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ personId: PersonId }).strict(),
    output: z.array(PersonConsent),
  }),
  giveConsent: procedure({
    summary: 'Notes what a person agrees to, with whom it may be shared and for how long.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people'],
    input: ConsentDetails,
    output: PersonConsent,
  }),
  withdrawConsent: procedure({
    summary: 'Notes that a person agrees no longer, from today on.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people'],
    input: z.object({ id: ConsentId }).strict(),
    output: PersonConsent,
  }),
  printConsent: procedure({
    summary: 'Draws the sheet on which a person agrees to be named or contacted (DOC-29).',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ personId: PersonId.nullable(), size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printInterest: procedure({
    summary: 'Draws the form to join the Sounding Board, blank or with what is on record (DOC-26).',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ personId: PersonId.nullable(), size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  register: procedure({
    summary: 'The members of the Sounding Board, and how many of them can be reached how.',
    kind: 'query',
    access: DESK_ROLES,
    input: z
      .object({
        /** Only those not contacted for so many months. */
        quietMonths: z.int().min(1).max(120).nullable().default(null),
        serviceArea: Line.max(60).default(''),
        areaId: AreaId.nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      })
      .strict(),
    output: z.object({
      members: z.array(RegisterMember),
      /** How many fit what was asked, also beyond those shown. */
      total: z.int(),
      register: z.object({ size: z.int(), withPhone: z.int(), withEmail: z.int() }),
      everybody: z.object({ size: z.int(), withPhone: z.int(), withEmail: z.int() }),
    }),
  }),
  exportMembers: procedure({
    summary:
      'The members of the Sounding Board as a table for a spreadsheet, narrowed as the list is.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z
      .object({
        quietMonths: z.int().min(1).max(120).nullable().default(null),
        serviceArea: Line.max(60).default(''),
        areaId: AreaId.nullable().default(null),
        as: TableKind.default('csv'),
        act: ActId.optional(),
      })
      .strict(),
    output: Download,
  }),
  exportEverybody: procedure({
    summary: 'Everybody on record as a table for a spreadsheet.',
    kind: 'steps',
    access: MANAGER_ONLY,
    input: z.object({ as: TableKind.default('csv'), act: ActId.optional() }).strict(),
    output: Download,
  }),
  needs: procedure({
    summary: 'How many people need which format, language or help, for each area.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({}).strict(),
    output: z.array(NeedCount),
  }),
  doubles: procedure({
    summary: 'Pairs of records that may be one person, with what speaks for it.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({}).strict(),
    output: z.object({ pairs: z.array(LikelyDouble), total: z.int() }),
  }),
};
