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

/** Papers leave the desk, so no name of anybody else stands on them (PPL-10): the words alone. */
export const happenedSection = (entries: readonly TimelineEntry[]): SheetSection => ({
  heading: 'What happened last',
  table: {
    headings: ['What', 'On', 'About'],
    rows: entries.map(({ words, on, kind }) => [
      words,
      formatDateNoWeekday(on),
      TIMELINE_KIND_WORDS[kind],
    ]),
  },
  empty: 'Nothing is on record yet.',
});
