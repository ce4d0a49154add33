import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { Instant } from '#db/shared/instant';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';

export const AgreementId = z.string().min(1).max(36).brand('AgreementId');
export type AgreementId = z.infer<typeof AgreementId>;

/** A Compact for everybody or for one neighbourhood or group (GRP-24), a code adopted (GRP-10), confidentiality (PPL-11). */
export const AgreementKind = z.enum([
  'compact',
  'local-compact',
  'code-adoption',
  'confidentiality',
]);
export type AgreementKind = z.infer<typeof AgreementKind>;

export const AGREEMENT_KIND_WORDS: Readonly<Record<AgreementKind, string>> = {
  compact: 'Compact',
  'local-compact': 'Local Compact',
  'code-adoption': 'Code of conduct adopted',
  confidentiality: 'Confidentiality agreement',
};

export const AgreementState = z.enum(['draft', 'signed', 'under-review', 'ended']);
export type AgreementState = z.infer<typeof AgreementState>;

export const AGREEMENT_STATE_WORDS: Readonly<Record<AgreementState, string>> = {
  draft: 'Draft',
  signed: 'Signed',
  'under-review': 'Under review',
  ended: 'Ended',
};

/** One that signs: who it is, for what, and who signs for it. */
export const PartyDetails = z
  .object({
    /** A body or a person, as it stands above the line to sign on: 'Tenant Council'. */
    name: Line.min(1, 'Enter who signs.').max(160),
    /** 'Chair', 'Leader of the council'. */
    role: Line.max(120),
    signatoryName: Line.max(120),
    signedOn: LocalDate.nullable(),
  })
  .strict();
export type PartyDetails = z.infer<typeof PartyDetails>;

/** Who does what, and to what standard (GRP-24). */
export const Responsibility = z
  .object({
    who: Line.min(1, 'Enter who does it.').max(160),
    what: Line.min(1, 'Enter what they do.').max(500),
    standard: Line.max(500),
  })
  .strict();
export type Responsibility = z.infer<typeof Responsibility>;

export const ActionDetails = z
  .object({
    what: Line.min(1, 'Enter what is to be done.').max(500),
    who: Line.max(160),
    by: LocalDate.nullable(),
    doneOn: LocalDate.nullable(),
  })
  .strict();
export type ActionDetails = z.infer<typeof ActionDetails>;

/** The words that are agreed. Signed, they stand until a review is begun. */
const AGREED = {
  title: Line.min(1, 'Enter what the agreement is called.').max(160),
  /** What it covers; of a confidentiality agreement, what is confidential. */
  scope: Lines.max(2000),
  aims: Lines.max(2000),
  areaIds: z.array(AreaId).max(60),
  responsibilities: z.array(Responsibility).max(60),
  /** Version of the council's code that is adopted (GRP-10); empty for other kinds. */
  codeVersion: Line.max(40),
  /** What the group adds to the code; it may not go below it (GRP-10). */
  addedClauses: Lines.max(4000),
  /** Somebody has read the added clauses against the code: none goes below it. */
  clausesOnlyAdd: z.boolean(),
} as const;

/** What goes on while an agreement stands: its review, its actions, how good it is. */
const FOLLOWED = {
  parties: z.array(PartyDetails).max(30),
  actions: z.array(ActionDetails).max(60),
  /** Day of the next review; null for none. */
  reviewOn: LocalDate.nullable(),
  /** Who was asked before it was made; the board watches this and its quality (GRP-24). */
  whoWasConsulted: Lines.max(2000),
  qualityNote: Lines.max(2000),
} as const;

export const AgreementDetails = z
  .object({
    kind: AgreementKind,
    /** The group whose agreement it is; of a confidentiality agreement, the body whose papers are seen. */
    groupId: GroupId.nullable(),
    /** Who promises to keep things confidential; null for other kinds. */
    personId: PersonId.nullable(),
    ...AGREED,
    ...FOLLOWED,
  })
  .strict();
export type AgreementDetails = z.infer<typeof AgreementDetails>;

/** An agreement as a line of a list. */
export const AgreementLine = z.object({
  id: AgreementId,
  /** What papers quote: 'AGR-2027-0003'. */
  reference: z.string(),
  kind: AgreementKind,
  title: z.string(),
  groupId: GroupId.nullable(),
  groupName: z.string(),
  personId: PersonId.nullable(),
  personName: z.string(),
  codeVersion: z.string(),
  state: AgreementState,
  /** Since when it stands; a review that ends in new signatures leaves this day. */
  firstSignedOn: LocalDate.nullable(),
  /** The day of the signatures under the words as they are. */
  signedOn: LocalDate.nullable(),
  reviewOn: LocalDate.nullable(),
  /** Last day on which it stands, included; null while it stands. */
  endedOn: LocalDate.nullable(),
  version: z.int(),
});
export type AgreementLine = z.infer<typeof AgreementLine>;

/** One change of the words agreed, or of where the agreement stands. */
export const AgreementVersion = z.object({
  number: z.int(),
  at: Instant,
  by: z.string(),
  /** What was done: 'Written', 'Changed', 'Signed', 'Review begun', 'Ended', 'Taken back'. */
  what: z.string(),
  /** The words as they stood then. */
  title: z.string(),
  scope: z.string(),
  aims: z.string(),
  responsibilities: z.array(Responsibility),
  codeVersion: z.string(),
  addedClauses: z.string(),
});
export type AgreementVersion = z.infer<typeof AgreementVersion>;

export const Agreement = z.object({
  ...AgreementLine.shape,
  ...AGREED,
  ...FOLLOWED,
  areaNames: z.array(z.string()),
  endedWhy: z.string(),
  /** Whether the last step, signing, beginning a review or ending, can be taken back. */
  canUndo: z.boolean(),
  versions: z.array(AgreementVersion),
});
export type Agreement = z.infer<typeof Agreement>;

/** Where a group stands with the council's code of conduct (GRP-10). */
export const CodeLine = z.object({
  groupId: GroupId,
  groupName: z.string(),
  agreementId: AgreementId.nullable(),
  adoptedVersion: z.string(),
  adoptedOn: LocalDate.nullable(),
  hasAddedClauses: z.boolean(),
  standing: z.enum(['current', 'old', 'none']),
});
export type CodeLine = z.infer<typeof CodeLine>;

/** A version of the council's code of conduct and the day from which it is the one in force. */
export const CodeVersion = z.object({ version: z.string(), from: LocalDate });
export type CodeVersion = z.infer<typeof CodeVersion>;

/** A version as the list of them has it: one that a group has signed cannot be taken back. */
export const CodeVersionLine = CodeVersion.extend({ isAdopted: z.boolean() });
export type CodeVersionLine = z.infer<typeof CodeVersionLine>;
