// [browser-safe]
import type { LocalEndTime, LocalTime } from './local-date.ts';
import { parseTypedEndTime, parseTypedTime, type TypedTimeOptions } from './typed-time.ts';

/** `ten to 5`, `quarter to 6` and `20 to 3` are one time, not two. */
const ONE_TIME = /\b(?:quarter|five|ten|twenty(?: five)?|5|10|20|25) to \d/i;

/**
 * Reads start and end typed in one go: `6-8`, `6 to 8pm`, `18:00-20:30`, `half past 6 until 8`, `2-4.30`.
 * The start is read as a start is, the end as the first such time after it. Undefined when it is no range.
 */
export function parseTypedTimeRange(
  text: string,
  options: TypedTimeOptions = {},
): { readonly from: LocalTime; readonly until: LocalEndTime } | undefined {
  const words = text.trim();
  const parts = /^(.+?)\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s*(.+)$/i.exec(words);
  const [, startWords = '', endWords = ''] = parts ?? [];
  if (parts === null || ONE_TIME.test(words)) return undefined;
  const from = parseTypedTime(withHalf(startWords, endWords), options);
  if (from === undefined) return undefined;
  const until = parseTypedEndTime(endWords, from, options);
  return until === undefined ? undefined : { from, until };
}

/** `6-8pm` means that both lie in the evening; `11-1pm` does not, so an hour that would come after the end stays as it is. */
function withHalf(start: string, end: string): string {
  const half = /(am|pm)\.?$/i.exec(end.trim())?.[1];
  const [startHour, endHour] = [start, end].map((each) =>
    Number(/^\d{1,2}/.exec(each.trim())?.[0]),
  );
  const isBare = /^\d{1,2}(?:[:.]\d{2})?$/.test(start.trim());
  if (half === undefined || !isBare || startHour === undefined || endHour === undefined)
    return start;
  return startHour % 12 < endHour % 12 ? `${start}${half}` : start;
}
