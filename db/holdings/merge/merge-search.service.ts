import {
  reindexBookingsOfGroup,
  reindexBookingsOfPerson,
} from '#db/bookings/booking-search.service';
import {
  reindexClaimsOfGroup,
  reindexClaimsOfPerson,
} from '#db/claims/filing/claim-search.service';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup, indexGroup } from '#db/groups/groups.service';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { reindexPerson } from '#db/people/people-search.service';
import { saveSearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import type { RecordKind } from '../holdings.contract.ts';
import type { OneRecord } from './merge-plan.service.ts';

/**
 * Puts records and their bookings into the search again after a merge or its undo. A record that went stays to be
 * found by its name: its page leads to the one that is kept.
 */
export async function findAgain(
  ctx: Ctx,
  of: {
    readonly kind: RecordKind;
    readonly ids: readonly string[];
    readonly ledTo?: OneRecord;
  },
): Promise<void> {
  if (of.ledTo !== undefined)
    await saveSearchEntry(ctx, {
      kind: of.kind,
      id: of.ledTo.id,
      title: of.ledTo.name,
      detail: 'Put together with another record; opens the way there',
      words: [of.ledTo.name],
      sortKey: '',
    });
  for (const id of of.ids)
    if (of.kind === 'person') {
      const person = await getPerson(ctx, id as PersonId);
      await reindexPerson(ctx, person);
      await reindexBookingsOfPerson(ctx, person);
      await reindexClaimsOfPerson(ctx, person);
    } else {
      const group = await getGroup(ctx, id as GroupId);
      await indexGroup(ctx, group);
      await reindexBookingsOfGroup(ctx, group);
      await reindexClaimsOfGroup(ctx, group);
    }
}
