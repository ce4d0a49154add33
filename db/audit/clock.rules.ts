// [browser-safe]
import { type Instant, millisecondsBetween } from '#db/shared/instant';

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** `behind`: entries on record are of later than now. `ahead`: time has leapt, or nobody was here for over a day. */
export type ClockDoubt = 'behind' | 'ahead';

/**
 * Whether the computer's clock is more than a day off what the record knew last. `newest` are the newest entries, the
 * newest first. A leap counts for one day: by then a wrong clock was seen at the desk. Somebody who confirms the date
 * settles it for that day.
 */
export function clockDoubtOf(
  newest: readonly { readonly at: Instant; readonly isConfirmation: boolean }[],
  now: Instant,
): ClockDoubt | undefined {
  const sinceOf = (at: Instant): number => millisecondsBetween(at, now);
  const isToday = (at: Instant): boolean => Math.abs(sinceOf(at)) <= A_DAY_MS;
  for (const [index, { at, isConfirmation }] of newest.entries()) {
    if (isConfirmation && isToday(at)) return undefined;
    if (sinceOf(at) < -A_DAY_MS) return 'behind';
    const before = newest[index + 1];
    if (index === 0 && sinceOf(at) > A_DAY_MS) return 'ahead';
    if (!isToday(at)) continue;
    if (before !== undefined && millisecondsBetween(before.at, at) > A_DAY_MS) return 'ahead';
  }
  return undefined;
}
