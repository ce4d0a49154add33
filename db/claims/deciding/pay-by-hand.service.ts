import { policyOn } from '#db/claim-policy/claim-policy.service';
import { payableDetails } from '#db/payees/payable.service';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { findPayeeOf } from '#db/payees/read-payee.service';
import { type IncomingFile, keepFile, readIncoming } from '#db/receipts/receipts.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { addPence, type Pence } from '#db/shared/money';
import { cashWords } from '../cash-words.rules.ts';
import type { StoredClaim } from '../claims.repository.ts';
import type { decidingContract } from '../deciding.contract.ts';
import * as decisions from '../decisions.repository.ts';
import * as lines from '../lines.repository.ts';
import { getClaim, getStored } from '../read-claim.service.ts';
import { checkAsSigned } from './as-signed.service.ts';
import { keepCashReceipt } from './cash-receipt.service.ts';
import { decidedTotal, liveAmounts, stateAfter } from './decided.rules.ts';
import { decidingErrors } from './deciding.errors.ts';
import { endStep, checkStep, saveStep, stepTaker, wasDone } from './step.service.ts';

type Wanted = Parameters<Handlers<typeof decidingContract>['payByHand']>[1];

/** What was decided was paid outside the program; each amount is in one payment and closed to any other. */
export const payByHandService: Pick<Handlers<typeof decidingContract>, 'payByHand'> = {
  async payByHand(steps, wanted) {
    const file = wanted.cash?.file ?? null;
    // Refused before the file is looked at, so that nobody waits for what cannot be.
    await steps.unit(async (ctx) => isPaidOrPayable(ctx, wanted));
    const scan = file === null ? null : await readIncoming(steps, file);
    return steps.unit(async (ctx) => {
      if (!(await isPaidOrPayable(ctx, wanted, scan))) await pay(ctx, wanted, scan);
      return getClaim(ctx, wanted.id);
    });
  },
};

/** True when this very payment was recorded before; refused when it cannot be. */
async function isPaidOrPayable(
  ctx: Ctx,
  wanted: Wanted,
  scan: IncomingFile | null = null,
): Promise<boolean> {
  const claim = await getStored(ctx, wanted.id);
  const { reference } = claim;
  const before = await decisions.findPaymentByKey(ctx, wanted.key);
  const isSame = () => before !== undefined && isSamePayment(before, wanted, scan);
  if (wasDone(ctx, claim, before, isSame)) return true;
  await checkStep(ctx, claim, {
    step: 'pay',
    in: ['filed', 'verified', 'asked', 'decided'],
    version: wanted.version,
  });
  if ((claim.decidedPence ?? 0) <= claim.paidPence)
    throw decidingErrors.error('claim.nothing-to-pay', { reference });
  await checkDay(ctx, wanted);
  checkShown(wanted);
  const due = (await lines.listOfClaim(ctx, claim.id)).filter(
    ({ decidedPence, paidPence }) => (decidedPence ?? 0) > paidPence,
  );
  await checkAsSigned(ctx, claim, due, 'decided');
  return false;
}

/** Whether a payment that was recorded is the one that is sent; the scan of a slip is compared once it was read. */
function isSamePayment(
  before: decisions.PaymentSent,
  { paidOn, method, note, cash }: Wanted,
  scan: IncomingFile | null,
): boolean {
  const strokes = cash?.strokes ?? null;
  return (
    before.paidOn === paidOn &&
    before.method === method &&
    before.note === note &&
    before.signer === (cash?.name ?? null) &&
    (before.strokes ?? '') === (strokes === null ? '' : JSON.stringify(strokes)) &&
    (before.hash !== null) === (cash?.file != null) &&
    (scan === null || before.hash === scan.hash)
  );
}

async function checkDay(ctx: Ctx, { id, paidOn }: Wanted): Promise<void> {
  const today = todayOf(ctx);
  if (paidOn > today) throw decidingErrors.error('claim.paid-in-future', { today });
  const decided = await decisions.findLastApprovedOn(ctx, id);
  if (decided !== undefined && paidOn < decided)
    throw decidingErrors.error('claim.paid-before-decided', { decided: decided as LocalDate });
}

