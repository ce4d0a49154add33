import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import { Line } from '#db/shared/text';
import {
  Agreement,
  AgreementDetails,
  AgreementId,
  AgreementKind,
  AgreementLine,
  AgreementState,
  CodeLine,
  CodeVersionLine,
  PartyDetails,
} from './agreements.contract.ts';

const AgreementNow = z.object({ id: AgreementId, version: z.int() }).strict();
const TOUCHED = ['agreements', 'tasks', 'search'];

export const agreementsContract = {
  list: procedure({
    summary: 'Agreements, the latest first: all, or those of a kind, a state, a group or a person.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        kind: AgreementKind.nullable().default(null),
        state: AgreementState.nullable().default(null),
        groupId: GroupId.nullable().default(null),
        personId: PersonId.nullable().default(null),
      })
      .strict(),
    output: z.array(AgreementLine),
  }),
  exportList: procedure({
    summary: 'The same agreements as a table for a spreadsheet.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z
      .object({
        kind: AgreementKind.nullable().default(null),
        state: AgreementState.nullable().default(null),
        as: TableKind.default('csv'),
      })
      .strict(),
    output: Download,
  }),
  get: procedure({
    summary: 'One agreement with its parties, what it says, its actions and its history.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: AgreementId }).strict(),
    output: Agreement,
  }),
  signatureBlocks: procedure({
    summary: 'Who signs an agreement of a kind here, as a list to begin with (STD-08).',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ kind: AgreementKind }).strict(),
    output: z.array(PartyDetails),
  }),
  add: procedure({
    summary: 'Enters an agreement as a draft.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: AgreementDetails,
    output: Agreement,
  }),
  change: procedure({
    summary:
      'Changes an agreement; while it is signed, only its review, actions, signatures and notes.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: AgreementDetails.extend({ id: AgreementId, version: z.int() }).strict(),
    output: Agreement,
  }),
  confirmSigned: procedure({
    summary: 'Says that every party has signed; an agreement under review is in force again.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: z
      .object({
        id: AgreementId,
        signedOn: LocalDate,
        reviewOn: LocalDate.nullable(),
        version: z.int(),
      })
      .strict(),
    output: Agreement,
  }),
  startReview: procedure({
    summary: 'Begins the review of a signed agreement, so that its words can be changed.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: AgreementNow,
    output: Agreement,
  }),
  end: procedure({
    summary: 'Ends an agreement with its last day and the reason; it stays on record.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: z
      .object({
        id: AgreementId,
        endedOn: LocalDate,
        why: Line.min(1, 'Say why it ends.').max(500),
        version: z.int(),
      })
      .strict(),
    output: Agreement,
  }),
  undoStep: procedure({
    summary: 'Takes back the last step: the signing, the beginning of a review or the end.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: AgreementNow,
    output: Agreement,
  }),
  codeVersions: procedure({
    summary: 'Versions of the council’s code of conduct, the newest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(CodeVersionLine),
  }),
  addCodeVersion: procedure({
    summary: 'Says that a version of the council’s code of conduct is in force from a day on.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['agreements'],
    input: z
      .object({
        version: Line.min(1, 'Enter the version as it stands on the code.').max(40),
        from: LocalDate,
      })
      .strict(),
    output: z.array(CodeVersionLine),
  }),
  withdrawCodeVersion: procedure({
    summary: 'Takes back a version of the code that was entered by mistake and nobody has adopted.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['agreements'],
    input: z.object({ version: Line.min(1).max(40) }).strict(),
    output: z.array(CodeVersionLine),
  }),
  codeStanding: procedure({
    summary: 'Each group with the version of the code it adopted, those on an old one first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.object({ current: z.string(), lines: z.array(CodeLine) }),
  }),
  printCompact: procedure({
    summary:
      'Draws a Compact or Local Compact with its lines to sign on, blank or filled (DOC-25).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        id: AgreementId.nullable(),
        isLocal: z.boolean().default(true),
        size: PaperSize.default('normal'),
      })
      .strict(),
    output: Paper,
  }),
  printConfidentiality: procedure({
    summary: 'Draws a confidentiality agreement, blank or filled (DOC-28).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: AgreementId.nullable(), size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
