import type { Claim } from '#db/claims/claims.contract';
import { lineTitle } from '../form/claim-words.ts';

type Line = Claim['lines'][number];

export const isWaiting = (line: Pick<Line, 'state'>): boolean => line.state === 'waiting';

/** The place of a cost as people count them and as refusals name it: from 1, without what was withdrawn. */
export function placeOf(lines: readonly Line[], line: Pick<Line, 'id'>): number {
  return (
    lines.filter(({ state }) => state !== 'withdrawn').findIndex(({ id }) => id === line.id) + 1
  );
}

/** '2. Bus, Home to Town Hall'; a cost that was withdrawn has no number. */
export function numberedTitle(lines: readonly Line[], line: Line): string {
  const place = placeOf(lines, line);
  return place === 0 ? lineTitle(line) : `${place}. ${lineTitle(line)}`;
}
