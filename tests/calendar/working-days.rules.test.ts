import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  countDaysBetween,
  explainWorkingDays,
  isWorkingDay,
} from '#db/calendar/working-days.rules';
import { addDays, type LocalDate, weekdayOf } from '#db/shared/local-date';
import { newChance } from '../support/builders/chance.ts';
import { aClosure } from '../support/builders/calendar.ts';

const on = (date: string) => date as LocalDate;
const isWorking = (date: LocalDate) => isWorkingDay(date, []);

describe('A working day', () => {
  it.each([
    ['2027-03-25', true, 'the Thursday before Easter'],
    ['2027-03-26', false, 'Good Friday'],
    ['2027-03-27', false, 'a Saturday'],
    ['2027-03-29', false, 'Easter Monday'],
    ['2027-03-30', true, 'the Tuesday after Easter'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isWorking(on(date))).toBe(expected);
  });

  it('stays one while the centre is closed, unless the closure says that it is none', () => {
    const day = on('2027-03-02');
    expect(isWorkingDay(day, [aClosure({ firstDate: day })])).toBe(true);
    expect(isWorkingDay(day, [aClosure({ firstDate: day, isNonWorking: true })])).toBe(false);
    expect(
      isWorkingDay(day, [aClosure({ firstDate: day, isNonWorking: true, facilityId: 'hall' })]),
    ).toBe(true);
  });

  it('is a bank holiday on which the centre is entered as open, unless that says otherwise', () => {
    const day = on('2027-05-03');
    expect(isWorkingDay(day, [aClosure({ effect: 'open', firstDate: day })])).toBe(true);
    expect(
      isWorkingDay(day, [aClosure({ effect: 'open', firstDate: day, isNonWorking: true })]),
    ).toBe(false);
  });

  it('is never a Saturday, open or not', () => {
    const saturday = on('2027-03-06');
    expect(isWorkingDay(saturday, [aClosure({ effect: 'open', firstDate: saturday })])).toBe(false);
  });
});

describe('Working days', () => {
  it('are clear days: neither the first day nor the last is counted', () => {
    // Ten whole working days lie between: 20 to 23 April, 26 to 30 April and 4 May; 3 May is a bank holiday.
    expect(addWorkingDays(on('2027-04-19'), 10, isWorking)).toBe('2027-05-05');
    expect(countDaysBetween(on('2027-04-19'), on('2027-05-05'), isWorking)).toBe(10);
    expect(addWorkingDays(on('2027-03-25'), 1, isWorking)).toBe('2027-03-31');
    expect(addWorkingDays(on('2027-03-25'), 0, isWorking)).toBe('2027-03-30');
  });

  it('may be counted so that the last day is one of them', () => {
    expect(addWorkingDays(on('2027-04-19'), 10, isWorking, 'last-day-counts')).toBe('2027-05-04');
    expect(addWorkingDays(on('2027-03-25'), 1, isWorking, 'last-day-counts')).toBe('2027-03-30');
    expect(addWorkingDays(on('2027-03-27'), 0, isWorking, 'last-day-counts')).toBe('2027-03-27');
    expect(countDaysBetween(on('2027-04-19'), on('2027-05-04'), isWorking, 'last-day-counts')).toBe(
      10,
    );
  });

  it('are counted backwards for the last day to send something', () => {
    expect(addWorkingDays(on('2027-05-05'), -10, isWorking)).toBe('2027-04-19');
    expect(addWorkingDays(on('2027-03-30'), -1, isWorking, 'last-day-counts')).toBe('2027-03-25');
  });

  it('never leave a notice short: so many always lie between, and one day sooner too few', () => {
    const chance = newChance('notices');
    for (let round = 0; round < 500; round += 1) {
      const from = addDays(on('2026-01-01'), chance.below(1500));
      const days = chance.below(60);
      const until = addWorkingDays(from, days, isWorking);
      expect(isWorking(until)).toBe(true);
      expect(countDaysBetween(from, until, isWorking)).toBe(days);
      let sooner = addDays(until, -1);
      while (sooner > from && !isWorking(sooner)) sooner = addDays(sooner, -1);
      if (sooner > from) expect(countDaysBetween(from, sooner, isWorking)).toBe(days - 1);
    }
  });

  it('end in a plain error when there are none to count', () => {
    expect(() => addWorkingDays(on('2027-03-01'), 3, () => false)).toThrow(
      'There are no 3 working days round 2027-03-01.',
    );
  });
});

describe('Days between', () => {
  it('are none when the second day is not the later one', () => {
    expect(countDaysBetween(on('2027-03-02'), on('2027-03-02'), () => true)).toBe(0);
    expect(countDaysBetween(on('2027-03-03'), on('2027-03-02'), () => true)).toBe(0);
  });

  it('are counted by whatever counts', () => {
    const isMonday = (date: LocalDate) => weekdayOf(date) === 1;
    expect(countDaysBetween(on('2027-03-01'), on('2027-03-29'), isMonday)).toBe(3);
  });
});

describe('The count in words', () => {
  it('says what it leaves out', () => {
    const count = {
      from: on('2027-04-19'),
      until: on('2027-05-05'),
      days: 10,
      method: 'clear',
    } as const;
    expect(explainWorkingDays(count, [])).toBe(
      '10 clear working days, not counting Monday 19 April 2027 or Wednesday 5 May 2027; 3 May 2027 is a bank holiday',
    );
  });

  it('names several bank holidays and a day off, and no Saturday', () => {
    const closed = aClosure({ firstDate: '2027-03-31', isNonWorking: true });
    const count = {
      from: on('2027-03-25'),
      until: on('2027-04-01'),
      days: 2,
      method: 'last-day-counts',
    } as const;
    expect(explainWorkingDays(count, [closed])).toBe(
      '2 working days, not counting Thursday 25 March 2027; 26 March 2027 and 29 March 2027 are bank holidays; 31 March 2027 (Staff training) is no working day',
    );
  });

  it('is as true backwards', () => {
    const count = {
      from: on('2027-05-05'),
      until: on('2027-04-19'),
      days: -10,
      method: 'clear',
    } as const;
    expect(explainWorkingDays(count, [])).toContain(
      '10 clear working days, not counting Wednesday',
    );
    expect(explainWorkingDays(count, [])).toContain('3 May 2027 is a bank holiday');
  });
});
