import { personal, recordAudit } from '#db/audit/record';
import {
  forgetFile,
  type IncomingFile,
  keepFile,
  readContent,
  readIncoming,
} from '#db/receipts/receipts.service';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { FileHash } from '#db/shared/incoming-file';
import { MASKED } from '#db/people/people.rules';
import { sameReceiptFindings } from '../checks/double-findings.rules.ts';
import { toChecked } from '../checks/checked-claim.rules.ts';
import { atHandedOverScreen } from '../checks/warnings.rules.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import type {
  Claim,
  ClaimLineId,
  ClaimReceipt,
  ClaimReceiptId,
  Warning,
} from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import * as receipts from '../claim-receipts.repository.ts';
import { isShownOnLentScreen } from '../handing-over/handing-over.rules.ts';
import * as doubles from '../doubles.repository.ts';
import { listNeighbours } from '../neighbours.repository.ts';
import { getWhole, type WholeClaim } from '../read-claim.service.ts';
import { subjectOf } from './claim-record.service.ts';
import { refreshSums } from './keep-claim.service.ts';
import { isBeingFilledIn } from './open-claim.rules.ts';
import { renewDoubts } from './renew-doubts.service.ts';

type ReceiptVerb = 'attachReceipt' | 'describeReceipt' | 'removeReceipt' | 'receipt';

/** Receipts and members' forms as they are brought, kept and laid to lines. */
export const receiptsOfClaims: Pick<Handlers<typeof claimsContract>, ReceiptVerb> = {
  async attachReceipt(steps, { id, kind, name, base64, lineIds }) {
    const incoming = await readIncoming(steps, { name, base64 });
    return steps.unit(async (ctx) => {
      const whole = await getWhole(ctx, id);
      const { reference, state } = whole.stored;
      const isOpen = isBeingFilledIn(whole.stored, whole.lines);
      if (!isOpen && !(kind === 'member-form' && state === 'to-sign'))
        throw claimErrors.error('claim.not-open', { reference, state });
      const receipt = await takeIn(ctx, { claim: whole.stored, kind, incoming });
      await layToOpenLines(ctx, whole, receipt.id, lineIds);
      await refreshSums(ctx, id);
      await note(ctx, 'claim.receipt-attached', whole.stored, receipt);
      return {
        receipt: shown(mustExist(await receipts.findById(ctx, receipt.id), 'it was just written')),
        warnings: await doublesOf(ctx, id, receipt.id),
      };
    });
  },

  async describeReceipt(ctx, { id, printedOn, printedPence, printedNumber, lineIds }) {
    const { receipt, whole } = await getOfClaim(ctx, id);
    // What was decided on stays as the officer saw it; at the desk staff may still type off what is printed.
    if (ctx.handedOver !== undefined && isSignedFor(receipt, whole))
      throw claimErrors.error('claim.receipt-signed', { reference: whole.stored.reference });
    const before = await listNeighbours(ctx, whole.stored.id);
    await receipts.update(ctx, id, {
      printed_on: printedOn,
      printed_pence: printedPence,
      printed_number: printedNumber,
    });
    if (!isSameSet(receipt.lineIds, lineIds)) await layToOpenLines(ctx, whole, id, lineIds);
    await refreshSums(ctx, whole.stored.id);
    await renewDoubts(ctx, [
      ...new Set([...before, ...(await listNeighbours(ctx, whole.stored.id))]),
    ]);
    const after = mustExist(await receipts.findById(ctx, id), 'it was read a moment ago');
    await note(ctx, 'claim.receipt-described', whole.stored, after);
    return shown(after);
  },

  async removeReceipt(ctx, { id }) {
    const { receipt, whole } = await getOfClaim(ctx, id);
    if (!isBeingFilledIn(whole.stored, whole.lines))
      throw claimErrors.error('claim.receipt-signed', { reference: whole.stored.reference });
    await layToOpenLines(ctx, whole, id, []);
    await receipts.update(ctx, id, { removed_at: ctx.now() });
    // A picture taken by mistake goes for good; one that somebody signed for stays with what was signed.
    const isUsed = await receipts.isHashUsed(ctx, receipt.hash);
    if (!isUsed && whole.stored.signedHash === '') await forgetFile(ctx, receipt.hash as FileHash);
    await refreshSums(ctx, whole.stored.id);
    await note(ctx, 'claim.receipt-removed', whole.stored, receipt);
    return {};
  },

  async receipt(ctx, { id }) {
    const receipt = await getReceipt(ctx, id);
    if (isAuditor(ctx.actor) && receipt.kind !== 'receipt')
      throw claimErrors.error('claim.paper-not-shown', {});
    if (ctx.handedOver !== undefined && !isShownOnLentScreen(receipt))
      throw claimErrors.error('claim.paper-not-lent', {});
    const { base64, width, height, pages } = await readContent(ctx, receipt.hash as FileHash);
    const masked = isAuditor(ctx.actor) ? { name: MASKED, printedNumber: '' } : {};
    return { ...shown(receipt), ...masked, base64, width, height, pages };
  },
};

