import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import type { Comparator, Figure } from './profiles.contract.ts';

/** A number as people read it: '12 (8%)', 'fewer than 5', 'hidden'. */
export function figureWords(figure: Figure, threshold: number): string {
  switch (figure.mark) {
    case 'shown':
      return figure.count === 0 ? '0' : `${figure.count} (${figure.percent}%)`;
    case 'small':
      return `fewer than ${threshold}`;
    case 'hidden':
      return 'hidden';
  }
}

/** '13 points fewer', 'as many', '2 points more'; empty where it is not known. */
export function gapWords(gap: number | null): string {
  if (gap === null) return '';
  if (gap === 0) return 'as many';
  return `${countOf(Math.abs(gap), 'point')} ${gap < 0 ? 'fewer' : 'more'}`;
}

/** Day and source of a figure: '21 March 2021, Census 2021'. */
export const sourceWords = ({ asAt, source }: Comparator): string =>
  `${formatDateNoWeekday(asAt)}, ${source}`;

/** What stands under every table of counts. */
export const hidingWords = (threshold: number): readonly string[] => [
  `“Fewer than ${threshold}” is a number so small that it could lead to somebody.`,
  '“Hidden” is a number that would give a small one away if it stood here, or a small one of which no more may be said.',
  'Percentages are of the forms of their column, also of those that leave the question out.',
];
