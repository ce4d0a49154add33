import { readIncoming } from '#db/receipts/receipts.service';
import { drawPaperAs } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { parseReference } from '#db/shared/reference';
import type { claimsContract } from '../claims-api.contract.ts';
import type { ClaimReceiptId } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import * as claims from '../claims.repository.ts';
import { keepClaim, keptBefore } from '../filing/keep-claim.service.ts';
import { takeIn } from '../filing/receipts.service.ts';
import { findOpenSheet } from '../filing/sheet-of.service.ts';
import { claimFormJob, claimFormValues } from '../papers/claim-form.service.ts';
import { getClaim, getWhole, type WholeClaim } from '../read-claim.service.ts';
import * as signed from '../signed.repository.ts';
import { putWaitingTasks } from '../waiting-tasks.service.ts';
import { declarationFor } from './declaration.rules.ts';
import {
  checkKeyIsNew,
  checkReady,
  type Frozen,
  freezeLines,
  frozenOf,
  moveClaim,
} from './freeze.service.ts';
import { filedColumns, signedColumns } from './sign.service.ts';

/** Signing on paper: printed with frozen figures, signed anywhere, and handed in by its scan. */
export const paperService: Pick<Handlers<typeof claimsContract>, 'printToSign' | 'attachSigned'> = {
  async printToSign(steps, { id, version, size }) {
    const values = await steps.unit(async (ctx) => {
      const whole = await getWhole(ctx, id);
      // Printed once more, the paper says the same: its figures are frozen.
      if (whole.stored.state !== 'to-sign') await freezeToSign(ctx, whole, version);
      const drawn = await claimFormValues(ctx, await getClaim(ctx, id), { size });
      const declaration = declarationFor(whole.facts);
      return drawn.claim === null ? drawn : { ...drawn, claim: { ...drawn.claim, declaration } };
    });
    return drawPaperAs(steps, claimFormJob(values));
  },

  async attachSigned(steps, { reference, key, signedOn, receivedOn, signer, name, base64 }) {
    const incoming = await readIncoming(steps, { name, base64 });
    return steps.unit(async (ctx) => {
      const stored = await findByPaper(ctx, reference);
      if (stored.signKey === key) return keptBefore(ctx, stored);
      await checkKeyIsNew(ctx, key, stored.reference);
      const came = receivedOn ?? todayOf(ctx);
      checkDays(ctx, { signedOn, came });
      const whole = await getWhole(ctx, stored.id);
      const frozen = await frozenForPaper(ctx, whole);
      await moveClaim(ctx, stored, stored.version, {
        ...filedColumns(ctx),
        ...signedColumns(frozen, key),
        received_on: came,
      });
      await freezeLines(ctx, stored.id, whole.facts);
      const { id: receiptId } = await takeIn(ctx, {
        claim: stored,
        kind: 'signed-claim',
        incoming,
      });
      await addPaperSignature(ctx, stored, { signer, signedOn, receiptId, frozen });
      await putWaitingTasks(ctx);
      return keepClaim(ctx, stored.id, { action: 'claim.signed-on-paper' }, whole);
    });
  },
};

async function freezeToSign(ctx: Ctx, whole: WholeClaim, version: number): Promise<void> {
  const { stored } = whole;
  await checkReady(ctx, whole);
  await moveClaim(ctx, stored, version, {
    state: 'to-sign',
    ...signedColumns(frozenOf(whole, 'claimant'), null),
  });
  await freezeLines(ctx, stored.id, whole.facts);
  await keepClaim(ctx, stored.id, { action: 'claim.printed-to-sign' }, whole);
}

async function findByPaper(ctx: Ctx, typed: string): Promise<claims.StoredClaim> {
  const reference = parseReference(typed);
  const found = reference === undefined ? undefined : await claims.findByReference(ctx, reference);
  if (found === undefined) throw claimErrors.error('claim.no-such-reference', { typed });
  return found;
}

/** A paper is signed by the day on which it comes in, and comes in by today. */
function checkDays(
  ctx: Ctx,
  { signedOn, came }: { readonly signedOn: LocalDate; readonly came: LocalDate },
): void {
  const today = todayOf(ctx);
  if (came > today) throw claimErrors.error('claim.received-in-future', { today });
  if (signedOn > came) throw claimErrors.error('claim.signed-in-future', { by: came });
}

/**
 * What a signed paper stands for: the figures that were printed on it, or, of a form filled in by hand and entered
 * just now, those of this moment. A paper that was printed before the claim was changed stands for nothing.
 */
async function frozenForPaper(ctx: Ctx, whole: WholeClaim): Promise<Frozen> {
  const { reference, state, batch, signedHash, signedJson } = whole.stored;
  const sheet = await findOpenSheet(ctx, batch?.id ?? null);
  if (sheet !== undefined)
    throw claimErrors.error('claim.waits-for-sheet', { reference, sheet: sheet.reference });
  if (state === 'to-sign')
    return { text: signedJson, hash: signedHash, declaration: declarationFor(whole.facts) };
  if (state !== 'draft' && state !== 'asked')
    throw claimErrors.error('claim.not-printed', { reference, state });
  if (signedHash !== '') throw claimErrors.error('claim.changed-since-printed', { reference });
  await checkReady(ctx, whole);
  return frozenOf(whole, 'claimant');
}

async function addPaperSignature(
  ctx: Ctx,
  { id, claimant }: claims.StoredClaim,
  of: {
    readonly signer: string;
    readonly signedOn: LocalDate;
    readonly receiptId: ClaimReceiptId;
    readonly frozen: Frozen;
  },
): Promise<void> {
  await signed.insertSignature(ctx, {
    id: ctx.newId(),
    claim_id: id,
    batch_id: null,
    role: 'claimant',
    // Whoever signs for a group may be somebody else than whoever brings the paper.
    person_id: claimant.kind === 'group' ? null : claimant.personId,
    name: of.signer,
    way: 'paper',
    strokes_json: '',
    receipt_id: of.receiptId,
    words: of.frozen.declaration,
    signed_hash: of.frozen.hash,
    signed_on: of.signedOn,
    signed_at: ctx.now(),
    recorded_by_user_id: userIdOf(ctx.actor),
    is_superseded: 0,
  });
}
