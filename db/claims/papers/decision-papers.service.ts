import { policyOn } from '#db/claim-policy/claim-policy.service';
import { appealWordsOf, drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { formatPence, pence } from '#db/shared/money';
import type { PaperSize } from '#db/shared/paper';
import type { Claim, ClaimId } from '../claims.contract.ts';
import { decidingErrors } from '../deciding/deciding.errors.ts';
import type { decidingContract } from '../deciding.contract.ts';
import { getClaim } from '../read-claim.service.ts';
import type { CashReceiptValues } from './cash-receipt.pdf.ts';
import { paperErrors } from './claim-papers.errors.ts';
import { signatureOnForm } from './claim-on-form.rules.ts';
import type { ClaimDecisionValues } from './decision-letter.pdf.ts';
import { decidedLines, isToldOf, letterDate, whoDecided } from './decision-words.rules.ts';

type Papers = Pick<Handlers<typeof decidingContract>, 'printDecision' | 'printCashReceipt'>;

/** The decision letter (DOC-44), and the slip that is signed for cash. */
export const decisionPapers: Papers = {
  async printDecision(steps, { id, size }) {
    const values = await steps.unit((ctx) => letterValues(ctx, id, size));
    return drawPaperAs(steps, {
      paper: 'claim-decision',
      values,
      title: `Decision on ${values.reference}`,
      fileName: `claim-decision-${values.reference}.pdf`,
    });
  },

  async printCashReceipt(steps, { id, size }) {
    const values = await steps.unit((ctx) => cashValues(ctx, id, size));
    return drawPaperAs(steps, {
      paper: 'claim-cash-receipt',
      values,
      title: `Cash receipt ${values.reference}`,
      fileName: `cash-receipt-${values.reference}.pdf`,
    });
  },
};

async function letterValues(ctx: Ctx, id: ClaimId, size: PaperSize): Promise<ClaimDecisionValues> {
  const claim = await getClaim(ctx, id);
  const { reference, state } = claim;
  if (!isToldOf(claim)) throw paperErrors.error('claim.nothing-decided', { reference, state });
  const { general } = await policyOn(ctx, claim.receivedOn);
  return {
    ...(await paperFrameOf(ctx, size)),
    reference,
    date: letterDate(claim),
    to: claim.claimantName,
    filer: claim.filerWords === claim.claimantName ? '' : claim.filerWords,
    receivedOn: claim.receivedOn,
    lines: decidedLines(claim),
    paid: claim.payments.map(({ paidOn, method, maskedAccount, pence: paid }) => ({
      on: paidOn,
      pence: paid,
      how: maskedAccount === '' ? HOW[method] : `to the account ${maskedAccount}`,
    })),
    willBePaid: willBePaidWords(claim),
    principle: general.principle,
    appeal: await appealWordsOf(ctx, ''),
    decidedBy: whoDecided(claim),
  };
}

const HOW: Readonly<Record<Claim['method'], string>> = {
  'bank-transfer': 'by bank transfer to the account that we have checked',
  cheque: 'by cheque',
  cash: 'in cash at the desk',
};

const leftToPay = ({ decidedPence, paidPence }: Claim) => pence((decidedPence ?? 0) - paidPence);

function willBePaidWords(claim: Claim): string {
  const left = leftToPay(claim);
  if (left <= 0) return '';
  const isMore = claim.paidPence > 0;
  return `${formatPence(left)}${isMore ? ' more' : ''} will be paid to ${claim.payeeName} ${HOW[claim.method]}.`;
}

/** The last payment in cash with its signature; before one, a slip to sign for what is to be paid. */
async function cashValues(ctx: Ctx, id: ClaimId, size: PaperSize): Promise<CashReceiptValues> {
  const claim = await getClaim(ctx, id);
  const { reference, payeeName, claimantName } = claim;
  const left = leftToPay(claim);
  const paid = claim.payments.findLast(({ method }) => method === 'cash');
  const signature = claim.signatures.findLast(({ role }) => role === 'cash');
  if (left <= 0 && paid === undefined)
    throw decidingErrors.error('claim.nothing-to-pay', { reference });
  const isPaid = left <= 0 && paid !== undefined && signature !== undefined;
  return {
    ...(await paperFrameOf(ctx, size)),
    reference,
    payee: payeeName,
    claimant: claimantName,
    pence: isPaid ? paid.pence : left,
    signature: isPaid ? signatureOnForm(signature) : null,
  };
}
