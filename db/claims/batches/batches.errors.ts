import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';

/** Every refusal about a treasurer's sheet. */
export const batchErrors = defineErrors({
  'sheet.not-found': {
    sentence: (_: { id: string }) => 'This sheet is not on record. Look for it by its reference.',
  },
  'sheet.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `${d.reference} was changed on another screen meanwhile. Look at it again, then go on.`,
  },
  'sheet.received-in-future': {
    field: 'receivedOn',
    sentence: (d: { today: LocalDate }) =>
      `A sheet has come in by today, ${formatDateNoWeekday(d.today)}. Enter that day or an earlier one.`,
  },
  'sheet.filed-already': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is signed and handed in. Start another sheet for more members.`,
  },
  'sheet.sign-key-used': {
    sentence: (d: { reference: string }) =>
      `This page signed another sheet before, and cannot sign ${d.reference} too. Open ${d.reference} again, then have it signed.`,
  },
  'sheet.empty': {
    sentence: (d: { reference: string }) =>
      `There is no member on ${d.reference} yet. Add a member and their costs first.`,
  },
  'sheet.unsigned': {
    sentence: (d: { reference: string; members: readonly string[] }) =>
      `${d.reference} waits for ${joinWords(d.members)}. Each member signs their own costs, or their signed form is attached; then the treasurer signs.`,
  },
});
