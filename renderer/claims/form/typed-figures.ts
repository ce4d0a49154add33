import { formatPence, parsePounds, type Pence, pence } from '#db/shared/money';
import { formatMinutes } from '#db/shared/plain-words';

/** Figures as people type them, for TypedField: their values are whole numbers written as text. */

const WHOLE = /^\d{1,9}$/;

/** Whole pence of a field's value; undefined while it holds none. */
export const penceOf = (value: string): Pence | undefined =>
  WHOLE.test(value) ? pence(Number(value)) : undefined;

export const numberOf = (value: string): number | undefined =>
  WHOLE.test(value) ? Number(value) : undefined;

export const parseAmount = (text: string): string | undefined => {
  const read = parsePounds(text);
  return read === undefined ? undefined : String(read);
};

export const formatAmount = (value: string): string => {
  const amount = penceOf(value);
  return amount === undefined ? '' : formatPence(amount);
};

/** 65 tenths are '6.5 miles'. */
export function milesWords(tenths: number): string {
  const [whole, part] = [Math.floor(tenths / 10), tenths % 10];
  const figures = part === 0 ? String(whole) : `${whole}.${part}`;
  return `${figures} ${figures === '1' ? 'mile' : 'miles'}`;
}

/** Reads '6', '6.5', '6½' and '6.5 miles' into tenths; undefined for hundredths, which no speedometer shows. */
export function parseMiles(text: string): string | undefined {
  const match = /^(\d{1,4})(?:\.(\d))?(½)?\s*(?:m|miles?)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '0', part, half] = match;
  if (part !== undefined && half !== undefined) return undefined;
  return String(Number(whole) * 10 + Number(half === undefined ? (part ?? '0') : '5'));
}

export const formatMiles = (value: string): string => {
  const tenths = numberOf(value);
  return tenths === undefined ? '' : milesWords(tenths);
};

const MINUTES_PER_HOUR = 60;

/** Reads '3', '2.5', '2:30', '2h 30' and '90 min' into minutes. A bare number is hours. */
export function parseHours(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const asMinutes = /^(\d{1,4})\s*(?:m|mins?|minutes?)$/.exec(typed);
  if (asMinutes !== null) return String(Number(asMinutes[1]));
  const parts = /^(\d{1,2})(?:\.(25|5|75))?\s*(?:h|hrs?|hours?)?$/.exec(typed);
  if (parts !== null) return String(Number(parts[1]) * MINUTES_PER_HOUR + shareOfHour(parts[2]));
  const both =
    /^(\d{1,2})\s*(?::|h|hrs?|hours?)(?:\s*and)?\s*([0-5]?\d)\s*(?:m|mins?|minutes?)?$/.exec(typed);
  return both === null ? undefined : String(Number(both[1]) * MINUTES_PER_HOUR + Number(both[2]));
}

const shareOfHour = (part: string | undefined): number =>
  part === '25' ? 15 : part === '5' ? 30 : part === '75' ? 45 : 0;

export const formatHours = (value: string): string => {
  const minutes = numberOf(value);
  return minutes === undefined ? '' : formatMinutes(minutes);
};