/** Cash is signed for, on the screen or on paper and not on both; nothing else is. */
function checkShown({ method, cash }: Wanted): void {
  if (method !== 'cash') {
    if (cash !== null) throw decidingErrors.error('claim.cash-only-for-cash', {});
    return;
  }
  if (cash === null || (cash.strokes === null) === (cash.file === null))
    throw decidingErrors.error('claim.cash-needs-signature', {});
}

async function pay(ctx: Ctx, wanted: Wanted, scan: IncomingFile | null): Promise<void> {
  const claim = await getStored(ctx, wanted.id);
  const paid = await decisions.listPaidDecisions(ctx, claim.id);
  const due = liveAmounts(await decisions.listKeyed(ctx, claim.id)).filter(
    ({ id }) => !paid.has(id),
  );
  const amount = addPence(...due.map(({ pence }) => pence));
  if (amount <= 0)
    throw decidingErrors.error('claim.nothing-to-pay', { reference: claim.reference });
  const shown =
    wanted.method === 'cash'
      ? await cashShown(ctx, claim, { wanted, amount, scan })
      : await detailsShown(ctx, claim, wanted);

  await decisions.insertPayment(
    ctx,
    {
      ...shown,
      id: ctx.newId(),
      claim_id: claim.id,
      key: wanted.key,
      paid_on: wanted.paidOn,
      method: wanted.method,
      pence: amount,
      note: wanted.note,
      user_id: stepTaker(ctx),
      recorded_at: ctx.now(),
    },
    due.map((one) => ({ decisionId: one.id, lineId: one.lineId, pence: one.pence })),
  );
  const after = await lines.listOfClaim(ctx, claim.id);
  const paidPence = addPence(claim.paidPence, amount);
  const isRested = claim.state === 'asked' || claim.state === 'decided';
  const state = isRested
    ? stateAfter({ lines: after, paidPence, needsSecond: false })
    : claim.state;
  await saveStep(ctx, claim, {
    state,
    paid_pence: paidPence,
    decided_pence: decidedTotal(after),
  });
  await endStep(ctx, claim, {
    action: 'claim.paid-by-hand',
    state,
    after: {
      paidOn: wanted.paidOn,
      method: wanted.method,
      pence: amount,
      detailsNumber: shown.details_number,
    },
  });
}

/** What stands beside a payment to show for it. */
type Shown = {
  readonly details_id: string | null;
  readonly details_number: number | null;
  readonly signature_id: string | null;
};

/** The checked details that were in force on the day of the payment, for the method that was used. */
async function detailsShown(ctx: Ctx, claim: StoredClaim, wanted: Wanted): Promise<Shown> {
  const payee = await findPayeeOf(ctx, claim.payee);
  if (payee === undefined)
    throw decidingErrors.error('claim.no-payee-details', {
      words: `Nobody has entered how ${claim.payeeName} is paid. Enter it on their page and have a second person check it, or pay in cash against a signature.`,
    });
  const payable = await payableDetails(ctx, payee.id, wanted.paidOn);
  if (!payable.isPayable)
    throw decidingErrors.error('claim.no-payee-details', { words: payable.words });
  if (payable.details.method !== wanted.method)
    throw decidingErrors.error('claim.details-are-other-method', {
      method: METHOD_WORDS[payable.details.method].toLowerCase(),
    });
  return { details_id: payable.detailsId, details_number: payable.number, signature_id: null };
}

async function cashShown(
  ctx: Ctx,
  claim: StoredClaim,
  of: { readonly wanted: Wanted; readonly amount: Pence; readonly scan: IncomingFile | null },
): Promise<Shown> {
  const { wanted, amount, scan } = of;
  const { cashLimitPence: limit } = (await policyOn(ctx, wanted.paidOn)).general;
  if (limit !== null && amount > limit)
    throw decidingErrors.error('claim.cash-above-limit', { limit });
  if (scan !== null) await keepFile(ctx, scan);
  const signatureId = await keepCashReceipt(ctx, claim, {
    ...mustExist(wanted.cash, 'cash without a signature was refused'),
    words: cashWords({ reference: claim.reference, pence: amount, paidOn: wanted.paidOn }),
    on: wanted.paidOn,
    scan,
  });
  return { details_id: null, details_number: null, signature_id: signatureId };
}
