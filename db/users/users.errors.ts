import { defineErrors } from '#db/shared/domain-error';
import { joinWords } from '#db/shared/plain-words';

/** What a person proves who they are by: a name with its secret, or a secret of the account that is known already. */
export type AskedFor = 'name' | 'pin' | 'passphrase';

const WRONG: Readonly<Record<AskedFor, string>> = {
  name: 'That name and secret do not belong together.',
  pin: 'That is not the passphrase or PIN of this account.',
  passphrase: 'That is not the passphrase of this account.',
};

/** The same words whether the name or the secret was wrong, so that nobody learns which names exist. */
export const userErrors = defineErrors({
  'user.wrong-secret': {
    field: 'secret',
    sentence: (d: { triesLeft: number; asked: AskedFor }) =>
      d.triesLeft === 1
        ? `${WRONG[d.asked]} Try once more with care: after the next wrong try the account is shut for a while.`
        : `${WRONG[d.asked]} Check ${d.asked === 'name' ? 'both' : 'it'} and try again: ${d.triesLeft} tries are left.`,
  },
  'user.locked-out': {
    field: 'secret',
    sentence: (d: { minutes: number }) =>
      `There were too many wrong tries, so the account is shut for ${d.minutes === 1 ? '1 more minute' : `${d.minutes} more minutes`}. Wait, or ask a manager to unlock it.`,
  },
  'user.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `There is already an account called ${d.name}. Choose another sign-in name.`,
  },
  'user.not-found': {
    sentence: (_: { id: string }) => 'There is no such account. Choose one from the list.',
  },
  'user.last-manager': {
    sentence: (_: Record<string, never>) =>
      'This is the only manager. Make someone else a manager first, then change this account.',
  },
  'user.own-account': {
    sentence: (_: Record<string, never>) =>
      'Nobody may change their own role or confirm a change to their own account. Ask another manager.',
  },
  'user.own-person': {
    sentence: (_: Record<string, never>) =>
      'Nobody says of their own account which person it is. Ask another manager.',
  },
  'user.decided-own-claim': {
    field: 'who',
    sentence: (d: { claims: readonly string[] }) =>
      `This account took a step on ${joinWords(d.claims)}, in which this person has a hand. Tell the auditor, stop this account, and add another for them.`,
  },
  'user.needs-second-person': {
    sentence: (_: Record<string, never>) =>
      'Changing an account needs a second manager or a finance approver to confirm it, and there is none yet. Add one first.',
  },
  'user.same-person': {
    sentence: (_: Record<string, never>) =>
      'You asked for this change, so someone else has to confirm it: another manager or a finance approver.',
  },
  'user.change-settled': {
    sentence: (_: Record<string, never>) =>
      'This change has already been confirmed or taken back. Nothing is left to do.',
  },
  'user.pin-too-simple': {
    field: 'pin',
    sentence: (_: Record<string, never>) =>
      'That PIN is too easy to guess. Do not use one repeated number or a run such as 123456.',
  },
});
