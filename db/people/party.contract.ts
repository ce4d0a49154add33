import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from './people.contract.ts';

/** A group or a person: whoever books, is given a text or has something taken away. */
export const Party = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: GroupId }).strict(),
  z.object({ kind: z.literal('person'), personId: PersonId }).strict(),
]);
export type Party = z.infer<typeof Party>;
