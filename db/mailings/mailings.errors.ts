import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { FIELD_WORDS } from './letter-words.rules.ts';

/** Every refusal about mailings with the sentence the desk reads. */
export const mailingErrors = defineErrors({
  'mailing.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such mailing here. Look for it in the list of mailings.',
  },
  'mailing.nobody': {
    sentence: (_: Record<string, never>) =>
      'Nobody would get this. Choose more people, or look why they are left out.',
  },
  'mailing.people-changed': {
    sentence: (d: { people: number }) =>
      `Something changed since you looked: ${countOf(d.people, 'person', 'people')} would get this now. Look at the list again, then make the mailing.`,
  },
  'mailing.unknown-field': {
    field: 'body',
    sentence: (d: { field: string }) =>
      `The letter has no field ${d.field}. Use ${FIELD_WORDS}, or take the brackets out.`,
  },
  'mailing.something-noted': {
    sentence: (d: { reference: string; people: number }) =>
      `${d.reference} stays: something is noted about ${countOf(d.people, 'person', 'people')} already. Take that back first.`,
  },
  'mailing.taken-back-before': {
    sentence: (d: { reference: string; on: LocalDate }) =>
      `${d.reference} was taken back on ${formatDateNoWeekday(d.on)}. Make a new mailing if one is needed.`,
  },
  'mailing.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `Someone else changed ${d.reference} while you had it open. Look at it again.`,
  },
  'mailing.not-asked': {
    sentence: (d: { reference: string }) =>
      `This person was not asked in ${d.reference}. Look at the list of those who were.`,
  },
  'mailing.outcome-of-another-channel': {
    field: 'outcome',
    sentence: (d: { outcome: string; channel: string }) =>
      `“${d.outcome}” does not go with a ${d.channel}. Choose another answer.`,
  },
  'mailing.outcome-not-found': {
    sentence: (_: { id: string }) => 'This is not noted any more. Look at the mailing again.',
  },
  'mailing.not-the-last-outcome': {
    sentence: (_: Record<string, never>) =>
      'Something was noted about them later. Take that back first.',
  },
  'mailing.wish-stays': {
    sentence: (_: Record<string, never>) =>
      'They said that they do not want to be asked again, and that is on their record. Open their page and change Involvement if it was a mistake.',
  },
  'mailing.no-letters': {
    sentence: (d: { reference: string }) =>
      `${d.reference} has no letters to print here. Look at its list: others hear in other ways.`,
  },
  'mailing.no-calls': {
    sentence: (d: { reference: string }) => `Nobody is rung for ${d.reference}.`,
  },
});
