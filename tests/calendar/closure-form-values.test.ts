import { describe, expect, it } from 'vitest';
import { workingDaysAround } from '../../renderer/app/working-days.ts';
import {
  ClosureFormSchema,
  newClosureValues,
} from '../../renderer/calendar/closure-form-values.ts';
import type { LocalDate } from '#db/shared/local-date';
import { parseTypedDate } from '#db/shared/typed-date';

const typed = (part: object) =>
  ClosureFormSchema.safeParse({
    ...newClosureValues('2027-07-14' as LocalDate),
    name: 'Boiler works',
    ...part,
  });
const problemsOf = (part: object) =>
  typed(part).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('The form of a closed or open day', () => {
  it('takes one day where no last day is typed', () => {
    expect(typed({}).data).toMatchObject({
      firstDate: '2027-07-14',
      lastDate: '2027-07-14',
      facilityId: null,
      from: null,
      until: null,
    });
  });

  it('refuses a last day before the first, and an end that is not after its start', () => {
    expect(problemsOf({ lastDate: '2027-07-13' })?.[0]).toMatch(
      /^lastDate: The last day is before/,
    );
    expect(problemsOf({ span: 'part', from: '17:00', until: '17:00' })?.[0]).toMatch(/^until: /);
    expect(problemsOf({ span: 'part', from: '17:00', until: null })?.[0]).toMatch(/^until: Enter/);
    expect(problemsOf({ span: 'part', from: null, until: '18:00' })?.[0]).toMatch(/^from: Enter/);
  });

  it('forgets times that were typed before the whole day was chosen', () => {
    expect(typed({ span: 'day', from: '17:00', until: '18:00' }).data).toMatchObject({
      from: null,
      until: null,
    });
  });

  it('makes no holiday of an open day or of one closed room', () => {
    expect(typed({ isNonWorking: true }).data?.isNonWorking).toBe(true);
    expect(typed({ isNonWorking: true, effect: 'open' }).data?.isNonWorking).toBe(false);
    expect(typed({ isNonWorking: true, facilityId: 'room-1' }).data?.isNonWorking).toBe(false);
  });
});

describe('Working days as date fields count them', () => {
  const isWorkingDay = workingDaysAround(2027, [
    { date: '2027-08-30' as LocalDate, isNonWorking: true },
    { date: '2027-08-31' as LocalDate, isNonWorking: false },
  ]);
  const read = (text: string) => parseTypedDate(text, '2027-08-26' as LocalDate, isWorkingDay);

  it('leave out weekends and days that are no working days', () => {
    expect(read('+1wd')).toBe('2027-08-27');
    expect(read('+2wd')).toBe('2027-08-31');
    expect(read('-4wd')).toBe('2027-08-20');
  });

  it('refuse a count that leads beyond the years that are known', () => {
    expect(read('+999wd')).toBeUndefined();
  });
});
