import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatPenceShort, type Pence } from '#db/shared/money';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { CLAIM_STATE_WORDS, type ClaimState } from '../claims.contract.ts';

type OfClaim = { readonly reference: string };

/** Every refusal at checking, deciding and paying a claim, with the sentence that is read. */
export const decidingErrors = defineErrors({
  'claim.not-at-step': {
    sentence: (d: OfClaim & { state: ClaimState; wanted: string }) =>
      `${d.reference} is not waiting ${d.wanted}. It stands at “${CLAIM_STATE_WORDS[d.state]}”. Look at it again.`,
  },
  'claim.own': {
    sentence: (d: OfClaim) =>
      `${d.reference} is your own: you claim, brought it or are paid. Somebody else has to take this step.`,
  },
  'claim.same-bank-account': {
    sentence: (d: OfClaim) =>
      `${d.reference} is tied to the bank account that is on record for you. Somebody else has to take this step.`,
  },
  'claim.same-hand': {
    sentence: (d: OfClaim & { before: string }) =>
      `You ${d.before} ${d.reference}. Somebody else has to take this step.`,
  },
  'claim.enterer-verifies': {
    sentence: (d: OfClaim) =>
      `You entered ${d.reference}. Somebody else has to check its papers, unless the council's claims policy lets one person do both.`,
  },
  'claim.has-doubts': {
    sentence: (d: OfClaim) =>
      `There is something to look at in ${d.reference}. Open it and decide it by itself.`,
  },
  'claim.open-elsewhere': {
    sentence: (d: OfClaim & { name: string }) =>
      `${d.name} has ${d.reference} open. Go on with another, or wait until it is let go.`,
  },
  'claim.people-settled': {
    field: 'payee',
    sentence: (d: OfClaim) =>
      `Part of ${d.reference} is decided, so who claims and who is paid stay as they are. Withdraw what is open and enter it as a new claim.`,
  },
  'claim.key-used': {
    sentence: (d: OfClaim) =>
      `This page took a step before: on another claim than ${d.reference}, for somebody else, or with other answers than these. Open the claim again and see what stands, then take it.`,
  },
  'claim.say-what-is-missing': {
    field: 'why',
    sentence: (d: OfClaim) => `Say what is missing in ${d.reference}, so that it can be mended.`,
  },
  'claim.lines-undecided': {
    sentence: (d: OfClaim & { left: number }) =>
      `${countOf(d.left, 'cost')} of ${d.reference} would be left open. Decide each, or ask about it.`,
  },
  'claim.line-not-waiting': {
    sentence: (d: OfClaim) =>
      `A cost of ${d.reference} on this screen does not wait for a decision. Look at the claim again.`,
  },
  'claim.decision-without-reason': {
    field: 'why',
    sentence: (d: { place: number }) =>
      `Say why for cost ${d.place}. The claimant reads it in the letter.`,
  },
  'claim.line-not-priced': {
    sentence: (d: { place: number }) =>
      `Cost ${d.place} has no amount while its rate is not set. Have a manager enter the rate and price it, or decide another amount with the reason.`,
  },
  'claim.other-amount': {
    field: 'pence',
    sentence: (d: { place: number }) =>
      `Enter an amount above £0 for cost ${d.place}, or refuse it with the reason.`,
  },
  'claim.not-as-signed': {
    sentence: (d: OfClaim & { isDecided: boolean }) =>
      d.isDecided
        ? `What was decided of ${d.reference} does not stand in the records as it was signed, so nothing more is approved or paid on it. Tell a manager, and have the costs signed for on a new claim.`
        : `${d.reference} does not stand in the records as it was signed. Open it again with a reason, look through it with the claimant, and have it signed again.`,
  },
  'claim.more-than-asked': {
    field: 'pence',
    sentence: (d: { place: number; asked: Pence }) =>
      `Only ${formatPenceShort(d.asked)} was asked for cost ${d.place}. Enter that or less.`,
  },
  'claim.limit-used-since': {
    sentence: (d: { place: number; left: Pence }) =>
      `${d.left > 0 ? `Only ${formatPenceShort(d.left)}` : 'Nothing'} is left of the limit for cost ${d.place}: other costs used it up since it was signed. Decide another amount with the reason, or refuse it.`,
  },
  'claim.line-stopped': {
    sentence: (d: { place: number; words: string }) =>
      `Cost ${d.place} cannot be approved: ${d.words} Ask about it, or refuse it with the reason.`,
  },
  'claim.manager-lets-through': {
    sentence: (d: { place: number; words: string }) =>
      `Cost ${d.place}: ${d.words} Only a manager may let it through, with a reason.`,
  },
  'claim.say-why-despite-warning': {
    field: 'why',
    sentence: (d: { words: string }) => `Say why it is right all the same: ${d.words}`,
  },
  'claim.nothing-to-top-up': {
    sentence: (d: OfClaim) =>
      `Only a cost that was approved can be added to, and no other step of ${d.reference} may be waiting. Look at the claim again.`,
  },
  'claim.nothing-to-pay': {
    sentence: (d: OfClaim) => `Nothing of ${d.reference} is left to pay. Look at it again.`,
  },
  'claim.paid-in-future': {
    field: 'paidOn',
    sentence: (d: { today: LocalDate }) =>
      `Record a payment once it was made: today, ${formatDateNoWeekday(d.today)}, or earlier.`,
  },
  'claim.paid-before-decided': {
    field: 'paidOn',
    sentence: (d: { decided: LocalDate }) =>
      `It was decided on ${formatDateNoWeekday(d.decided)}. Enter that day or a later one.`,
  },
  'claim.no-payee-details': {
    field: 'method',
    sentence: (d: { words: string }) => d.words,
  },
  'claim.details-are-other-method': {
    field: 'method',
    sentence: (d: { method: string }) =>
      `The checked details of this payee are for ${d.method}. Pay that way, or have new details checked first.`,
  },
  'claim.cash-needs-signature': {
    field: 'cash',
    sentence: (_: Record<never, never>) =>
      'Cash needs a receipt: have the payee sign on the screen, or attach the signed paper.',
  },
  'claim.cash-only-for-cash': {
    field: 'cash',
    sentence: (_: Record<never, never>) =>
      'A signed receipt belongs to a payment in cash. Choose cash, or take the signature off.',
  },
  'claim.cash-above-limit': {
    field: 'method',
    sentence: (d: { limit: Pence }) =>
      `No more than ${formatPenceShort(d.limit)} is paid in cash at the desk. Pay it another way.`,
  },
  'claim.reason-not-found': {
    sentence: (_: { id: string }) => 'This reason is not kept any more. Look at the list again.',
  },
  'claim.reason-changed': {
    sentence: (_: Record<never, never>) =>
      'Somebody else changed this reason meanwhile. Look at the list again.',
  },
});
