import type { Ctx } from '#db/shared/ctx';
import * as receipts from '../claim-receipts.repository.ts';
import type { StoredClaim } from '../claims.repository.ts';
import type { StoredLine } from '../lines.repository.ts';
import * as signed from '../signed.repository.ts';
import { parseSigned, textAsItStands, whoSigned } from '../signing/as-it-stands.rules.ts';
import { hashOf } from '../signing/freeze.service.ts';
import { decidingErrors } from './deciding.errors.ts';

/**
 * Refuses to approve or pay lines that do not stand as they were signed: the file cannot tell whoever opens a line that
 * waits, writes another amount and closes it from the program, the mark under the signature can. `decided` is what was
 * decided before, `waiting` what is about to be.
 * @throws DomainError claim.not-as-signed
 */
export async function checkAsSigned(
  ctx: Ctx,
  claim: StoredClaim,
  lines: readonly StoredLine[],
  what: 'waiting' | 'decided',
): Promise<void> {
  if (lines.length === 0) return;
  const isDecided = what === 'decided';
  if (!(await isAsSigned(ctx, claim, lines, isDecided)))
    throw decidingErrors.error('claim.not-as-signed', { reference: claim.reference, isDecided });
}

async function isAsSigned(
  ctx: Ctx,
  claim: StoredClaim,
  lines: readonly StoredLine[],
  isDecided: boolean,
): Promise<boolean> {
  const mark = await markThatCounts(ctx, claim, isDecided);
  if (mark === undefined || hashOf(claim.signedJson) !== mark) return false;
  const before = parseSigned(claim.signedJson);
  const there = await signed.listStillThere(ctx, whoSigned(before));
  const held = await receipts.listOfClaim(ctx, claim.id, claim.batch?.id ?? null);
  const heldIds = new Set<string>(held.map(({ id }) => id));
  const now = textAsItStands(before, {
    claim,
    lines: lines.map((line) => ({
      ...line,
      receiptIds: line.receiptIds.filter((id) => heldIds.has(id)),
    })),
    hashOf: new Map(
      held.filter(({ kind }) => kind === 'receipt').map(({ id, hash }) => [id, hash]),
    ),
    isThere: (id) => there.has(id),
    isDecided,
  });
  return now === claim.signedJson;
}

/**
 * The mark of the signature that counts. Where a claim was opened and printed again, none counts until the paper is
 * back; what was decided before is on that print too, and stands by its mark.
 */
async function markThatCounts(
  ctx: Ctx,
  claim: StoredClaim,
  isDecided: boolean,
): Promise<string | undefined> {
  const given = await signed.listSignatures(ctx, claim.id);
  const last = given.findLast(({ role, isSuperseded }) => role !== 'cash' && !isSuperseded);
  return last?.signedHash ?? (isDecided ? claim.signedHash : undefined);
}
