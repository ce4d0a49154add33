import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about agreements with the sentence the desk reads. */
export const agreementErrors = defineErrors({
  'agreement.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such agreement here. Look for it in the list of agreements.',
  },
  'agreement.needs-group': {
    field: 'group',
    sentence: (_: Record<string, never>) =>
      'Choose the group whose agreement it is, or the areas it covers. A code is adopted by a group.',
  },
  'agreement.needs-person': {
    field: 'person',
    sentence: (_: Record<string, never>) =>
      'A confidentiality agreement is one person’s, and only that kind is. Choose the person, or another kind.',
  },
  'agreement.needs-code-version': {
    field: 'codeVersion',
    sentence: (_: Record<string, never>) =>
      'Enter which version of the council’s code is adopted. It stands on the code.',
  },
  'agreement.signed-words-stand': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is signed, and its words stand as they are. Begin a review first, then change them.`,
  },
  'agreement.ended': {
    sentence: (d: { reference: string; endedOn: LocalDate }) =>
      `${d.reference} ended on ${formatDateNoWeekday(d.endedOn)} and stays as it is. Enter a new agreement if one is needed.`,
  },
  'agreement.signed-before': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is signed already. Look at it again; a colleague may have entered it.`,
  },
  'agreement.signed-again-earlier': {
    field: 'signedOn',
    sentence: (d: { signedOn: LocalDate }) =>
      `It was signed before, on ${formatDateNoWeekday(d.signedOn)}. Enter the day on which it was signed again, that day or a later one.`,
  },
  'agreement.not-signed': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is not signed, so there is nothing to review yet. Its words can be changed as they are.`,
  },
  'agreement.nobody-signs': {
    sentence: (d: { reference: string }) =>
      `${d.reference} names nobody who signs. Enter the parties first.`,
  },
  'agreement.nothing-agreed': {
    sentence: (d: { reference: string }) =>
      `${d.reference} does not say yet who does what. Enter at least one line of who does what, and to what standard.`,
  },
  'agreement.clauses-not-read': {
    field: 'clausesOnlyAdd',
    sentence: (_: Record<string, never>) =>
      'A group may add to the council’s code but not go below it. Read the added clauses against the code, then tick that they only add.',
  },
  'agreement.later-than-today': {
    sentence: (d: { today: LocalDate }) =>
      `This has happened by today, ${formatDateNoWeekday(d.today)}. Enter the day on which it happened.`,
  },
  'agreement.ends-before-signing': {
    field: 'endedOn',
    sentence: (d: { signedOn: LocalDate }) =>
      `The last day is before the agreement was signed, ${formatDateNoWeekday(d.signedOn)}. Enter that day or a later one.`,
  },
  'agreement.review-too-early': {
    field: 'reviewOn',
    sentence: (d: { signedOn: LocalDate }) =>
      `The review comes after the signing, ${formatDateNoWeekday(d.signedOn)}. Enter a later day, or leave it empty.`,
  },
  'agreement.nothing-to-undo': {
    sentence: (d: { reference: string }) =>
      `There is no last step of ${d.reference} to take back: it was changed since. Look at it again.`,
  },
  'agreement.code-version-taken': {
    field: 'version',
    sentence: (d: { version: string; from: LocalDate }) =>
      `Version ${d.version} is entered already, from ${formatDateNoWeekday(d.from)} on. Check which version stands on the code.`,
  },
  'agreement.code-version-gone': {
    sentence: (d: { version: string }) =>
      `Version ${d.version} is not entered any more. A colleague may have taken it back; look at the list again.`,
  },
  'agreement.code-version-adopted': {
    sentence: (d: { version: string; group: string }) =>
      `${d.group} has adopted version ${d.version}, so it stays on record. Enter the version that is in force now.`,
  },
  'agreement.other-paper': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is an agreement of another kind and has no paper of this sort. Print the paper of its own kind.`,
  },
  'agreement.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `Someone else changed ${d.reference} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});
