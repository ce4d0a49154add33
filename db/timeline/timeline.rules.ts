import { compareText, type LocalDate } from '#db/shared/local-date';
import type { TimelineAsked } from './timeline-source.ts';
import { type Allowed, type Due, type TimelineEntry, TimelineKind } from './timeline.contract.ts';

/** One list of what many modules know: the latest first, what is to come the soonest first; a day in the order of the kinds. */
export function inOrder(
  entries: readonly TimelineEntry[],
  { when, today }: Pick<TimelineAsked, 'when' | 'today'>,
): readonly TimelineEntry[] {
  const turn = when === 'past' ? -1 : 1;
  return entries
    .filter((entry) => (when === 'past' ? entry.on <= today : entry.on > today))
    .toSorted(
      (a, b) =>
        turn * compareText(a.on, b.on) ||
        TimelineKind.options.indexOf(a.kind) - TimelineKind.options.indexOf(b.kind),
    );
}

/** The soonest first; what has no day waits at the end. */
export const soonestFirst = (due: readonly Due[]): readonly Due[] =>
  due.toSorted((a, b) => compareText(a.on ?? '9999', b.on ?? '9999'));

/** What is not allowed stands on top, then what is warned about. */
const BY_STATE: readonly Allowed['state'][] = ['no', 'warns', 'yes'];
export const stoppedFirst = (allowed: readonly Allowed[]): readonly Allowed[] =>
  allowed.toSorted((a, b) => BY_STATE.indexOf(a.state) - BY_STATE.indexOf(b.state));

/** An entry for each day that is known; a day that nobody entered makes none. */
export const entryOn = (
  on: LocalDate | null,
  entry: Omit<TimelineEntry, 'on' | 'detail' | 'path'> & { detail?: string; path?: string },
): readonly TimelineEntry[] => (on === null ? [] : [{ detail: '', path: '', ...entry, on }]);

/** Something that is due by a day, overdue once that has passed. */
export const dueBy = (words: string, on: LocalDate | null, today: LocalDate): Due => ({
  words,
  on,
  isOverdue: on !== null && on < today,
});

export const STATE_WORDS: Readonly<Record<Allowed['state'], string>> = {
  yes: 'Yes',
  warns: 'With a warning',
  no: 'No',
};
