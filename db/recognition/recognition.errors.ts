import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about recognition with the sentence that is read. */
export const recognitionErrors = defineErrors({
  'recognition.not-needed': {
    sentence: (d: { name: string }) =>
      `${d.name} is of a kind that needs no recognition. It may use everything without it.`,
  },
  'recognition.not-yet': {
    sentence: (d: { today: LocalDate }) =>
      `This has happened by today, ${formatDateNoWeekday(d.today)}. Enter that day or an earlier one.`,
  },
  'recognition.return-open': {
    sentence: (d: { openedOn: LocalDate }) =>
      `A return has been open since ${formatDateNoWeekday(d.openedOn)}. Enter what comes in there.`,
  },
  'recognition.no-return': {
    sentence: (_: { id: string }) =>
      'This return is closed or not there any more. Look at the group again.',
  },
  'recognition.no-item': {
    sentence: (_: { id: string }) =>
      'The council does not ask for this any more. Look at the group again.',
  },
  'recognition.day-missing': {
    field: 'receivedOn',
    sentence: (_: Record<never, never>) => 'Enter the day on which it came; that day counts.',
  },
  'recognition.not-a-change': {
    field: 'kind',
    sentence: (d: { name: string; wanted: string }) =>
      `${d.name} cannot be ${d.wanted} as it stands now. Look at its state and choose another decision.`,
  },
  'recognition.before-now': {
    field: 'from',
    sentence: (d: { since: LocalDate }) =>
      `What stands now began on ${formatDateNoWeekday(d.since)}. Enter a later day.`,
  },
  'recognition.before-papers': {
    field: 'from',
    sentence: (d: { completeOn: LocalDate }) =>
      `The last paper came on ${formatDateNoWeekday(d.completeOn)}, and papers count from the day they come. Enter that day or a later one.`,
  },
  'recognition.outstanding': {
    field: 'conditions',
    sentence: (d: { missing: string }) =>
      `Still to come: ${d.missing}. Enter what came in, or the conditions on which it is done all the same.`,
  },
  'recognition.due-before': {
    field: 'nextDueOn',
    sentence: (d: { from: LocalDate }) =>
      `The next return is due before ${formatDateNoWeekday(d.from)}, when this begins. Enter a later day.`,
  },
  'recognition.not-recognised': {
    sentence: (d: { name: string }) =>
      `${d.name} is not recognised today. There is no certificate to print.`,
  },
  'recognition.nothing-outstanding': {
    sentence: (d: { name: string }) =>
      `Nothing is asked of ${d.name} that is still to come. There is no letter to write.`,
  },
  'recognition.no-decision': {
    sentence: (_: { id: string }) =>
      'There is no such decision here. Look at the recognition of the group.',
  },
  'recognition.not-latest': {
    sentence: (d: { reference: string }) =>
      `${d.reference} cannot be taken back: something came after it, or it is a withdrawal. Enter a new decision in its place.`,
  },
  'recognition.manager-decided': {
    sentence: (d: { reference: string }) =>
      `${d.reference} was decided by a manager. Ask a manager to take it back.`,
  },
  'recognition.not-withdrawable': {
    field: 'taken',
    sentence: (d: { name: string }) =>
      `${d.name} is not recognised, so there is no recognition to withdraw. Tick only what else is withdrawn.`,
  },
  'recognition.exception-ends-before': {
    field: 'until',
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the first one, ${formatDateNoWeekday(d.from)}. Enter that day or a later one.`,
  },
  'recognition.asked-twice': {
    field: 'items',
    sentence: (d: { words: string }) =>
      `“${d.words}” stands in the list twice. Take one of them out.`,
  },
});