/** A scan of what somebody signed stays as it is, also while the claim is open again. */
const wasSigned = ({ kind }: Pick<ClaimReceipt, 'kind'>): boolean =>
  kind === 'signed-claim' || kind === 'signed-sheet' || kind === 'cash-receipt';

const shown = ({ claimId: _, ...receipt }: receipts.StoredReceipt): ClaimReceipt => receipt;

/** Keeps a file that was looked at as a paper of a claim. */
export async function takeIn(
  ctx: Ctx,
  of: {
    readonly claim: Pick<Claim, 'id'>;
    readonly kind: ClaimReceipt['kind'];
    readonly incoming: IncomingFile;
  },
): Promise<receipts.StoredReceipt> {
  const kept = await keepFile(ctx, of.incoming);
  const id = ctx.newId();
  await receipts.insert(ctx, {
    id,
    claim_id: of.claim.id,
    batch_id: null,
    hash: kept.hash,
    kind: of.kind,
    name: of.incoming.name,
    printed_on: null,
    printed_pence: null,
    printed_number: '',
    added_by_user_id: userIdOf(ctx.actor),
    added_at: ctx.now(),
    removed_at: null,
  });
  return mustExist(await receipts.findById(ctx, id), 'it was just written');
}

async function getReceipt(ctx: Ctx, id: ClaimReceiptId): Promise<receipts.StoredReceipt> {
  const found = await receipts.findById(ctx, id);
  if (found === undefined) throw claimErrors.error('claim.receipt-not-found', { id });
  return found;
}

/** A receipt that came with a claim, and the claim; a paper that was signed is none, and nobody changes it. */
async function getOfClaim(
  ctx: Ctx,
  id: ClaimReceiptId,
): Promise<{ readonly receipt: receipts.StoredReceipt; readonly whole: WholeClaim }> {
  const receipt = await getReceipt(ctx, id);
  if (receipt.claimId === null) throw claimErrors.error('claim.receipt-elsewhere', {});
  const whole = await getWhole(ctx, receipt.claimId);
  if (wasSigned(receipt))
    throw claimErrors.error('claim.signed-paper-stays', { reference: whole.stored.reference });
  return { receipt, whole };
}

/**
 * Lays a receipt to these lines of its claim and no others. Lines that the page has not sent yet are laid when it
 * sends them; what is laid to a signed line stays there.
 */
async function layToOpenLines(
  ctx: Ctx,
  { stored, lines }: WholeClaim,
  receiptId: ClaimReceiptId,
  wanted: readonly ClaimLineId[],
): Promise<void> {
  const there = lines.filter(
    ({ id, receiptIds, state }) =>
      state === 'open' && (wanted.includes(id) || receiptIds.includes(receiptId)),
  );
  const signed = lines.filter(({ state }) => state !== 'open' && state !== 'withdrawn');
  const moves = signed.some(
    ({ id, receiptIds }) => wanted.includes(id) !== receiptIds.includes(receiptId),
  );
  if (moves) throw claimErrors.error('claim.receipt-signed', { reference: stored.reference });
  const kept = [...there, ...signed].filter(({ id }) => wanted.includes(id));
  await receipts.layToLines(
    ctx,
    receiptId,
    kept.map(({ id }) => id),
  );
}

/** Whether a line that cannot be changed any more shows this receipt. */
const isSignedFor = ({ id }: Pick<ClaimReceipt, 'id'>, { lines }: WholeClaim): boolean =>
  lines.some(
    ({ state, receiptIds }) => state !== 'open' && state !== 'withdrawn' && receiptIds.includes(id),
  );

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** In which other claims the same ticket was found, told at once, also while it is laid to no line. */
async function doublesOf(ctx: Ctx, claimId: string, receiptId: string): Promise<Warning[]> {
  const { facts } = await getWhole(ctx, claimId);
  const found = await doubles.listSameReceipts(ctx, [receiptId]);
  const warnings = sameReceiptFindings(toChecked(facts), found).map((one) => ({
    ...one,
    answer: null,
  }));
  return ctx.handedOver === undefined ? warnings : warnings.map(atHandedOverScreen);
}

async function note(
  ctx: Ctx,
  action: string,
  claim: WholeClaim['stored'],
  receipt: receipts.StoredReceipt,
): Promise<void> {
  await recordAudit(ctx, {
    action,
    objectType: 'claim',
    objectId: claim.id,
    after: {
      reference: claim.reference,
      kind: receipt.kind,
      file: receipt.hash,
      name: personal(subjectOf(claim), receipt.name),
      printedOn: receipt.printedOn ?? '',
      printedPence: receipt.printedPence ?? '',
      printedNumber: receipt.printedNumber,
      lines: receipt.lineIds.length,
    },
  });
}
