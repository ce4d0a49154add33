// [browser-safe]
import { z } from 'zod';

// Amounts stay within a 32-bit integer column, the smaller of the two databases' limits.
const LARGEST_PENCE = 2_147_483_647;
const SMALLEST_PENCE = -2_147_483_648;

/** An amount of money as whole pence; negative for money that goes back. About £21 million at most. */
export const Pence = z
  .number('Enter an amount, like 12.50.')
  .int('Enter an amount in whole pence.')
  .min(SMALLEST_PENCE, 'The amount is too large.')
  .max(LARGEST_PENCE, 'The amount is too large.')
  .brand<'Pence'>();
export type Pence = z.infer<typeof Pence>;

/** Takes a whole number as pence. Throws RangeError for part-pence and for what the column cannot hold. */
export function pence(n: number): Pence {
  if (!Number.isInteger(n) || n < SMALLEST_PENCE || n > LARGEST_PENCE) {
    throw new RangeError(`${n} is not an amount of whole pence the records can hold.`);
  }
  return (n === 0 ? 0 : n) as Pence;
}

/** A sum of many amounts, as reports have it: held by no column, and exact as far as a number is. */
export const PenceSum = z.int().brand<'PenceSum'>();
export type PenceSum = z.infer<typeof PenceSum>;

/**
 * Reads an amount a person typed in pounds, digit by digit so that no fraction is ever rounded:
 * `12`, `12.5`, `£1,234.50`, `.50`, and pence as `50p`. Undefined for anything that could be read in two ways
 * (three decimals, `1.234,50`, a comma in the wrong place, the letter O), for a minus sign and for
 * an amount too large to keep.
 */
export function parsePounds(text: string): Pence | undefined {
  const trimmed = text.trim();
  const coins = /^(\d{1,4})\s?p$/i.exec(trimmed);
  if (coins) return pence(Number(coins[1]));
  const match = /^£?\s*(\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.(\d{1,2}))?$/.exec(trimmed);
  const [, pounds, decimals] = match ?? [];
  if (pounds === undefined && decimals === undefined) return undefined;
  const total =
    Number((pounds ?? '0').replaceAll(',', '')) * 100 + Number((decimals ?? '').padEnd(2, '0'));
  return total <= LARGEST_PENCE ? pence(total) : undefined;
}

/** Pounds with both decimals, for tables and paper: `£1,234.50`, `-£3.00`. */
export function formatPence(amount: Pence | PenceSum): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const pounds = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}£${pounds}.${digits.slice(-2)}`;
}

/** For sentences: `£12` when whole, otherwise `£12.50`. */
export function formatPenceShort(amount: Pence | PenceSum): string {
  const text = formatPence(amount);
  return amount % 100 === 0 ? text.slice(0, -3) : text;
}

/** The sum of any number of amounts; nothing adds up to £0. Throws RangeError when it is too large to keep. */
export function addPence(...amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce((sum: number, amount) => sum + amount, 0));
}

/** The same for a report, which adds up more than a column holds. Throws RangeError past what a number holds exactly. */
export function sumPence(...amounts: readonly (Pence | PenceSum)[]): PenceSum {
  const sum = amounts.reduce((before: number, amount) => before + amount, 0);
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${sum} is not an exact sum of pence.`);
  return sum as PenceSum;
}

/** So many times the amount. The quantity is a whole number; parts of a unit go through shareOf. */
export function timesQuantity(amount: Pence, quantity: number): Pence {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`${quantity} is not a whole number.`);
  return pence(amount * quantity);
}

/**
 * numerator / denominator of the amount, rounded once to whole pence, half a penny up: 5p of which
 * half is 3p. A negative amount mirrors the positive one, so giving a share back cancels it exactly.
 * Both numbers are whole; 6.5 miles at a rate is `shareOf(rate, 65, 10)`. Throws RangeError
 * for a denominator below 1.
 */
export function shareOf(amount: Pence, numerator: number, denominator: number): Pence {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator < 1) {
    throw new RangeError(`${numerator}/${denominator} is not a share in whole numbers.`);
  }
  // Big integers, because an amount times a large numerator can pass what a number holds exactly.
  const product = BigInt(amount) * BigInt(numerator);
  const size = product < 0n ? -product : product;
  const rounded = Number((2n * size + BigInt(denominator)) / (2n * BigInt(denominator)));
  return pence(product < 0n ? -rounded : rounded);
}

/**
 * The amount in equal parts that add up to it exactly; the first parts take the odd pennies:
 * £100 in 3 is £33.34, £33.33, £33.33. Throws RangeError for fewer than one part.
 */
export function splitEvenly(amount: Pence, parts: number): readonly Pence[] {
  if (!Number.isSafeInteger(parts) || parts < 1) {
    throw new RangeError(`An amount cannot be split into ${parts} parts.`);
  }
  const base = Math.trunc(amount / parts);
  const odd = Math.abs(amount % parts);
  const step = Math.sign(amount);
  return Array.from({ length: parts }, (_, index) => pence(index < odd ? base + step : base));
}
