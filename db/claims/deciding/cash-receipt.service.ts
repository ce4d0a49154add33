import { createHash } from 'node:crypto';
import type { IncomingFile } from '#db/receipts/receipts.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import * as receipts from '../claim-receipts.repository.ts';
import type { Strokes } from '../claims.contract.ts';
import type { StoredClaim } from '../claims.repository.ts';
import * as signed from '../signed.repository.ts';
import { stepTaker } from './step.service.ts';

/** Keeps what the payee signed for cash, on the screen or on paper, under the words they signed; answers its id. */
export async function keepCashReceipt(
  ctx: Ctx,
  claim: StoredClaim,
  cash: {
    readonly name: string;
    readonly strokes: Strokes | null;
    readonly words: string;
    readonly on: LocalDate;
    /** The scan of the signed paper, kept already; null for a signature on the screen. */
    readonly scan: IncomingFile | null;
  },
): Promise<string> {
  const receiptId = cash.scan === null ? null : ctx.newId();
  if (cash.scan !== null && receiptId !== null)
    await receipts.insert(ctx, {
      id: receiptId,
      claim_id: claim.id,
      batch_id: null,
      hash: cash.scan.hash,
      kind: 'cash-receipt',
      name: cash.scan.name,
      printed_on: null,
      printed_pence: null,
      printed_number: '',
      added_by_user_id: stepTaker(ctx),
      added_at: ctx.now(),
      removed_at: null,
    });
  const id = ctx.newId();
  await signed.insertSignature(ctx, {
    id,
    claim_id: claim.id,
    batch_id: null,
    role: 'cash',
    person_id: claim.payee.kind === 'person' ? claim.payee.personId : null,
    name: cash.name,
    way: cash.strokes === null ? 'paper' : 'screen',
    strokes_json: cash.strokes === null ? '' : JSON.stringify(cash.strokes),
    receipt_id: receiptId,
    words: cash.words,
    signed_hash: createHash('sha256').update(cash.words).digest('hex'),
    signed_on: cash.on,
    signed_at: ctx.now(),
    recorded_by_user_id: stepTaker(ctx),
    is_superseded: 0,
  });
  return id;
}
