import { z } from 'zod';
import { AreaId, AreaKind } from '#db/areas/areas.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import { Line } from '#db/shared/text';
import {
  DutyDates,
  DutyKind,
  GroupDocument,
  GroupDocumentDetails,
  GroupDocumentId,
  GroupLink,
  GroupRecord,
  GroupRecordDetails,
  HomesDetails,
  HomesId,
  Representation,
  RepresentationId,
  SupportDetails,
} from './group-record.contract.ts';
import { Group, GroupDetails, GroupId, GroupKind } from './groups.contract.ts';

/** Whether the council recognises a group on a day; `none` where nobody has asked for it or its kind needs none. */
export const RecognitionState = z.enum(['recognised', 'applied', 'lapsed', 'withdrawn', 'none']);
export type RecognitionState = z.infer<typeof RecognitionState>;

/** Which register is read (GRP-18): every group, those recognised today, voluntary and community organisations. */
export const RegisterKind = z.enum(['all', 'recognised', 'voluntary']);
export type RegisterKind = z.infer<typeof RegisterKind>;

export const RegisterFilter = z
  .object({
    register: RegisterKind.default('all'),
    text: Line.max(200).default(''),
    kind: GroupKind.nullable().default(null),
    /** Groups that cover this area or one inside it. */
    areaId: AreaId.nullable().default(null),
    state: RecognitionState.nullable().default(null),
    /** Groups that owe something by this day. */
    dueBy: LocalDate.nullable().default(null),
    withEnded: z.boolean().default(false),
  })
  .strict();
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export const RegisterLine = z.object({
  ...Group.shape,
  areaNames: z.array(z.string()),
  /** The contact's name, where the person agreed that it is passed on. */
  contactName: z.string(),
  /** Whether the contact agreed in writing that the phone is given to others; without it no table or paper shows it. */
  mayGivePhone: z.boolean(),
  state: RecognitionState,
  isScheme: z.boolean(),
  /** The day of what is due next, and what it is. */
  nextDueOn: LocalDate.nullable(),
  nextDueWords: z.string(),
  endedOn: LocalDate.nullable(),
  lastConfirmedOn: LocalDate.nullable(),
});
export type RegisterLine = z.infer<typeof RegisterLine>;

/** Who is there for the people of one area: a group, only a representative, nobody (GRP-20). */
export const CoverageLine = z.object({
  areaId: AreaId,
  areaName: z.string(),
  areaKind: AreaKind,
  /** How many places lie around it; 0 for the widest. */
  depth: z.int(),
  cover: z.enum(['group', 'rep', 'none']),
  /** Of a sheltered or supported scheme, whether it has an association of its own (GRP-21); null for other places. */
  hasSchemeGroup: z.boolean().nullable(),
  groups: z.array(GroupLink),
});
export type CoverageLine = z.infer<typeof CoverageLine>;

/** Which places are listed: all or schemes only (GRP-21), and of these all or those that have nobody. */
export const CoverageFilter = z
  .object({ onlyWithout: z.boolean().default(false), onlySchemes: z.boolean().default(false) })
  .strict();
export type CoverageFilter = z.infer<typeof CoverageFilter>;

/** The link officer of a group, and the meetings of the group that staff went to in a year (GRP-15). */
export const LinkOfficerLine = z.object({
  group: GroupLink,
  /** Empty where nobody is named. */
  linkOfficer: z.string(),
  meetings: z.int(),
  lastOn: LocalDate.nullable(),
  /** Who went, each once, in the order of the last meeting. */
  attendedBy: z.array(z.string()),
});
export type LinkOfficerLine = z.infer<typeof LinkOfficerLine>;
const YEAR = z.int().min(1990).max(2199);

/** A form to fill by hand or with what is on record; without a group it is blank. */
const FormOf = z
  .object({ id: GroupId.nullable().default(null), size: PaperSize.default('normal') })
  .strict();

const OfGroup = z.object({ id: GroupId, size: PaperSize.default('normal') }).strict();

