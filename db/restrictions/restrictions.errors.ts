import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about restrictions with the sentence the manager reads. */
export const restrictionErrors = defineErrors({
  'restriction.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such restriction here. Look for it in the list of restrictions.',
  },
  'restriction.ends-before-it-starts': {
    field: 'until',
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the first one, ${formatDateNoWeekday(d.from)}. Enter that day or a later one, or leave it empty.`,
  },
  'restriction.incident-after-start': {
    field: 'incidentOn',
    sentence: (d: { today: LocalDate }) =>
      `What it is about has happened by today, ${formatDateNoWeekday(d.today)}. Enter the day on which it happened.`,
  },
  'restriction.lifted-before': {
    sentence: (d: { reference: string; on: LocalDate }) =>
      `${d.reference} was lifted on ${formatDateNoWeekday(d.on)} and stays as it is. Enter a new restriction if one is needed.`,
  },
  'restriction.lifted-outside': {
    field: 'on',
    sentence: (d: { reference: string; from: LocalDate; until: LocalDate | null }) =>
      d.until === null
        ? `${d.reference} begins on ${formatDateNoWeekday(d.from)}. Lift it on that day or later.`
        : `${d.reference} runs from ${formatDateNoWeekday(d.from)} to ${formatDateNoWeekday(d.until)}. Lift it on a day in between.`,
  },
  'restriction.only-warns': {
    sentence: (d: { reference: string }) =>
      `${d.reference} takes nothing away: it only warns the desk. There is no letter for it.`,
  },
  'restriction.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `Someone else changed ${d.reference} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});
