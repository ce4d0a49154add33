import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about agreed ways of travelling; none repeats the reason. */
export const travelPlanErrors = defineErrors({
  'plan.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such way of travelling here. Look at the page of the person.',
  },
  'plan.changed-by-someone-else': {
    sentence: (_: { id: string }) =>
      'Someone else changed this while you had it open. Look at what stands there now, then try again.',
  },
  'plan.ends-before-it-starts': {
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the first, ${formatDateNoWeekday(d.from)}. Enter a later last day, or leave it empty.`,
  },
  'plan.unreadable': {
    sentence: (_: { id: string }) =>
      'The reason cannot be read on this computer. Have the file in the folder “keys” put back.',
  },
});
