import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Instant, millisecondsOf, toInstant } from '#db/shared/instant';
import {
  addDays,
  addMinutes,
  addMonths,
  atTime,
  compareText,
  dateOf,
  daysBetween,
  financialYearOf,
  instantOf,
  LocalDate,
  LocalDateTime,
  LocalEndTime,
  LocalTime,
  lastDayOfMonth,
  localDateTimeOf,
  minutesBetween,
  minutesOfTime,
  overlaps,
  startOfMonth,
  startOfWeek,
  timeOf,
  timeOfMinutes,
  timesOnClock,
  Weekday,
  weekdayOf,
} from '#db/shared/local-date';

const date = (text: string) => LocalDate.parse(text);
const at = (text: string) => LocalDateTime.parse(text);
const end = (text: string) => LocalEndTime.parse(text);

const dates = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((days) => date(Temporal.PlainDate.from('1970-01-01').add({ days }).toString()));
const dateTimes = fc
  .tuple(dates, fc.integer({ min: 0, max: 1439 }))
  .map(([day, minutes]) => atTime(day, timeOfMinutes(minutes)));

describe('what counts as a date or time', () => {
  test.each(['2028-02-29', '2026-12-31', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s is a date',
    (text) => {
      expect(LocalDate.safeParse(text).success).toBe(true);
    },
  );

  test.each([
    '2027-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '22/11/2026',
    '２０２６-01-01',
    '',
  ])('%s is no date', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  test('24:00 is an end of the day and never a start', () => {
    expect(LocalEndTime.safeParse('24:00').success).toBe(true);
    expect(LocalTime.safeParse('24:00').success).toBe(false);
    expect(LocalDateTime.safeParse('2026-11-22T24:00').success).toBe(false);
    for (const wrong of ['24:01', '9:15', '09:60', '0915', '09:15:00']) {
      expect(LocalEndTime.safeParse(wrong).success, wrong).toBe(false);
      expect(LocalDateTime.safeParse(`2026-11-22T${wrong}`).success, wrong).toBe(false);
    }
  });

  test('a date and time needs a date that exists', () => {
    expect(LocalDateTime.safeParse('2028-02-29T09:15').success).toBe(true);
    expect(LocalDateTime.safeParse('2027-02-29T09:15').success).toBe(false);
    expect(LocalDateTime.safeParse('2027-02-28 09:15').success).toBe(false);
  });

  test('the days of the week are 1 to 7', () => {
    expect([0, 1, 7, 8].map((n) => Weekday.safeParse(n).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a text that is no date is not calculated with', () => {
    expect(() => addDays('2026' as LocalDate, 1)).toThrow(RangeError);
    expect(() => weekdayOf('2026' as LocalDate)).toThrow(RangeError);
    expect(() => addMinutes('2026-11-22' as LocalDateTime, 1)).toThrow(RangeError);
    expect(() => minutesOfTime('9' as LocalEndTime)).toThrow(RangeError);
    expect(() => addDays(date('2026-11-22'), 0.5)).toThrow(RangeError);
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('calculating with days', () => {
  test('agrees with Temporal for any date', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -18_000, max: 18_000 }), (day, n) => {
        const oracle = Temporal.PlainDate.from(day);
        expect(addDays(day, n)).toBe(oracle.add({ days: n }).toString());
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(weekdayOf(day)).toBe(oracle.dayOfWeek);
        expect(lastDayOfMonth(day)).toBe(oracle.with({ day: oracle.daysInMonth }).toString());
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with Temporal for any count of months', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (day, months) => {
        expect(addMonths(day, months)).toBe(
          Temporal.PlainDate.from(day).add({ months }).toString(),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with Temporal for any count of minutes on the wall clock', () => {
    fc.assert(
      fc.property(dateTimes, fc.integer({ min: -3_000_000, max: 3_000_000 }), (start, minutes) => {
        const later = addMinutes(start, minutes);
        expect(later).toBe(
          Temporal.PlainDateTime.from(start).add({ minutes }).toString({ smallestUnit: 'minute' }),
        );
        expect(minutesBetween(start, later)).toBe(minutes);
        expect(compareText(start, later)).toBe(minutes === 0 ? 0 : minutes > 0 ? -1 : 1);
      }),
      { numRuns: 500 },
    );
  });

  test('29 February exists in leap years only', () => {
    expect(addDays(date('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(date('2027-02-28'), 1)).toBe('2027-03-01');
    expect(addMonths(date('2028-02-29'), 12)).toBe('2029-02-28');
    expect(lastDayOfMonth(date('2028-02-01'))).toBe('2028-02-29');
    expect(lastDayOfMonth(date('2100-02-01'))).toBe('2100-02-28');
    expect(lastDayOfMonth(date('2000-02-01'))).toBe('2000-02-29');
  });

  test('the year turns after 31 December', () => {
    expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addMinutes(at('2026-12-31T23:59'), 1)).toBe('2027-01-01T00:00');
    expect(addMonths(date('2026-12-31'), 2)).toBe('2027-02-28');
    expect(addMonths(date('2027-01-31'), -1)).toBe('2026-12-31');
  });

  test('a week starts on Monday and a month on its first', () => {
    expect(startOfWeek(date('2026-11-22'))).toBe('2026-11-16');
    expect(startOfWeek(date('2026-11-23'))).toBe('2026-11-23');
    expect(startOfMonth(date('2026-11-22'))).toBe('2026-11-01');
    expect(weekdayOf(date('2026-11-22'))).toBe(7);
  });

  test('the financial year changes between 31 March and 1 April', () => {
    expect(financialYearOf(date('2027-03-31'))).toBe('2026/27');
    expect(financialYearOf(date('2027-04-01'))).toBe('2027/28');
    expect(financialYearOf(date('2099-12-31'))).toBe('2099/00');
  });
});

describe('times of the day', () => {
  test('an event that ends at midnight ends at 00:00 of the next day', () => {
    expect(atTime(date('2026-12-31'), end('24:00'))).toBe('2027-01-01T00:00');
    expect(atTime(date('2026-12-31'), end('18:30'))).toBe('2026-12-31T18:30');
    expect(minutesBetween(at('2026-12-31T19:00'), atTime(date('2026-12-31'), end('24:00')))).toBe(
      300,
    );
  });

  test('every minute of the day has its text and 1440 is 24:00', () => {
    for (let minutes = 0; minutes <= 1440; minutes += 1) {
      expect(minutesOfTime(timeOfMinutes(minutes))).toBe(minutes);
    }
    expect(timeOfMinutes(1440)).toBe('24:00');
    expect(() => timeOfMinutes(1441)).toThrow(RangeError);
    expect(() => timeOfMinutes(-1)).toThrow(RangeError);
  });

  test('a date and time comes apart into its date and its time', () => {
    expect(dateOf(at('2026-11-22T09:15'))).toBe('2026-11-22');
    expect(timeOf(at('2026-11-22T09:15'))).toBe('09:15');
  });

  test('one booking may start when another ends', () => {
    const span = (from: string, until: string) => ({ from, until });
    const morning = span('2026-11-22T09:00', '2026-11-22T10:00');
    expect(overlaps(morning, span('2026-11-22T10:00', '2026-11-22T11:00'))).toBe(false);
    expect(overlaps(morning, span('2026-11-22T08:00', '2026-11-22T09:00'))).toBe(false);
    expect(overlaps(morning, span('2026-11-22T09:59', '2026-11-22T11:00'))).toBe(true);
    expect(overlaps(morning, span('2026-11-22T09:15', '2026-11-22T09:30'))).toBe(true);
    expect(overlaps(span('22:00', '24:00'), span('23:30', '24:00'))).toBe(true);
  });
});

describe('the clock on the wall in London', () => {
  test('01:30 on 28 March 2027 does not exist and moves forward', () => {
    const instant = instantOf(at('2027-03-28T01:30'));
    expect(instant).toBe('2027-03-28T01:30:00.000Z');
    expect(localDateTimeOf(instant)).toBe('2027-03-28T02:30');
  });

  test('01:30 on 31 October 2027 happens twice and the first one counts', () => {
    expect(instantOf(at('2027-10-31T01:30'))).toBe('2027-10-31T00:30:00.000Z');
    for (const instant of ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']) {
      expect(localDateTimeOf(Instant.parse(instant))).toBe('2027-10-31T01:30');
    }
  });

  test('a London evening in summer can already be tomorrow while UTC is still on today', () => {
    const lateEvening = Instant.parse('2027-07-01T23:30:00.000Z');
    expect(localDateTimeOf(lateEvening)).toBe('2027-07-02T00:30');
    expect(localDateTimeOf(Instant.parse('2027-01-01T23:30:00.000Z'))).toBe('2027-01-01T23:30');
  });

  test('seconds are cut off and never rounded into the next minute', () => {
    expect(localDateTimeOf(Instant.parse('2026-12-31T23:59:59.999Z'))).toBe('2026-12-31T23:59');
  });

  test('a weekly booking at 19:00 stays at 19:00 across both clock changes', () => {
    let start = at('2027-03-02T19:00');
    const instants: string[] = [];
    for (let week = 0; week < 40; week += 1) {
      expect(timeOf(start)).toBe('19:00');
      expect(weekdayOf(dateOf(start))).toBe(2);
      const instant = instantOf(start);
      expect(localDateTimeOf(instant)).toBe(start);
      instants.push(instant.slice(11, 16));
      start = addMinutes(start, 7 * 1440);
    }
    expect(new Set(instants)).toEqual(new Set(['19:00', '18:00']));
  });

  test('a walk in steps of 45 minutes goes to its instant and back for two years', () => {
    let step = at('2027-01-01T00:15');
    let skipped = 0;
    while (step < '2029-01-01T00:00') {
      const shown = localDateTimeOf(instantOf(step));
      if (shown !== step) {
        skipped += 1;
        expect(minutesBetween(step, shown)).toBe(60);
      }
      step = addMinutes(step, 45);
    }
    expect(skipped).toBeGreaterThan(0);
  });
});

test('text is compared by its characters, whatever the language of the computer', () => {
  expect(['b', 'B', 'a', 'ä'].toSorted(compareText)).toEqual(['B', 'a', 'b', 'ä']);
  expect(compareText('2026-11-22', '2026-11-22')).toBe(0);
});

describe('The clock on the wall of the centre', () => {
  test.each([
    ['2027-03-28T00:59', 1],
    ['2027-03-28T01:00', 0],
    ['2027-03-28T01:59', 0],
    ['2027-03-28T02:00', 1],
    ['2027-10-31T00:59', 1],
    ['2027-10-31T01:00', 2],
    ['2027-10-31T01:59', 2],
    ['2027-10-31T02:00', 1],
    ['2027-06-06T01:30', 1],
  ])('shows %s so many times: %i', (moment, times) => {
    expect(timesOnClock(LocalDateTime.parse(moment))).toBe(times);
  });

  test('shows each time as often as walking through the instants of a year does', () => {
    const shown = new Map<string, number>();
    const first = millisecondsOf(Instant.parse('2027-01-01T00:00:00.000Z'));
    for (let hours = 0; hours < 365 * 24; hours += 1) {
      const moment = localDateTimeOf(toInstant(first + hours * 3_600_000));
      shown.set(moment, (shown.get(moment) ?? 0) + 1);
    }
    for (let hours = 0; hours < 365 * 24; hours += 1) {
      const moment = addMinutes(LocalDateTime.parse('2027-01-01T00:00'), hours * 60);
      expect([moment, timesOnClock(moment)]).toEqual([moment, shown.get(moment) ?? 0]);
    }
  });
});
