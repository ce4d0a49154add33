import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about officers with the sentence the desk reads. */
export const officerErrors = defineErrors({
  'officer.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such term here. Look for it on the page of its group.',
  },
  'officer.ends-before-it-starts': {
    field: 'until',
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the first one, ${formatDateNoWeekday(d.from)}. Enter that day or a later one, or leave it empty.`,
  },
  'officer.media-contact-taken': {
    field: 'post',
    sentence: (d: { holder: string; on: LocalDate; allowed: number }) =>
      `${d.holder} is media contact on ${formatDateNoWeekday(d.on)}, and the council wants ${d.allowed === 1 ? 'one' : `no more than ${d.allowed}`} for each group. End that term first.`,
  },
  'officer.post-entered-twice': {
    field: 'posts',
    sentence: (d: { person: string; post: string }) =>
      `${d.person} stands twice as ${d.post}. Take one of the two lines out.`,
  },
  'officer.committee-too-early': {
    field: 'from',
    sentence: (d: { meetingOn: LocalDate }) =>
      `The meeting was on ${formatDateNoWeekday(d.meetingOn)}. Let the terms begin on that day or later.`,
  },
  'officer.committee-entered-before': {
    sentence: (d: { group: string; from: LocalDate }) =>
      `A new committee of ${d.group} from ${formatDateNoWeekday(d.from)} stands here already. Change its terms one by one, or take it back first.`,
  },
  'officer.committee-not-found': {
    sentence: (_: { id: string }) =>
      'There is no such change of a committee here. Look at the page of the group.',
  },
  'officer.committee-taken-back-before': {
    sentence: (_: { id: string }) =>
      'This was taken back before. Look at the page of the group for what holds now.',
  },
  'officer.committee-changed-since': {
    sentence: (d: { person: string; post: string }) =>
      `The term of ${d.person} as ${d.post} was changed since, so this can no longer be taken back in one piece. Change the terms one by one.`,
  },
  'officer.not-vacant': {
    sentence: (d: { post: string; holder: string }) =>
      `${d.holder} is ${d.post} now, so nobody is looked for.`,
  },
  'officer.no-induction': {
    sentence: (d: { person: string }) => `No induction is asked of ${d.person} in this post.`,
  },
  'officer.induction-to-come': {
    field: 'on',
    sentence: (d: { today: LocalDate }) =>
      `The induction has happened by today, ${formatDateNoWeekday(d.today)}. Enter the day on which it was.`,
  },
  'officer.hand-over-not-found': {
    sentence: (_: { id: string }) =>
      'There is no such hand-over here. Look at the page of the group.',
  },
  'officer.changed-by-someone-else': {
    sentence: (d: { person: string }) =>
      `Someone else changed the term of ${d.person} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});
