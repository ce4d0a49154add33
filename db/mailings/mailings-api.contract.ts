import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { ActId } from '#db/shared/long-act';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line } from '#db/shared/text';
import {
  AskedOnce,
  AskedPerson,
  Choice,
  LabelSheet,
  LeftOut,
  LeftOutByHand,
  Mailing,
  MailingId,
  MailingWords,
  Outcome,
  OutcomeId,
  RecordedOutcome,
  Selection,
} from './mailings.contract.ts';

const Act = ActId.optional();
const Size = PaperSize.default('normal');
const Limit = z.int().min(1).max(100_000).default(200);

export const mailingsContract = {
  wish: procedure({
    summary:
      'Reads who is wanted from a sentence such as “repairs, Thornhill, not asked since June”.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ text: Line.max(400) }).strict(),
    output: z.object({
      selection: Selection,
      /** What was understood, as a sentence. */
      words: z.string(),
      /** Parts that say nothing the program knows. */
      unknown: z.array(z.string()),
    }),
  }),
  choice: procedure({
    summary:
      'Who on the Sounding Board fits, by which channel each is asked, and everybody left out with the reason.',
    kind: 'query',
    access: DESK_ROLES,
    input: z
      .object({
        selection: Selection,
        byHand: z.array(LeftOutByHand).max(1000).default([]),
        limit: Limit,
      })
      .strict(),
    output: Choice,
  }),
  create: procedure({
    summary:
      'Makes a mailing to the people that were seen, and notes for each that they were asked.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['mailings', 'people'],
    input: MailingWords.extend({
      selection: Selection,
      byHand: z.array(LeftOutByHand).max(1000).default([]),
      /** The mark of the choice that was seen. */
      mark: Line.max(64),
      act: Act,
    }).strict(),
    output: Mailing,
  }),
  undoCreate: procedure({
    summary: 'Takes a mailing back as a whole, as long as nothing was noted about it.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['mailings', 'people'],
    input: z.object({ id: MailingId, version: z.int(), act: Act }).strict(),
    output: Mailing,
  }),
  list: procedure({
    summary: 'Every mailing, the latest first.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({}).strict(),
    output: z.array(Mailing),
  }),
  get: procedure({
    summary: 'One mailing: who was asked by which channel, what came of it, and who was left out.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ id: MailingId, limit: Limit }).strict(),
    output: z.object({
      mailing: Mailing,
      asked: z.array(AskedPerson),
      leftOut: z.array(LeftOut),
      /** How many letters are printed, in files of so many each. */
      letters: z.int(),
      letterFiles: z.int(),
    }),
  }),
  ofPerson: procedure({
    summary: 'What one person was asked, by which channel, and what came of it, the latest first.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ personId: PersonId }).strict(),
    output: z.array(AskedOnce),
  }),
  sending: procedure({
    summary: 'The addresses and numbers of a mailing, to be copied into the program that sends it.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ id: MailingId }).strict(),
    output: z.object({
      emails: z.array(z.object({ name: z.string(), to: z.string() })),
      texts: z.array(z.object({ name: z.string(), to: z.string() })),
      /** The words for everybody at once, who must not read each other’s names. */
      words: z.string(),
    }),
  }),
  exportEmails: procedure({
    summary: 'The e-mails of a mailing as a table, each with its own words.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ id: MailingId }).strict(),
    output: Download,
  }),
  recordOutcome: procedure({
    summary:
      'Notes what came of asking one person; “not again” is respected from then on (PPL-03).',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['mailings', 'people', 'search'],
    input: z
      .object({
        id: MailingId,
        personId: PersonId,
        outcome: Outcome,
        note: Line.max(500, 'Use 500 characters or fewer.').default(''),
      })
      .strict(),
    output: RecordedOutcome,
  }),
  undoOutcome: procedure({
    summary: 'Takes back what was noted last about one person of a mailing.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['mailings', 'people'],
    input: z.object({ id: OutcomeId }).strict(),
    output: z.object({}),
  }),
  printLetters: procedure({
    summary:
      'Draws the letters of a mailing for printing on both sides, each in the print its reader needs.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z
      .object({
        id: MailingId,
        /** Which file, from 1; a large mailing has several. */
        file: z.int().min(1).max(1000).default(1),
        /** Letters for one side of the paper have no empty back pages. */
        onBothSides: z.boolean().default(true),
        act: Act,
      })
      .strict(),
    output: Paper,
  }),
  printLabels: procedure({
    summary: 'Draws address labels for the letters and for what is made by hand.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z
      .object({
        id: MailingId,
        sheet: LabelSheet.default('21'),
        /** The first label that is still on the sheet. */
        startAt: z.int().min(1, 'Enter 1 for a whole sheet.').max(21).default(1),
      })
      .strict(),
    output: Paper,
  }),
  printCalls: procedure({
    summary: 'Draws the call sheet of a mailing, with room for what came of each call.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ id: MailingId, size: Size }).strict(),
    output: Paper,
  }),
  printBoard: procedure({
    summary:
      'Draws the Sounding Board: list, who was not contacted for long, who can be reached, and needs by area (DOC-30).',
    kind: 'steps',
    access: DESK_ROLES,
    input: z
      .object({
        quietMonths: z.int().min(1).max(120).default(3),
        serviceArea: Line.max(60).default(''),
        areaId: AreaId.nullable().default(null),
        size: Size,
      })
      .strict(),
    output: Paper,
  }),
};
