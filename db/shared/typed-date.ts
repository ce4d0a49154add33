// [browser-safe]
import { addDays, LocalDate, type Weekday, weekdayOf } from './local-date.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './plain-words.ts';

/** A day and month without a year may lie this far back; anything older means the next time it comes round. */
const LOOK_BACK_DAYS = 60;

/** 999 working days lie within four years of any calendar that has a working week. */
const MOST_DAYS_TRIED = 2000;

/**
 * Reads a date the way people type it in Britain, always day before month:
 * `24/11`, `24/11/26`, `24.11.2026`, `24 nov`, `24th November 2026`, `Tue 24 Nov`, `2026-11-24`,
 * `today`, `tomorrow`, `yesterday`, `+3` and `+3d` (days), `+2w` (weeks), `-3`.
 * `+10wd` is the tenth working day after today, if the caller knows which days are working days.
 *
 * - `tue` is the first Tuesday from today on, today included; `next tue` is the Tuesday a week after that.
 * - Without a year it is the first such date no more than 60 days back, so that `20/12` typed in
 *   January is last month and `10/1` typed in December is next month. 29 February needs its year
 *   unless it lies in the year before or after.
 * - Two-digit years are 2000 to 2099.
 *
 * Undefined when it cannot be read, when the day does not exist, and when a weekday beside it is wrong.
 */
export function parseTypedDate(
  text: string,
  today: LocalDate,
  isWorkingDay?: (date: LocalDate) => boolean,
): LocalDate | undefined {
  const words = text.toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ').trim();
  const workingDays = /^([+-]) ?(\d{1,3}) ?(?:wd|wds|working days?)$/.exec(words);
  if (workingDays) {
    const days = Number(workingDays[2]);
    return (
      isWorkingDay && stepWorkingDays(today, workingDays[1] === '-' ? -days : days, isWorkingDay)
    );
  }
  return parseRelativeDate(words, today) ?? parseCalendarDate(words, today);
}

/** The last of so many working days after a day, or before it; undefined when years go by without one. */
function stepWorkingDays(
  from: LocalDate,
  days: number,
  isWorkingDay: (date: LocalDate) => boolean,
): LocalDate | undefined {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let date = from;
  for (let tried = 0; left > 0; tried += 1) {
    if (tried > MOST_DAYS_TRIED) return undefined;
    date = addDays(date, step);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

function parseRelativeDate(words: string, today: LocalDate): LocalDate | undefined {
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  if (words === 'yesterday') return addDays(today, -1);
  const step = /^([+-]) ?(\d{1,4}) ?(?:(w|wks?|weeks?)|d|days?)?$/.exec(words);
  if (step) {
    const days = Number(step[2]) * (step[3] === undefined ? 1 : 7);
    return addDays(today, step[1] === '-' ? -days : days);
  }
  const named = /^(next |this )?([a-z]+)$/.exec(words);
  const weekday = weekdayNamed(named?.[2] ?? '');
  if (weekday === undefined) return undefined;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, named?.[1] === 'next ' ? ahead + 7 : ahead);
}

function parseCalendarDate(words: string, today: LocalDate): LocalDate | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return realDate(words);
  const prefixed = /^([a-z]{3,9}) (.+)$/.exec(words);
  const weekday = weekdayNamed(prefixed?.[1] ?? '');
  const rest = weekday === undefined ? words : (prefixed?.[2] ?? '');
  const date = parseDayAndMonth(rest, today);
  if (date === undefined || (weekday !== undefined && weekdayOf(date) !== weekday))
    return undefined;
  return date;
}

function parseDayAndMonth(words: string, today: LocalDate): LocalDate | undefined {
  const numbers = /^(\d{1,2})([/.\- ])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(words);
  if (numbers) return dateOn(Number(numbers[1]), Number(numbers[3]), numbers[4], today);
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[ \-.]?(?:of )?([a-z]{3,9})(?:[ \-.]?(\d{2}|\d{4}))?$/;
  const day = dayFirst.exec(words);
  if (day) return dateOn(Number(day[1]), monthNamed(day[2] ?? ''), day[3], today);
  const monthFirst = /^([a-z]{3,9})[ \-.]?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/;
  const month = monthFirst.exec(words);
  return month ? dateOn(Number(month[2]), monthNamed(month[1] ?? ''), month[3], today) : undefined;
}

function dateOn(
  day: number,
  month: number | undefined,
  year: string | undefined,
  today: LocalDate,
): LocalDate | undefined {
  if (month === undefined) return undefined;
  const dayAndMonth = `${pad2(month)}-${pad2(day)}`;
  if (year !== undefined) return realDate(`${year.length === 2 ? '20' : ''}${year}-${dayAndMonth}`);
  const earliest = addDays(today, -LOOK_BACK_DAYS);
  const thisYear = Number(today.slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((candidate) => realDate(`${candidate}-${dayAndMonth}`))
    .find((date) => date !== undefined && date >= earliest);
}

function realDate(text: string): LocalDate | undefined {
  return LocalDate.safeParse(text).data;
}

function weekdayNamed(word: string): Weekday | undefined {
  const at = placeOf(word === 'weds' ? 'wednesday' : word, WEEKDAY_NAMES);
  return at === undefined ? undefined : ((at + 1) as Weekday);
}

function monthNamed(word: string): number | undefined {
  const at = placeOf(word, MONTH_NAMES);
  return at === undefined ? undefined : at + 1;
}

/** Where the name stands that starts with these three or more letters. */
function placeOf(word: string, names: readonly string[]): number | undefined {
  if (word.length < 3) return undefined;
  const at = names.findIndex((name) => name.toLowerCase().startsWith(word));
  return at === -1 ? undefined : at;
}

function pad2(n: number): string {
  return String(n).padStart(2, '0');
}
