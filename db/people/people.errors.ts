import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

export const personErrors = defineErrors({
  'person.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such person here. Look for them by name or part of their phone number.',
  },
  'person.changed-by-someone-else': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed this person’s details while you had them open. What you typed is still here. Check it, then save again.',
  },
  'person.not-involved': {
    field: 'isOnRegister',
    sentence: (d: { since: LocalDate }) =>
      `They said on ${formatDateNoWeekday(d.since)} that they do not want to be involved. Take that note off only when they ask for it, then enter them here.`,
  },
  'person.guardian-missing': {
    field: 'guardianName',
    sentence: (_: Record<string, never>) =>
      'They are under 18. Enter the parent or guardian, their phone and the day on which they agreed, then save again.',
  },
  'person.day-to-come': {
    sentence: (d: { today: LocalDate }) =>
      `One of the days is still to come. Enter today, ${formatDateNoWeekday(d.today)}, or an earlier day.`,
  },
  'person.not-a-scheme': {
    field: 'schemeId',
    sentence: (d: { name: string }) =>
      `${d.name} is not a sheltered scheme. Choose a scheme, or leave this empty.`,
  },
  'person.consent-not-found': {
    sentence: (_: { id: string }) =>
      'There is no such consent here. Look for it on the person’s page.',
  },
  'person.consent-not-yet': {
    field: 'givenOn',
    sentence: (d: { today: LocalDate }) =>
      `A consent is noted once it was given. Enter today, ${formatDateNoWeekday(d.today)}, or an earlier day.`,
  },
  'person.consent-ends-before': {
    field: 'until',
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the day on which it was given, ${formatDateNoWeekday(d.from)}. Enter that day or a later one, or leave it empty.`,
  },
  'person.consent-not-written': {
    field: 'how',
    sentence: (_: Record<string, never>) =>
      'A phone number or address is given to others only with written consent. Print the consent sheet, have it signed, then enter it here.',
  },
  'person.consent-withdrawn-before': {
    sentence: (d: { on: LocalDate }) =>
      `This was taken back on ${formatDateNoWeekday(d.on)} and stays as it is. Add a new consent if one is given.`,
  },
  'person.being-erased': {
    sentence: (_: { id: string }) =>
      'This record is being erased and shows nothing any more. A manager can take that back for 30 days: Settings, Records past their time.',
  },
});
