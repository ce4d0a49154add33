import { createHash } from 'node:crypto';
import { personal, recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import * as batches from '../batches.repository.ts';
import type { StoredBatch } from '../batches.repository.ts';
import type { Strokes } from '../claims.contract.ts';
import { keepClaim } from '../filing/keep-claim.service.ts';
import { getStored, getWhole } from '../read-claim.service.ts';
import * as signed from '../signed.repository.ts';
import { checkReady, freezeLines, frozenOf, moveClaim } from '../signing/freeze.service.ts';
import { fileSignedClaim, signedColumns, signerIdOf } from '../signing/sign.service.ts';
import { putWaitingTasks } from '../waiting-tasks.service.ts';
import { batchErrors } from './batches.errors.ts';
import { listOnSheet, type OnSheet } from './on-sheet.service.ts';
import { sheetDeclaration, signedSheetText } from './sheet-declaration.rules.ts';

type Signing = {
  readonly key: string;
  readonly version: number;
  readonly signer: string;
  readonly strokes: Strokes;
};

/**
 * The treasurer signs a sheet, and with it every claim on it is handed in. Members signed before: on the screen, or on
 * their own form, of which the claim is frozen now. Pressed twice with one key, it is signed once.
 * @throws DomainError claim-sheet.*, and claim.not-ready where a member's claim lacks something
 */
export async function signSheet(ctx: Ctx, batch: StoredBatch, signing: Signing): Promise<void> {
  const { reference } = batch;
  const before = await signed.listSignaturesOfBatch(ctx, batch.id);
  if (before.some(({ id }) => id === signing.key)) return noteAgain(ctx, batch);
  if (await signed.hasSignature(ctx, signing.key))
    throw batchErrors.error('sheet.sign-key-used', { reference });
  if (batch.state === 'filed') throw batchErrors.error('sheet.filed-already', { reference });
  const on = await listOnSheet(ctx, batch.id);
  checkWhole(reference, on);
  if (!(await batches.setState(ctx, { id: batch.id, version: signing.version, state: 'filed' })))
    throw batchErrors.error('sheet.changed-by-someone-else', { reference });

  for (const one of on) if (one.form !== null) await takeForm(ctx, batch, one);
  await addTreasurer(ctx, batch, signing);
  for (const { claim } of on) await fileSignedClaim(ctx, claim.id);
  await putWaitingTasks(ctx);
  await recordAudit(ctx, {
    action: 'claim-sheet.signed',
    objectType: 'claim-sheet',
    objectId: batch.id,
    after: {
      reference,
      claims: on.map(({ claim }) => claim.reference),
      signedBy: personal(batch.treasurerPersonId, signing.signer),
    },
  });
}

function checkWhole(reference: string, on: readonly OnSheet[]): void {
  if (on.length === 0) throw batchErrors.error('sheet.empty', { reference });
  const members = on.filter(({ isSigned }) => !isSigned).map(({ claim }) => claim.claimantName);
  if (members.length > 0) throw batchErrors.error('sheet.unsigned', { reference, members });
}

/** A member's own form stands for their signature on the screen; the claim is frozen as it was entered from it. */
async function takeForm(ctx: Ctx, batch: StoredBatch, { claim, form }: OnSheet): Promise<void> {
  const whole = await getWhole(ctx, claim.id);
  await checkReady(ctx, whole);
  const frozen = frozenOf(whole, 'claimant');
  await moveClaim(ctx, claim, whole.stored.version, {
    state: 'to-sign',
    ...signedColumns(frozen, null),
  });
  await freezeLines(ctx, claim.id, whole.facts);
  await signed.insertSignature(ctx, {
    id: ctx.newId(),
    claim_id: claim.id,
    batch_id: null,
    role: 'claimant',
    person_id: signerIdOf(claim, 'claimant'),
    name: claim.claimantName,
    way: 'paper',
    strokes_json: '',
    receipt_id: form?.id ?? null,
    words: frozen.declaration,
    signed_hash: frozen.hash,
    signed_on: batch.receivedOn,
    signed_at: ctx.now(),
    recorded_by_user_id: userIdOf(ctx.actor),
    is_superseded: 0,
  });
  await keepClaim(ctx, claim.id, { action: 'claim.signed' }, whole);
}

async function addTreasurer(ctx: Ctx, batch: StoredBatch, signing: Signing): Promise<void> {
  const claims = [];
  for (const { claim } of await listOnSheet(ctx, batch.id))
    claims.push(await getStored(ctx, claim.id));
  const declaration = sheetDeclaration({ ...batch, claims: claims.length });
  const text = signedSheetText({ ...batch, declaration, claims });
  await signed.insertSignature(ctx, {
    // The key of the signing page is the signature's own id, so that one key can sign once only.
    id: signing.key,
    claim_id: null,
    batch_id: batch.id,
    role: 'treasurer',
    person_id: batch.treasurerPersonId,
    name: signing.signer,
    way: 'screen',
    strokes_json: JSON.stringify(signing.strokes),
    receipt_id: null,
    words: declaration,
    signed_hash: createHash('sha256').update(text).digest('hex'),
    signed_on: todayOf(ctx),
    signed_at: ctx.now(),
    recorded_by_user_id: userIdOf(ctx.actor),
    is_superseded: 0,
  });
}

async function noteAgain(ctx: Ctx, batch: StoredBatch): Promise<void> {
  await recordAudit(ctx, {
    action: 'claim-sheet.sent-again',
    objectType: 'claim-sheet',
    objectId: batch.id,
    after: { reference: batch.reference },
  });
}
