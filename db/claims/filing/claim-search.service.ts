import type { Group } from '#db/groups/groups.contract';
import type { Party } from '#db/people/party.contract';
import type { Person } from '#db/people/people.contract';
import { saveSearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import { startOfDay } from '#db/shared/local-date';
import { formatShortDate } from '#db/shared/plain-words';
import { CLAIM_STATE_WORDS } from '../claims.contract.ts';
import * as claims from '../claims.repository.ts';

/** A claim is found by its reference and by whom it names. */
export async function indexClaim(ctx: Ctx, stored: claims.StoredClaim): Promise<void> {
  const { id, reference, claimantName, filerWords, payeeName, state, receivedOn } = stored;
  await saveSearchEntry(ctx, {
    kind: 'claim',
    id,
    title: `${reference} ${claimantName}`,
    detail: `Expense claim of ${formatShortDate(receivedOn)} ${receivedOn.slice(0, 4)}, ${CLAIM_STATE_WORDS[state].toLowerCase()}`,
    words: [reference, claimantName, filerWords, payeeName],
    sortKey: startOfDay(receivedOn),
  });
}

async function reindexNaming(ctx: Ctx, of: Party): Promise<void> {
  for (const claim of await claims.listNaming(ctx, of)) await indexClaim(ctx, claim);
}

/** A person under a new name is found by it in all their claims; who brought one stays named as on that day. */
export const reindexClaimsOfPerson = (ctx: Ctx, { id }: Pick<Person, 'id'>): Promise<void> =>
  reindexNaming(ctx, { kind: 'person', personId: id });

/** A group under a new name is found by it in all its claims. */
export const reindexClaimsOfGroup = (ctx: Ctx, { id }: Pick<Group, 'id'>): Promise<void> =>
  reindexNaming(ctx, { kind: 'group', groupId: id });
