import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { PersonId } from '#db/people/people.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';
import { Group, GroupDetails, GroupId, GroupKind } from './groups.contract.ts';

/** Another group as it is named on a page. */
export const GroupLink = z.object({ id: GroupId, name: z.string(), kind: GroupKind });
export type GroupLink = z.infer<typeof GroupLink>;

export const HomesId = z.string().min(1).max(36).brand('HomesId');
export type HomesId = z.infer<typeof HomesId>;

const COUNT = z.int().min(0).max(999_999).nullable();

/** How many homes of one landlord a group covers, as somebody counted them (GRP-11, GRP-12). */
export const HomesDetails = z
  .object({
    landlord: Line.min(1, 'Enter whose homes they are.').max(120),
    /** Only the council's own tenancies count for the tenants' fund. */
    isCouncil: z.boolean(),
    properties: COUNT,
    tenancies: COUNT,
    /** The day as it was counted; the count is in force from it until a later one of the same landlord. */
    asAt: LocalDate,
    /** Where the figures are from, such as 'rent system'. */
    source: Line.min(1, 'Say where the figures are from.').max(120),
  })
  .strict();
export type HomesDetails = z.infer<typeof HomesDetails>;

export const Homes = z.object({ ...HomesDetails.shape, id: HomesId });
export type Homes = z.infer<typeof Homes>;

/** What a group owes by a day, all on one ladder of reminders. */
export const DutyKind = z.enum([
  'agm',
  'accounts',
  'insurance',
  'constitution-review',
  'recognition',
]);
export type DutyKind = z.infer<typeof DutyKind>;

export const DUTY_WORDS: Readonly<Record<DutyKind, string>> = {
  agm: 'Annual general meeting',
  accounts: 'Accounts',
  insurance: 'Insurance',
  'constitution-review': 'Review of the constitution',
  recognition: 'Recognition return',
};

export const DutyDates = z.object({
  lastOn: LocalDate.nullable(),
  nextDueOn: LocalDate.nullable(),
});
export type DutyDates = z.infer<typeof DutyDates>;

export const Duty = z.object({
  ...DutyDates.shape,
  kind: DutyKind,
  /** Where it stands today: nothing to do, on the ladder, or past its day. */
  standing: z.enum(['not-set', 'later', 'soon', 'due', 'overdue']),
});
export type Duty = z.infer<typeof Duty>;

export const GroupDocumentId = z.string().min(1).max(36).brand('GroupDocumentId');
export type GroupDocumentId = z.infer<typeof GroupDocumentId>;

