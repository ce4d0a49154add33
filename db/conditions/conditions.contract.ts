import { z } from 'zod';
import { Party } from '#db/people/party.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { Lines } from '#db/shared/text';

export const ConditionId = z.string().min(1).max(36).brand('ConditionId');
export type ConditionId = z.infer<typeof ConditionId>;

/** The guidelines for rooms and equipment (BOOK-07), and the fire procedure (BOOK-08). */
export const ConditionKind = z.enum(['guidelines', 'fire']);
export type ConditionKind = z.infer<typeof ConditionKind>;

/** One version of one of the two texts. A new version never rewrites what was acknowledged before. */
export const Condition = z.object({
  id: ConditionId,
  kind: ConditionKind,
  number: z.int(),
  text: z.string(),
  from: LocalDate,
  /** True: whoever acknowledged an earlier version has to be asked again. */
  mustAcknowledgeAgain: z.boolean(),
});
export type Condition = z.infer<typeof Condition>;

/** Guidelines are given to a person or a group; the fire procedure to a person only. */
export const Acknowledger = Party;
export type Acknowledger = Party;

export const Acknowledgement = z.object({
  id: z.string(),
  kind: ConditionKind,
  number: z.int(),
  who: Acknowledger,
  whoName: z.string(),
  on: LocalDate,
  how: z.enum(['signed', 'read-at-desk', 'told']),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** Something that has to be given before check-in: which text, to whom, and why. */
export const Missing = z.object({
  kind: ConditionKind,
  who: Acknowledger,
  whoName: z.string(),
  words: z.string(),
});
export type Missing = z.infer<typeof Missing>;

export const conditionsContract = {
  texts: procedure({
    summary: 'Every version of the guidelines and the fire procedure, the newest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Condition),
  }),
  addText: procedure({
    summary: 'Enters a new version of the guidelines or the fire procedure.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['conditions', 'bookings'],
    input: z
      .object({
        kind: ConditionKind,
        text: Lines.min(1, 'Enter the text that people are given.').max(20000),
        from: LocalDate,
        mustAcknowledgeAgain: z.boolean(),
      })
      .strict(),
    output: Condition,
  }),
  missing: procedure({
    summary: 'What a booker and a responsible person have not acknowledged yet on a day.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ booker: Acknowledger, responsiblePersonId: PersonId, on: LocalDate })
      .strict(),
    output: z.array(Missing),
  }),
  acknowledged: procedure({
    summary: 'What one person or group has acknowledged, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ who: Acknowledger }).strict(),
    output: z.array(Acknowledgement),
  }),
  recordAcknowledged: procedure({
    summary: 'Enters that a person or group was given the guidelines or the fire procedure.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['conditions', 'bookings'],
    input: z
      .object({
        kind: ConditionKind,
        who: Acknowledger,
        on: LocalDate,
        how: z.enum(['signed', 'read-at-desk', 'told']),
      })
      .strict(),
    output: Acknowledgement,
  }),
  printGuidelines: procedure({
    summary: 'Draws the guidelines with a place to sign that they were received (DOC-03).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printFireSheet: procedure({
    summary: 'Draws the fire procedure and its list of who acknowledged it (DOC-04).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printNotice: procedure({
    summary: 'Draws the conditions of use for the wall (DOC-05).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
