import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { claimsContract } from '../claims-api.contract.ts';
import type { Claim, SignatureRole, Strokes } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import type { StoredClaim } from '../claims.repository.ts';
import * as receipts from '../claim-receipts.repository.ts';
import { keepClaim, keptBefore } from '../filing/keep-claim.service.ts';
import { findOpenSheet } from '../filing/sheet-of.service.ts';
import { getStored, getWhole, type WholeClaim } from '../read-claim.service.ts';
import * as signed from '../signed.repository.ts';
import { putWaitingTasks } from '../waiting-tasks.service.ts';
import {
  checkKeyIsNew,
  checkReady,
  type Frozen,
  freezeLines,
  frozenOf,
  moveClaim,
} from './freeze.service.ts';

export const signService: Pick<Handlers<typeof claimsContract>, 'sign'> = {
  async sign(ctx, { id, key, version, role, signer, strokes }) {
    const before = await getStored(ctx, id);
    // Pressed twice, or the first answer was lost: one key signs once.
    if (before.signKey === key) return keptBefore(ctx, before);
    await checkKeyIsNew(ctx, key, before.reference);
    const whole = await getWhole(ctx, id);
    await checkReady(ctx, whole);
    await checkRole(ctx, whole, role);
    const frozen = frozenOf(whole, role);
    const isOnSheet = (await findOpenSheet(ctx, before.batch?.id ?? null)) !== undefined;
    await moveClaim(ctx, before, version, {
      ...(isOnSheet ? { state: 'to-sign' } : filedColumns(ctx)),
      ...signedColumns(frozen, key),
    });
    await freezeLines(ctx, id, whole.facts);
    await addSignature(ctx, before, { role, signer, strokes, frozen });
    await putWaitingTasks(ctx);
    return keepClaim(ctx, id, { action: 'claim.signed' }, whole);
  },
};

/** Only the claimant declares; whoever brings it signs beside the form that the claimant signed, or for a group. */
async function checkRole(ctx: Ctx, { stored }: WholeClaim, role: SignatureRole): Promise<void> {
  if (role === 'claimant') return;
  const held = await receipts.listOfClaim(ctx, stored.id, null);
  const isSignedByMember = held.some(({ kind }) => kind === 'member-form');
  if (role === 'filer' && (stored.claimant.kind === 'group' || isSignedByMember)) return;
  throw claimErrors.error('claim.claimant-signs', { claimant: stored.claimantName });
}

/** A claim that is handed in now, by the account at the desk. */
export const filedColumns = (ctx: Ctx) =>
  ({
    state: 'filed',
    filed_at: ctx.now(),
    filed_on: todayOf(ctx),
    filed_by_user_id: userIdOf(ctx.actor),
  }) as const;

/** A claim that was signed as it stands, once for each key. */
export const signedColumns = (frozen: Frozen, key: string | null) => ({
  sign_key: key,
  signed_json: frozen.text,
  signed_hash: frozen.hash,
  is_changed_since_signed: 0,
});

async function addSignature(
  ctx: Ctx,
  stored: StoredClaim,
  of: {
    readonly role: SignatureRole;
    readonly signer: string;
    readonly strokes: Strokes;
    readonly frozen: Frozen;
  },
): Promise<void> {
  await signed.insertSignature(ctx, {
    id: ctx.newId(),
    claim_id: stored.id,
    batch_id: null,
    role: of.role,
    person_id: signerIdOf(stored, of.role),
    name: of.signer,
    way: 'screen',
    strokes_json: JSON.stringify(of.strokes),
    receipt_id: null,
    words: of.frozen.declaration,
    signed_hash: of.frozen.hash,
    signed_on: todayOf(ctx),
    signed_at: ctx.now(),
    recorded_by_user_id: userIdOf(ctx.actor),
    is_superseded: 0,
  });
}

/** Who on record signed: the claimant, or whoever brings it, for a group too. */
export function signerIdOf(stored: StoredClaim, role: SignatureRole) {
  if (role === 'filer' || stored.claimant.kind === 'group') return stored.filerPersonId;
  return stored.claimant.personId;
}

/** Hands in a claim of a sheet whose member has signed; the sheet's own act calls it for each, then brings the tasks up to date. */
export async function fileSignedClaim(ctx: Ctx, id: string): Promise<Claim> {
  const whole = await getWhole(ctx, id);
  const { reference, state, version } = whole.stored;
  if (state !== 'to-sign') throw claimErrors.error('claim.not-printed', { reference, state });
  await moveClaim(ctx, whole.stored, version, filedColumns(ctx));
  return keepClaim(ctx, id, { action: 'claim.filed' }, whole);
}
