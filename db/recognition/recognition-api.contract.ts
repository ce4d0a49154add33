import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import { Line, Lines } from '#db/shared/text';
import {
  Activity,
  DecisionDetails,
  Effect,
  EvidenceState,
  ItemDetails,
  ItemId,
  Recognition,
  RecognitionDecisionId,
  RecognitionReturnId,
  RecognitionRules,
  Stop,
  WithdrawalDetails,
} from './recognition.contract.ts';

const OfGroup = z.object({ groupId: GroupId }).strict();
const OfDecision = z
  .object({ id: RecognitionDecisionId, size: PaperSize.default('normal') })
  .strict();

export const recognitionContract = {
  ofGroup: procedure({
    summary: 'Everything about the recognition of one group.',
    kind: 'query',
    access: EVERY_ROLE,
    input: OfGroup,
    output: Recognition,
  }),
  stops: procedure({
    summary: 'Whether something is stopped for a group on a day because it is not recognised.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId, activity: Activity, on: LocalDate }).strict(),
    output: Stop,
  }),
  rules: procedure({
    summary: 'What the council asks of groups, and what a lapse stops.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: RecognitionRules,
  }),
  startReturn: procedure({
    summary: 'Enters that a group applies, or begins its yearly return.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['recognition', 'groups', 'tasks'],
    input: z.object({ groupId: GroupId, on: LocalDate }).strict(),
    output: Recognition,
  }),
  setEvidence: procedure({
    summary: 'Enters how one criterion or paper of a return stands, and the day it came.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['recognition', 'tasks'],
    input: z
      .object({
        returnId: RecognitionReturnId,
        itemId: ItemId,
        state: EvidenceState,
        receivedOn: LocalDate.nullable(),
        evidence: Lines.max(1000),
      })
      .strict(),
    output: Recognition,
  }),
  recordDecision: procedure({
    summary: 'Recognises a group, refuses, goes on, lets it lapse or restores it from a day.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['recognition', 'groups', 'tasks'],
    input: DecisionDetails.extend({ groupId: GroupId }).strict(),
    output: Recognition,
  }),
  withdraw: procedure({
    summary: 'Withdraws recognition, support, resources or money from a group (GRP-17).',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['recognition', 'groups', 'restrictions', 'bookings', 'tasks'],
    input: WithdrawalDetails.extend({ groupId: GroupId }).strict(),
    output: Recognition,
  }),
  undoDecision: procedure({
    summary: 'Takes back the latest decision on a group, where it was no withdrawal.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['recognition', 'groups', 'tasks'],
    input: z.object({ id: RecognitionDecisionId }).strict(),
    output: Recognition,
  }),
  addException: procedure({
    summary: 'Lets something go on for a group that is not recognised, with the reason.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['recognition'],
    input: z
      .object({
        groupId: GroupId,
        activity: Activity,
        from: LocalDate,
        until: LocalDate,
        reason: Line.min(1, 'Say why it goes on.').max(500),
      })
      .strict(),
    output: Recognition,
  }),
  setItems: procedure({
    summary: 'Sets the criteria or the papers that the council asks for, in their order.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['recognition', 'settings', 'groups'],
    input: z
      .object({ kind: z.enum(['criterion', 'paper']), items: z.array(ItemDetails).max(40) })
      .strict(),
    output: RecognitionRules,
  }),
  setEffect: procedure({
    summary: 'Sets what the lack of recognition does to one thing, from today on.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['recognition'],
    input: z.object({ activity: Activity, effect: Effect }).strict(),
    output: RecognitionRules,
  }),
  printForm: procedure({
    summary: 'Draws the recognition form, blank or filled, first or yearly (DOC-14).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        groupId: GroupId.nullable().default(null),
        kind: z.enum(['first', 'yearly']),
        size: PaperSize.default('normal'),
      })
      .strict(),
    output: Paper,
  }),
  printDecision: procedure({
    summary:
      'Draws the checklist and letter on a decision, or the letter of withdrawal (DOC-15, DOC-16).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: OfDecision,
    output: Paper,
  }),
  exportStanding: procedure({
    summary: 'How every group stands today with the days of it, as a table for a spreadsheet.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  printOutstanding: procedure({
    summary: 'Draws the letter that asks a group for the papers still to come.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printCertificate: procedure({
    summary: 'Draws the certificate that a group is recognised today.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
