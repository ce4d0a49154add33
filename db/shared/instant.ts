// [browser-safe]
import { z } from 'zod';

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * A moment that happened, as UTC text with milliseconds: `2026-11-22T09:15:00.000Z`.
 * Always the same length, so the order of the text is the order of the moments in every database.
 * Things people agree on (bookings, due dates) are local dates and times instead.
 */
export const Instant = z
  .string()
  .refine(isRealInstant, 'Enter a moment like 2026-11-22T09:15:00.000Z.')
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

function isRealInstant(text: string): boolean {
  if (!INSTANT_PATTERN.test(text)) return false;
  const milliseconds = Date.parse(text);
  // Date.parse rolls 30 February over to March, so only an unchanged round trip proves the day exists.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}

/** The instant of a count of whole milliseconds since 1970. Throws RangeError outside the years 0 to 9999. */
export function toInstant(epochMilliseconds: number): Instant {
  const text = new Date(epochMilliseconds).toISOString();
  if (!INSTANT_PATTERN.test(text)) {
    throw new RangeError(`${epochMilliseconds} milliseconds lies outside the years 0 to 9999.`);
  }
  return text as Instant;
}

/** Milliseconds since 1970. Throws RangeError on text that is not an instant. */
export function millisecondsOf(instant: Instant): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${instant}" is not an instant.`);
  return milliseconds;
}

/** Milliseconds from a to b; negative when b comes first. */
export function millisecondsBetween(a: Instant, b: Instant): number {
  return millisecondsOf(b) - millisecondsOf(a);
}
