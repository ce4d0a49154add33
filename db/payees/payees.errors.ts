import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about bank details and mandates; none of them repeats a number. */
export const payeeErrors = defineErrors({
  'payee.details-not-found': {
    sentence: (_: { id: string }) =>
      'There are no such bank details here. Look for them on the page of the group or person.',
  },
  'payee.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed how ${d.name} is paid while you had this open. What you typed is still here. Look at what stands there now, then save again.`,
  },
  'payee.staged-already': {
    sentence: (d: { name: string; by: string; on: LocalDate }) =>
      `Bank details of ${d.name} that ${d.by} entered on ${formatDateNoWeekday(d.on)} still wait for a second person. Have the call-back recorded, or turn those details down, then enter these.`,
  },
  'payee.same-details': {
    sentence: (d: { name: string }) =>
      `${d.name} is paid to these details already. There is nothing to change.`,
  },
  'payee.not-staged': {
    sentence: (d: { name: string }) =>
      `These bank details of ${d.name} no longer wait for anybody. Look at the history on the page; enter new details if something must change.`,
  },
  'payee.not-in-use': {
    sentence: (d: { name: string }) =>
      `These bank details of ${d.name} are not those that are paid to. Look at the history on the page.`,
  },
  'payee.same-person': {
    sentence: (d: { name: string }) =>
      `You entered these bank details of ${d.name}, so somebody else must check them. Ask a second person who may: a manager or whoever approves payments.`,
  },
  'payee.number-not-known': {
    field: 'number',
    sentence: (d: { name: string }) =>
      `That number was not on record for ${d.name} before these details came. Ring one of the numbers of the list: whoever sends false details sends a false number with them.`,
  },
  'payee.no-known-number': {
    field: 'number',
    sentence: (d: { name: string }) =>
      `No phone number was on record for ${d.name} before these details came, or it was entered the same day by the same person, so nobody can be rung back. Turn these details down, have somebody else enter a number from an older paper, then enter the details again.`,
  },
  'payee.call-outside': {
    field: 'on',
    sentence: (d: { from: LocalDate; today: LocalDate }) =>
      d.from === d.today
        ? `The details were entered today, so the call-back was today as well. Enter ${formatDateNoWeekday(d.today)}.`
        : `The call-back comes after the details and has happened by today. Enter a day from ${formatDateNoWeekday(d.from)} to ${formatDateNoWeekday(d.today)}.`,
  },
  'payee.not-as-heard': {
    field: 'accountNumber',
    sentence: (d: { name: string }) =>
      `What was read out is not what was entered for ${d.name}. Hear it once more. If it still differs, turn the details down and say so; nothing is paid meanwhile.`,
  },
  'payee.number-in-words': {
    sentence: (_: Record<string, never>) =>
      'An account number or sort code stands in the words. Take it out: words are kept readable, numbers are not.',
  },
  'payee.joined-while-staged': {
    sentence: (d: { name: string; by: string; on: LocalDate }) =>
      `Both records have bank details, and those of ${d.name} that ${d.by} entered on ${formatDateNoWeekday(d.on)} still wait for a second person. Have the call-back recorded, or turn those details down, then put the records together.`,
  },
  'payee.joined-by-who-entered': {
    sentence: (d: { name: string }) =>
      `You entered the bank details of ${d.name} that would stay, so somebody else must choose them. Let the other details stay, or ask a colleague to put the two records together.`,
  },
  'payee.key-missing': {
    sentence: (d: { name: string }) =>
      `The bank details of ${d.name} cannot be read: the key they were sealed with is not on this computer, or the record was altered. Ask whoever looks after this computer to put back the file in the folder “keys”, or enter the details again.`,
  },
  'payee.mandate-changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed who signs for ${d.name} while you had this open. What you typed is still here. Look at what stands there now, then save again.`,
  },
  'payee.signatory-ends-before': {
    field: 'signatories',
    sentence: (d: { name: string }) =>
      `${d.name} would stop signing before they begin. Enter a later last day, or leave it empty.`,
  },
  'payee.signatory-twice': {
    field: 'signatories',
    sentence: (d: { name: string }) =>
      `${d.name} stands in the list twice for the same days. Keep one of the lines.`,
  },
  'payee.mandate-day-to-come': {
    field: 'confirmedOn',
    sentence: (d: { today: LocalDate }) =>
      `A mandate is noted once somebody has said so. Enter today, ${formatDateNoWeekday(d.today)}, or an earlier day.`,
  },
});