export const groupsContract = {
  list: procedure({
    summary: 'Groups whose name contains the words typed, or all, in alphabetical order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ text: Line.max(200).default(''), limit: z.int().min(1).max(200).default(50) })
      .strict(),
    output: z.object({ groups: z.array(Group), total: z.int() }),
  }),
  get: procedure({
    summary: 'One group.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: GroupId }).strict(),
    output: Group,
  }),
  add: procedure({
    summary: 'Enters a group.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search'],
    input: GroupDetails,
    output: Group,
  }),
  change: procedure({
    summary: 'Changes a group’s name, kind or phone.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'bookings', 'search'],
    input: GroupDetails.extend({ id: GroupId, version: z.int() }).strict(),
    output: Group,
  }),
  record: procedure({
    summary: 'Everything on record about one group.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: GroupId }).strict(),
    output: GroupRecord,
  }),
  warnings: procedure({
    summary: 'What to say before a group of this kind is entered for these areas.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        id: GroupId.nullable().default(null),
        kind: GroupKind,
        areaIds: z.array(AreaId).max(60),
      })
      .strict(),
    output: z.array(z.string()),
  }),
  changeRecord: procedure({
    summary: 'Changes what is on record about a group.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'bookings', 'search'],
    input: GroupRecordDetails.extend({ id: GroupId, version: z.int() }).strict(),
    output: GroupRecord,
  }),
  confirmDetails: procedure({
    summary: 'Enters that a group’s details were confirmed on a day.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: z.object({ id: GroupId, on: LocalDate.nullable(), version: z.int() }).strict(),
    output: GroupRecord,
  }),
  addHomes: procedure({
    summary: 'Enters how many homes of a landlord a group covers, from a day on.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: HomesDetails.extend({ groupId: GroupId }).strict(),
    output: GroupRecord,
  }),
  withdrawHomes: procedure({
    summary: 'Takes a count of homes off the record that was entered by mistake.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: z.object({ groupId: GroupId, homesId: HomesId }).strict(),
    output: GroupRecord,
  }),
  changeLandlord: procedure({
    summary: 'Enters that homes passed from one landlord to another; the group goes on as it is.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: z
      .object({
        groupId: GroupId,
        fromLandlord: Line.min(1, 'Choose whose homes they were.').max(120),
        toLandlord: Line.min(1, 'Enter whose homes they are now.').max(120),
        isCouncil: z.boolean(),
        on: LocalDate,
        source: Line.min(1, 'Say where this is from.').max(120),
      })
      .strict(),
    output: GroupRecord,
  }),
  setDuty: procedure({
    summary: 'Sets when a group last did what it owes, and by when it is due again.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'tasks'],
    input: z
      .object({
        groupId: GroupId,
        kind: DutyKind,
        ...DutyDates.shape,
        /** As they stood on the screen; refused where a colleague has changed them since. */
        shown: DutyDates.strict(),
      })
      .strict(),
    output: GroupRecord,
  }),
  addDocument: procedure({
    summary: 'Enters a document of a group, also in place of an older one.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search', 'tasks'],
    input: GroupDocumentDetails.extend({
      groupId: GroupId,
      replacesId: GroupDocumentId.nullable(),
    }).strict(),
    output: GroupDocument,
  }),
  changeDocument: procedure({
    summary: 'Changes what is on record about a document of a group.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search', 'tasks'],
    input: GroupDocumentDetails.extend({
      id: GroupDocumentId,
      /** As it stood on the screen; refused where a colleague has changed it since. */
      shown: GroupDocumentDetails,
    }).strict(),
    output: GroupDocument,
  }),
  withdrawDocument: procedure({
    summary: 'Takes a document off the record that was entered by mistake.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search', 'tasks'],
    input: z.object({ id: GroupDocumentId }).strict(),
    output: GroupRecord,
  }),
  restoreDocument: procedure({
    summary: 'Puts a document back that was taken off the record, where it stood.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search', 'tasks'],
    input: GroupDocumentDetails.extend({
      groupId: GroupId,
      /** The document that it had replaced. */
      replacesId: GroupDocumentId.nullable(),
      /** The document that had replaced it. */
      replacedById: GroupDocumentId.nullable(),
    }).strict(),
    output: GroupRecord,
  }),
  addRepresentation: procedure({
    summary: 'Enters who speaks for a group on another body.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: z
      .object({ groupId: GroupId, personId: PersonId, bodyGroupId: GroupId, from: LocalDate })
      .strict(),
    output: Representation,
  }),
  endRepresentation: procedure({
    summary: 'Enters the last day on which somebody speaks for a group, or that it goes on.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: z
      .object({
        id: RepresentationId,
        until: LocalDate.nullable(),
        /** The last day as it stood on the screen; refused where a colleague has changed it since. */
        shown: z.object({ until: LocalDate.nullable() }).strict(),
      })
      .strict(),
    output: Representation,
  }),
  askReport: procedure({
    summary: 'Puts on the list that a representative reports back on a meeting.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'tasks'],
    input: z
      .object({ id: RepresentationId, meetingOn: LocalDate, by: LocalDate.nullable() })
      .strict(),
    output: Representation,
  }),
  recordSupport: procedure({
    summary: 'Enters what was done for a group.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: SupportDetails.extend({ groupId: GroupId }).strict(),
    output: GroupRecord,
  }),
  withdrawSupport: procedure({
    summary: 'Takes an entry of support off the record that was made by mistake.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups'],
    input: z.object({ groupId: GroupId, entryId: z.string().min(1).max(36) }).strict(),
    output: GroupRecord,
  }),
  endGroup: procedure({
    summary: 'Enters that a group ended or went on in another; its history stays.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search', 'tasks'],
    input: z
      .object({
        id: GroupId,
        on: LocalDate,
        reason: Line.min(1, 'Say why it ended.').max(500),
        successorId: GroupId.nullable(),
        version: z.int(),
      })
      .strict(),
    output: GroupRecord,
  }),
  undoEnd: procedure({
    summary: 'Takes back that a group ended.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search', 'tasks'],
    input: z.object({ id: GroupId, version: z.int() }).strict(),
    output: GroupRecord,
  }),
  register: procedure({
    summary: 'A register of groups, narrowed by kind, area, recognition and what is due.',
    kind: 'query',
    access: EVERY_ROLE,
    input: RegisterFilter,
    output: z.array(RegisterLine),
  }),
  exportRegister: procedure({
    summary: 'The same register as a table for a spreadsheet.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: RegisterFilter.extend({ as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  exportCoverage: procedure({
    summary: 'The areas with their groups and representatives as a table for a spreadsheet.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ ...CoverageFilter.shape, as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  linkOfficers: procedure({
    summary:
      'Each group with its link officer and the meetings that staff went to in a year (GRP-15).',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ year: YEAR }).strict(),
    output: z.array(LinkOfficerLine),
  }),
  exportLinkOfficers: procedure({
    summary: 'Link officers and meetings attended in a year as a table for a spreadsheet.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ year: YEAR, as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  coverage: procedure({
    summary: 'Each area with the groups and representatives that are there for it.',
    kind: 'query',
    access: EVERY_ROLE,
    input: CoverageFilter,
    output: z.array(CoverageLine),
  }),
  startUp: procedure({
    summary: 'What a new group is given to get started, and what of it was given when.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: GroupId }).strict(),
    output: z.array(z.object({ words: z.string(), doneOn: LocalDate.nullable() })),
  }),
  printRecord: procedure({
    summary: 'Draws the record sheet of a group (DOC-17).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: OfGroup,
    output: Paper,
  }),
  printRegister: procedure({
    summary: 'Draws a register of groups (DOC-18).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: RegisterFilter.extend({ size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printCoverage: procedure({
    summary: 'Draws the list of areas with their groups and representatives (DOC-18).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ ...CoverageFilter.shape, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printRepForm: procedure({
    summary: 'Draws the registration of a block, street or village representative (DOC-23).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: FormOf,
    output: Paper,
  }),
  printStarterPack: procedure({
    summary: 'Draws the cover and checklist of a new group’s starter pack (DOC-24).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: OfGroup,
    output: Paper,
  }),
  printOtherForm: procedure({
    summary: 'Draws the registration of a Neighbourhood Watch or other group (DOC-130).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: FormOf,
    output: Paper,
  }),
};
