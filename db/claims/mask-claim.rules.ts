import { MASKED } from '#db/people/people.rules';
import { isAuditor, readsNeeds } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import type { Claim, ClaimSummary } from './claims.contract.ts';

const hidden = (text: string): string => (text === '' ? '' : MASKED);

/**
 * Finance decides without reading which need was met. The auditor follows the money: what was asked, cut, decided and
 * paid, by whom of the staff; not who claims, nor why.
 */
export function maskClaim(whole: Claim, actor: Actor): Claim {
  const claim = readsNeeds(actor)
    ? whole
    : { ...whole, accessNeedMet: hidden(whole.accessNeedMet) };
  if (!isAuditor(actor)) return claim;
  return {
    ...claim,
    claimantName: claim.claimant.kind === 'group' ? claim.claimantName : MASKED,
    filerWords: hidden(claim.filerWords),
    payeeName: claim.payee.kind === 'group' ? claim.payeeName : MASKED,
    notes: hidden(claim.notes),
    withdrawnWhy: hidden(claim.withdrawnWhy),
    lines: claim.lines.map((line) => ({
      ...line,
      fromPlace: hidden(line.fromPlace),
      toPlace: hidden(line.toPlace),
      carer: hidden(line.carer),
      reason: hidden(line.reason),
      noReceiptWhy: hidden(line.noReceiptWhy),
      overrideWhy: hidden(line.overrideWhy),
      decisionWhy: hidden(line.decisionWhy),
    })),
    receipts: claim.receipts.map((one) => ({
      ...one,
      name: MASKED,
      printedNumber: hidden(one.printedNumber),
    })),
    signatures: claim.signatures.map((one) => ({
      ...one,
      name: MASKED,
      strokes: null,
      words: MASKED,
    })),
    decisions: claim.decisions.map((one) => ({ ...one, why: hidden(one.why) })),
    payments: claim.payments.map((one) => ({ ...one, note: hidden(one.note) })),
  };
}

/** A claim in a list as the auditor reads it. */
export function maskSummary(summary: ClaimSummary, isGroup: boolean, actor: Actor): ClaimSummary {
  if (!isAuditor(actor)) return summary;
  return {
    ...summary,
    claimantName: isGroup ? summary.claimantName : MASKED,
    filerWords: hidden(summary.filerWords),
  };
}
