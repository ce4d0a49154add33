// [browser-safe]
import { z } from 'zod';

/** What people quote for a record: kind, year and a running number of that year, `BKG-2027-0041`. */
export const Reference = z
  .string()
  .regex(/^[A-Z]{2,5}-\d{4}-\d{4,9}$/, 'Enter a reference, like BKG-2027-0041.')
  .brand<'Reference'>();
export type Reference = z.infer<typeof Reference>;

/** Builds a reference; the number has at least four digits. Throws RangeError when a part does not fit. */
export function formatReference(prefix: string, year: number, n: number): Reference {
  const reference = `${prefix}-${year}-${String(n).padStart(4, '0')}`;
  if (n < 1 || !Reference.safeParse(reference).success) {
    throw new RangeError(`"${reference}" is not a reference.`);
  }
  return reference as Reference;
}

/**
 * Reads a reference as people type it or read it out, in either case, with or without dashes and
 * leading zeros: `bkg 2027 41` is `BKG-2027-0041`. Undefined when it is none.
 */
export function parseReference(text: string): Reference | undefined {
  const match = /^([a-z]{2,5})[\s/–-]*(\d{4})[\s/–-]*(\d{1,9})$/i.exec(text.trim());
  const [, prefix, year, n] = match ?? [];
  if (prefix === undefined || Number(n) < 1) return undefined;
  return formatReference(prefix.toUpperCase(), Number(year), Number(n));
}
