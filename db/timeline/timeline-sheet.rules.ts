import type { SheetSection } from '#db/groups/papers/sheet-section';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import {
  type Allowed,
  type Due,
  TIMELINE_KIND_WORDS,
  type TimelineEntry,
} from './timeline.contract.ts';
import { STATE_WORDS } from './timeline.rules.ts';

export const dueSection = (due: readonly Due[]): SheetSection => ({
  heading: 'What is due',
  table: {
    headings: ['What', 'By'],
    rows: due.map(({ words, on, isOverdue }) => [
      words,
      on === null ? '' : `${formatDateNoWeekday(on)}${isOverdue ? ' (overdue)' : ''}`,
    ]),
  },
  empty: 'Nothing is due.',
});

export const allowedSection = (allowed: readonly Allowed[]): SheetSection => ({
  heading: 'What is allowed today',
  table: {
    headings: ['What', 'Allowed', 'Why'],
    rows: allowed.map(({ what, state, why }) => [what, STATE_WORDS[state], why]),
  },
  empty: 'No rule says anything.',
});

/** Lines of what happened on a sheet, the latest first. */
const LINES_ON_A_SHEET = 20;

/**
 * Papers leave the desk, so no name of anybody else stands on them (PPL-10): the words alone. What came again and
 * again, such as a weekly meeting, is one line with how often it was.
 */
export const happenedSection = (entries: readonly TimelineEntry[]): SheetSection => ({
  heading: 'What happened last',
  table: {
    headings: ['What', 'On', 'About'],
    rows: [...Map.groupBy(entries, ({ kind, words }) => `${kind} ${words}`).values()]
      .flatMap(([latest, ...earlier]) =>
        latest === undefined ? [] : [{ latest, count: earlier.length + 1 }],
      )
      .slice(0, LINES_ON_A_SHEET)
      .map(({ latest: { words, on, kind }, count }) => [
        count === 1 ? words : `${words} (${count} times)`,
        `${count === 1 ? '' : 'Last on '}${formatDateNoWeekday(on)}`,
        TIMELINE_KIND_WORDS[kind],
      ]),
  },
  empty: 'Nothing is on record yet.',
});
