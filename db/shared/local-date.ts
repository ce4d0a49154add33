// [browser-safe]
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Instant, millisecondsOf, toInstant } from './instant.ts';

/** The one time zone of the program. Only this file turns instants into local times and back. */
export const CENTRE_TIME_ZONE = 'Europe/London';

const MINUTES_PER_DAY = 1440;
const DAYS_FROM_YEAR_ZERO_TO_1970 = 719_468;
const DAYS_PER_400_YEARS = 146_097;
const FINANCIAL_YEAR_FIRST_MONTH = 4;

const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const TIME_PATTERN = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A calendar day that exists, without a zone: `2026-11-22`. Text order is date order. */
export const LocalDate = z
  .string()
  .refine(isRealDate, 'Enter a date that exists, like 2026-11-22.')
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** A time on the wall clock, 24 hours, to the minute: `09:15`. Fits wherever an end time is asked for. */
export const LocalTime = z
  .string()
  .refine((text) => TIME_PATTERN.test(text), 'Enter a time, like 09:15.')
  .brand<'LocalTime' | 'LocalEndTime'>();
export type LocalTime = z.infer<typeof LocalTime>;

/** When something ends on its day: a LocalTime, or `24:00` for the midnight at the end of the day. */
export const LocalEndTime = z
  .string()
  .refine((text) => text === '24:00' || TIME_PATTERN.test(text), 'Enter a time, like 21:30.')
  .brand<'LocalEndTime'>();
export type LocalEndTime = z.infer<typeof LocalEndTime>;

/** A day and a time on the wall clock of the centre: `2026-11-22T09:15`. Midnight is `00:00` of the new day. */
export const LocalDateTime = z
  .string()
  .refine(isRealDateTime, 'Enter a date and a time, like 2026-11-22T09:15.')
  .brand<'LocalDateTime'>();
export type LocalDateTime = z.infer<typeof LocalDateTime>;

/** 1 is Monday, 7 is Sunday. */
export const Weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
export type Weekday = z.infer<typeof Weekday>;

/** Two ends of a stretch of time in the same kind of text; `until` itself is no longer part of it. */
export type Span = { readonly from: string; readonly until: string };

