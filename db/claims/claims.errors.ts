import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { CLAIM_STATE_WORDS, type ClaimState } from './claims.contract.ts';

type Nothing = Record<never, never>;

const standsAt = (state: ClaimState): string => `It stands at “${CLAIM_STATE_WORDS[state]}”.`;

/** Every refusal at filling in and handing in a claim, with the sentence that is read. */
export const claimErrors = defineErrors({
  'claim.not-found': {
    sentence: (_: { id: string }) => 'This claim is not on record. Look for it by its reference.',
  },
  'claim.no-such-reference': {
    field: 'reference',
    sentence: (d: { typed: string }) =>
      `No claim or sheet has the reference “${d.typed}”. Read it again from the paper, such as CLM-2027-0041.`,
  },
  'claim.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `${d.reference} was changed on another screen meanwhile. Look at it again, then go on.`,
  },
  'claim.not-open': {
    sentence: (d: { reference: string; state: ClaimState }) =>
      `${d.reference} is not being filled in. ${standsAt(d.state)} Open it again with a reason to change it.`,
  },
  'claim.line-closed': {
    sentence: (d: { reference: string }) =>
      `A cost of ${d.reference} that was decided cannot be changed. Change only what was asked about, or enter a new claim.`,
  },
  'claim.line-elsewhere': {
    sentence: (d: { reference: string }) =>
      `A cost on this screen belongs to ${d.reference} already. Begin the claim afresh.`,
  },
  'claim.receipt-elsewhere': {
    sentence: (_: Nothing) =>
      'A receipt on this screen is not one of this claim. Attach it here, then lay it to the cost.',
  },
  'claim.receipt-not-found': {
    sentence: (_: { id: string }) =>
      'This receipt is not on record any more. Look at the claim again.',
  },
  'claim.receipt-signed': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is signed with this receipt. Open the claim again with a reason to take it off.`,
  },
  'claim.signed-paper-stays': {
    sentence: (d: { reference: string }) =>
      `This paper was signed for ${d.reference}, so it stays on record as it came in.`,
  },
  'claim.paper-not-shown': {
    sentence: (_: Nothing) =>
      'A signed paper names people and is not shown to the auditor. Its figures stand on the claim.',
  },
  'claim.paper-not-lent': {
    sentence: (_: Nothing) =>
      'A signed paper is not shown on a screen that is handed over. Ask staff to show it to you.',
  },
  'claim.received-in-future': {
    field: 'receivedOn',
    sentence: (d: { today: LocalDate }) =>
      `A claim has come in by today, ${formatDateNoWeekday(d.today)}. Enter that day or an earlier one.`,
  },
  'claim.group-without-filer': {
    field: 'filerPersonId',
    sentence: (_: Nothing) =>
      'Say who brings it for the group, or leave the group out where it came by post.',
  },
  'claim.not-ready': {
    sentence: (d: { reference: string; missing: readonly string[] }) =>
      `${d.reference} cannot be signed yet. ${d.missing.join(' ')}`,
  },
  'claim.sign-key-used': {
    sentence: (d: { reference: string; other: string }) =>
      `This page signed ${d.other} before, and cannot sign ${d.reference} too. Open ${d.reference} again, then have it signed.`,
  },
  'claim.claimant-signs': {
    field: 'role',
    sentence: (d: { claimant: string }) =>
      `Only ${d.claimant} can declare this. Have them sign, or attach the form that they signed.`,
  },
  'claim.not-printed': {
    field: 'reference',
    sentence: (d: { reference: string; state: ClaimState }) =>
      `${d.reference} does not wait for a signed paper. ${standsAt(d.state)} Print it to be signed first.`,
  },
  'claim.changed-since-printed': {
    field: 'reference',
    sentence: (d: { reference: string }) =>
      `${d.reference} was changed after this paper was printed. Print it again and have it signed again.`,
  },
  'claim.no-open-sheet': {
    sentence: (_: Nothing) =>
      'This sheet is handed in already, or is not on record. Start another sheet, or hand the claim in by itself.',
  },
  'claim.waits-for-sheet': {
    sentence: (d: { reference: string; sheet: string }) =>
      `${d.reference} is part of the sheet ${d.sheet} and is handed in with it. Attach the member’s form to the claim, then sign the sheet.`,
  },
  'claim.signed-in-future': {
    field: 'signedOn',
    sentence: (d: { by: LocalDate }) =>
      `Enter the day on which it was signed, by the day it came in, ${formatDateNoWeekday(d.by)}.`,
  },
  'claim.cannot-reopen': {
    sentence: (d: { reference: string; state: ClaimState }) =>
      `${d.reference} cannot be opened again. ${standsAt(d.state)} What was decided stays; enter a new claim for more.`,
  },
  'claim.cannot-withdraw': {
    sentence: (d: { reference: string; state: ClaimState }) =>
      `${d.reference} cannot be withdrawn any more. ${standsAt(d.state)}`,
  },
  'claim.nothing-to-price': {
    sentence: (d: { reference: string }) =>
      `Every cost of ${d.reference} is priced. Nothing needs to be done.`,
  },
  'claim.rate-still-missing': {
    sentence: (d: { reference: string; kinds: readonly string[] }) =>
      `${d.reference} still waits for the rate of ${joinWords(d.kinds)}. Have a manager enter it under Settings, What can be claimed.`,
  },
  'claim.no-such-warning': {
    sentence: (_: Nothing) =>
      'This warning is not there any more. Look at the claim again, then go on.',
  },
  'claim.warning-stands': {
    sentence: (d: { words: string }) =>
      `A reason does not take this away: ${d.words} Change the cost, or take it off the claim.`,
  },
  'claim.manager-answers': {
    sentence: (_: Nothing) => 'Only a manager can let a claim in that is out of time. Ask one.',
  },
});
