import { personal, recordAudits } from '#db/audit/record';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import * as contacts from './contacts.repository.ts';
import type { PersonId } from './people.contract.ts';

/** What noting a contact changed of one person: the day that stood there before, and the version after it. */
export type NotedContact = {
  readonly id: PersonId;
  readonly before: LocalDate | null;
  readonly version: number;
};

/**
 * Notes that people were written to or spoken with on a day (PPL-02). Whoever was contacted on that day or later stays
 * as they are and is not in the answer. Many at once are quick: neither names nor places change, so nothing is indexed.
 */
export async function recordContacts(
  ctx: Ctx,
  ids: readonly PersonId[],
  on: LocalDate,
): Promise<readonly NotedContact[]> {
  const changed = (await contacts.listLastContacts(ctx, ids)).filter(
    ({ lastOn }) => lastOn === null || lastOn < on,
  );
  await setDays(
    ctx,
    changed.map(({ id, lastOn }) => ({ id, before: lastOn, after: on })),
    'person.contacted',
  );
  return changed.map(({ id, lastOn, version }) => ({ id, before: lastOn, version: version + 1 }));
}

/**
 * Takes noted contacts back. A record that anybody changed since keeps its day. `otherwise` is a later day on which
 * the person was asked as well, by something that still stands.
 */
export async function undoContacts(
  ctx: Ctx,
  noted: readonly (NotedContact & { readonly otherwise: LocalDate | null })[],
): Promise<void> {
  const now = new Map(
    (
      await contacts.listLastContacts(
        ctx,
        noted.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const changed = noted.flatMap(({ id, before, version, otherwise }) => {
    const current = now.get(id);
    if (current?.version !== version) return [];
    return [{ id, before: current.lastOn, after: laterOf(before, otherwise) }];
  });
  await setDays(ctx, changed, 'person.contact-taken-back');
}

const laterOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other > one) ? other : one;

async function setDays(
  ctx: Ctx,
  changed: readonly {
    readonly id: PersonId;
    readonly before: LocalDate | null;
    readonly after: LocalDate | null;
  }[],
  action: string,
): Promise<void> {
  if (changed.length === 0) return;
  await contacts.setLastContacts(
    ctx,
    changed.map(({ id, after }) => ({ id, lastOn: after })),
  );
  await recordAudits(
    ctx,
    changed.map(({ id, before, after }) => ({
      action,
      objectType: 'person',
      objectId: id,
      before: { lastContactedOn: personal(id, before ?? '') },
      after: { lastContactedOn: personal(id, after ?? '') },
    })),
  );
}
