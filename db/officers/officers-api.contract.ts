import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import {
  Capacity,
  Committee,
  CommitteeId,
  HandOver,
  HandOverId,
  NewCommittee,
  Officer,
  Post,
  Term,
  TermDetails,
  TermId,
  Vacancy,
} from './officers.contract.ts';

const Warnings = z.array(z.string());
const OneTerm = z.object({ term: Term, warnings: Warnings });

export const officersContract = {
  list: procedure({
    summary: 'Who holds which post of a group on a day, what is vacant, and what to look at.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId, on: LocalDate.nullable().default(null) }).strict(),
    output: z.object({
      on: LocalDate,
      officers: z.array(Officer),
      vacancies: z.array(Vacancy),
      warnings: Warnings,
      /** Whether anybody was ever entered; a group that has none is told nothing about vacancies. */
      hasTerms: z.boolean(),
    }),
  }),
  terms: procedure({
    summary: 'Every term of a group, past and to come too, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId }).strict(),
    output: z.array(Term),
  }),
  termsOfPerson: procedure({
    summary: 'Every term of a person, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ personId: PersonId }).strict(),
    output: z.array(Term),
  }),
  capacities: procedure({
    summary: 'For which groups a person may act on a day, and in which posts.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ personId: PersonId, on: LocalDate.nullable().default(null) }).strict(),
    output: z.array(Capacity),
  }),
  addTerm: procedure({
    summary: 'Enters a term of one officer as it was, is or will be.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: TermDetails.extend({ groupId: GroupId }).strict(),
    output: OneTerm,
  }),
  changeTerm: procedure({
    summary: 'Changes the days of a term, the vote or where it was decided; so it is also ended.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: TermDetails.omit({ post: true, personId: true })
      .extend({ id: TermId, version: z.int() })
      .strict(),
    output: OneTerm,
  }),
  withdrawTerm: procedure({
    summary: 'Takes a term off the record that was entered by mistake.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: z.object({ id: TermId, version: z.int() }).strict(),
    output: Term,
  }),
  enterCommittee: procedure({
    summary:
      'Enters what a meeting decided about the posts: ends the old terms, starts the new ones, and gathers what is to be handed over.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'people', 'search', 'tasks'],
    input: NewCommittee,
    output: Committee,
  }),
  undoCommittee: procedure({
    summary: 'Takes back everything that one meeting changed about the posts.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: z.object({ id: CommitteeId }).strict(),
    output: Committee,
  }),
  setVacancyDeadline: procedure({
    summary: 'Sets the day by which a vacant post should be filled, and puts it on the list.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: z.object({ groupId: GroupId, post: Post, fillBy: LocalDate.nullable() }).strict(),
    output: z.array(Vacancy),
  }),
  confirmInduction: procedure({
    summary: 'Enters the day of a new officer’s induction, or that it was not done yet.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: z.object({ id: TermId, on: LocalDate.nullable(), version: z.int() }).strict(),
    output: Term,
  }),
  handOvers: procedure({
    summary: 'What is to be handed over between the officers of a group, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId }).strict(),
    output: z.array(HandOver),
  }),
  markLine: procedure({
    summary: 'Ticks a line of a hand-over list off, or puts it back.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['officers', 'tasks'],
    input: z.object({ id: z.string().min(1).max(36), isDone: z.boolean() }).strict(),
    output: HandOver,
  }),
  exportToday: procedure({
    summary: 'Who holds which post of which group today, as a table for a spreadsheet (PPL-10).',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  exportActiveTenants: procedure({
    summary: 'Everybody who takes part today, with how, as a table for a spreadsheet (GRP-18).',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  printNotification: procedure({
    summary: 'Draws the notification of an officer or media contact, filled or blank (DOC-19).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        groupId: GroupId.nullable().default(null),
        termId: TermId.nullable().default(null),
        size: PaperSize.default('normal'),
      })
      .strict(),
    output: Paper,
  }),
  printContactSheet: procedure({
    summary: 'Draws the officers of a group with what they agreed to share (PPL-10).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        groupId: GroupId,
        on: LocalDate.nullable().default(null),
        size: PaperSize.default('normal'),
      })
      .strict(),
    output: Paper,
  }),
  printHandOver: procedure({
    summary: 'Draws the hand-over list of one change, to tick and to sign.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: HandOverId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printLetters: procedure({
    summary: 'Draws the hand-over letters of a new committee with their lists.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: CommitteeId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
