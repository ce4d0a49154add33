import { defineErrors } from '#db/shared/domain-error';
import { joinWords } from '#db/shared/plain-words';
import type { Role } from '#db/shared/roles';
import { ROLE_WORDS } from '#db/users/users.contract';

/** What the doors themselves refuse, before any module is asked. */
export const hostErrors = defineErrors({
  'api.no-such-procedure': {
    sentence: (_: { procedure: string }) =>
      'The program was asked for something it does not have. Close this window and open it again.',
  },
  'api.invalid-input': {
    sentence: (d: { fields: Readonly<Record<string, string>> }) =>
      Object.values(d.fields)[0] ??
      'Something in the form is missing or unreadable. Check each field.',
  },
  'api.setup-first': {
    sentence: (_: Record<string, never>) =>
      'This centre has not been set up yet. Finish the first pages, then come back here.',
  },
  'api.no-records-yet': {
    sentence: (_: Record<string, never>) =>
      'No records are open yet. Choose where the records live first.',
  },
  'act.cancelled': {
    sentence: (_: Record<string, never>) =>
      'Stopped. Nothing was changed. Start it again when you like.',
  },
  'act.unknown': {
    sentence: (_: Record<string, never>) =>
      'There is nothing under way to stop: it has ended, or has not begun yet. Look at what it did.',
  },
  'act.under-way': {
    sentence: (_: Record<string, never>) =>
      'This is under way already. Wait until it ends, or stop it.',
  },
  'session.none': {
    sentence: (_: Record<string, never>) => 'You are not signed in. Sign in to go on.',
  },
  'session.locked': {
    sentence: (_: Record<string, never>) =>
      'This screen is locked. Unlock it with your PIN or passphrase.',
  },
  'session.handed-over': {
    sentence: (_: { claimId: string }) =>
      'This screen is handed over for one claim only. Give it back to staff for anything else.',
  },
  'session.not-allowed': {
    sentence: (d: { role: Role; allowed: readonly Role[] }) =>
      `This needs another role than yours (${ROLE_WORDS[d.role]}). Ask someone with the role of ${joinWords(d.allowed.map((role) => ROLE_WORDS[role])).replace(/ and (?=[^,]*$)/, ' or ')}.`,
  },
});