export const DocumentKind = z.enum([
  'constitution',
  'terms-of-reference',
  'accounts',
  'insurance',
  'minutes',
  'code-adoption',
  'equality-statement',
  'other',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const DOCUMENT_KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  constitution: 'Constitution',
  'terms-of-reference': 'Terms of reference',
  accounts: 'Accounts',
  insurance: 'Insurance',
  minutes: 'Minutes',
  'code-adoption': 'Code of conduct adopted',
  'equality-statement': 'Equality and diversity statement',
  other: 'Other document',
};

export const GroupDocumentDetails = z
  .object({
    kind: DocumentKind,
    title: Line.min(1, 'Enter what the document is called.').max(160),
    /** Version as the document itself has it; for an adopted code, the version of the code (GRP-10). */
    version: Line.max(40),
    datedOn: LocalDate.nullable(),
    receivedOn: LocalDate,
    expiresOn: LocalDate.nullable(),
    whereKept: Line.max(160),
    /** Who signed it, what the group added. */
    note: Lines.max(1000),
  })
  .strict();
export type GroupDocumentDetails = z.infer<typeof GroupDocumentDetails>;

export const GroupDocument = z.object({
  ...GroupDocumentDetails.shape,
  id: GroupDocumentId,
  groupId: GroupId,
  /** The document that took its place; null while it is the one in force. */
  replacedById: GroupDocumentId.nullable(),
});
export type GroupDocument = z.infer<typeof GroupDocument>;

export const RepresentationId = z.string().min(1).max(36).brand('RepresentationId');
export type RepresentationId = z.infer<typeof RepresentationId>;

/** Who speaks for a group on another body, and reports back to it (GRP-19). */
export const Representation = z.object({
  id: RepresentationId,
  groupId: GroupId,
  groupName: z.string(),
  personId: PersonId,
  personName: z.string(),
  bodyGroupId: GroupId,
  bodyName: z.string(),
  from: LocalDate,
  /** Last day, included; null while it lasts. */
  until: LocalDate.nullable(),
});
export type Representation = z.infer<typeof Representation>;

/** What was done for a group (GRP-13 to GRP-16), and notes such as a change of landlord. */
export const SupportKind = z.enum([
  'start-up',
  'advice',
  'publicity',
  'documents',
  'meeting',
  'other-departments',
  'note',
]);
export type SupportKind = z.infer<typeof SupportKind>;

export const SUPPORT_KIND_WORDS: Readonly<Record<SupportKind, string>> = {
  'start-up': 'Help to get started',
  advice: 'Advice',
  publicity: 'Help with publicity',
  documents: 'Standard documents given',
  meeting: 'Meeting attended',
  'other-departments': 'Other departments brought in',
  note: 'Note',
};

export const SupportDetails = z
  .object({
    on: LocalDate,
    kind: SupportKind,
    what: Line.min(1, 'Say what was done.').max(500),
    by: Line.min(1, 'Enter who did it.').max(120),
  })
  .strict();
export type SupportDetails = z.infer<typeof SupportDetails>;

export const SupportEntry = z.object({ ...SupportDetails.shape, id: z.string() });
export type SupportEntry = z.infer<typeof SupportEntry>;

/** What is entered about a group on its own page, beside name, kind and phone. */
export const GroupRecordDetails = z
  .object({
    ...GroupDetails.shape,
    email: Line.max(160),
    /** Whom to write to; for a representative, the representative. */
    contactId: PersonId.nullable(),
    areaIds: z.array(AreaId).max(60),
    /** What a representative looks after: 'Flats 1 to 40, Alder House' (GRP-07). */
    patch: Lines.max(500),
    /** The group of which this one is a part (GRP-22). */
    parentId: GroupId.nullable(),
    /** Whether it is the association of a sheltered or supported scheme (GRP-21). */
    isScheme: z.boolean(),
    remit: Lines.max(2000),
    activeMembers: z.int().min(0).max(99_999).nullable(),
    activeMembersAsAt: LocalDate.nullable(),
    /** How many make a meeting valid, as the constitution says it. */
    quorumWords: Line.max(300),
    linkOfficer: Line.max(120),
    startedOn: LocalDate.nullable(),
  })
  .strict();
export type GroupRecordDetails = z.infer<typeof GroupRecordDetails>;

/** Everything on record about a group in this module. Other modules add their own parts to its page. */
export const GroupRecord = z.object({
  ...Group.shape,
  ...GroupRecordDetails.shape,
  contactName: z.string(),
  areaNames: z.array(z.string()),
  parent: GroupLink.nullable(),
  children: z.array(GroupLink),
  homes: z.array(Homes),
  duties: z.array(Duty),
  documents: z.array(GroupDocument),
  /** Papers that its kind and the council's rules ask for and that are not on record. */
  missingPapers: z.array(z.string()),
  representation: z.array(Representation),
  /** Who sits on this body for other groups. */
  represented: z.array(Representation),
  support: z.array(SupportEntry),
  /** What to say about it today, such as a representative inside a recognised group's area (GRP-06). */
  warnings: z.array(z.string()),
  endedOn: LocalDate.nullable(),
  /** The group that goes on in its place; null when it simply ended. */
  successor: GroupLink.nullable(),
  endReason: z.string(),
  lastConfirmedOn: LocalDate.nullable(),
});
export type GroupRecord = z.infer<typeof GroupRecord>;
