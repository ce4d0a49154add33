import type { RecognitionState } from '#db/groups/groups-api.contract';
import { addDays, compareText, daysBetween, type LocalDate } from '#db/shared/local-date';
import type { Gap, Period } from './recognition.contract.ts';

type Stretch = Pick<Period, 'state' | 'from' | 'until'>;

/** The period in which a day lies; its first and its last day count. */
export function periodOn<P extends Stretch>(periods: readonly P[], on: LocalDate): P | undefined {
  return periods.find((one) => one.from <= on && (one.until === null || on <= one.until));
}

/** How a group stands on a day; `none` before anything was decided. */
export function stateOn(periods: readonly Stretch[], on: LocalDate): RecognitionState {
  return periodOn(periods, on)?.state ?? 'none';
}

/**
 * The days on which a group was not recognised after it once had been: each lapse and withdrawal, and time that
 * nothing covers between two recognitions. The earliest first; a gap stays visible after recognition came back.
 */
export function gapsIn(periods: readonly (Stretch & Pick<Period, 'reason'>)[]): readonly Gap[] {
  const inOrder = periods.toSorted((a, b) => compareText(a.from, b.from));
  const first = inOrder.findIndex((one) => one.state === 'recognised');
  if (first === -1) return [];
  return inOrder
    .slice(first)
    .filter((one) => one.state !== 'recognised')
    .map(({ from, until, state, reason }) => ({
      from,
      until,
      days: until === null ? null : daysBetween(from, until) + 1,
      state,
      reason,
    }));
}

/** What a lapse follows from: the first day after the last one on which the return was in time. */
export const firstDayLate = (dueOn: LocalDate): LocalDate => addDays(dueOn, 1);
