import { z } from 'zod';
import { EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';

/** One line of the record of what happened. Personal values are readable only while the person is on record. */
export const AuditLine = z.object({
  seq: z.int(),
  at: Instant,
  who: z.string(),
  role: z.string(),
  action: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  reason: z.string(),
  /** Field by field, readable: before → after. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  clockJumped: z.boolean(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** What checking the chain showed. `firstBadSeq` is the first entry that does not fit. */
export const ChainCheck = z.object({
  isWhole: z.boolean(),
  checked: z.int(),
  headSeq: z.int(),
  headHash: z.string(),
  firstBadSeq: z.int().nullable(),
  /** In words, for the person who asked. */
  words: z.string(),
});
export type ChainCheck = z.infer<typeof ChainCheck>;

export const auditContract = {
  recent: procedure({
    summary:
      'What happened lately: a manager or the auditor sees everything, others what they did.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        limit: z.int().min(1).max(500).default(100),
        beforeSeq: z.int().nullable().default(null),
      })
      .strict(),
    output: z.array(AuditLine),
  }),
  ofObject: procedure({
    summary: 'Everything that happened to one record.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        objectType: z.enum([
          'activity',
          'allowance',
          'area',
          'booking',
          'facility',
          'group',
          'import',
          'key',
          'person',
          'series',
          'usage',
          'venue',
        ]),
        objectId: z.string().max(36),
      })
      .strict(),
    output: z.array(AuditLine),
  }),
  check: procedure({
    summary: 'Checks the whole chain of audit entries and the anchors kept beside it.',
    kind: 'steps',
    access: ['manager', 'auditor'],
    input: z.object({}).strict(),
    output: ChainCheck,
  }),
};
