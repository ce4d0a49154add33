import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import { factsOf } from './group-record.repository.ts';
import type { GroupId } from './groups.contract.ts';

/** Whom to write to about a group; null while nobody is named. */
export async function findContactOf(ctx: Ctx, id: GroupId): Promise<PersonId | null> {
  return (await factsOf(ctx, id)).contactId;
}
