import type { LocalDate } from '#db/shared/local-date';
import type { Asked, Restriction, Scope } from './restrictions.contract.ts';

/** As much of a restriction as says when it stands. */
type Lasting = Pick<Restriction, 'from' | 'until' | 'liftedOn'>;

/**
 * Whether a restriction stands on a day: from its first day to its last, both included, and not from the day on which
 * it was lifted. Without a last day it stands until it is lifted (BOOK-12).
 */
export function isStanding(bar: Lasting, day: LocalDate): boolean {
  return (
    bar.from <= day &&
    (bar.until === null || day <= bar.until) &&
    (bar.liftedOn === null || day < bar.liftedOn)
  );
}

/**
 * Whether a scope takes away what was asked for. One service and nothing else (BOOK-12); all rooms and equipment
 * (BOOK-13); a kind of activity; money; everything.
 */
export function isCovered(scope: Scope, asked: Asked): boolean {
  switch (scope.kind) {
    case 'everything':
      return true;
    case 'facility':
      return asked.kind === 'facility' && asked.facilityId === scope.facilityId;
    case 'all-facilities':
      return asked.kind === 'facility';
    case 'activity':
      return (
        asked.kind === 'activity' && asked.activity.toLowerCase() === scope.activity.toLowerCase()
      );
    case 'money':
      return asked.kind === 'money';
  }
}

/** What was taken away, in the words of letters and screens. */
export function scopeWords(scope: Scope, facilityName: string): string {
  switch (scope.kind) {
    case 'facility':
      return facilityName;
    case 'all-facilities':
      return 'all rooms and equipment of the centre';
    case 'activity':
      return scope.activity;
    case 'money':
      return 'grants and expenses';
    case 'everything':
      return 'everything the centre offers';
  }
}
