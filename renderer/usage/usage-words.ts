import { countOf, formatMinutes } from '#db/shared/plain-words';

/** '3 entries, 4 hours 15 minutes, 14 pages'; what is nothing is left out. */
export function totalWords(entries: number, minutes: number, copies: number): string {
  return [
    countOf(entries, 'entry', 'entries'),
    ...(minutes === 0 ? [] : [formatMinutes(minutes)]),
    ...(copies === 0 ? [] : [countOf(copies, 'page')]),
  ].join(', ');
}
