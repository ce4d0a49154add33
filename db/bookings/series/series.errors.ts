import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDate, formatDateNoWeekday } from '#db/shared/plain-words';

type None = Record<string, never>;

/** Every refusal of a series as a whole; what is in the way of one date is a refusal of bookings. */
export const seriesErrors = defineErrors({
  'series.too-many-dates': {
    field: 'end',
    sentence: (d: { limit: number }) =>
      `That is more than ${d.limit} dates. Choose an earlier end, or make a second series for the rest.`,
  },
  'series.no-dates': {
    field: 'end',
    sentence: (d: { words: string; from: LocalDate }) =>
      `“${d.words}” gives no date from ${formatDateNoWeekday(d.from)} to the end you gave. Choose a later end, or another day.`,
  },
  'series.beyond-the-diary': {
    field: 'end',
    sentence: (_: None) =>
      'The last date would lie after 2199. Choose fewer dates, or an earlier end.',
  },
  'series.nothing-to-book': {
    field: 'date',
    sentence: (d: { first: LocalDate; why: string }) =>
      `None of the dates can be booked. ${formatDate(d.first)}: ${d.why} Choose another time or another room.`,
  },
  'series.unknown-date': {
    field: 'choices',
    sentence: (d: { date: LocalDate }) =>
      `${formatDate(d.date)} is not a date of this series any more. Look at the dates again, then save.`,
  },
  'series.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such series here. It may belong to another centre; look for one of its bookings.',
  },
  'series.not-of-series': {
    sentence: (d: { reference: string; series: string }) =>
      `${d.reference} is not a date of the series ${d.series}. Open the series from one of its own bookings.`,
  },
  'series.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `The series ${d.reference} was changed while you had it open. Look at its dates again, then make your change.`,
  },
  'series.weekday-fixed': {
    field: 'weekday',
    sentence: (d: { reference: string }) =>
      `${d.reference} does not go by days of the week, so it cannot move to another one. Move its dates one by one.`,
  },
  'series.nothing-to-change': {
    sentence: (d: { reference: string; why: string }) =>
      d.why === ''
        ? `No date of ${d.reference} would change. Choose what should be different, or close this without saving.`
        : `No date of ${d.reference} can change like that. ${d.why}${/[.!?]$/.test(d.why) ? '' : '.'}`,
  },
  'series.nothing-to-undo': {
    sentence: (d: { reference: string }) =>
      `The last change of ${d.reference} was taken back already, or there was none. Look at its dates again.`,
  },
  'series.date-changed-since': {
    sentence: (d: { reference: string }) =>
      `${d.reference} was changed by itself since. Open it to see how it stands.`,
  },
  'series.nothing-to-cancel': {
    sentence: (d: { reference: string }) =>
      `No date of ${d.reference} is left to cancel: they have passed or are cancelled already.`,
  },
});
