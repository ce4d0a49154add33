import { forgetSearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { PersonId } from './people.contract.ts';
import { personErrors } from './people.errors.ts';
import * as people from './people.repository.ts';
import { reindexPerson } from './people-search.service.ts';

/** Stands in bookings and posts for people who were erased, so that counts stay what they were. */
export const NOBODY_ID = 'somebody-erased' as PersonId;
const NOBODY_NAME = 'Somebody erased';

/** Takes a record out of lists and search, from a day on; null shows it again. Names on bookings stay for now. */
export async function hidePerson(ctx: Ctx, id: PersonId, on: LocalDate | null): Promise<void> {
  await people.setHiddenOn(ctx, id, on);
  if (on !== null) return forgetSearchEntry(ctx, 'person', id);
  const person = await people.findById(ctx, id);
  if (person !== undefined) await reindexPerson(ctx, person);
}

/** Those of these people whose records are not being erased. */
export async function listShown(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const shown = new Set<PersonId>();
  for (const id of ids) if ((await people.findHiddenOn(ctx, id)) === null) shown.add(id);
  return shown;
}

/** Refuses to show or change a record that is being erased. */
export async function checkIsShown(ctx: Ctx, id: PersonId): Promise<void> {
  if ((await people.findHiddenOn(ctx, id)) !== null)
    throw personErrors.error('person.being-erased', { id });
}

/** The one who stands for everybody erased; made when first needed, and found by nobody. */
export async function nobodyId(ctx: Ctx, today: LocalDate): Promise<PersonId> {
  if ((await people.findById(ctx, NOBODY_ID)) !== undefined) return NOBODY_ID;
  await people.insert(ctx, {
    id: NOBODY_ID,
    name: NOBODY_NAME,
    kind: 'not-said',
    phone: '',
    version: 1,
  });
  await people.setHiddenOn(ctx, NOBODY_ID, today);
  return NOBODY_ID;
}

/** Leaves the name alone, where records that must be kept still name the person. */
export async function leaveOnlyName(ctx: Ctx, id: PersonId): Promise<void> {
  await people.leaveNameOnly(ctx, id);
}
