import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal of the directory with the sentence the desk reads. */
export const contactErrors = defineErrors({
  'contact.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such contact here. Look for it in the list of useful contacts.',
  },
  'contact.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `${d.name} is in the list already. Change that entry, or give this one a name that tells them apart.`,
  },
  'contact.verified-later': {
    field: 'lastVerifiedOn',
    sentence: (d: { today: LocalDate }) =>
      `Details are verified by today, ${formatDateNoWeekday(d.today)}. Enter the day on which somebody checked them, or leave it empty.`,
  },
  'contact.closed': {
    sentence: (d: { name: string; closedNote: string }) =>
      `${d.name} is no longer there: ${d.closedNote}. List it again first.`,
  },
  'contact.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});
