import { z } from 'zod';
import { Line } from '#db/shared/text';
import { EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';

export const FoundKind = z.enum([
  'booking',
  'group',
  'person',
  'facility',
  'contact',
  'agreement',
  'activity',
  'claim',
]);
export type FoundKind = z.infer<typeof FoundKind>;

/** One line of the palette. */
export const Found = z.object({
  kind: FoundKind,
  id: z.string(),
  title: z.string(),
  detail: z.string(),
});
export type Found = z.infer<typeof Found>;

export const searchContract = {
  everything: procedure({
    summary:
      'Finds bookings, groups, people and rooms by words, part of a phone number or a reference.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ text: Line.max(200), limit: z.int().min(1).max(2000).default(20) }).strict(),
    output: z.object({ found: z.array(Found), total: z.int() }),
  }),
};
