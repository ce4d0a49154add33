import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';

export const calendarErrors = defineErrors({
  'calendar.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such closed or extra open day. Choose one from the list.',
  },
  'calendar.dates-backwards': {
    field: 'lastDate',
    sentence: (d: { firstDate: LocalDate }) =>
      `The last day lies before the first, ${formatDate(d.firstDate)}. Enter a last day that is the same or later.`,
  },
  'calendar.too-long': {
    field: 'lastDate',
    sentence: (d: { days: number }) =>
      `One entry covers ${d.days} days at most. Enter a nearer last day, and the rest as another entry.`,
  },
  'calendar.times-unclear': {
    field: 'until',
    sentence: (_: object) =>
      'Enter both times, the later one second, or neither of them for the whole day.',
  },
  'calendar.open-needs-times': {
    field: 'from',
    sentence: (d: { date: LocalDate }) =>
      `There are no usual opening hours on ${formatDate(d.date)}. Enter from when until when it is open.`,
  },
  'calendar.one-room-is-working': {
    field: 'isNonWorking',
    sentence: (_: object) =>
      'Only a day on which the whole centre is closed can be no working day. Choose the whole centre, or let the day count.',
  },
  'calendar.withdrawn-before': {
    sentence: (d: { name: string }) =>
      `${d.name} was taken back before. Enter it again if it is to hold.`,
  },
  'calendar.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. Look at it again, then decide.`,
  },
});
