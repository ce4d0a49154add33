import { personal, recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import { MASKED } from '#db/people/people.rules';
import { takeReference, todayOf } from '#db/settings/settings.service';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import * as batches from '../batches.repository.ts';
import type { StoredBatch } from '../batches.repository.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import * as receipts from '../claim-receipts.repository.ts';
import type { Batch } from '../claims.contract.ts';
import * as claims from '../claims.repository.ts';
import { toSummaries } from '../read-claim.service.ts';
import * as signed from '../signed.repository.ts';
import { batchErrors } from './batches.errors.ts';
import { listOnSheet } from './on-sheet.service.ts';
import { signSheet } from './sign-sheet.service.ts';

type BatchVerb = 'startBatch' | 'batch' | 'batches' | 'signBatch';

/** A treasurer's sheets: several members, each with a claim of their own. */
export const batchesService: Pick<Handlers<typeof claimsContract>, BatchVerb> = {
  async startBatch(ctx, { id, groupId, treasurerPersonId, receivedOn }) {
    const today = todayOf(ctx);
    const before = await batches.findById(ctx, id);
    // The form makes up the id when it opens, so that one form is one sheet whatever is pressed twice.
    if (before === undefined) {
      if (receivedOn > today) throw batchErrors.error('sheet.received-in-future', { today });
      await getGroup(ctx, groupId);
      await getPerson(ctx, treasurerPersonId);
      await batches.insert(ctx, {
        id,
        reference: await takeReference(ctx, 'CLB', Number(today.slice(0, 4))),
        state: 'draft',
        group_id: groupId,
        treasurer_person_id: treasurerPersonId,
        received_on: receivedOn,
        started_by_user_id: userIdOf(ctx.actor),
        started_at: ctx.now(),
        version: 1,
      });
    }
    const batch = await getBatch(ctx, id);
    await recordAudit(ctx, {
      action: before === undefined ? 'claim-sheet.started' : 'claim-sheet.sent-again',
      objectType: 'claim-sheet',
      objectId: id,
      after: {
        reference: batch.reference,
        group: batch.groupName,
        treasurer: personal(batch.treasurerPersonId, batch.treasurerName),
        receivedOn: batch.receivedOn,
      },
    });
    return showBatch(ctx, batch);
  },

  async batch(ctx, { id }) {
    return showBatch(ctx, await getBatch(ctx, id));
  },

  async batches(ctx, { groupId }) {
    const shown: Batch[] = [];
    for (const one of await batches.list(ctx, groupId)) shown.push(await showBatch(ctx, one));
    return shown;
  },

  async signBatch(ctx, { id, key, version, signer, strokes }) {
    const batch = await getBatch(ctx, id);
    await signSheet(ctx, batch, { key, version, signer, strokes });
    return showBatch(ctx, await getBatch(ctx, id));
  },
};

async function getBatch(ctx: Ctx, id: string): Promise<StoredBatch> {
  const found = await batches.findById(ctx, id);
  if (found === undefined) throw batchErrors.error('sheet.not-found', { id });
  return found;
}

/** A sheet as whoever asks may see it; the auditor follows it by references and amounts. */
async function showBatch(ctx: Ctx, batch: StoredBatch): Promise<Batch> {
  const on = await listOnSheet(ctx, batch.id);
  const isMasked = isAuditor(ctx.actor);
  const signatures = await signed.listSignaturesOfBatch(ctx, batch.id);
  return {
    ...batch,
    treasurerName: isMasked ? MASKED : batch.treasurerName,
    claims: await toSummaries(ctx, await claims.listOfBatch(ctx, batch.id)),
    unsigned: on.filter(({ isSigned }) => !isSigned).map(({ claim }) => claim.id),
    receipts: (await receipts.listOfBatch(ctx, batch.id)).map(({ claimId: _, ...one }) =>
      isMasked ? { ...one, name: MASKED } : one,
    ),
    signatures: isMasked
      ? signatures.map((one) => ({ ...one, name: MASKED, strokes: null }))
      : [...signatures],
  };
}
