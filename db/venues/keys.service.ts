import { personal, recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import * as keys from './keys.repository.ts';
import type { KeyHolding, venuesContract } from './venues.contract.ts';
import { venueErrors } from './venues.errors.ts';

type KeyVerbs = 'keys' | 'recordKey' | 'changeKey' | 'returnKey';

/** Who holds which key since when; every hand-over is kept. */
export const keyHoldings: Pick<Handlers<typeof venuesContract>, KeyVerbs> = {
  async keys(ctx, { withReturned }) {
    return (await keys.list(ctx, withReturned)).map((holding) => masked(ctx, holding));
  },

  async recordKey(ctx, wanted) {
    const holder = await getPerson(ctx, wanted.personId);
    checkDays(ctx, { ...wanted, returnedOn: null });
    const held = await keys.findHeld(ctx, wanted.keyName);
    if (held !== undefined)
      throw venueErrors.error('venue.key-is-held', {
        keyName: held.keyName,
        holder: held.personName,
        heldSince: held.heldSince,
      });
    const holding: KeyHolding = {
      ...wanted,
      id: ctx.newId(),
      personName: holder.name,
      groupName: await nameOfGroup(ctx, wanted.groupId),
      returnedOn: null,
      version: 1,
    };

    await keys.insert(ctx, holding);
    await recordAudit(ctx, {
      action: 'key.handed-out',
      objectType: 'key',
      objectId: holding.id,
      after: facts(holding),
    });
    return holding;
  },

  /** The list shows the entry as it was; the record keeps what had been typed, and why that was wrong. */
  async changeKey(ctx, { id, version, why, ...wanted }) {
    const before = await getHolding(ctx, id);
    const holder = await getPerson(ctx, wanted.personId);
    checkDays(ctx, wanted);
    const held = wanted.returnedOn === null ? await keys.findHeld(ctx, wanted.keyName) : undefined;
    if (held !== undefined && held.id !== id)
      throw venueErrors.error('venue.key-is-held', {
        keyName: held.keyName,
        holder: held.personName,
        heldSince: held.heldSince,
      });
    const after: KeyHolding = {
      ...before,
      ...wanted,
      personName: holder.name,
      groupName: await nameOfGroup(ctx, wanted.groupId),
      version: version + 1,
    };
    if (!(await keys.update(ctx, after, version)))
      throw venueErrors.error('venue.key-changed-by-someone-else', { keyName: before.keyName });

    await recordAudit(ctx, {
      action: 'key.corrected',
      objectType: 'key',
      objectId: id,
      before: facts(before),
      after: facts(after),
      reason: personal(holder.id, why),
    });
    return after;
  },

  async returnKey(ctx, { id, returnedOn, version }) {
    const before = await getHolding(ctx, id);
    const { keyName } = before;
    if (before.returnedOn !== null)
      throw venueErrors.error('venue.key-returned-before', {
        keyName,
        returnedOn: before.returnedOn,
      });
    checkDays(ctx, { ...before, returnedOn });
    if (!(await keys.markReturned(ctx, id, returnedOn, version)))
      throw venueErrors.error('venue.key-changed-by-someone-else', { keyName });

    await recordAudit(ctx, {
      action: 'key.came-back',
      objectType: 'key',
      objectId: id,
      before: facts(before),
      after: facts({ ...before, returnedOn }),
    });
    return { ...before, returnedOn, version: version + 1 };
  },
};

/** Keys that a person holds now, names unmasked; for other modules. */
export async function listKeysHeldBy(
  ctx: Ctx,
  personId: KeyHolding['personId'],
): Promise<readonly KeyHolding[]> {
  return (await keys.list(ctx, false)).filter((holding) => holding.personId === personId);
}

const nameOfGroup = async (ctx: Ctx, groupId: KeyHolding['groupId']): Promise<string> =>
  groupId === null ? '' : (await getGroup(ctx, groupId)).name;

async function getHolding(ctx: Ctx, id: string): Promise<KeyHolding> {
  const found = await keys.findById(ctx, id);
  if (found === undefined) throw venueErrors.error('venue.key-not-found', { id });
  return found;
}

/** A hand-over is a fact: not before it happened, and back not before it went out. */
function checkDays(
  ctx: Ctx,
  { keyName, heldSince, returnedOn }: Pick<KeyHolding, 'keyName' | 'heldSince' | 'returnedOn'>,
): void {
  if (heldSince > todayOf(ctx))
    throw venueErrors.error('venue.key-to-come', {}, { field: 'heldSince' });
  if (returnedOn === null) return;
  if (returnedOn < heldSince)
    throw venueErrors.error('venue.key-back-too-early', { keyName, heldSince });
  if (returnedOn > todayOf(ctx))
    throw venueErrors.error('venue.key-to-come', {}, { field: 'returnedOn' });
}

/** The name is kept sealed like every name; the auditor reads that it changed, not from whom to whom. */
const facts = (holding: KeyHolding) => ({
  keyName: holding.keyName,
  person: personal(holding.personId, holding.personName),
  forGroup: holding.groupName,
  heldSince: holding.heldSince,
  returnedOn: holding.returnedOn,
  notes: personal(holding.personId, holding.notes),
});

/** The auditor sees which keys are out and since when, not with whom. */
function masked(ctx: Ctx, holding: KeyHolding): KeyHolding {
  if (!isAuditor(ctx.actor)) return holding;
  return { ...holding, personName: MASKED, notes: holding.notes === '' ? '' : MASKED };
}