function isRealDate(text: string): boolean {
  if (!DATE_PATTERN.test(text)) return false;
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

function isRealDateTime(text: string): boolean {
  return (
    text.length === 16 &&
    text[10] === 'T' &&
    isRealDate(text.slice(0, 10)) &&
    TIME_PATTERN.test(text.slice(11))
  );
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function yearOf(date: string): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

function pad2(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

/**
 * Days since 1 January 1970 by whole-number arithmetic on a year that starts in March, so that the
 * leap day is its last. Calendars and availability call this thousands of times for one screen,
 * where calendar objects would be felt.
 */
function dayNumberOf(date: string): number {
  if (date.length < 10) throw new RangeError(`"${date}" is not a date.`);
  const month = twoDigits(date, 5);
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + twoDigits(date, 8) - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_400_YEARS + dayOfEra - DAYS_FROM_YEAR_ZERO_TO_1970;
}

function dateOfDayNumber(dayNumber: number): LocalDate {
  const days = dayNumber + DAYS_FROM_YEAR_ZERO_TO_1970;
  const era = Math.floor(days / DAYS_PER_400_YEARS);
  const dayOfEra = days - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dateFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function dateFrom(year: number, month: number, day: number): LocalDate {
  if (!(year >= 0 && year <= 9999)) {
    throw new RangeError(`The year ${year} lies outside 0 to 9999.`);
  }
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}` as LocalDate;
}

function checkWhole(n: number): void {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number.`);
}

/** The last minute that was asked for: one act at the desk asks for the same one many times over. */
let lastMinute: { readonly minute: number; readonly shown: LocalDateTime } | undefined;

/** What the clock on the centre's wall shows at that instant; seconds are cut off. */
export function localDateTimeOf(instant: Instant): LocalDateTime {
  const minute = Math.floor(millisecondsOf(instant) / 60_000);
  if (lastMinute?.minute === minute) return lastMinute.shown;
  const shown = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
    .toZonedDateTimeISO(CENTRE_TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' }) as LocalDateTime;
  lastMinute = { minute, shown };
  return shown;
}

/**
 * The instant at which the centre's clock shows this. In the hour skipped in March the time moves
 * forward by an hour (01:30 is read as 02:30); in the hour repeated in October the first one counts.
 */
export function instantOf(localDateTime: LocalDateTime): Instant {
  const zoned = Temporal.PlainDateTime.from(localDateTime).toZonedDateTime(CENTRE_TIME_ZONE, {
    disambiguation: 'compatible',
  });
  return toInstant(zoned.epochMilliseconds);
}

/**
 * How often the centre's clock shows a time: never in the hour skipped in March, twice in the hour repeated in October,
 * once at any other. The clocks of the United Kingdom change at 01:00 universal time, so only times between 01:00 and
 * 01:59 are looked up.
 */
export function timesOnClock(localDateTime: LocalDateTime): 0 | 1 | 2 {
  if (localDateTime.slice(11, 13) !== '01') return 1;
  const wall = Temporal.PlainDateTime.from(localDateTime);
  const first = wall.toZonedDateTime(CENTRE_TIME_ZONE, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(CENTRE_TIME_ZONE, { disambiguation: 'later' });
  if (!first.toPlainDateTime().equals(wall)) return 0;
  return first.epochMilliseconds === second.epochMilliseconds ? 1 : 2;
}

export function dateOf(localDateTime: LocalDateTime): LocalDate {
  return localDateTime.slice(0, 10) as LocalDate;
}

export function timeOf(localDateTime: LocalDateTime): LocalTime {
  return localDateTime.slice(11, 16) as LocalTime;
}

/** A time on a day; `24:00` becomes 00:00 of the next day. */
export function atTime(date: LocalDate, time: LocalEndTime): LocalDateTime {
  return time === '24:00'
    ? (`${addDays(date, 1)}T00:00` as LocalDateTime)
    : (`${date}T${time}` as LocalDateTime);
}

/** Throws RangeError when n is not whole or the result leaves the years 0 to 9999. */
export function addDays(date: LocalDate, n: number): LocalDate {
  checkWhole(n);
  return dateOfDayNumber(dayNumberOf(date) + n);
}

/** The same day n months on, or the last day of that month when it is shorter (31 January, 1: 28 February). */
export function addMonths(date: LocalDate, n: number): LocalDate {
  checkWhole(n);
  const months = yearOf(date) * 12 + twoDigits(date, 5) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dateFrom(year, month, Math.min(twoDigits(date, 8), daysInMonth(year, month)));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Wall-clock arithmetic: every day has 1440 minutes, also the two on which the clocks change. */
export function addMinutes(localDateTime: LocalDateTime, n: number): LocalDateTime {
  checkWhole(n);
  const minutes = minutesInDay(localDateTime, 11) + n;
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const date = days === 0 ? dateOf(localDateTime) : addDays(dateOf(localDateTime), days);
  return `${date}T${clockText(minutes - days * MINUTES_PER_DAY)}` as LocalDateTime;
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Minutes on the wall clock, whatever the clocks do in between; negative when `to` comes first. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return (
    (dayNumberOf(to) - dayNumberOf(from)) * MINUTES_PER_DAY +
    minutesInDay(to, 11) -
    minutesInDay(from, 11)
  );
}

function minutesInDay(text: string, at: number): number {
  if (text.length < at + 5) throw new RangeError(`"${text}" has no time.`);
  return twoDigits(text, at) * 60 + twoDigits(text, at + 3);
}

function clockText(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${pad2(hour)}:${pad2(minutes - hour * 60)}`;
}

/** Minutes since the start of the day, 0 to 1440. */
export function minutesOfTime(time: LocalEndTime): number {
  return minutesInDay(time, 0);
}

/** The time so many minutes after the start of the day; 1440 is `24:00`. Throws RangeError outside 0 to 1440. */
export function timeOfMinutes(n: number): LocalEndTime {
  checkWhole(n);
  if (n < 0 || n > MINUTES_PER_DAY) {
    throw new RangeError(`${n} minutes do not fit into one day.`);
  }
  return clockText(n) as LocalEndTime;
}

export function weekdayOf(date: LocalDate): Weekday {
  // Day 0, 1 January 1970, was a Thursday.
  const days = dayNumberOf(date) + 3;
  return (days - Math.floor(days / 7) * 7 + 1) as Weekday;
}

/** The Monday of the week the date lies in. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01` as LocalDate;
}

export function lastDayOfMonth(date: LocalDate): LocalDate {
  const year = yearOf(date);
  const month = twoDigits(date, 5);
  return dateFrom(year, month, daysInMonth(year, month));
}

/** The council's financial year, 1 April to 31 March, named like `2026/27`. */
export function financialYearOf(date: LocalDate): string {
  const year = yearOf(date);
  const first = twoDigits(date, 5) >= FINANCIAL_YEAR_FIRST_MONTH ? year : year - 1;
  return `${String(first).padStart(4, '0')}/${pad2((first + 1) % 100)}`;
}

/**
 * Whether two stretches share any time. Half-open: one that ends at 10:00 and one that starts at
 * 10:00 do not overlap. Both must be the same kind of text and end after they start.
 */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until;
}

/** Plain text order for sorting dates, times and instants: never by the language of the computer. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Midnight at which a day begins. */
export function startOfDay(date: LocalDate): LocalDateTime {
  return `${date}T00:00` as LocalDateTime;
}

/** Midnight at which a day ends: the beginning of the next one. */
export function endOfDay(date: LocalDate): LocalDateTime {
  return startOfDay(addDays(date, 1));
}
