import { personal, recordAudit } from '#db/audit/record';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import * as keys from './keys.repository.ts';
import type { KeyHolding, venuesContract } from './venues.contract.ts';
import { venueErrors } from './venues.errors.ts';

type KeyVerbs = 'keys' | 'recordKey' | 'returnKey';

/** Who holds which key since when; every hand-over is kept. */
export const keyHoldings: Pick<Handlers<typeof venuesContract>, KeyVerbs> = {
  async keys(ctx, { withReturned }) {
    return (await keys.list(ctx, withReturned)).map((holding) => masked(ctx, holding));
  },

  async recordKey(ctx, wanted) {
    const holder = await getPerson(ctx, wanted.personId);
    if (wanted.heldSince > todayOf(ctx))
      throw venueErrors.error('venue.key-to-come', {}, { field: 'heldSince' });
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
      returnedOn: null,
      version: 1,
    };

    await keys.insert(ctx, holding);
    await recordAudit(ctx, {
      action: 'key.handed-out',
      objectType: 'key',
      objectId: holding.id,
      after: {
        keyName: holding.keyName,
        personId: holding.personId,
        heldSince: holding.heldSince,
        notes: personal(holding.personId, holding.notes),
      },
    });
    return holding;
  },

  async returnKey(ctx, { id, returnedOn, version }) {
    const before = await keys.findById(ctx, id);
    if (before === undefined) throw venueErrors.error('venue.key-not-found', { id });
    const { keyName, heldSince } = before;
    if (before.returnedOn !== null)
      throw venueErrors.error('venue.key-returned-before', {
        keyName,
        returnedOn: before.returnedOn,
      });
    if (returnedOn < heldSince)
      throw venueErrors.error('venue.key-back-too-early', { keyName, heldSince });
    if (returnedOn > todayOf(ctx))
      throw venueErrors.error('venue.key-to-come', {}, { field: 'returnedOn' });
    if (!(await keys.markReturned(ctx, id, returnedOn, version)))
      throw venueErrors.error('venue.key-changed-by-someone-else', { keyName });

    await recordAudit(ctx, {
      action: 'key.came-back',
      objectType: 'key',
      objectId: id,
      before: { keyName, personId: before.personId, heldSince },
      after: { returnedOn },
    });
    return { ...before, returnedOn, version: version + 1 };
  },
};

/** The auditor sees which keys are out and since when, not with whom. */
function masked(ctx: Ctx, holding: KeyHolding): KeyHolding {
  if (!isAuditor(ctx.actor)) return holding;
  return { ...holding, personName: MASKED, notes: holding.notes === '' ? '' : MASKED };
}
