// [browser-safe]
import { addDays, compareText, LocalDate, startOfMonth, weekdayOf } from '#db/shared/local-date';

/** A bank holiday of England and Wales. */
export type BankHoliday = { readonly date: LocalDate; readonly name: string };

/** What a proclamation changed once: days that were added, and the usual day that was moved. */
const ONE_OFFS: Readonly<
  Record<
    number,
    {
      readonly moved?: Readonly<Record<string, string>>;
      readonly added?: readonly (readonly [string, string])[];
    }
  >
> = {
  1995: { moved: { 'Early May bank holiday': '1995-05-08' } },
  1999: { added: [['1999-12-31', 'Millennium Eve']] },
  2002: {
    moved: { 'Spring bank holiday': '2002-06-04' },
    added: [['2002-06-03', 'Golden Jubilee']],
  },
  2011: { added: [['2011-04-29', 'Royal Wedding']] },
  2012: {
    moved: { 'Spring bank holiday': '2012-06-04' },
    added: [['2012-06-05', 'Diamond Jubilee']],
  },
  2020: { moved: { 'Early May bank holiday': '2020-05-08' } },
  2022: {
    moved: { 'Spring bank holiday': '2022-06-02' },
    added: [
      ['2022-06-03', 'Platinum Jubilee'],
      ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ],
  },
  2023: { added: [['2023-05-08', 'Coronation of King Charles III']] },
};

/** Years are asked for again with every day that is looked at. */
const known = new Map<number, readonly BankHoliday[]>();

/**
 * The bank holidays of England and Wales in one year, in order, from their own rules (Banking and Financial Dealings
 * Act 1971 and the proclamations since). Christmas Day, Boxing Day and New Year's Day stand in it on their own day also
 * when that is a Saturday or Sunday, with the weekday in their stead as a day of its own. A day that is proclaimed in
 * future is entered as a closure of the centre.
 */
export function bankHolidaysOf(year: number): readonly BankHoliday[] {
  const before = known.get(year);
  if (before !== undefined) return before;
  const made = makeYear(year);
  known.set(year, made);
  return made;
}

/** The bank holiday on a day, if it is one. */
export function findBankHoliday(date: LocalDate): BankHoliday | undefined {
  return bankHolidaysOf(Number(date.slice(0, 4))).find((holiday) => holiday.date === date);
}

function makeYear(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year);
  const newYear = dateOn(year, 1, 1);
  const christmas = dateOn(year, 12, 25);
  const usual: readonly BankHoliday[] = [
    { date: newYear, name: 'New Year’s Day' },
    ...inStead(newYear, 'New Year’s Day', NEXT_MONDAY),
    { date: addDays(easter, -2), name: 'Good Friday' },
    { date: addDays(easter, 1), name: 'Easter Monday' },
    { date: firstMonday(dateOn(year, 5, 1)), name: 'Early May bank holiday' },
    { date: lastMonday(dateOn(year, 5, 31)), name: 'Spring bank holiday' },
    { date: lastMonday(dateOn(year, 8, 31)), name: 'Summer bank holiday' },
    { date: christmas, name: 'Christmas Day' },
    ...inStead(christmas, 'Christmas Day', { 6: 2, 7: 2 }),
    { date: addDays(christmas, 1), name: 'Boxing Day' },
    ...inStead(addDays(christmas, 1), 'Boxing Day', { 6: 2, 7: 2 }),
  ];
  const oneOff = ONE_OFFS[year];
  const moved = usual.map((holiday) => ({
    ...holiday,
    date: (oneOff?.moved?.[holiday.name] ?? holiday.date) as LocalDate,
  }));
  const added = (oneOff?.added ?? []).map(([date, name]) => ({ date: date as LocalDate, name }));
  return [...moved, ...added].toSorted((a, b) => compareText(a.date, b.date));
}

/** Days from a Saturday (6) or Sunday (7) to the Monday after it. */
const NEXT_MONDAY = { 6: 2, 7: 1 };

/**
 * The weekday that takes the place of a holiday at the weekend. Christmas Day and Boxing Day fall together, so each
 * goes two days on: Saturday and Sunday to Monday and Tuesday, a Sunday Christmas past its own Boxing Day.
 */
function inStead(
  date: LocalDate,
  name: string,
  later: { readonly 6: number; readonly 7: number },
): readonly BankHoliday[] {
  const weekday = weekdayOf(date);
  if (weekday !== 6 && weekday !== 7) return [];
  return [{ date: addDays(date, later[weekday]), name: `${name} (substitute day)` }];
}

/** Easter Sunday by the rule of the Gregorian calendar (the anonymous computus of 1876). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * lateMoon + 114;
  return dateOn(year, Math.floor(days / 31), (days % 31) + 1);
}

const firstMonday = (firstOfMonth: LocalDate): LocalDate =>
  addDays(startOfMonth(firstOfMonth), (8 - weekdayOf(firstOfMonth)) % 7);

const lastMonday = (lastOfMonth: LocalDate): LocalDate =>
  addDays(lastOfMonth, 1 - weekdayOf(lastOfMonth));

const dateOn = (year: number, month: number, day: number): LocalDate =>
  LocalDate.parse(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
