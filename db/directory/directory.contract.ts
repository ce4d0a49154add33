import { z } from 'zod';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import { Line, Lines } from '#db/shared/text';

export const ContactId = z.string().min(1).max(36).brand('ContactId');
export type ContactId = z.infer<typeof ContactId>;

/** What sort of body it is; the useful contacts sheet goes by it (DIR-03). */
export const ContactKind = z.enum([
  'council-team',
  'federation',
  'regulator',
  'ombudsman',
  'national-adviser',
  'national-tenants-body',
  'local-adviser',
  'voluntary-organisation',
  'training',
  'mediation',
  'other',
]);
export type ContactKind = z.infer<typeof ContactKind>;

export const CONTACT_KIND_WORDS: Readonly<Record<ContactKind, string>> = {
  'council-team': 'Council team',
  federation: 'Federation of groups',
  regulator: 'Regulator',
  ombudsman: 'Ombudsman',
  'national-adviser': 'National adviser',
  'national-tenants-body': 'National body of tenants',
  'local-adviser': 'Local advice and help',
  'voluntary-organisation': 'Voluntary or community organisation',
  training: 'Training',
  mediation: 'Mediation',
  other: 'Other',
};

export const ContactDetails = z
  .object({
    name: Line.min(1, 'Enter the name of the organisation.').max(160),
    kind: ContactKind,
    /** Up to four lines. */
    address: Lines.max(400),
    phone: Line.max(40, 'Use 40 characters or fewer.'),
    email: Line.max(160),
    web: Line.max(200),
    note: Lines.max(1000),
    /** The day on which somebody checked these details; null while nobody has (DIR-04). */
    lastVerifiedOn: LocalDate.nullable(),
  })
  .strict();
export type ContactDetails = z.infer<typeof ContactDetails>;

/** How far the details can be relied on: checked within a year, checked longer ago, never checked (DIR-01). */
export const ContactTrust = z.enum(['verified', 'old', 'not-verified']);
export type ContactTrust = z.infer<typeof ContactTrust>;

/** An organisation that people are sent to, or that stands on the register of voluntary organisations (DIR-02). */
export const Contact = z.object({
  ...ContactDetails.shape,
  id: ContactId,
  trust: ContactTrust,
  /** False once it has closed or is of no use any more; it stays so that the name still leads somewhere. */
  isActive: z.boolean(),
  /** 'Closed April 2012'; empty while it is there. */
  closedNote: z.string(),
  version: z.int(),
});
export type Contact = z.infer<typeof Contact>;

const ContactNow = z.object({ id: ContactId, version: z.int() }).strict();

/** Which contacts are meant: by words, by kind, the closed ones too. */
const Filter = {
  text: Line.max(200).default(''),
  kind: ContactKind.nullable().default(null),
  withClosed: z.boolean().default(false),
};

export const directoryContract = {
  list: procedure({
    summary: 'Useful contacts by name, narrowed by words and kind.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object(Filter).strict(),
    output: z.array(Contact),
  }),
  startingNames: procedure({
    summary: 'The organisations that the council’s own paper names and that are not entered yet.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(z.string()),
  }),
  addStartingNames: procedure({
    summary: 'Enters the organisations that the council’s own paper names, without details.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory', 'search'],
    input: z.object({}).strict(),
    output: z.array(Contact),
  }),
  add: procedure({
    summary: 'Enters an organisation.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory', 'search'],
    input: ContactDetails,
    output: Contact,
  }),
  change: procedure({
    summary: 'Changes what is known of an organisation.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory', 'search'],
    input: ContactDetails.extend({ id: ContactId, version: z.int() }).strict(),
    output: Contact,
  }),
  confirmVerified: procedure({
    summary: 'Says that somebody checked the details of an organisation today.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory'],
    input: ContactNow,
    output: Contact,
  }),
  undoVerified: procedure({
    summary: 'Puts back the day on which the details were checked before.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory'],
    input: z
      .object({ id: ContactId, version: z.int(), lastVerifiedOn: LocalDate.nullable() })
      .strict(),
    output: Contact,
  }),
  retire: procedure({
    summary: 'Says that an organisation has closed; its name stays, with what became of it.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory', 'search'],
    input: z
      .object({
        id: ContactId,
        closedNote: Line.min(1, 'Say what became of it, such as “Closed April 2012”.').max(300),
        version: z.int(),
      })
      .strict(),
    output: Contact,
  }),
  bringBack: procedure({
    summary: 'Lists an organisation again.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['directory', 'search'],
    input: ContactNow,
    output: Contact,
  }),
  printSheet: procedure({
    summary:
      'Draws the useful contacts by kind; details nobody has verified are left out (DOC-120).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({ kind: ContactKind.nullable().default(null), size: PaperSize.default('normal') })
      .strict(),
    output: Paper,
  }),
  exportList: procedure({
    summary: 'Writes the list of contacts for a spreadsheet.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ ...Filter, as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
};
