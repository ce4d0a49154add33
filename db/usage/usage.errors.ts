import { defineErrors } from '#db/shared/domain-error';
import { tooLongAgoWords } from '#db/shared/entry-range';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { dateOf, timeOf } from '#db/shared/local-date';
import { countOf, formatDate, formatTime } from '#db/shared/plain-words';

const whyWords = (why: string): string => (why === '' ? '' : ` (${why})`);

/** Every refusal of the usage module with the sentence the desk reads. */
export const usageErrors = defineErrors({
  'usage.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such entry in the log. Look for it by its day, person or group.',
  },
  'usage.changed-by-someone-else': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed this entry while you had it open. What you typed is still here. Check it, then save again.',
  },
  'usage.facility-not-in-use': {
    field: 'facilityId',
    sentence: (d: { facilityName: string }) =>
      `${d.facilityName} is no longer in use. Choose another.`,
  },
  'usage.out-of-hours': {
    field: 'facilityId',
    sentence: (d: { facilityName: string; hours: string; why: string }) =>
      `${d.hours === '' ? `There are no office hours today${whyWords(d.why)}.` : `Office hours today are ${d.hours}.`} Outside them ${d.facilityName} is used only by those who booked it beforehand. Book it for them, or ask them to come in office hours.`,
  },
  'usage.closed': {
    field: 'facilityId',
    sentence: (d: { facilityName: string; hours: string; why: string }) =>
      d.hours === ''
        ? `${d.facilityName} is closed today${whyWords(d.why)}. Ask them to come on another day.`
        : `${d.facilityName} is open ${d.hours} today${whyWords(d.why)}. Ask them to come then.`,
  },
  'usage.no-place': {
    field: 'facilityId',
    sentence: (d: { facilityName: string; words: string }) =>
      d.words === ''
        ? `${d.facilityName} is booked now. Ask them to wait, or to come another time.`
        : `${d.facilityName}: ${d.words}. Ask them to wait, or end a session that is over.`,
  },
  'usage.no-such-seat': {
    field: 'seatId',
    sentence: (d: { facilityName: string }) =>
      `${d.facilityName} has no such computer. Choose one of the list, or any.`,
  },
  'usage.seat-taken': {
    field: 'seatId',
    sentence: (d: { seatName: string; since: LocalDateTime }) =>
      `${d.seatName} has been in use since ${formatTime(timeOf(d.since))}. Choose another, or end that session first.`,
  },
  'usage.seat-out-of-order': {
    field: 'seatId',
    sentence: (d: { seatName: string; why: string }) =>
      `${d.seatName} is out of order${d.why === '' ? '' : `: ${d.why}`}. Choose another.`,
  },
  'usage.age-not-answered': {
    field: 'isOldEnough',
    sentence: (d: { facilityName: string; age: number }) =>
      `${d.facilityName} is for people of ${d.age} and over. Answer whether this person is ${d.age} or older.`,
  },
  'usage.adult-needed': {
    field: 'accompaniedBy',
    sentence: (d: { age: number }) =>
      `Somebody younger than ${d.age} comes with an adult. Enter the name of the adult who is with them.`,
  },
  'usage.barred': {
    field: 'personId',
    sentence: (d: { words: string }) => `${d.words} A manager can lift it.`,
  },
  'usage.fire-not-acknowledged': {
    field: 'personId',
    sentence: (d: { who: string }) =>
      `${d.who} has not been shown the fire procedure yet. Show it, enter that they know it, then start the session.`,
  },
  'usage.already-ended': {
    sentence: (d: { endedAt: LocalDateTime }) =>
      `This session ended at ${formatTime(timeOf(d.endedAt))}. Open it again first if that was a mistake.`,
  },
  'usage.not-ended-today': {
    sentence: (d: { startedAt: LocalDateTime }) =>
      `Only a session that ended today can be opened again; this one is of ${formatDate(dateOf(d.startedAt))}. Enter a new one for the rest.`,
  },
  'usage.withdrawn': {
    sentence: (_: Record<string, never>) =>
      'This entry was taken back and counts no longer. Enter a new one.',
  },
  'usage.not-over-yet': {
    field: 'startedAt',
    sentence: (d: { endsAt: LocalDateTime }) =>
      `This use would end at ${formatTime(timeOf(d.endsAt))} on ${formatDate(dateOf(d.endsAt))}, which has not come yet. Enter a use that is over, or start a session.`,
  },
  'usage.too-long-ago': {
    field: 'startedAt',
    sentence: (d: { date: LocalDate; firstDay: LocalDate }) => tooLongAgoWords(d.date, d.firstDay),
  },
  'usage.more-colour-than-pages': {
    field: 'colourCopies',
    sentence: (d: { copies: number; colourCopies: number }) =>
      `Of ${countOf(d.copies, 'page')} ${d.colourCopies} cannot be in colour. Enter all pages first, then how many of them were in colour.`,
  },
});
